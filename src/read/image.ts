import { createRequire } from 'node:module';

/**
 * The only import of sharp. It is loaded on demand, when there is a picture, and bypasses Vite: once Vite has loaded
 * it for the start of `dev`, it would not load it again later.
 */
const load = (): typeof import('sharp').default =>
  createRequire(import.meta.url)('sharp') as typeof import('sharp').default;

/** An image’s format and displayed size, with the camera’s rotation applied; undefined if they cannot be determined. */
export async function measureImage(
  bytes: Buffer,
): Promise<{ format: string; width: number; height: number } | undefined> {
  const found = await load()(bytes)
    .metadata()
    .catch(() => undefined);
  return found && { format: found.format, ...found.autoOrient };
}

/** The same image, narrower, as WebP. */
export const narrowedTo = (bytes: Buffer, width: number): Promise<Buffer> =>
  load()(bytes).autoOrient().resize({ width }).webp().toBuffer();
