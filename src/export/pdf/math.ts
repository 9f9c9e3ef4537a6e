import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { array, call, row, string } from './code.ts';

/** Converts a formula from KaTeX’s MathML to Typst; its TeX is the alternative text. */
export function mathOf(node: Element): string {
  const semantics = elements(node).find(({ tagName }) => tagName === 'semantics');
  const [body, annotation] = semantics ? elements(semantics) : elements(node);
  const isBlock = node.properties['display'] === 'block';
  return call('math.equation', [
    `block: ${isBlock}`,
    `alt: ${string(annotation ? toString(annotation) : toString(node))}`,
    body ? formula(body) : '[]',
  ]);
}

function formula(node: ElementContent): string {
  if (node.type === 'text') return string(node.value);
  if (node.type !== 'element') return '[]';
  const parts = elements(node).map(formula);
  const [first = '[]', second = '[]', third = '[]'] = parts;
  switch (node.tagName) {
    case 'mfrac':
      return call('math.frac', [first, second]);
    case 'msub':
      return call('math.attach', [first, `br: ${second}`]);
    case 'msup':
      return call('math.attach', [first, `tr: ${second}`]);
    case 'msubsup':
      return call('math.attach', [first, `br: ${second}`, `tr: ${third}`]);
    case 'munder':
      return call('math.attach', [first, `b: ${second}`]);
    case 'mover':
      return call('math.attach', [first, `t: ${second}`]);
    case 'munderover':
      return call('math.attach', [first, `b: ${second}`, `t: ${third}`]);
    case 'msqrt':
      return call('math.sqrt', [row(parts)]);
    case 'mroot':
      return call('math.root', [second, first]);
    case 'mspace':
      return 'h(0.3em)';
    case 'mtable':
      return call('math.mat', [
        'delim: none',
        ...elements(node).map((line) => array(elements(line).map(formula))),
      ]);
    case 'mi':
    case 'mo':
      return sign(toString(node));
    case 'mn':
    case 'mtext':
      return string(toString(node));
    default:
      return row(parts);
  }
}

/** A single letter is a variable or operator, which Typst sets accordingly; several letters are a word. */
const sign = (text: string): string =>
  [...text].length === 1 ? call('symbol', [string(text)]) : string(text);

const elements = (node: Element): Element[] =>
  node.children.filter((child): child is Element => child.type === 'element');
