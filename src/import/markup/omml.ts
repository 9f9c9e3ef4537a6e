import type { Element } from 'xast';

/** The TeX of a Word formula (OMML, ISO/IEC 29500-1, 22.1); elements without a rule are replaced by their children. */
export function texOfOmml(math: Element): string {
  return all(math).replace(/\s+/g, ' ').trim();
}

const named = (node: Element): string => node.name.replace(/^.*:/, '');
const elementsOf = (node: Element): Element[] => node.children.filter((child) => child.type === 'element');
const child = (node: Element, name: string): Element | undefined =>
  elementsOf(node).find((one) => named(one) === name);
const all = (node: Element | undefined): string => (node ? elementsOf(node).map(texOf).join('') : '');
const part = (node: Element, name: string): string => `{${all(child(node, name))}}`;
const property = (node: Element, name: string): string | undefined => {
  const found = elementsOf(node).find((one) => /Pr$/.test(named(one)));
  const own = found && child(found, name);
  return own && (own.attributes['m:val'] ?? own.attributes['val'] ?? '');
};

const rules: Record<string, (node: Element) => string> = {
  r: (node) => {
    const text = elementsOf(node)
      .filter((one) => named(one) === 't')
      .flatMap(({ children }) => children.map((one) => (one.type === 'text' ? one.value : '')))
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
    const degree = all(child(node, 'deg'));
    return `\\sqrt${degree === '' ? '' : `[${degree}]`}${part(node, 'e')}`;
  },
  nary: (node) => {
    const [sub, sup] = [all(child(node, 'sub')), all(child(node, 'sup'))];
    const sign = large[property(node, 'chr') ?? '∫'] ?? signs(property(node, 'chr') ?? '');
    return `${sign}${sub === '' ? '' : `_{${sub}}`}${sup === '' ? '' : `^{${sup}}`}${part(node, 'e')}`;
  },
  d: (node) => {
    const [open, close] = [property(node, 'begChr') ?? '(', property(node, 'endChr') ?? ')'];
    const inside = elementsOf(node)
      .filter((one) => named(one) === 'e')
      .map(all)
      .join(signs(property(node, 'sepChr') ?? '|'));
    return `\\left${fence(open)}${inside}\\right${fence(close)}`;
  },
  m: (node) => `\\begin{matrix}${rowsOf(node, 'mr')}\\end{matrix}`,
  eqArr: (node) => `\\begin{aligned}${linesOf(node).map(all).join('\\\\')}\\end{aligned}`,
  func: (node) => {
    const name = all(child(node, 'fName'));
    return `${/^[a-z]{2,}$/.test(name) ? `\\operatorname{${name}}` : name}${part(node, 'e')}`;
  },
  limLow: (node) => `\\underset${part(node, 'lim')}${part(node, 'e')}`,
  limUpp: (node) => `\\overset${part(node, 'lim')}${part(node, 'e')}`,
  acc: (node) => `${accents[property(node, 'chr') ?? '\u0302'] ?? '\\hat'}${part(node, 'e')}`,
  bar: (node) => `${property(node, 'pos') === 'top' ? '\\overline' : '\\underline'}${part(node, 'e')}`,
  groupChr: (node) => `${property(node, 'pos') === 'top' ? '\\overbrace' : '\\underbrace'}${part(node, 'e')}`,
  borderBox: (node) => `\\boxed${part(node, 'e')}`,
};

function texOf(node: Element): string {
  const name = named(node);
  if (/Pr$/.test(name)) return '';
  return rules[name]?.(node) ?? all(node);
}

const linesOf = (node: Element): Element[] => elementsOf(node).filter((one) => named(one) === 'e');
const rowsOf = (node: Element, row: string): string =>
  elementsOf(node)
    .filter((one) => named(one) === row)
    .map((one) => linesOf(one).map(all).join('&'))
    .join('\\\\');

const fence = (sign: string): string => (sign === '' ? '.' : signs(sign));
const large: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∬': '\\iint',
  '∮': '\\oint',
};
const accents: Record<string, string> = {
  '\u0302': '\\hat',
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\overline',
  '\u0307': '\\dot',
  '\u0308': '\\ddot',
  '\u20D7': '\\vec',
};

/** The text with characters escaped that are special in TeX. */
const signs = (text: string): string =>
  text
    .replace(/\\/g, '\\backslash ')
    .replace(/[{}#$%&_]/g, '\\$&')
    .replace(/~/g, '\\sim ')
    .replace(/\^/g, '\\hat{}');
