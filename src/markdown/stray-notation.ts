import type { Nodes, Root } from 'mdast';
import { placesIn } from '../model/place.ts';
import { findCitations } from './citation-syntax.ts';
import { schemes, type StrayNotation } from './nodes.ts';

/**
 * Finds text that looks like our notation but is not, and would be published as it is. Searches the source text,
 * where a backslash before a character still shows that the character is intended.
 */
export function findStrayNotation(tree: Root, source: string, path: string): StrayNotation[] {
  const placeAt = placesIn(path, source);
  return textsIn(tree).flatMap(([from, to]) =>
    strayNotationIn(source.slice(from, to)).map(({ at, ...stray }) => ({
      ...stray,
      place: placeAt(from + at, from + at + stray.written.length),
    })),
  );
}

type StrayAt = Pick<StrayNotation, 'type' | 'written' | 'label'> & { at: number };

function strayNotationIn(text: string): StrayAt[] {
  const links = linksIn(text);
  const isInLink = (at: number): boolean =>
    links.some((link) => link.at <= at && at < link.at + link.written.length);
  const found = (type: StrayNotation['type'], pattern: RegExp): StrayAt[] =>
    [...text.matchAll(pattern)].map(({ index, 0: written, 1: label = '' }) => ({
      type,
      written,
      label,
      at: index,
    }));
  const citations = findCitations(text);
  const brackets = found('brackets', BRACKETS);
  return [
    ...found('mark', MARK),
    ...found('mark', WIDE_MARK).filter(({ written }) => /[［］＾]/.test(written)),
    ...found('formula', FORMULA).filter(({ label }) => isTex(label)),
    ...links,
    ...found('at', AT)
      .filter(({ at }) => !citations.some(({ start, end }) => start <= at && at < end))
      .map((one) => ({ ...one, type: citationType(text, one) })),
    ...brackets.filter(({ at }) => !isInLink(at)),
    ...bracesIn(text),
  ];
}

const MARK = /(?<!\\)\[\^([^\]\s]+)\]/g;
const WIDE_MARK = /(?<!\\)[[［][\^＾]([\d０-９]+)[\]］]/g;
// Pandoc’s rule, so that two prices are not a formula: https://pandoc.org/MANUAL.html#math
const FORMULA = /(?<![\\$\p{L}\p{N}])\$(?![\s$])((?:\\.|[^$\\\n])+?)(?<!\s)\$(?![\p{N}$])/gu;
// In a web address, a slash precedes the @.
const AT = /(?<![\\\p{Script=Latin}\p{N}/.])@([\p{L}\p{N}][\w-]*)/gu;
const KEY = /^[a-z0-9][a-z0-9-]*-(?:\d{4}|nd)[a-z]?$/;
const BRACKETS = /(?<![\\!\p{L}\]])\[([^[\]^@\n\\]+)\](?![[(（:])/gu;
const TARGET = new RegExp(
  `[(\\[（]((?:${schemes.join('|')})[:：][\\p{L}\\p{N}][^\\s()\\[\\]（）]*)[)\\]）]?`,
  'gu',
);

/** Closing braces without an opening one. Editors escape braces that should be printed with a backslash. */
function bracesIn(text: string): StrayAt[] {
  let open = 0;
  return [...text.matchAll(BRACE)].flatMap(({ index, 0: written, 1: label = '' }): StrayAt[] => {
    if (written === '\\{') open++;
    else if (open > 0) open--;
    else if (written !== '\\}') return [{ type: 'brace', written, label, at: index }];
    return [];
  });
}

const BRACE = /\\[{}\\]|(?:\/\*\s*([^*{}]*?)\s*\*\/)?\}/g;

/** Whether the text between two dollars is TeX rather than words between two prices. */
function isTex(inside: string): boolean {
  if (/(?<![\\A-Za-z])[A-Za-z]{4,}/.test(inside)) return false;
  return (
    /[\\^_={}+<>|]/.test(inside) || /^[A-Za-z][′']*(?:\s*[-*/,]\s*[A-Za-z0-9]+)*(?:\([^)]*\))?$/.test(inside)
  );
}

/** Targets in parentheses that Markdown did not read as links, with the bracketed text before them. */
const linksIn = (text: string): StrayAt[] =>
  [...text.matchAll(TARGET)].flatMap(({ index, 0: written, 1: label = '' }): StrayAt[] => {
    if (text.charAt(index - 1) === '\\' || (written.startsWith('[') && text.charAt(index - 1) !== ']'))
      return [];
    const opening = Math.max(text.lastIndexOf('[', index - 1), text.lastIndexOf('［', index - 1));
    const at =
      opening >= 0 && !text.slice(opening, index).includes('\n') && text.charAt(opening - 1) !== '\\'
        ? opening
        : index;
    return [
      {
        type: 'link',
        at,
        label: label.replace('：', ':'),
        written: text.slice(at, index + written.length),
      },
    ];
  });

function citationType(text: string, { at, label }: StrayAt): StrayNotation['type'] {
  if (!KEY.test(label)) return 'at';
  const isBracketed = text.lastIndexOf('[', at) > text.lastIndexOf(']', at) && text.indexOf(']', at) >= 0;
  return isBracketed ? 'citationPart' : 'citation';
}

/**
 * The ranges of a source that Markdown read as text. If a bare address became a link, neither it nor the text around
 * it has a position any more, so they form one range.
 */
function textsIn(node: Nodes): [number, number][] {
  if (!('children' in node)) return [];
  const stretches: [number, number][] = [];
  let from: number | undefined;
  let end = node.children[0]?.position?.start.offset ?? node.position?.start.offset;
  const close = (to: number | undefined): void => {
    if (from !== undefined && to !== undefined && to > from) stretches.push([from, to]);
    from = undefined;
  };
  for (const child of node.children) {
    const { position } = child;
    if (child.type === 'text' || !position) {
      from ??= position?.start.offset ?? end;
      end = position?.end.offset ?? end;
      continue;
    }
    close(position.start.offset);
    end = position.end.offset;
    stretches.push(...textsIn(child));
  }
  const last = node.children.at(-1);
  close(last?.position?.end.offset ?? node.position?.end.offset);
  return stretches;
}
