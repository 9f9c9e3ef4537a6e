import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import katex from 'katex';
import { MathMLToLaTeX } from 'mathml-to-latex';
import { ACCENTS } from './accents.ts';

/**
 * The TeX of a formula in MathML, or of one that a reader has already converted to TeX; undefined if it cannot be
 * typeset.
 */
export function texOf(math: Element): string | undefined {
  const given = math.properties['dataTex'] ?? annotationOf(math);
  const tex = tidied(typeof given === 'string' ? given : fromMathml(math));
  return tex !== '' && canBeSet(tex) ? tex : undefined;
}

/** Many MathML formulas contain the TeX from which they were made. */
function annotationOf(node: Element): string | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const isTex = /tex/i.test(String(child.properties['encoding'] ?? ''));
    if (child.tagName.toLowerCase() === 'annotation' && isTex)
      return child.children.map((text) => (text.type === 'text' ? text.value : '')).join('');
    const inside = annotationOf(child);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function fromMathml(math: Element): string {
  try {
    const tex = MathMLToLaTeX.convert(toHtml(withGroups(math), { space: 'html', closeSelfClosing: true }));
    // So the library writes signs above and below letters that it does not know.
    return tex.replace(/\\(?:over|under)set\{([^{}]+)\}(?=\{)/g, (whole, sign: string) =>
      /^\\(?:over|under)line$/.test(sign) ? sign : (ACCENTS[sign] ?? whole),
    );
  } catch {
    // The library throws on unknown elements; the formula is then reported in the ledger.
    return '';
  }
}

/** The library sets an accented letter with an index in brackets, unless the letter is a group. */
function withGroups(node: Element): Element {
  const children = node.children.map((child) => (child.type === 'element' ? withGroups(child) : child));
  const base = children.findIndex(({ type }) => type === 'element');
  const inner = children[base];
  if (
    /^m(?:sub|sup|subsup)$/.test(node.tagName) &&
    inner?.type === 'element' &&
    /^m(?:over|under)$/.test(inner.tagName)
  )
    children[base] = h('mrow', inner);
  return { ...node, children };
}

/**
 * The formula on one line, without the dollar signs and document commands around it; environments that are themselves
 * displayed become those that may be in a formula.
 */
const tidied = (tex: string): string =>
  tex
    .replace(/^[^]*\\begin\{document\}|\\end\{document\}[^]*$/g, '')
    .replace(/\\(begin|end)\{(?:(align|gather)|multline|equation)\*?\}/g, (_, at: string, kind = '') =>
      kind === '' ? '' : `\\${at}{${kind}ed}`,
    )
    .replace(/\\(?:label\{[^}]*\}|nonumber\b|notag\b)/g, '')
    .trim()
    .replace(/^(?:\$\$?|\\\[|\\\()|(?:\$\$?|\\\]|\\\))$/g, '')
    .replace(/(?<!\\)%.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

function canBeSet(tex: string): boolean {
  if (tex.includes('$')) return false;
  try {
    const html = katex.renderToString(tex, { output: 'mathml', throwOnError: true, strict: 'ignore' });
    return !html.includes(' style=');
  } catch (error) {
    if (error instanceof katex.ParseError) return false;
    throw error;
  }
}
