import { createRequire } from 'node:module';

/** The optional packages for making PDFs. */
interface Packages {
  '@myriaddreamin/typst-ts-node-compiler': typeof import('@myriaddreamin/typst-ts-node-compiler');
  wawoff2: { decompress: (file: Uint8Array) => Promise<Uint8Array> };
}

/** Loads one of them, bypassing any bundler of this module. */
export async function optionalPackage<Name extends keyof Packages>(name: Name): Promise<Packages[Name]> {
  const loaded = (await import(/* @vite-ignore */ name)) as { default: Packages[Name] };
  return loaded.default;
}

/** The packages that are not installed, or not available for this platform. */
export const missingPackages = (): string[] =>
  [
    '@myriaddreamin/typst-ts-node-compiler',
    'wawoff2',
    '@fontsource-variable/noto-serif-sc/unicode.json',
  ].flatMap((name) => {
    try {
      require(name);
      return [];
    } catch {
      return [name.replace('/unicode.json', '')];
    }
  });

const require = createRequire(import.meta.url);
