import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { builtPages } from '../support/built-pages.ts';
import { laySamples } from '../support/samples.ts';
import { freePort, run as runProgram } from '../support/sites.ts';
import type { Sweep } from './sweep.ts';

export const name = 'docs';
export const covers =
  'the manual as a site, every link in it, and the tutorial from its first command to its last';

/** The manual is served below a path, as on some hosts. */
const base = '/manual/';
const site = 'docs/site/dist';

export async function run({ failures }: Sweep, folder: string): Promise<void> {
  failures.push(...(await deadLinks()), ...(await followTutorial(folder)));
}

async function deadLinks(): Promise<string[]> {
  const built = await runProgram('npx', ['astro', 'build', '--root', 'docs/site'], {
    SITE: `https://example.org${base}`,
  });
  if (built.code !== 0) return [built.output];
  const pages = builtPages(site);
  const html = new Map(pages.map((page) => [page.address, page.html]));
  return pages.flatMap((page) =>
    [...page.html.matchAll(/\s(?:href|src)="([^":]*)"/g)].flatMap(([, link = '']) => {
      const { pathname, hash } = new URL(link, `https://example.org${base}${page.address}`);
      const path = pathname.slice(base.length);
      const isThere =
        pathname.startsWith(base) && (html.has(path) || existsSync(join(site, decodeURI(path))));
      const target = hash === '' ? undefined : html.get(path);
      const leads = target === undefined || target.includes(`id="${decodeURIComponent(hash.slice(1))}"`);
      return isThere && leads ? [] : [`${page.address} leads to ${link}, which is not there`];
    }),
  );
}

/** Follows the tutorial: writes its samples, runs its commands. Servers are stopped after one request. */
async function followTutorial(folder: string): Promise<string[]> {
  const environment = {
    // npx would ask a person at a terminal.
    npm_config_yes: 'true',
    GIT_AUTHOR_NAME: 'Reader',
    GIT_AUTHOR_EMAIL: 'reader@example.org',
    GIT_COMMITTER_NAME: 'Reader',
    GIT_COMMITTER_EMAIL: 'reader@example.org',
  };
  const packed = await runProgram('npm', ['pack', '--pack-destination', folder]);
  if (packed.code !== 0) return [packed.output];
  let cwd = folder;
  for (const [, kind = '', path = '', text = ''] of readFileSync('docs/tutorial.md', 'utf8').matchAll(
    /^```(\w+) ?(\S*)\n(.*?)^```$/gms,
  )) {
    if (path !== '') laySamples(join(cwd, 'content'), [[path.replace('content/', ''), text]]);
    if (kind !== 'sh') continue;
    for (const line of text.trim().split('\n')) {
      const [, into] = /^cd (.*)/.exec(line) ?? [];
      if (into !== undefined) {
        cwd = resolve(cwd, into);
        continue;
      }
      const { code, output } = /^npx dossier (?:dev|start)$/.test(line)
        ? await serveOnce(line, cwd)
        : await runProgram('sh', ['-c', line], environment, cwd);
      if (code !== 0) return [`“${line}” ended with ${code}:\n${output}`];
      console.log(`  ${line}`);
    }
  }
  const gone = join(cwd, 'content/chapters/en/2-ropes.mdx');
  return existsSync(gone) ? ['the tutorial has not renamed its chapter'] : [];
}

/** Starts a command that serves a site, requests a page, and stops it. */
async function serveOnce(command: string, cwd: string): Promise<{ code: number; output: string }> {
  const port = await freePort();
  const child = spawn('sh', ['-c', `exec ${command} --port ${port}`], { cwd, detached: true });
  let output = '';
  child.stdout.on('data', (piece) => (output += String(piece)));
  child.stderr.on('data', (piece) => (output += String(piece)));
  const ended = once(child, 'close');
  let status: number | undefined;
  while (status === undefined && child.exitCode === null) {
    status = await fetch(`http://localhost:${port}/en/1-depth/`).then(
      (response) => response.status,
      () => setTimeout(200),
    );
  }
  if (child.exitCode === null) process.kill(-child.pid!);
  await ended;
  return { code: status === 200 ? 0 : 1, output };
}
