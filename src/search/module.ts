import { primaryLanguage } from '../model/language.ts';
import { withBase } from '../model/urls.ts';
import { escapeXml } from '../model/xml.ts';
import { excerpt } from './excerpt.ts';
import { editionsAt, openSource } from './open-source.ts';
import { addressOf, type RecordKind } from './record.ts';
import { search as answer } from './search.ts';
import { compareByCount } from './matches.ts';

/** A place that matches the query. */
export interface Result {
  /** Full address of a page that marks the hits. */
  url: string;
  title: string;
  /** HTML, with each hit in `<mark>`. */
  excerpt: string;
  /** Id of the paragraph (`2.4.2`), or of the note, case, term, work, actor or exhibit. */
  segment: string;
  kind: RecordKind;
}

export interface SearchOptions {
  /** The language to search in, or the id of an edition; without it, the dossier's first edition. */
  language?: string;
  /** Roots of other dossiers to search beside this one. */
  others?: string[];
  /** The maximum number of results. */
  most?: number;
}

// This module is in `search/`, below the dossier’s root.
const home = new URL(/* @vite-ignore */ '..', import.meta.url).href;

/** Searches dossiers, best matches first. Throws if one cannot be reached. */
export async function search(
  query: string,
  { language, others = [], most = 100 }: SearchOptions = {},
): Promise<Result[]> {
  const asked = [home, ...others].map(async (root) => {
    const editions = await editionsAt(root);
    const edition = editionIn(editions, language?.toLowerCase());
    const found = edition && (await answer(await openSource(root, edition.id), query));
    // The paragraphs on a printed page answer a query for the page, but need not contain its words.
    const placed =
      found?.exact.filter(({ printedPage, count }) => printedPage === undefined || count > 0) ?? [];
    return placed.map((match) => ({ ...match, root, editions, edition, asked: found?.asked ?? query }));
  });
  const found = (await Promise.all(asked)).flat();
  found.sort((a, b) => Number(b.isKnown ?? false) - Number(a.isKnown ?? false) || compareByCount(a, b));
  return Promise.all(
    found.slice(0, most).map(async ({ root, editions, edition, asked: words, read }): Promise<Result> => {
      const { record, spans, runs, unit } = await read();
      const url = new URL(withBase(root, addressOf(record, edition?.id ?? '', editions, unit)), home);
      if (unit === undefined) url.searchParams.set('q', runs?.join(' ') ?? words);
      return {
        url: url.href,
        title: record.kind === 'segment' ? `${record.id} ${record.title}` : record.title,
        excerpt: excerpt(record.text, spans)
          .map(({ text, hit }) => (hit ? `<mark>${escapeXml(text)}</mark>` : escapeXml(text)))
          .join(''),
        segment: record.id,
        kind: record.kind,
      };
    }),
  );
}

const editionIn = <T extends { id: string; lang: string }>(
  editions: T[],
  wanted: string | undefined,
): T | undefined =>
  wanted === undefined
    ? editions[0]
    : (editions.find(({ id, lang }) => id === wanted || lang.toLowerCase() === wanted) ??
      editions.find(({ lang }) => primaryLanguage(lang) === primaryLanguage(wanted)));
