/** What sets PDFs, which a project may do without. */
interface Packages {
  '@myriaddreamin/typst-ts-node-compiler': typeof import('@myriaddreamin/typst-ts-node-compiler');
  'opentype.js': typeof import('opentype.js');
  wawoff2: { decompress: (file: Uint8Array) => Promise<Uint8Array> };
}

/** Loads one of them, untouched by what bundles this module. */
export async function optionalPackage<Name extends keyof Packages>(name: Name): Promise<Packages[Name]> {
  const loaded = (await import(/* @vite-ignore */ name)) as Packages[Name] & { default?: Packages[Name] };
  return loaded.default ?? loaded;
}

/** Those that are not installed. */
export const missingPackages = (): string[] =>
  [
    '@myriaddreamin/typst-ts-node-compiler',
    '@fontsource-variable/noto-serif-sc/unicode.json',
    'opentype.js',
    'wawoff2',
  ].filter((name) => {
    try {
      import.meta.resolve(name);
      return false;
    } catch {
      return true;
    }
  });
