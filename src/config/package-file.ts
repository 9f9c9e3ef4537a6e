import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of an installed package, by its import specifier: `@fontsource/source-sans-3/LICENSE`. */
export const readPackageFile = (address: string): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(address)));
