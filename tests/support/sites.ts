import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { caching } from '../../src/config/policy.ts';

/** Runs `npm run build` with the given variables; returns its exit code and output. */
export function runBuild(environment: Record<string, string>): Promise<{ code: number; output: string }> {
  return runNode([...sparing, 'src/cli/build.ts'], environment);
}

/**
 * Node collects garbage seldom, and on one thread: all processors are busy with tests, and more threads take longer
 * together.
 */
export const sparing = ['--single-threaded-gc', '--min-semi-space-size=64', '--max-semi-space-size=64'];

export const runNode = (
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; output: string }> => run(process.execPath, args, environment);

export function run(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  cwd?: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...environment } });
    let output = '';
    child.stdout.on('data', (piece) => (output += String(piece)));
    child.stderr.on('data', (piece) => (output += String(piece)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** A free port on this machine. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * A plain file server like any static host: a folder returns its index.html, a missing file 404.html, and browsers keep
 * the assets. `compresses`: it sends texts compressed, as hosts do, which takes time that most tests need not spend.
 */
export async function serve(
  folder: string,
  base: string,
  { compresses = false } = {},
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const below = path.startsWith(base) ? path.slice(base.length) : undefined;
      const file =
        below === undefined
          ? undefined
          : join(folder, normalize(`/${below}`), below === '' || below.endsWith('/') ? 'index.html' : '');
      const found = file !== undefined && (await stat(file).catch(() => undefined))?.isFile();
      const sent = found && file ? file : join(folder, '404.html');
      const type = types[extname(sent)];
      const isCompressed = compresses && type !== undefined;
      response.writeHead(found ? 200 : 404, {
        'content-type': type ?? 'application/octet-stream',
        'cache-control': found && below?.startsWith('assets/') ? caching.assets : caching.rest,
        ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
      });
      // A finished test removes the folder, while its browser may still send requests.
      const content = createReadStream(sent).on('error', () => response.destroy());
      (isCompressed ? content.pipe(createGzip()) : content).pipe(response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers open connections in advance, for which the server would wait.
        server.closeAllConnections();
      }),
  };
}
