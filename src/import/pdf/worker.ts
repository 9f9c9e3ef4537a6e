import assert from 'node:assert';
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadPdf } from './read-pdf.ts';

/** The thread’s input and output: it reports the number of each page that is read, then the paper. */
export interface Task {
  bytes: Uint8Array;
  range: [number, number] | undefined;
}
export type WorkerMessage = { page: number } | { read: ReadPdf };

// pdf.js clones all messages between its two halves. In a thread of their own, only the operator lists need to be
// cloned, since one half empties them after sending.
globalThis.structuredClone = <T>(message: T): T =>
  holdsOperators(message) ? copyOperators(message) : message;

// Nothing is drawn, and the canvas of pdf.js takes longer to load than the rest of it.
const DRAWING = '@napi-rs/canvas';
const require = module.createRequire(import.meta.resolve('pdfjs-dist/package.json'));
const drawing = Object.assign(new module.Module(DRAWING), {
  exports: { DOMMatrix: Object, Path2D: Object },
  loaded: true,
});
if (module.findPackageJSON(DRAWING, require.resolve('pdfjs-dist/package.json')) !== undefined)
  require.cache[require.resolve(DRAWING)] = drawing;

// Node’s own takes longer to load than pdf.js, which adds a method to it and needs it only to write files.
Reflect.deleteProperty(globalThis, 'Response');
Object.assign(globalThis, {
  Response: class {
    readonly body = null;
  },
});

interface Operators {
  chunk: { fnArray: unknown[]; argsArray: unknown[] };
}

const holdsOperators = (message: unknown): message is Operators =>
  typeof message === 'object' &&
  message !== null &&
  'chunk' in message &&
  typeof message.chunk === 'object' &&
  message.chunk !== null &&
  'fnArray' in message.chunk;

const copyOperators = <T extends Operators>(message: T): T => ({
  ...message,
  chunk: { ...message.chunk, fnArray: [...message.chunk.fnArray], argsArray: [...message.chunk.argsArray] },
});

assert(parentPort);
const port = parentPort;
const send = (message: WorkerMessage): void => port.postMessage(message);
const { bytes, range } = workerData as Task;
const { readPdf } = await import('./read-pdf.ts');
send({ read: await readPdf(bytes, range, (page) => send({ page })) });
