import type { BoxConfig } from '../exchange/search-config.ts';
import { writtenLanguage } from '../model/language.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import { withBase } from '../model/urls.ts';
import { isAccount } from '../search/matches.ts';
import { addressOf, type SearchRecord } from '../search/record.ts';
import { fill } from './fill.ts';

/** The language of an edition, in that of the page. */
export function languageOf(id: string | undefined, { editions, edition }: BoxConfig): string {
  const [own, named] = [edition, id].map((wanted) => editions.find((one) => one.id === wanted));
  const names = new Intl.DisplayNames(own?.lang, { type: 'language' });
  return named ? writtenLanguage(names, named.lang) : '';
}

/** Whose words they are, or that it is a note; undefined for a reference or a name. */
export const labelOf = ({ kind, definedBy }: SearchRecord, { labels, t }: BoxConfig): string | undefined =>
  kind === 'work' || kind === 'actor' || kind === 'paper'
    ? undefined
    : (kind === 'note' && t.tags.note) ||
      (definedBy && labels.definedBy[definedBy]) ||
      (kind === 'heading' && labels.heading) ||
      labels[isAccount({ kind }) ? 'account' : 'text'];

/** The name of a record in a list. */
export function nameOf(record: SearchRecord, config: BoxConfig): string {
  const { kind, id, title, text } = record;
  const { t } = config;
  if (kind === 'segment') return id === 'abstract' ? t.abstract : id;
  if (kind === 'heading') return `${id} ${text}`;
  return kind === 'note' ? fill(t.note, id) : holderOf(record, config) + title;
}

/** Whose claim a check is about, if the paper departs from its source. */
export const holderOf = ({ verdict }: SearchRecord, { t }: BoxConfig): string =>
  (verdict && t.holders[verdict]) ?? '';

/** The name of a table or figure with its number. */
export function exhibitName({ kind, id }: SearchRecord, { t }: BoxConfig): string | undefined {
  const exhibit = kind === 'exhibit' ? parseSegmentId(id) : undefined;
  return exhibit?.type === 'exhibit' ? fill(t.exhibits[exhibit.kind], exhibit.number) : undefined;
}

/** The address of a record, or a unit of it, in the edition, where the page marks the query. */
export function placeOf(
  record: SearchRecord,
  asked: string,
  { base, edition, editions }: BoxConfig,
  unit?: number,
): string {
  const [path = '', fragment] = withBase(base, addressOf(record, edition, editions, unit)).split('#');
  const query = asked === '' ? '' : `?q=${encodeURIComponent(asked)}`;
  return `${path}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
