import { stringify } from 'csv-stringify/sync';
import type { Edition } from '../../model/settings.ts';
import { labelOf, shortLabelOf } from '../../render/label.ts';
import type { Dossier } from '../../read/dossier.ts';
import { eachEdition, filesFor, type Form } from '../form.ts';
import { alignmentsOf, rowsOf, type Alignment } from './rows.ts';

/** Tables of editions side by side, one row per pair of corresponding texts. */
export const tsv: Form = {
  id: 'tsv',
  name: 'tables, one sentence per row, the editions side by side',
  mediaType: 'text/tab-separated-values',
  files: (dossier) => filesFor(dossier, 'tsv', alignmentsOf(dossier), writeTsv),
};

/** The text of each edition as a flat object, by address. */
export const texts: Form = {
  id: 'texts',
  name: 'the text of each edition as JSON, by sentence id',
  mediaType: 'application/json',
  files: (dossier) => filesFor(dossier, 'json', eachEdition(dossier), writeTexts),
};

function writeTexts(dossier: Dossier, { editions }: { editions: [Edition] }): string {
  const rows = rowsOf(dossier, { editions, by: 'unit' });
  const said = rows.map(({ id, cells: [cell] }) => [id, cell?.text]);
  const label = labelOf(dossier.settings.value, editions[0]);
  // A list, since an object would put keys that look like numbers first.
  const lines = [['_label', label], ...said].map((pair) => pair.map((one) => JSON.stringify(one)));
  return `{\n${lines.map((line) => `  ${line.join(': ')}`).join(',\n')}\n}\n`;
}

function writeTsv(dossier: Dossier, alignment: Alignment): string {
  const { editions } = alignment;
  const rows = rowsOf(dossier, alignment).map(({ id, chapter, page, cells, checks, state }) => [
    id,
    chapter,
    page,
    ...editions.map((_, i) => cells[i]?.text),
    [...new Set(cells.flatMap((cell) => cell?.notes ?? []))].join(' '),
    checks.join('; '),
    state,
    ...editions.map((edition) => shortLabelOf(edition, 'text')),
  ]);
  return stringify(
    // A cell cannot contain a line break or tab
    // (https://www.iana.org/assignments/media-types/text/tab-separated-values).
    rows.map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' '))),
    {
      delimiter: '\t',
      quote: false,
      header: true,
      columns: [
        'id',
        'chapter',
        'page',
        ...editions.map(({ id }) => id),
        'notes',
        'checks',
        'state',
        ...editions.map(({ id }) => `label_${id}`),
      ],
      escape_formulas: true,
    },
  );
}
