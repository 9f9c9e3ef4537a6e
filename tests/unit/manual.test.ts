import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { addressOfPage, pages as sitePages } from '../../docs/site/pages.ts';
import { filesPage } from '../../scripts/reference.ts';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { commands } from '../../src/cli/command-table.ts';
import { formatMessage } from '../../src/model/message.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { addressesOf } from '../../src/permalinks/current-addresses.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { laySamples, samplesOf, type Sample } from '../support/samples.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/template/README.md'],
  ...globSync('docs/**/*.md').sort(),
];

test('the README is for newcomers', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(6 * 1024);
  expect(read('README.md')).toContain('npm ci && npm start');
  expect(read('README.md')).toContain('npm ci && npm test');
});

test('pages in the package link only to files in it', () => {
  const packed = new Set([
    ...packageJson.files.flatMap((path) => globSync([path, `${path}/**`])),
    'README.md',
    'LICENSE',
    'package.json',
  ]);
  const links = pages
    .filter((path) => packed.has(path))
    .flatMap((path) =>
      [...withoutCode(read(path)).matchAll(/\]\((?!https?:|mailto:)([^)\s#]+)/g)].map(([, to = '']) => ({
        path,
        target: join(dirname(path), to),
      })),
    );
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter(({ target }) => !packed.has(target))).toEqual([]);
});

test('pages about rules give commands that work in any dossier', () => {
  expect(globSync('docs/rules/*.md').filter((path) => /npm (?:run|start)/.test(read(path)))).toEqual([]);
});

