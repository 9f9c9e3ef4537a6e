import { HAN } from '../model/language.ts';
import type { Match } from './matches.ts';
import type { SearchSource } from './source.ts';

/** No more matches than are shown at first are read. */
const MOST = 10;

/**
 * The longer names of which the query is only a part wherever it occurs, such as 印度尼西亚 for 印度: those of countries,
 * and of the terms and actors that match. None if it also occurs alone.
 */
export async function namesAround(matches: Match[], { lang }: SearchSource): Promise<string[]> {
  const hits = await Promise.all(matches.map((match) => match.read()));
  const entries = hits.filter(({ record: { kind } }) => kind === 'term' || kind === 'actor');
  const names = [
    ...countryNames(lang),
    ...entries.flatMap(({ record }) => Object.values(record.names ?? {}).flat()),
  ].filter((name) => HAN.test(name));
  const around = hits.flatMap(({ record: { text }, spans }) =>
    spans.map(({ start, end }) =>
      names.find((name) => {
        const at = text.indexOf(name, Math.max(0, end - name.length));
        return name.length > end - start && at >= 0 && at <= start;
      }),
    ),
  );
  return around.every((name) => name !== undefined) ? [...new Set(around)] : [];
}

/** The names of countries in a language. */
function countryNames(lang: string): string[] {
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return [...letters].flatMap((a) => [...letters].flatMap((b) => names.of(a + b) ?? []));
}

/** Whether a string that letters are read as is no word of the texts, but was cut out of several. */
export async function isCutOut(string: string, matches: Match[], { lang }: SearchSource): Promise<boolean> {
  if (matches.some(({ isKnown }) => isKnown)) return false;
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const words = [...segmenter.segment(string)].map(({ segment }) => segment);
  if (words.length > 1 && words.every((word) => word.length === 1)) return true;
  const hits = await Promise.all(matches.slice(0, MOST).map((match) => match.read()));
  return hits.every(({ record: { text }, spans }) =>
    spans.every(({ start, end }) => {
      const inText = segmenter.segment(text);
      const last = inText.containing(end - 1);
      return inText.containing(start)?.index !== start || (last && last.index + last.segment.length !== end);
    }),
  );
}
