import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** A figure or table of the paper as a release shows it: its picture, or its rows, however it was drawn. */
export function exhibitHast(exhibit: {
  title: string;
  picture?: Element | undefined;
  rows: string[][];
  source?: string | undefined;
  remark?: string | undefined;
}): ElementContent {
  const { title, picture, rows, source, remark } = exhibit;
  return h('figure', [
    h('figcaption', [h('b', title), ...[source, remark].flatMap((more) => (more ? [h('p', more)] : []))]),
    picture ?? tableHast(rows.map((row) => row.map((value) => [{ type: 'text', value }]))),
  ]);
}

/** The first row is the table’s head. */
export const tableHast = ([head = [], ...rows]: ElementContent[][][]): ElementContent =>
  h('div', { tabIndex: 0 }, [
    h('table', [
      h('thead', [
        h(
          'tr',
          head.map((cell) => h('th', { scope: 'col' }, cell)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell) => h('td', cell)),
          ),
        ),
      ),
    ]),
  ]);
