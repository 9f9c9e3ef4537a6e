import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { attribute, elementsOf, everyElement, outermost, textOf } from './elements.ts';

/**
 * Makes the formulas that scripts typeset on a page, or have typeset without MathML, elements `math` with their TeX.
 * Returns the number of those of which nothing can be read.
 */
export function markFormulas(root: Root): number {
  const elements = elementsOf(root).flatMap(everyElement);
  const typesets = elements.some(
    (one) =>
      /^(?:script|link)$/.test(one.tagName) &&
      /mathjax|katex/i.test(attribute(one, 'src') + attribute(one, 'href')),
  );
  // A picture of a formula stands beside it for old browsers.
  const written = new Set(elements.filter(({ tagName }) => tagName === 'annotation').map(textOf));
  for (const image of elements.filter(({ tagName }) => tagName === 'img'))
    if (written.has(attribute(image, 'alt').trim())) image.properties['hidden'] = true;
  let unread = 0;
  const visit = (node: Element | Root): void => {
    for (const child of elementsOf(node)) {
      const tex = texIn(child);
      if (tex !== undefined) {
        if (tex === '' && textOf(child) === '') unread++;
        makeFormula(child, tex);
      } else if (!/^(?:pre|code|math|script|style|svg)$/.test(child.tagName)) visit(child);
    }
    if (typesets) node.children = (node.children as ElementContent[]).flatMap(divideText);
  };
  visit(root);
  return unread;
}

/** The TeX of an element that is a formula, empty if unknown; undefined for other elements. */
function texIn(element: Element): string | undefined {
  const names = attribute(element, 'className').split(' ');
  if (element.tagName === 'script')
    return attribute(element, 'type').startsWith('math/tex') ? textOf(element) : undefined;
  const isTypeset = element.tagName === 'mjx-container' || names.includes('katex');
  const given = ['dataMath', 'dataTex', 'dataLatex'].map((name) => attribute(element, name)).find(Boolean);
  const isSource = names.includes('math') && (names.includes('inline') || names.includes('display'));
  if (!isTypeset && !isSource && given === undefined) return undefined;
  if (outermost(element, ({ tagName }) => tagName === 'math' || tagName === 'script').length > 0)
    return undefined;
  return given ?? (isTypeset ? '' : textOf(element));
}

/** Turns an element into a formula, displayed if it or its TeX says so. */
function makeFormula(element: Element, tex: string): void {
  const isDisplayed =
    element.tagName === 'div' ||
    /mode=display/.test(attribute(element, 'type')) ||
    attribute(element, 'display') === 'true' ||
    /(?:^|[ -])(?:display|block)/.test(attribute(element, 'className')) ||
    DISPLAYED.test(tex);
  Object.assign(element, {
    tagName: 'math',
    properties: { dataTex: tex, ...(isDisplayed ? { display: 'block' } : {}) },
  });
}

const DISPLAYED = /^\s*(?:\\\[|\$\$|\\begin)/;

/** TeX in running text, by the delimiters that MathJax and KaTeX know; money has no letter between its signs. */
const TEX =
  /\\\([^]+?\\\)|\\\[[^]+?\\\]|\$\$[^$]+\$\$|(?<![\\$\w])\$(?!\s)(?=[^$]*[A-Za-z\\])[^$\n]*?(?<![\s\\])\$(?![\d$])|\\begin\{(equation|align|gather|multline|eqnarray)(\*?)\}[^]+?\\end\{\1\2\}/g;

function divideText(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node];
  const parts: ElementContent[] = [];
  let done = 0;
  for (const { 0: tex, index } of node.value.matchAll(TEX)) {
    const formula = h('span', tex);
    makeFormula(formula, tex);
    parts.push({ type: 'text', value: node.value.slice(done, index) }, formula);
    done = index + tex.length;
  }
  return done === 0 ? [node] : [...parts, { type: 'text', value: node.value.slice(done) }];
}
