/**
 * The service worker of a site that was taken offline: answers from the network or, if that fails, from the archive. It
 * is built as one file at the site’s root, so that its scope is the whole site.
 */

import { fileAt } from '../model/file-at.ts';
import { ARCHIVE_FOLDER, cacheOf, SAVED_ARCHIVE } from '../exchange/saved-site.ts';
import { unpackSite } from './saved-site.ts';

/** How long to wait for the network, in milliseconds, if the archive has an answer. */
const PATIENCE = 3000;

const worker = self as unknown as WorkerScope;
const root = new URL('.', location.href);
let archive: ReturnType<typeof openArchive> | undefined;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
// A new archive has been saved.
worker.addEventListener('message', () => (archive = undefined));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== root.origin || !pathname.startsWith(root.pathname)) return;
  const path = decodeURIComponent(pathname.slice(root.pathname.length));
  if (!path.startsWith(ARCHIVE_FOLDER)) event.respondWith(answer(request, path));
});

async function answer(request: Request, path: string): Promise<Response> {
  // Below assets/, file names contain content hashes.
  const kept = path.startsWith('assets/') ? await savedAt(path) : undefined;
  if (kept) return kept;
  const network = fetch(request);
  const first = await Promise.race([network.catch(() => undefined), later(PATIENCE)]);
  if (first && first.status < 500) return first;
  return (await savedAt(path)) ?? first ?? network.catch(() => notSaved(request, path));
}

/** The response of the archive to a path. */
async function savedAt(path: string, status = 200): Promise<Response | undefined> {
  const file = (await saved())?.get(fileAt(path));
  return file && new Response(file.content, { status, headers: { 'content-type': file.type } });
}

/**
 * Responds like a server: redirects from a folder without a final slash, and answers with the 404 page if there is no
 * file.
 */
async function notSaved({ url }: Request, path: string): Promise<Response> {
  if ((await saved())?.has(`${path}/index.html`))
    return Response.redirect(url.replace(/(?=[?#]|$)/, '/'), 301);
  return (await savedAt('404.html', 404)) ?? Response.error();
}

const saved = (): ReturnType<typeof openArchive> => (archive ??= openArchive());

async function openArchive(): Promise<Awaited<ReturnType<typeof unpackSite>> | undefined> {
  const cached = await caches.match(root.href + SAVED_ARCHIVE, { cacheName: cacheOf(root.pathname) });
  return cached && unpackSite(await cached.blob());
}

const later = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

/** The global scope of a service worker, which the DOM types do not include. */
interface WorkerScope {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: 'install' | 'message', listener: () => void) => void) &
    ((type: 'activate', listener: (event: { waitUntil: (done: Promise<void>) => void }) => void) => void) &
    ((type: 'fetch', listener: (event: Asked) => void) => void);
}

interface Asked {
  request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
