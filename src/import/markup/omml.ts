import type { Element } from 'xast';
import { ACCENTS } from './accents.ts';

/** The TeX of a Word formula (OMML, ISO/IEC 29500-1, 22.1); elements without a rule are replaced by their children. */
export function texOfOmml(math: Element): string {
  return childrenToTex(math).replace(/\s+/g, ' ').trim();
}

const named = (node: Element): string => node.name.replace(/^.*:/, '');
const elementsOf = (node: Element): Element[] => node.children.filter((child) => child.type === 'element');
const children = (node: Element, name: string): Element[] =>
  elementsOf(node).filter((one) => named(one) === name);
const child = (node: Element, name: string): Element | undefined => children(node, name)[0];
const childrenToTex = (node: Element | undefined): string =>
  node ? elementsOf(node).map(texOf).join('') : '';
const part = (node: Element, name: string): string => `{${childrenToTex(child(node, name))}}`;
const property = (node: Element, name: string): string | undefined => {
  const found = elementsOf(node).find((one) => /Pr$/.test(named(one)));
  const own = found && child(found, name);
  return own && (own.attributes['m:val'] ?? own.attributes['val'] ?? '');
};

const rules: Record<string, (node: Element) => string> = {
  r: (node) => {
    const text = children(node, 't')
      .flatMap((one) => one.children.map((run) => (run.type === 'text' ? run.value : '')))
      .join('');
    return property(node, 'nor') === undefined ? signs(text) : `\\text{${signs(text)}}`;
  },
  f: (node) =>
    property(node, 'type') === 'lin'
      ? `${part(node, 'num')}/${part(node, 'den')}`
      : `\\frac${part(node, 'num')}${part(node, 'den')}`,
  sSup: (node) => `${part(node, 'e')}^${part(node, 'sup')}`,
  sSub: (node) => `${part(node, 'e')}_${part(node, 'sub')}`,
  sSubSup: (node) => `${part(node, 'e')}_${part(node, 'sub')}^${part(node, 'sup')}`,
  sPre: (node) => `{}_${part(node, 'sub')}^${part(node, 'sup')}${part(node, 'e')}`,
  rad: (node) => {
    const degree = childrenToTex(child(node, 'deg'));
    return `\\sqrt${degree === '' ? '' : `[${degree}]`}${part(node, 'e')}`;
  },
  nary: (node) => {
    const [sub, sup] = [childrenToTex(child(node, 'sub')), childrenToTex(child(node, 'sup'))];
    const sign = large[property(node, 'chr') ?? '∫'] ?? signs(property(node, 'chr') ?? '');
    return `${sign}${sub === '' ? '' : `_{${sub}}`}${sup === '' ? '' : `^{${sup}}`}${part(node, 'e')}`;
  },
  d: (node) => {
    const [open, close] = [property(node, 'begChr') ?? '(', property(node, 'endChr') ?? ')'];
    const inside = children(node, 'e')
      .map(childrenToTex)
      .join(signs(property(node, 'sepChr') ?? '|'));
    return `\\left${fence(open)}${inside}\\right${fence(close)}`;
  },
  m: (node) => {
    const rows = children(node, 'mr').map((row) => children(row, 'e').map(childrenToTex).join('&'));
    return `\\begin{matrix}${rows.join('\\\\')}\\end{matrix}`;
  },
  eqArr: (node) => `\\begin{aligned}${children(node, 'e').map(childrenToTex).join('\\\\')}\\end{aligned}`,
  func: (node) => {
    const name = childrenToTex(child(node, 'fName'));
    return `${/^[a-z]{2,}$/.test(name) ? `\\operatorname{${name}}` : name}${part(node, 'e')}`;
  },
  limLow: (node) => `\\underset${part(node, 'lim')}${part(node, 'e')}`,
  limUpp: (node) => `\\overset${part(node, 'lim')}${part(node, 'e')}`,
  acc: (node) => {
    const sign = property(node, 'chr') ?? '\u0302';
    return `${ACCENTS[sign] ?? `\\overset{${signs(sign)}}`}${part(node, 'e')}`;
  },
  bar: (node) => `${property(node, 'pos') === 'top' ? '\\overline' : '\\underline'}${part(node, 'e')}`,
  groupChr: (node) => `${property(node, 'pos') === 'top' ? '\\overbrace' : '\\underbrace'}${part(node, 'e')}`,
  borderBox: (node) => `\\boxed${part(node, 'e')}`,
};

function texOf(node: Element): string {
  const name = named(node);
  if (/Pr$/.test(name)) return '';
  return rules[name]?.(node) ?? childrenToTex(node);
}

const fence = (sign: string): string => (sign === '' ? '.' : signs(sign));
const large: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∬': '\\iint',
  '∮': '\\oint',
};

/** The text with characters escaped that are special in TeX. */
const signs = (text: string): string =>
  text
    .replace(/\\/g, '\\backslash ')
    .replace(/[{}#$%&_]/g, '\\$&')
    .replace(/~/g, '\\sim ')
    .replace(/\^/g, '\\hat{}');
