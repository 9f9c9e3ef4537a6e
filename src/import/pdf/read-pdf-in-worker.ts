import { Worker } from 'node:worker_threads';
import type { ReadPdf } from './read-pdf.ts';
import type { WorkerMessage, Task } from './worker.ts';

// Threads have no compile cache by default. It is enabled before the first module of our own is loaded.
const START = `import module from 'node:module';
module.enableCompileCache();
await import('${new URL('./worker.ts', import.meta.url).href}');`;

/**
 * The limits of processor time per page, in milliseconds, and of memory, in megabytes: many times what any paper needs.
 * The time is not that of a clock, which goes on while a busy machine does something else.
 */
interface ReadLimits {
  page: number;
  memory: number;
}

/**
 * Reads a PDF in a separate thread, and gives up if a small file unpacks to more than can be read: pdf.js cannot be
 * stopped from within.
 */
export async function readPdfInWorker(
  bytes: Uint8Array,
  range?: [number, number],
  { page: pageLimit, memory }: ReadLimits = { page: 30_000, memory: 2048 },
): Promise<ReadPdf> {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(START)}`), {
    workerData: { bytes, range } satisfies Task,
    // A small young generation: there are many pages, and each is soon garbage.
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ReadPdf>((resolve, reject) => {
      let [number, before] = [1, process.cpuUsage()];
      timer = setInterval(
        () => {
          const { user, system } = process.cpuUsage(before);
          const refusal = `page ${number} takes longer to read than any page of a paper: print it to a new PDF`;
          if ((user + system) / 1000 > pageLimit) resolve({ refusal });
        },
        Math.min(pageLimit / 4, 1000),
      );
      worker.on('message', (message: WorkerMessage) => {
        if ('page' in message) [number, before] = [message.page + 1, process.cpuUsage()];
        else resolve(message.read);
      });
      worker.on('exit', () =>
        resolve({ refusal: `page ${number} cannot be read to its end: print it to a new PDF` }),
      );
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve({
            refusal: `it unpacks to more than ${memory} MB, far more than any paper: print it to a new PDF`,
          });
        else reject(error);
      });
    });
  } finally {
    clearInterval(timer);
    await worker.terminate();
  }
}
