import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { isChinese, primaryLanguage } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { foldQuery } from './fold.ts';
import { numberedIn, printedPageIn } from './known-items.ts';
import { occurrences } from './match.ts';

/** In what ways one can ask. */
export const waysToAsk = [
  'words',
  'apart',
  'exactly',
  'without',
  'pinyin',
  'script',
  'alias',
  'language',
  'number',
] as const;
export type WayToAsk = (typeof waysToAsk)[number];

/** How an edition says the number of a note and of a printed page. */
interface Names {
  note: (number: number) => string;
  page: (page: number) => string;
}

/** The most frequent terms are those that pairs are looked for among. */
const MOST_TERMS = 12;

/** Queries that find something in an edition, by the way of asking that they show; a way that nothing shows is left out. */
export function examplesOf(dossier: Dossier, edition: Edition, names: Names): [WayToAsk, string[]][] {
  const segments = dossier.chapters
    .filter((chapter) => chapter.edition === edition.id)
    .flatMap((chapter) => chapter.segments.filter(({ type }) => type === 'paragraph'));
  const texts = segments.map(({ id, text }) => ({ id, text: foldQuery(text) }));
  const havingAll = (...asked: string[]): string[] =>
    texts
      .filter(({ text }) => asked.every((one) => !occurrences(text, foldQuery(one)).next().done))
      .map(({ id }) => id);
  const terms = dossier.terms
    .flatMap(({ value }) => {
      const name = value.name[edition.id];
      return name === undefined ? [] : [{ value, name, places: havingAll(name).length }];
    })
    .filter(({ places }) => places > 0)
    .sort((a, b) => b.places - a.places)
    .slice(0, MOST_TERMS);
  const pairs = terms.flatMap(({ name }, i) =>
    terms
      .slice(i + 1)
      .map(({ name: other }) => [name, other] as const)
      .filter(([a, b]) => !a.includes(b) && !b.includes(a)),
  );
  const together =
    pairs.find(([a, b]) => havingAll(a, b).length > 1) ?? pairs.find((pair) => havingAll(...pair).length > 0);
  const apart = pairs.find(([a, b]) => {
    const both = havingAll(a, b).length;
    return both > 0 && both < havingAll(a).length;
  });
  const other = dossier.settings.value.editions.find(
    ({ lang }) => primaryLanguage(lang) !== primaryLanguage(edition.lang),
  );
  const middle = segments[segments.length >> 1];
  const notes = segments.flatMap((segment) => segment.notes);
  const numbers = [
    ...(middle ? [middle.id] : []),
    ...notes.slice(notes.length >> 1, (notes.length >> 1) + 1).map(names.note),
  ].filter((query) => numberedIn(query).length > 0);
  const page = middle?.pages && names.page(middle.pages[0]);
  const [first] = terms;
  const found: Record<WayToAsk, (string | undefined)[]> = {
    words: terms.slice(0, 2).map(({ name }) => name),
    apart: [together?.join(' ')],
    exactly: [first && quoted(first.name)],
    without: [apart && `${apart[0]} -${asOne(apart[1])}`],
    ...inOtherLetters(
      terms.map(({ name }) => name),
      edition,
    ),
    alias: aliasesIn(dossier, edition),
    language: [other && first?.value.name[other.id]],
    number: [...numbers, page !== undefined && printedPageIn(page) !== undefined ? page : undefined],
  };
  return waysToAsk.flatMap((way): [WayToAsk, string[]][] => {
    const queries = found[way].filter((query) => query !== undefined);
    return queries.length > 0 ? [[way, queries]] : [];
  });
}

/** An abbreviation and a short name, neither of which is a part of what it stands for. */
function aliasesIn({ terms, actors }: Dossier, { id }: Edition): (string | undefined)[] {
  const named = [...terms, ...actors].flatMap(({ value }) => {
    const name = value.name[id] ?? '';
    return (value.aliases[id] ?? [])
      .filter((alias) => !name.includes(alias) && !alias.includes(name))
      .map((alias) => ({ alias, saved: name.length - alias.length }));
  });
  const shortest = named.sort((a, b) => b.saved - a.saved).map(({ alias }) => alias);
  const isAbbreviation = (alias: string): boolean => /^\p{Lu}{2,}$/u.test(alias);
  return [shortest.find(isAbbreviation), shortest.find((alias) => !isAbbreviation(alias))];
}

const quoted = (name: string): string => `"${name}"`;
const asOne = (name: string): string => (name.includes(' ') ? quoted(name) : name);

/** Of Chinese names: one in pinyin, and one in the script that the edition is not written in. */
function inOtherLetters(
  names: string[],
  { lang }: Edition,
): Record<'pinyin' | 'script', (string | undefined)[]> {
  if (!isChinese(lang)) return { pinyin: [], script: [] };
  const han = names.filter((name) => /^\p{Script=Han}{2,5}$/u.test(name));
  const convert =
    new Intl.Locale(lang).maximize().script === 'Hant'
      ? OpenCC.Converter({ from: 'tw', to: 'cn' })
      : OpenCC.Converter({ from: 'cn', to: 'tw' });
  return {
    pinyin: han.slice(0, 1).map((name) => pinyin(name, { toneType: 'none', v: true, separator: '' })),
    script: han
      .map(convert)
      .filter((converted, i) => converted !== han[i])
      .slice(0, 1),
  };
}
