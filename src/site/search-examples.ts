import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { isChinese, primaryLanguage } from '../model/language.ts';
import type { Translations } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { segmentsIn } from '../read/text-in.ts';
import { numberedIn } from '../search/known-items.ts';
import { matchParts, searchable } from '../search/match.ts';
import type { Part } from '../search/parse-query.ts';

/** The kinds of queries to show as examples. */
type WayToAsk = Exclude<keyof Translations['search']['ways'], 'heading'>;

/** Formats the number of a note or a printed page in an edition’s language. */
interface Names {
  note: (number: number) => string;
  page: (page: number) => string;
}

/** The number of most frequent terms among which to look for pairs. */
const MAX_TERMS = 12;

/** Example queries that find something in an edition, by kind; kinds without an example are omitted. */
export function examplesOf(dossier: Dossier, edition: Edition, say: Names): [WayToAsk, string[]][] {
  const segments = segmentsIn(dossier, edition.id).filter(({ type }) => type === 'paragraph');
  const texts = segments.map(({ text }) => searchable(text));
  const timesOf = (...asked: string[]): number =>
    texts.filter((text) => matchParts(text, asked.map(literally))).length;
  const terms = dossier.terms
    .map(({ value }) => ({ value, name: value.name[edition.id] ?? '' }))
    .filter(({ name }) => name !== '')
    .map((term) => ({ ...term, times: timesOf(term.name) }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .slice(0, MAX_TERMS);
  const names = terms.map(({ name }) => name);
  // Two terms that occur together somewhere, the first of them also elsewhere.
  const pair = names
    .flatMap((name, i) => names.slice(i + 1).map((other) => [name, other] as const))
    .filter(([a, b]) => !a.includes(b) && !b.includes(a))
    .find(([a, b]) => timesOf(a, b) > 0 && timesOf(a, b) < timesOf(a));
  const other = dossier.settings.value.editions.find(
    ({ lang }) => primaryLanguage(lang) !== primaryLanguage(edition.lang),
  );
  const middle = segments[segments.length >> 1];
  const notes = segments.flatMap((segment) => segment.notes);
  const note = notes[notes.length >> 1];
  const han = isChinese(edition.lang) ? names.filter((name) => /^\p{Script=Han}{2,5}$/u.test(name)) : [];
  const isTraditional = new Intl.Locale(edition.lang).maximize().script === 'Hant';
  const convert = OpenCC.Converter(isTraditional ? { from: 'tw', to: 'cn' } : { from: 'cn', to: 'tw' });
  const [first = '', second = ''] = names;
  const found: [WayToAsk, (string | false | undefined)[]][] = [
    ['words', [first, second]],
    ['apart', [pair?.join(' ')]],
    ['exactly', [first && `"${first}"`]],
    ['without', [pair && `${pair[0]} -${pair[1].includes(' ') ? `"${pair[1]}"` : pair[1]}`]],
    ['pinyin', [han[0] && pinyin(han[0], { toneType: 'none', v: true, separator: '' })]],
    ['script', [han.map(convert).find((name, i) => name !== han[i])]],
    ['alias', aliasesIn(dossier, edition)],
    ['language', [other && terms[0]?.value.name[other.id]]],
    [
      'number',
      [middle?.id, note !== undefined && say.note(note), middle?.pages && say.page(middle.pages[0])].filter(
        (one) => one && numberedIn(one).length > 0,
      ),
    ],
  ];
  return found.flatMap(([way, asked]): [WayToAsk, string[]][] => {
    const queries = asked.flatMap((query) => query || []);
    return queries.length > 0 ? [[way, queries]] : [];
  });
}

/** A part of a query that only matches literally. */
const literally = (text: string): Part => ({ literal: [text], alike: [] });

/** An abbreviation and a short name, neither of which is part of the full name. */
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
