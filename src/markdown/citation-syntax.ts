import type { Locator } from '../model/locator.ts';

/** One work in a citation, after Pandoc's citation syntax (https://pandoc.org/MANUAL.html#citation-syntax). */
export interface CitationItem {
  /** Id in works.json. */
  key: string;
  /** Text before the key: `for related research see` */
  prefix: string;
  locator?: Locator;
  /** Text after the locator, with the comma before it, if there is one. */
  suffix: string;
  /** Offset of the key's @ in the string that was parsed. */
  offset: number;
}

/** A bracketed group and where it stands in the text. */
export interface CitationGroup {
  start: number;
  end: number;
  items: CitationItem[];
}

const KEY = /(?<![\p{L}\p{N}])@([a-z0-9][a-z0-9-]*)/u;

/** Finds `[see @key, p. 4; @other]` groups. A bracket without a key is left alone. */
export function findCitations(text: string): CitationGroup[] {
  return [...text.matchAll(/\[([^[\]]*)\]/g)]
    .filter(([, inside]) => inside !== undefined && KEY.test(inside))
    .flatMap((match) => {
      const items = parseItems(match[1] ?? '', match.index + 1);
      return items ? [{ start: match.index, end: match.index + match[0].length, items }] : [];
    });
}

/** Undefined when one of the parts between semicolons cites nothing. */
function parseItems(inside: string, offset: number): CitationItem[] | undefined {
  const items: CitationItem[] = [];
  for (const part of inside.split(/[;；]/)) {
    const key = KEY.exec(part);
    if (!key?.[1]) return undefined;
    const { locator, suffix } = splitLocator(part.slice(key.index + key[0].length));
    items.push({
      key: key[1],
      prefix: part.slice(0, key.index).trim(),
      ...(locator ? { locator } : {}),
      suffix,
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

/** How locators are written. \u7b2c … \u9875 and their like are the Chinese forms: ordinal sign, number, counter. */
const locatorForms: { label: Locator['label']; pattern: RegExp }[] = [
  before('page', 'pp?\\.'),
  before('chapter', 'chaps?\\.|ch\\.'),
  before('section', 'secs?\\.|§§?'),
  before('volume', 'vols?\\.'),
  before('paragraph', 'paras?\\.'),
  ...(
    [
      ['page', '\u9875\u9801'],
      ['chapter', '\u7ae0'],
      ['section', '\u8282\u7bc0'],
      ['volume', '\u5377'],
      ['paragraph', '\u6bb5'],
    ] as const
  ).map(([label, counters]) => ({ label, pattern: new RegExp(`^\u7b2c\\s*(${NUMBERS})\\s*[${counters}]`) })),
];

function splitLocator(rest: string): { locator?: Locator; suffix: string } {
  const text = rest.replace(/^\s*[,，]?\s*/, '');
  for (const { label, pattern } of locatorForms) {
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
