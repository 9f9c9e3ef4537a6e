import { Worker } from 'node:worker_threads';
import type { ReadPdf } from './read-pdf.ts';
import type { Said, Task } from './worker.ts';

/** How long a page may take, in milliseconds, and how much memory all of them, in megabytes: many times what any needs. */
export interface Patience {
  page: number;
  memory: number;
}

/**
 * Reads a PDF in a thread of its own, and gives up where a file of a few bytes unpacks to more than anyone can read:
 * pdf.js cannot be stopped from within.
 */
export async function readApart(
  bytes: Uint8Array,
  range?: [number, number],
  { page: patience, memory }: Patience = { page: 30_000, memory: 2048 },
): Promise<ReadPdf> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, range } satisfies Task,
    // A small space for what is new: pages are many, and each is soon done with.
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadPdf>((resolve, reject) => {
      const wait = (number: number): void => {
        clearTimeout(timer);
        const refusal = `page ${number} takes longer to read than any page of a paper does: print it into a new PDF`;
        timer = setTimeout(() => resolve({ refusal }), patience);
      };
      wait(1);
      worker.on('message', (said: Said) => {
        if ('page' in said) wait(said.page + 1);
        else resolve(said.read);
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve({
            refusal: `it unpacks to more than ${memory} MB, as no paper does: print it into a new PDF`,
          });
        else reject(error);
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
