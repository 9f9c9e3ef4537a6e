import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import { readPdf, type ReadPdf } from './read-pdf.ts';

/** What the thread is given, and what it says: the number of each page that is read, then the paper. */
export interface Task {
  bytes: Uint8Array;
  range: [number, number] | undefined;
}
export type Said = { page: number } | { read: ReadPdf };

assert(parentPort);
const port = parentPort;
const say = (said: Said): void => port.postMessage(said);
const { bytes, range } = workerData as Task;
say({ read: await readPdf(bytes, range, (page) => say({ page })) });
