import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { otherNumbers } from '../../src/language/en-plurals.ts';
import { otherSpellings } from '../../src/search/spell.ts';
import { attribute, builtTree, textIn } from './page-tree.ts';

/**
 * A place of an edition as its page shows it, with one line per paragraph. Read from the built pages, not from the
 * index.
 */
export interface ShownPlace {
  /** `segment 2.4.2` */
  name: string;
  lines: string[];
}

/** Every searchable place of an edition, from its chapters and entry pages; the pages are read once. */
export function shownPlaces(folder: string, edition: string): ShownPlace[] {
  const key = `${folder} ${edition}`;
  const places = known.get(key) ?? readPlaces(folder, edition);
  known.set(key, places);
  return places;
}
const known = new Map<string, ShownPlace[]>();

function readPlaces(folder: string, edition: string): ShownPlace[] {
  const load = (address: string): Root => builtTree(folder, address);
  const text = (node: Nodes, without = ''): string =>
    textIn(node, `sup:has([role=doc-noteref]), .permalink, .page${without}`);
  const found: ShownPlace[] = [];
  const add = (name: string, lines: string[]): void =>
    void found.push({ name, lines: lines.filter((line) => line !== '') });

  for (const address of linksIn(load(`${edition}/`), edition, '').filter((one) => /^\w+\/\d-/.test(one))) {
    const chapter = load(address);
    add(`heading ${/\/(\d+)-/.exec(address)?.[1]}`, [text(only(chapter, 'h1'), ', .number')]);
    let lines: string[] = [];
    for (const block of selectAll('.prose > *', chapter)) {
      if (block.tagName === 'figure') continue;
      const id = attribute(block, 'id');
      if (id !== undefined) {
        lines = [];
        const kind = /^h\d$/.test(block.tagName) ? 'heading' : 'segment';
        found.push({ name: `${kind} ${id.replace(/^p(?=\d)/, '')}`, lines });
      }
      lines.push(
        ...(/^(?:p|h2|h3)$/.test(block.tagName) ? [text(block)] : blocksIn(block).map((one) => text(one))),
      );
    }
    for (const remark of selectAll('.editor-note', chapter))
      add(`remark ${attribute(remark, 'id')?.replace('editor-note-', '')}`, [text(remark, ', b')]);
    for (const note of selectAll('.notes li', chapter))
      add(
        `note ${attribute(note, 'id')?.replace('note-', '')}`,
        blocksIn(only(note, '.note-text')).map((one) => text(one)),
      );
  }
  for (const address of linksIn(load(`${edition}/terms/`), edition, 'terms/')) {
    const term = load(address);
    const aliases = selectAll('.facts > dt', term)
      .filter((name) => /^(?:相关用语|Related wording)$/.test(text(name)))
      .flatMap((name) => selectAll('li', next(term, name)));
    add(`term ${slug(address)}`, [
      text(only(term, 'h1')),
      text(only(term, '.definition'), ', small'),
      ...aliases.map((one) => text(one)),
    ]);
    for (const addition of selectAll('.addition', term))
      add(`remark term-${slug(address)}`, [text(addition, ', b')]);
  }
  const exhibits = join(folder, edition, 'exhibits');
  for (const id of existsSync(exhibits) ? readdirSync(exhibits).filter((one) => !one.includes('.')) : [])
    for (const remark of selectAll('[id^=editor-note-]', load(`${edition}/exhibits/${id}/`)))
      add(`remark ${id}`, [text(remark, ', b')]);
  const cases = load(`${edition}/cases/`);
  for (const address of linksIn(cases, edition, 'cases/')) {
    const one = load(address);
    add(`case ${slug(address)}`, [
      text(only(one, 'h1')),
      text(only(one, '.summary')),
      ...selectAll('.account p, .prose p, .development', one).map((paragraph) => text(paragraph)),
    ]);
  }
  for (const work of selectAll('.index > li', load(`${edition}/works/`))) {
    const id = attribute(work, 'id');
    add(`work ${id}`, [text(only(load(`${edition}/works/${id}/`), '.reference'))]);
  }
  for (const address of linksIn(load(`${edition}/actors/`), edition, 'actors/'))
    add(`actor ${slug(address)}`, [text(only(load(address), 'h1'))]);
  const checks = existsSync(join(folder, 'check'))
    ? readdirSync(join(folder, 'check'), { withFileTypes: true }).flatMap((one) =>
        one.isDirectory() ? one.name : [],
      )
    : [];
  for (const id of checks) {
    const [section] = selectAll(`section.check[lang|=${edition}]`, load(`check/${id}/`));
    if (section)
      // The finding for an unavailable source is the paragraph without a class.
      add(
        `check ${id}`,
        selectAll('.claim, .finding, .check > p:not([class]), .words > q', section).map((one) =>
          // Whose claim it is, is said before it.
          text(one, ', small[data-pagefind-ignore]'),
        ),
      );
  }
  return found;
}

/** Addresses of an edition’s pages that a page links to, from the dossier’s root, but not its own. */
const linksIn = (page: Root, edition: string, start: string): string[] => [
  ...new Set(
    selectAll('main a', page)
      .map((link) => attribute(link, 'href') ?? '')
      .filter(
        (href) =>
          href.startsWith(`/${edition}/${start}`) &&
          href !== `/${edition}/${start}` &&
          !href.includes('#') &&
          href.split('/').length > 3,
      )
      .map((href) => href.slice(1)),
  ),
];

