import assert from 'node:assert';
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadPdf } from './read-pdf.ts';

/** The thread’s input and output: it reports the number of each page that is read, then the paper. */
export interface Task {
  bytes: Uint8Array;
  range: [number, number] | undefined;
}
export type Said = { page: number } | { read: ReadPdf };

// pdf.js clones all messages between its two halves. In a thread of their own, only the operator lists need to be
// cloned, since one half empties them after sending.
globalThis.structuredClone = <T>(said: T): T => (holdsOperators(said) ? copyOperators(said) : said);

// Nothing is drawn, and the canvas of pdf.js takes longer to load than the rest of it.
const DRAWING = '@napi-rs/canvas';
const require = module.createRequire(import.meta.resolve('pdfjs-dist/package.json'));
const drawing = Object.assign(new module.Module(DRAWING), {
  exports: { DOMMatrix: Object, Path2D: Object },
  loaded: true,
});
if (module.findPackageJSON(DRAWING, require.resolve('pdfjs-dist/package.json')) !== undefined)
  require.cache[require.resolve(DRAWING)] = drawing;

interface Operators {
  chunk: { fnArray: unknown[]; argsArray: unknown[] };
}

const holdsOperators = (said: unknown): said is Operators =>
  typeof said === 'object' &&
  said !== null &&
  'chunk' in said &&
  typeof said.chunk === 'object' &&
  said.chunk !== null &&
  'fnArray' in said.chunk;

const copyOperators = <T extends Operators>(said: T): T => ({
  ...said,
  chunk: { ...said.chunk, fnArray: [...said.chunk.fnArray], argsArray: [...said.chunk.argsArray] },
});

assert(parentPort);
const port = parentPort;
const say = (said: Said): void => port.postMessage(said);
const { bytes, range } = workerData as Task;
// Threads have no compile cache by default.
module.enableCompileCache();
const { readPdf } = await import('./read-pdf.ts');
say({ read: await readPdf(bytes, range, (page) => say({ page })) });
