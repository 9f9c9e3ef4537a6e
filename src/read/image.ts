import { createRequire } from 'node:module';

/**
 * The one door to sharp, which is loaded where there is a picture, and past Vite: what it has loaded for the start of
 * `dev` it would load no more of later.
 */
const load = (): typeof import('sharp').default =>
  createRequire(import.meta.url)('sharp') as typeof import('sharp').default;

/** What an image is and how large it is shown, turned as a camera says; undefined where that cannot be told. */
export async function measureImage(
  bytes: Buffer,
): Promise<{ format: string; width: number; height: number } | undefined> {
  const found = await load()(bytes)
    .metadata()
    .catch(() => undefined);
  return found && { format: found.format, ...found.autoOrient };
}

/** The same image, smaller, as WebP. */
export const narrowedTo = (bytes: Buffer, width: number): Promise<Buffer> =>
  load()(bytes).autoOrient().resize({ width }).webp().toBuffer();
