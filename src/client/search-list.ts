import { withBase } from '../model/urls.ts';
import { excerpt, pieces, type Piece } from '../search/excerpt.ts';
import type { Span } from '../search/match.ts';
import type { SearchRecord } from '../search/record.ts';
import type { Hit } from '../search/source.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import type { BoxConfig } from './search-config.ts';

/** One result of a list: where it is, the hit in its words, and where it can be cited. */
export const resultItem = ({ record, spans, runs }: Hit, asked: string, config: BoxConfig): HTMLLIElement =>
  element(
    'li',
    {},
    ...heading(record, runs ? runs.join(' ') : asked, config),
    paragraph('excerpt', excerpt(record.text, spans), record.lang),
  );

/** A stretch of text with its hits marked. */
export function paragraph(className: string, text: Piece[], lang?: string): HTMLParagraphElement {
  return element('p', { className, ...(lang === undefined ? {} : { lang }) }, ...marked(text));
}

const marked = (text: Piece[]): (Node | string)[] =>
  text.map(({ text: words, hit }) => (hit ? element('mark', {}, words) : words));

/** What stands in another edition where `at` stands in this one: the unit, or else the beginning. */
export function parallelOf(
  record: SearchRecord,
  at: number,
  other: SearchRecord,
  spans: Span[] = [],
): Piece[] {
  const unit = record.units?.findLastIndex((start) => start <= at) ?? -1;
  // The name of an entry is known from this side; a passage has none.
  const body = other.kind === 'segment' ? 0 : other.text.indexOf('\n') + 1;
  const from = unit < 0 ? body : (other.units?.[unit] ?? 0);
  const next = unit < 0 ? undefined : other.units?.[unit + 1];
  const MAX_CHARACTERS = 300;
  const to = Math.min(next ?? other.text.length, from + MAX_CHARACTERS);
  const cut = pieces(other.text, spans, from, to);
  return to < (next ?? other.text.length) ? [...cut, { text: '…', hit: false }] : cut;
}

function heading(record: SearchRecord, asked: string, config: BoxConfig): (Node | string)[] {
  const { t } = config;
  const link = element(
    'a',
    { className: 'place', href: placeOf(record, asked, config) },
    nameOf(record, config),
  );
  if (record.lang !== undefined) link.lang = record.lang;
  const pages = [...new Set(record.pages ?? [])];
  const said = [
    ...(isInText(record) ? [] : [t.tags[record.kind]]),
    ...(record.verdict === undefined ? [] : [t.verdicts[record.verdict]]),
    ...(isInText(record) && record.kind !== 'heading' ? [record.title] : []),
    ...(pages.length > 0 ? [fill(pages.length > 1 ? t.pages : t.page, ...pages)] : []),
    ...[labelOf(record, config) ?? []].flat(),
  ];
  const about = element('small', {}, said.join(' · '));
  if (record.cite !== record.url) {
    const href = withBase(config.base, record.cite);
    about.append(' · ', element('a', { className: 'cite', href }, t.cite));
  }
  return [link, ' ', about];
}

/** Whose words they are; nobody's in a reference or a name. */
export const labelOf = ({ kind }: SearchRecord, { labels }: BoxConfig): string | undefined =>
  kind === 'work' || kind === 'actor'
    ? undefined
    : labels[kind === 'case' || kind === 'term' || kind === 'check' ? 'account' : 'text'];

const isInText = ({ kind }: SearchRecord): boolean =>
  kind === 'segment' || kind === 'note' || kind === 'heading';

/** As a list calls it. */
export function nameOf({ kind, id, title, text }: SearchRecord, { t }: BoxConfig): string {
  if (kind === 'segment') return id === 'abstract' ? t.abstract : id;
  if (kind === 'heading') return `${id} ${text}`;
  return kind === 'note' ? fill(t.note, id) : title;
}

/** Its place in the edition, which marks there what was asked for. */
export function placeOf({ url }: SearchRecord, asked: string, config: BoxConfig): string {
  const [path = '', fragment] = withBase(config.base, url).split('#');
  const query = asked === '' ? '' : `?q=${encodeURIComponent(asked)}`;
  return `${path}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
