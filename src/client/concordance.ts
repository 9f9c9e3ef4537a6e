import { withBase } from '../model/urls.ts';
import { inOrder, linesOf, orders, toTsv, type Line } from './concordance-lines.ts';
import { addressOf, pageOf, type Facets } from '../search/record.ts';
import type { Match } from '../search/matches.ts';
import sheet from '../styles/concordance.css?url';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { handedOn } from './full-address.ts';
import { loadStyle } from './load-style.ts';
import { parallelTo, type View } from './search-list.ts';
import { labelOf, nameOf, placeOf } from './search-names.ts';

/** The maximum number of lines that are read and sorted. */
const MAX_LINES = 1000;

/** A line with the corresponding text of the other edition. */
type Pair = Line & { there: string };

const styled = loadStyle(sheet);

/**
 * The hits as lines sorted by one of `orders`, and a link to save them. If another edition is shown too, its text is
 * under each line.
 */
export async function concordance(
  matches: Match[],
  asked: string,
  sort: string,
  view: View,
): Promise<HTMLElement[]> {
  const { source, beside, config } = view;
  const order = orders.find((one) => one === sort) ?? 'text';
  const [lines, { lots }] = await Promise.all([linesOf(matches, MAX_LINES), source.facets(), styled]);
  const sorted = inOrder(lines, order, source.lang);
  const there = await Promise.all(sorted.map(({ hit, span }) => parallelTo(hit, span.start, beside)));
  const pairs = sorted.map((line, i): Pair => ({ ...line, there: there[i] ?? '' }));
  const hits = matches.reduce((sum, { count }) => sum + count, 0);
  const save = element('a', { href: '#', download: `${asked}.tsv` }, config.t.save);
  save.addEventListener('click', () => {
    // Spreadsheets recognise Unicode by this first character.
    const file = new Blob([`\uFEFF${toTsv(tableOf(pairs, lots, view))}`], {
      type: 'text/tab-separated-values',
    });
    save.href = URL.createObjectURL(file);
  });
  return [
    element(
      'p',
      { className: 'saving' },
      ...(lines.length < hits ? [`${fill(config.t.firstLines, lines.length)} `] : []),
      save,
    ),
    element('ol', { className: `lines by-${order}` }, ...pairs.map((pair) => row(pair, asked, view))),
  ];
}

function row(pair: Pair, asked: string, { beside, config }: View): HTMLLIElement {
  const { before, words, after, hit, there } = pair;
  const { record } = hit;
  const href = placeOf(record, hit.runs?.join(' ') ?? asked, config);
  const link = element('a', { className: 'place', href }, element('mark', {}, words));
  const cells = Object.entries({ before, hit: link, after, where: nameOf(record, config) });
  return element(
    'li',
    record.lang === undefined ? {} : { lang: record.lang },
    ...cells.map(([className, content]) => element('span', { className }, content)),
    ...(there === '' ? [] : [element('span', { className: 'there', lang: beside?.lang ?? '' }, there)]),
  );
}

/** The lines as a table, with column names as in the other downloads; each row says whose wording it is. */
function tableOf(pairs: Pair[], lots: Facets['lots'], { beside, config }: View): string[][] {
  const rows = pairs.map(({ before, words, after, hit, unit, there }) => {
    const { record, lot, place } = hit;
    return {
      before,
      match: words,
      after,
      kind: record.kind,
      place: record.kind === 'segment' && unit !== undefined ? `${record.id}-${unit}` : record.id,
      pages: [...new Set(record.pages ?? [])].join('–'),
      chapter: lots[lot]?.[place]?.chapter?.[0] ?? '',
      address: handedOn(
        withBase(
          config.base,
          pageOf(record, config.edition, config.editions) ??
            addressOf(record, config.edition, config.editions),
        ),
      ),
      wording: labelOf(record, config) ?? '',
      ...(beside ? { [`text_${beside.edition}`]: there } : {}),
    };
  });
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
}
