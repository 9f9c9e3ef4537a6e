import { ARCHIVE_FOLDER, ARCHIVE_NOTE, cacheOf, SAVED_ARCHIVE } from '../exchange/saved-site.ts';
import type { ArchiveNote } from '../exchange/saved-site.ts';
import { fetched } from '../model/fetched.ts';
import worker from './offline-worker.ts?worker&url';

// Stores the archive of a site in the browser, where `offline-worker.ts` finds it. `root` is the site’s address.

/** Whether the browser can store a site; no browser can over plain HTTP. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'DecompressionStream' in window;

/** The note on the stored archive, if there is one. */
export async function keptNote(root: URL): Promise<ArchiveNote | undefined> {
  const kept = await caches.match(at(root, ARCHIVE_NOTE), { cacheName: cacheOf(root.pathname) });
  return kept?.json();
}

/** The note on the archive that the server has now. */
export async function presentNote(root: URL): Promise<ArchiveNote> {
  return (await fetched(at(root, ARCHIVE_NOTE), FRESH)).json();
}

/** Fetches the archive and stores it in place of the old one; reports which share of it has arrived. */
export async function keepSite(
  root: URL,
  arrived: (share: number, note: ArchiveNote) => void,
): Promise<ArchiveNote> {
  await navigator.serviceWorker.register(worker, { scope: root.pathname });
  try {
    const note = await presentNote(root);
    const archive = await fetchCounted(at(root, ARCHIVE_FOLDER + note.archive), (count) =>
      arrived(Math.min(1, count / note.bytes), note),
    );
    const cache = await caches.open(cacheOf(root.pathname));
    await cache.put(at(root, SAVED_ARCHIVE), new Response(archive));
    await cache.put(at(root, ARCHIVE_NOTE), Response.json(note));
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('renewed');
    // Browsers short of space delete storage that was not requested to be persistent.
    void navigator.storage.persist();
    return note;
  } catch (error) {
    if (!(await keptNote(root))) await forgetSite(root);
    throw error;
  }
}

async function fetchCounted(address: string, arrived: (count: number) => void): Promise<Blob> {
  const { body } = await fetched(address, FRESH);
  let count = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, to) {
      arrived((count += piece.length));
      to.enqueue(piece);
    },
  });
  return new Response(body?.pipeThrough(counted)).blob();
}

/** Removes the stored archive and the worker. */
export async function forgetSite(root: URL): Promise<void> {
  await caches.delete(cacheOf(root.pathname));
  const registration = await navigator.serviceWorker.getRegistration(root);
  await registration?.unregister();
}

const at = (root: URL, path: string): string => new URL(path, root).href;

/** For what a cache must not answer. */
const FRESH: RequestInit = { cache: 'no-store' };
