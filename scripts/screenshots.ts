import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { browserArguments, findBrowser } from '../tests/support/find-browser.ts';
import { laySamples, samplesOf } from '../tests/support/samples.ts';
import { freePort, runBuild, serve } from '../tests/support/sites.ts';

// Usage: node scripts/screenshots.ts [folder of the built shipped site, by default dist]. Retakes the screenshots in
// the README and the tutorial: of the shipped dossier, and of the one that the tutorial creates.

const shipped = process.argv[2] ?? 'dist';
const images = 'docs/images';
mkdirSync(images, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
const content = join(folder, 'content');
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 640 } });
  await takeFrom(shipped, '/en/parallel/2-actions/#p2.1.2', 'parallel.png');

  writeTutorialDossier();
  const out = join(folder, 'site');
  const { code, output } = await runBuild({ DOSSIER: content, OUT: out });
  if (code !== 0) throw new Error(output);
  await takeFrom(out, '/en/2-ropes/', 'chapter.png');

  const chapter = join(content, 'chapters/en/2-ropes.mdx');
  writeFileSync(chapter, readFileSync(chapter, 'utf8').replace('2 metres', '3 metres'));
  await takeFromDesk(page);

  async function takeFrom(site: string, address: string, image: string): Promise<void> {
    const served = await serve(site, '/');
    await page.goto(served.address + address.slice(1));
    await take(page, image);
    await served.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

function writeTutorialDossier(): void {
  cpSync('src/template/content', content, { recursive: true });
  const settings = join(content, 'dossier.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('{today}', '2026-11-26'));
  const samples = samplesOf(readFileSync('docs/tutorial.md', 'utf8')).slice(0, -1);
  laySamples(
    content,
    samples.map(([path, text]) => [path.replace('content/', ''), text]),
  );
}

async function takeFromDesk(page: Page): Promise<void> {
  const port = await freePort();
  // As in a user’s project, where paths begin with content/.
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const server = spawn(process.execPath, [resolve('src/cli/dossier.ts'), 'dev', '--port', String(port)], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  });
  const desk = `http://localhost:${port}/desk/2-ropes/`;
  try {
    while (!(await fetch(desk).catch(() => undefined))?.ok) await setTimeout(200);
    await page.goto(desk);
    await take(page, 'desk.png');
  } finally {
    server.kill();
  }
}

async function take(page: Page, image: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const taken = await page.screenshot({ animations: 'disabled' });
  // Screenshots have few colours, and a palette makes them smaller: they are part of the package.
  await sharp(taken).png({ palette: true, compressionLevel: 9, effort: 10 }).toFile(join(images, image));
}
