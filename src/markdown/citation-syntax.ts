import type { Locator } from '../model/locator.ts';

/** One work in a citation, after Pandoc’s citation syntax (https://pandoc.org/MANUAL.html#citation-syntax). */
export interface CitationItem {
  /** The work’s id in works.json. */
  key: string;
  /** Text before the key: `for related research see` */
  prefix: string;
  locator?: Locator;
  /** Text after the locator, including the comma before it, if any. */
  suffix: string;
  /** Offset of the key’s @ in the string that was parsed. */
  offset: number;
}

/** A bracketed group and its range in the text. */
interface CitationGroup {
  start: number;
  end: number;
  items: CitationItem[];
}

const KEY = /(?<![\p{L}\p{N}])@([a-z0-9][a-z0-9-]*)/u;

/** Finds `[see @key, p. 4; @other]` groups. Brackets without a key are left alone. */
export function findCitations(text: string): CitationGroup[] {
  return [...text.matchAll(/\[([^[\]]*)\]/g)]
    .filter(([, inside]) => inside !== undefined && KEY.test(inside))
    .flatMap((match) => {
      const items = parseItems(match[1] ?? '', match.index + 1);
      return items ? [{ start: match.index, end: match.index + match[0].length, items }] : [];
    });
}

/** Undefined if one of the parts between semicolons cites nothing. */
function parseItems(inside: string, offset: number): CitationItem[] | undefined {
  const items: CitationItem[] = [];
  for (const part of inside.split(/[;；]/)) {
    const key = KEY.exec(part);
    if (!key?.[1]) return undefined;
    items.push({
      key: key[1],
      prefix: part.slice(0, key.index).trim(),
      ...splitLocator(part.slice(key.index + key[0].length)),
      offset: offset + key.index,
    });
    offset += part.length + 1;
  }
  return items;
}

const NUMBERS = '[0-9ivxlc]+(?:[-–—][0-9ivxlc]+)?(?:, ?[0-9]+(?:[-–—][0-9]+)?)*';
const before = (label: Locator['label'], written: string) => ({
  label,
  pattern: new RegExp(`^(?:${written})\\s*(${NUMBERS})(?![\\p{L}\\p{N}])`, 'u'),
});

/** How locators are written: p. 12, 第12页. */
const locatorPatterns: { label: Locator['label']; pattern: RegExp }[] = [
  before('page', 'pp?\\.'),
  before('chapter', 'chaps?\\.|ch\\.'),
  before('section', 'secs?\\.|§§?'),
  before('volume', 'vols?\\.'),
  before('paragraph', 'paras?\\.'),
  ...(
    [
      ['page', '页頁'],
      ['chapter', '章'],
      ['section', '节節'],
      ['volume', '卷'],
      ['paragraph', '段'],
    ] as const
  ).map(([label, counters]) => ({ label, pattern: new RegExp(`^第\\s*(${NUMBERS})\\s*[${counters}]`) })),
];

/** Takes the locator from the start of the text after a citation’s key: `, p. 46, on rivers`. */
export function splitLocator(rest: string): { locator?: Locator; suffix: string } {
  const text = rest.replace(/^\s*[,，]?\s*/, '');
  for (const { label, pattern } of locatorPatterns) {
    const match = pattern.exec(text);
    if (match?.[1]) {
      return {
        locator: { label, value: match[1] },
        suffix: text.slice(match[0].length).trim(),
      };
    }
  }
  return { suffix: rest.trim() };
}
