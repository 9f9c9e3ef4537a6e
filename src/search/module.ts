import { primaryLanguage } from '../model/language.ts';
import { withBase } from '../model/urls.ts';
import { escapeXml } from '../model/xml.ts';
import { excerpt } from './excerpt.ts';
import { editionsAt, openSource } from './open-source.ts';
import { search as answer } from './search.ts';
import type { RecordKind } from './record.ts';
import type { Match } from './source.ts';
import { compareByCount } from './source.ts';

/** A place that has what was asked for. */
export interface Result {
  /** Full address; on the page that it leads to, the hit is marked. */
  url: string;
  title: string;
  /** HTML: text in which the hit stands in `<mark>`. */
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
  /** How many results are wanted. */
  most?: number;
}

// This module lies in `search/`, below the dossier's root.
const home = new URL(/* @vite-ignore */ '..', import.meta.url).href;

/** What stands in the dossier as it is asked for, in whatever punctuation and script, best first. Throws where a dossier cannot be reached. */
export async function search(
  query: string,
  { language, others = [], most = 100 }: SearchOptions = {},
): Promise<Result[]> {
  const found = await Promise.all([home, ...others].map((root) => searchIn(root, query, language)));
  const isKnown = ({ match }: Placed): number => Number(match.isKnown ?? false);
  const ranked = found.flat().sort((a, b) => isKnown(b) - isKnown(a) || compareByCount(a.match, b.match));
  return Promise.all(ranked.slice(0, most).map(resultOf));
}

interface Placed {
  match: Match;
  root: string;
  asked: string;
}

async function searchIn(root: string, query: string, language: string | undefined): Promise<Placed[]> {
  const editions = await editionsAt(root);
  const wanted = language?.toLowerCase();
  const edition =
    wanted === undefined
      ? editions[0]
      : (editions.find(({ id, lang }) => id === wanted || lang.toLowerCase() === wanted) ??
        editions.find(({ lang }) => primaryLanguage(lang) === primaryLanguage(wanted)));
  if (!edition) return [];
  const { exact, asked } = await answer(await openSource(root, edition.id), query);
  return exact.map((match) => ({ match, root, asked }));
}

async function resultOf({ match, root, asked }: Placed): Promise<Result> {
  const { record, spans } = await match.read();
  const url = new URL(withBase(root, record.url), home);
  url.searchParams.set('q', asked);
  return {
    url: url.href,
    title: record.kind === 'segment' ? `${record.id} ${record.title}` : record.title,
    excerpt: excerpt(record.text, spans)
      .map(({ text, hit }) => (hit ? `<mark>${escapeXml(text)}</mark>` : escapeXml(text)))
      .join(''),
    segment: record.id,
    kind: record.kind,
  };
}
