import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileAt } from '../model/file-at.ts';
import { percentDecoded } from '../model/percent.ts';
import { ownTypes } from './hosting.ts';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  jpg: 'image/jpeg',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
  ...Object.fromEntries(ownTypes.map(([ending, type]) => [ending, `${type}; charset=utf-8`])),
};

/** The media type of a file, by its extension. */
export const typeOf = (path: string): string => types[extname(path).slice(1)] ?? 'application/octet-stream';

/**
 * A server for a built site whose links begin with `base`. It behaves like a static host: a folder returns its
 * index.html, a folder without a trailing slash redirects to the one with it, and a missing page returns the site’s
 * own 404 page.
 */
export function siteServer(folder: string, base: string): Server {
  const send = (response: ServerResponse, status: number, file: string, isHead: boolean): void => {
    response.writeHead(status, {
      'content-type': typeOf(file),
      'cache-control': 'no-cache',
    });
    if (isHead) response.end();
    else createReadStream(file).pipe(response);
  };
  return createServer(({ url = '/', method }, response) => {
    const { pathname, search } = new URL(url, 'http://localhost');
    const isHead = method === 'HEAD';
    const within = pathname.startsWith(base) ? percentDecoded(pathname.slice(base.length)) : undefined;
    const file = within === undefined ? undefined : join(folder, fileAt(within));
    if (file?.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile())
      send(response, 200, file, isHead);
    else if (
      `${pathname}/` === base ||
      (file?.startsWith(folder + sep) && existsSync(join(file, 'index.html')))
    )
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
    else if (existsSync(join(folder, '404.html'))) send(response, 404, join(folder, '404.html'), isHead);
    else response.writeHead(404).end();
  });
}