describe.each(pages)('%s', (path) => {
  const text = read(path);

  test('has no broken links', () => {
    const links = [...withoutCode(text).matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)(#[^)\s]*)?\)/g)];
    const dead = links.filter(([, to = '', fragment]) => {
      const target = to === '' ? path : join(dirname(path), to);
      if (!existsSync(target)) return true;
      return fragment !== undefined && !headingsOf(read(target)).includes(decodeURI(fragment.slice(1)));
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });

  test('names only existing commands, options, scripts and files', () => {
    const unknown = [
      ...[...text.matchAll(/(?:npx dossier|\bdossier) ([a-z-]+)((?: [^\n`]*)?)/g)]
        .filter(([whole, name = '']) => whole.startsWith('npx') || Object.hasOwn(commands, name))
        .flatMap(([whole, name = '', rest = '']) => {
          const options = Object.keys(commands[name]?.options ?? {});
          const given = (rest.split(/#|&&|  /)[0] ?? '').match(/(?<= )--[a-z-]+/g) ?? [];
          const known = given.every((option) => [...options, '--help'].includes(option));
          return ['--help', '--version'].includes(name) || (Object.hasOwn(commands, name) && known)
            ? []
            : [whole];
        }),
      ...[...text.matchAll(/npm run ([a-z:-]+)/g)].flatMap(([whole, name = '']) =>
        Object.hasOwn(packageJson.scripts, name) ? [] : [whole],
      ),
      ...[
        ...text.matchAll(/(?:node|project (?:unit|browser|content)) ((?:scripts|tests)\/\S+\.ts)/g),
      ].flatMap(([whole, file = '']) => (existsSync(file) ? [] : [whole])),
      ...[...text.matchAll(/dossier-(\d+\.\d+\.\d+)\.tgz/g)].flatMap(([whole, version]) =>
        version === packageJson.version ? [] : [whole],
      ),
    ];
    expect(unknown).toEqual([]);
  });
});

/** GitHub and Starlight derive the same anchors from headings. */
const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
const withoutCode = (text: string): string => text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');

test('the site has every page under its title', () => {
  const found = sitePages();
  expect(found.map(({ path }) => join('docs', path))).toEqual(globSync('docs/**/*.md').sort());
  expect(found.find(({ path }) => path === 'how-to/host.md')).toMatchObject({
    title: 'Host a site',
    body: expect.stringMatching(/^\nA built site is a folder of files\..*\n## nginx\n/s),
  });
  expect(['README.md', 'rules/README.md', 'zh/tutorial.md'].map(addressOfPage)).toEqual([
    '',
    'rules/',
    'zh/tutorial/',
  ]);
});

describe('the reference', () => {
  test('has the help of every command', () => {
    const page = read('docs/reference/commands.md');
    for (const [name, { summary: does }] of Object.entries(commands)) {
      if (name === 'help') continue;
      expect(page).toContain(`## ${name}\n\n${does[0]!.toUpperCase()}${does.slice(1)}.\n`);
      const [, usage = ''] = /const usage = `(.*?)`;/s.exec(read(`src/cli/${name}.ts`))!;
      // Interpolated parts of the help, such as the list of forms, are not compared.
      const constant = usage.split(/\$\{.*?\}/).filter((said) => !said.includes('`'));
      for (const said of constant) expect(page).toContain(said.trim());
    }
  });

  test('has every field', () => {
    expect(read('docs/reference/files.md')).toBe(`${filesPage()}\n`);
  });

  test('has a row for every permanent address, and no other rows', async () => {
    const page = read('docs/reference/addresses.md');
    const [promised = ''] = page.split('## Places on a page');
    const rows = [...promised.matchAll(/`(\/[^`]*)`/g)]
      .map(([, address = '']) => address)
      .filter((address) => !address.startsWith('/en'));
    const patterns = rows.map((row) => {
      // The chapter ids of these dossiers begin with a digit, so they cannot be confused with other pages.
      const address = row
        .split(/(<[a-z]+>)/)
        .map((part) =>
          part === '<chapter>' ? '\\d[^/]*' : part.startsWith('<') ? '[^/]+' : RegExp.escape(part),
        )
        .join('');
      // Every neutral page has a counterpart in each language.
      const fellow = /^\/(?:<edition>|v\/|$)/.test(row) ? '' : '(?:/[^/]+)?';
      return { row, pattern: new RegExp(`^${fellow}${address}$`) };
    });
    const addresses: string[] = [];
    for (const name of ['canal', 'dyke', 'since-1.2']) {
      const { dossier } = await readDossier(join('tests/fixtures/dossiers', name));
      addresses.push(...addressesOf(dossier!).map(({ path }) => path.replace(/#.*/, '')));
    }
    const files = page.split('## Files')[1] ?? '';
    expect(
      addresses.filter(
        (address) => !patterns.some(({ pattern }) => pattern.test(address)) && !isFile(files, address),
      ),
    ).toEqual([]);
    // Releases are kept in their own files, not in the registry.
    const unused = patterns.filter(
      ({ row, pattern }) => !row.startsWith('/v/') && !addresses.some((address) => pattern.test(address)),
    );
    expect(unused.map(({ row }) => row)).toEqual([]);
  });
  const isFile = (files: string, address: string): boolean =>
    files.includes(`\`${address}\``) || /\.(?:csv|json|bib|ris|md)$/.test(address);
});

describe('samples', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'manual-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const said = async (): Promise<string[]> =>
    (await checkDossier(folder)).messages.map((message) =>
      formatMessage(message).split('\n')[0]!.replace(`${folder}/`, 'content/'),
    );

  test('the tutorial turns the model into a dossier without errors', async () => {
    const text = read('docs/tutorial.md');
    cpSync('src/template/content', folder, { recursive: true });
    const settings = read(join(folder, 'dossier.yaml'));
    writeFileSync(join(folder, 'dossier.yaml'), settings.replace('{today}', '2026-11-26'));
    const samples = samplesOf(text).map(([path, content]): Sample => [path.replace('content/', ''), content]);
    expect(samples.length).toBe(6);
    laySamples(folder, samples.slice(0, -1));
    expect(await said()).toEqual([]);

    const chapter = join(folder, 'chapters/en/2-ropes.mdx');
    const right = read(chapter);
    writeFileSync(
      chapter,
      right.replace('2 metres', '3 metres').replace('term:spare-rope', 'term:spare-rop'),
    );
    const mistakes = await said();
    for (const line of text.match(/^content\/chapters.* error .*$/gm)!) expect(mistakes).toContain(line);
  });

  test('the Chinese tutorial has the same samples and commands', () => {
    const blocks = (path: string) => read(path).match(/^```.*?^```$/gms);
    expect(blocks('docs/zh/tutorial.md')).toEqual(blocks('docs/tutorial.md'));
  });

  test.each(globSync('docs/how-to/*.md'))('the Chinese counterpart of %s has the same commands', (path) => {
    const commandsIn = (page: string) =>
      read(page)
        .replace(/^ *#.*\n/gm, '')
        .match(/^ *```sh\n.*?^ *```$/gms);
    expect(commandsIn(path.replace('docs/', 'docs/zh/'))).toEqual(commandsIn(path));
  });

  test('the model chapter is valid', async () => {
    cpSync('tests/fixtures/dossiers/canal', folder, { recursive: true });
    const samples = samplesOf(read('docs/how-to/write.md')).filter(([path]) => path !== 'dossier.yaml');
    laySamples(folder, samples);
    // Other files of the dossier mention paragraphs that the sample lacks.
    const own = (await said()).filter(
      (line) =>
        line.startsWith('content/chapters/en/1-water.mdx') &&
        / (?:no-code|file-readable|markers|segments|paragraphs|notes-paired|citation|reference)/.test(line),
    );
    expect(own).toEqual([]);
  });

  test.each(
    globSync('docs/{,zh/}how-to/*.md').flatMap((path) =>
      samplesOf(read(path)).flatMap(([file, content]) =>
        file === 'dossier.yaml' ? [{ path, content }] : [],
      ),
    ),
  )('the sample for dossier.yaml in $path is valid', ({ content }) => {
    const settings = parse(read('src/template/content/dossier.yaml')) as Record<string, object>;
    for (const [key, value] of Object.entries(parse(content) as Record<string, object>))
      settings[key] = Array.isArray(value) ? value : { ...settings[key], ...value };
    Object.assign(settings['dossier']!, { issued: '2026-11-26' });
    expect(settingsSchema.safeParse(settings).error).toBeUndefined();
  });
});
