import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// The headless shell comes first: it opens a page in two thirds of the time.
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium: CHROME_PATH, an installed one, or Debian’s, which is installed here with Chinese fonts if
 * permissions allow. Otherwise throws an error that says what to install.
 */
export function findBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const found = usualPlaces.find(existsSync);
  if (found) return found;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (succeeds([...asRoot, 'apt-get', '--version'])) {
    console.log('Installing Debian’s Chromium and fonts for Chinese for the browser tests …');
    run([...asRoot, 'apt-get', 'update']);
    const install = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y'];
    // Before version 13, Debian has no separate headless shell.
    for (const chromium of ['chromium-headless-shell', 'chromium'])
      if (succeeds([...install, '--no-install-recommends', chromium, 'fonts-noto-cjk'])) break;
    const installed = usualPlaces.find(existsSync);
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium (on Debian: apt-get install chromium-headless-shell fonts-noto-cjk), or its path in CHROME_PATH.',
  );
}

/** The tests’ options: headless, and without background requests, which a closed network refuses. */
export const browserArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function succeeds([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function run([command = '', ...args]: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
