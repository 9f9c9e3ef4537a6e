import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import { filesIn } from '../build/files-in.ts';
import { engineFolder, tarballOf } from '../config/engine.ts';
import { installed } from '../model/command-line.ts';
import { indentedJson } from '../model/json.ts';
import { UsageError } from '../model/usage-error.ts';
import { typedPath } from '../read/read-text.ts';
import { argumentsOf } from './command-table.ts';
import { nameSchemas } from './name-schemas.ts';
import { run } from './run.ts';
import { today } from './today.ts';
import { writeFiles } from './write-files.ts';

const template = fileURLToPath(new URL('../template/', import.meta.url));
const hosts = readdirSync(join(template, 'hosts')).sort();

const usage = `Usage: dossier init <folder> [--host ${hosts.join('|')}]

Makes a folder for your own dossier: content/ with a sample chapter in Chinese and English, package.json with the engine
as its only dependency, a README, .gitignore, and the files that a host needs to publish the site, for GitHub Pages
unless --host names another. It keeps an existing package.json, README or .gitignore and overwrites nothing. In a folder
that has a dossier, --host adds only the files for that host.`;

/** Commands that a project also has as npm scripts. */
const commands = 'start dev check build preview import confirm status stats permalinks release works'.split(
  ' ',
);

/** Files that may exist already, as in a new repository or package. */
const kept = ['package.json', 'README.md', '.gitignore'];

await run(usage, async () => {
  const { values, positionals } = argumentsOf('init');
  const { host = 'github' } = values;
  const [to, ...more] = positionals;
  if (to === undefined || more.length > 0) throw new UsageError(usage);
  if (!hosts.includes(host))
    throw new UsageError(`Unknown host ${host}, expected one of ${hosts.join(', ')}.`);
  const { name, version } = packageJson;
  if (!installed)
    throw new UsageError(
      `A project depends on the engine as a package: npm pack, then npx --package="$PWD/${name}-${version}.tgz" ${name} init ${to}.`,
    );
  const folder = resolve(to);
  const tarball = tarballOf(engineFolder);

  const forHost = textsIn(join(template, 'hosts', host));
  if (values.host !== undefined && existsSync(join(folder, 'content/dossier.yaml'))) {
    const present = forHost.map(([path]) => path).filter((path) => existsSync(join(folder, path)));
    if (present.length > 0)
      throw new UsageError(`Existing files: ${present.join(', ')}. Nothing was written.`);
    await writeFiles(new Map(forHost.map(([path, text]) => [join(folder, path), text])));
    for (const [path] of forHost) console.log(`${typedPath(join(folder, path))} was added.`);
    return 0;
  }
  const files = new Map<string, string>([
    ...contentIn(folder),
    ...forHost,
    ['README.md', readFileSync(join(template, 'README.md'), 'utf8')],
    // npm excludes files named .gitignore from packages.
    ['.gitignore', readFileSync(join(template, 'gitignore'), 'utf8')],
    ['package.json', packageOf(folder, tarball)],
  ]);
  const present = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  const inTheWay = present.filter((path) => !kept.includes(path));
  if (existsSync(join(folder, 'content')) && inTheWay.length === 0) inTheWay.push('content');
  if (inTheWay.length > 0)
    throw new UsageError(`Existing files: ${inTheWay.join(', ')}. Nothing was written: name a new folder.`);
  const missing = [...files].filter(([path]) => !present.includes(path));
  await writeFiles(new Map(missing.map(([path, text]) => [join(folder, path), text])));
  const ownPackage = !present.includes('package.json');
  if (ownPackage && tarball !== undefined) cpSync(tarball, join(folder, 'engine', basename(tarball)));

  console.log(`${missing.length} files in ${typedPath(folder) || '.'}.`);
  for (const path of present) console.log(`${path} existed already and is unchanged.`);
  const enter = folder === resolve('.') ? [] : [`cd ${to}`];
  console.log(
    `Next: ${[...enter, ...(ownPackage ? ['npm install'] : []), 'npx dossier start'].join(' && ')}`,
  );
  return 0;
});

/** The model dossier, with schema addresses for the engine that will be installed in the folder. */
function contentIn(folder: string): [string, string][] {
  const schemas = join(folder, 'node_modules', packageJson.name, 'schemas');
  const files = nameSchemas(new Map(textsIn(join(template, 'content'))), join(folder, 'content'), schemas);
  return [...files].map(([path, text]) => [`content/${path}`, text]);
}

function textsIn(folder: string): [string, string][] {
  return filesIn(folder).map((path) => [
    path,
    readFileSync(join(folder, path), 'utf8').replace('{today}', today()),
  ]);
}

/**
 * A package that depends on this engine by version or, if it was installed from a tarball, on a copy of that in the
 * folder.
 */
function packageOf(folder: string, tarball: string | undefined): string {
  const { name, version, engines } = packageJson;
  return indentedJson({
    name:
      basename(folder)
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'my-dossier',
    private: true,
    engines,
    scripts: Object.fromEntries(commands.map((command) => [command, `${name} ${command}`])),
    dependencies: { [name]: tarball === undefined ? `^${version}` : `file:engine/${basename(tarball)}` },
  });
}