const slug = (address: string): string => address.split('/').at(-2) ?? '';

/** The innermost blocks within an element, or the element itself. */
function blocksIn(root: Element): Element[] {
  const inner = selectAll('p, li, h2, h3, td, th, blockquote', root).filter(
    (one) =>
      one !== root && selectAll('p, li, td, th', { type: 'root', children: one.children }).length === 0,
  );
  return inner.length > 0 ? inner : [root];
}

function only(node: Nodes, selector: string): Element {
  const element = select(selector, node);
  if (!element) throw new Error(`Missing ${selector}, expected one on the page`);
  return element;
}

/** The element that follows another in a list of facts. */
function next(page: Root, name: Element): Element {
  const siblings = selectAll('.facts > *', page);
  const element = siblings[siblings.indexOf(name) + 1];
  if (!element) throw new Error(`Missing fact, expected one after ${textIn(name)}`);
  return element;
}

/** Normalises a text, so that what a reader would call the same string is equal. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[‘’]/g, "'")
    .replace(/°([cf])(?!\p{Script=Latin})/gu, (_, scale) => (scale === 'c' ? '℃' : '℉'))
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .replace(/ (?=[\p{Pe}\p{Pf}\p{Po}])|(?<=[\p{Ps}\p{Pi}]) /gu, '')
    .trim();
}

/**
 * The same without punctuation, except within a number such as 1.5 or 70%. An apostrophe divides a word only if
 * `divided` is true, a hyphen unless `joined` is.
 */
export const comparableWords = (text: string, divided = false, joined = false): string =>
  comparable(text)
    .replace(/(?<=[\p{L}\p{M}])'(?=\p{L})/gu, divided ? ' ' : '')
    .replace(/(?<=(?!\p{Script=Han})[\p{L}\p{M}])[-‐](?=(?!\p{Script=Han})\p{L})/gu, joined ? '' : ' ')
    .replace(/(?![℃℉])[\p{P}\p{S} ]/gu, (sign, at: number, whole: string) =>
      isOfNumber(sign, at, whole) ? sign : ' ',
    )
    .replace(/ +/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();

function isOfNumber(sign: string, at: number, whole: string): boolean {
  const [before, after] = [whole.slice(0, at), whole.slice(at + sign.length)];
  return /[.,:/\-–]/.test(sign)
    ? /\p{Nd}$/u.test(before) && /^\p{Nd}/u.test(after)
    : /[\p{S}%‰]/u.test(sign) && (/\p{Nd}$/u.test(before) || /^\p{Nd}/u.test(after));
}

/** A string in its own spelling, and in British and American spelling. */
export const spelt = (text: string): string[] => [text, ...otherSpellings(comparable(text))];

/**
 * A text normalised for comparison: with punctuation, without it, with words divided at apostrophes, and with words
 * joined at hyphens.
 */
export interface Compared {
  strict: string;
  loose: string;
  divided: string;
  joined: string;
}
export const compared = (text: string): Compared => ({
  strict: comparable(text),
  loose: comparableWords(text),
  divided: comparableWords(text, true),
  joined: comparableWords(text, false, true),
});

/** Whether a text contains a string, regardless of punctuation. */
export const stands = (line: Compared, wanted: Compared): boolean =>
  timesIn(line.strict, wanted.strict) > 0 ||
  [line.loose, line.divided, line.joined].some(
    (text) => timesIn(text, wanted.loose) > 0 || timesIn(text, wanted.joined) > 0,
  );

/** A string with some of its English words in the other number. */
export const inOtherNumbers = (text: string): string[] =>
  comparableWords(text, true)
    .split(' ')
    .map((word) => [word, ...otherNumbers(word)])
    .reduce(
      (before, forms) => before.flatMap((one) => forms.map((form) => `${one} ${form}`)).slice(0, 500),
      [''],
    )
    .map((form) => form.trim())
    .slice(1);

/** Tells whether a text contains a string with some of its English words in the other number. */
export function standingInOtherNumber(wanted: string): (line: Compared) => boolean {
  const end = comparableWords(wanted, true).split(' ').at(-1);
  const forms = inOtherNumbers(wanted).map((form) => ({ form, isWhole: form.split(' ').at(-1) !== end }));
  return ({ divided }) => forms.some(({ form, isWhole }) => timesIn(divided, form, isWhole) > 0);
}

/**
 * The number of times a normalised string occurs in another, not counting matches inside words and numbers; if
 * `isWhole`, nor the beginning of longer words.
 */
export function timesIn(text: string, wanted: string, isWhole = false): number {
  let times = 0;
  if (wanted !== '')
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      // A character may take two code units; only the adjacent characters matter.
      const [before, after] = [
        text.slice(Math.max(0, at - 2), at),
        text.slice(at + wanted.length, at + wanted.length + 2),
      ];
      const cutsNumber =
        (/^\p{Nd}/u.test(wanted) && /\p{Nd}$/u.test(before)) ||
        (/\p{Nd}$/u.test(wanted) && /^\p{Nd}/u.test(after));
      const cutsWord =
        /^(?!\p{Script=Han})\p{L}/u.test(wanted) && /(?!\p{Script=Han})[\p{L}\p{M}]$/u.test(before);
      const isBeginning = isWhole && /^(?!\p{Script=Han})[\p{L}\p{M}]/u.test(after);
      if (!cutsNumber && !cutsWord && !isBeginning) times++;
    }
  return times;
}

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
