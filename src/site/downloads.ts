import { stringify } from 'csv-stringify/sync';
import type { Exhibit } from '../model/entries.ts';
import { indentedJson } from '../model/json.ts';
import { localised } from '../model/localised.ts';
import type { Edition } from '../model/settings.ts';
import { absolute, urls } from '../model/urls.ts';
import { numberOf } from './amounts.ts';
import { quantitiesIn } from './backlinks.ts';
import type { Dossier } from '../read/dossier.ts';
import { exhibitWords } from '../release/entities.ts';
import { labelOf, shortLabelOf } from '../render/label.ts';
import { segmentIn } from '../read/text-in.ts';

/** A row of data; an empty cell is undefined. */
type Row = Record<string, string | number | undefined>;

/** CSV according to RFC 4180. Cells that a spreadsheet would run as formulas are escaped. */
export const toCsv = (rows: Row[]): string =>
  stringify(rows, {
    header: true,
    columns: [...new Set(rows.flatMap((row) => Object.keys(row)))],
    record_delimiter: 'windows',
    escape_formulas: true,
  });

/** A row for each amount and date; text that differs by edition has one column per edition. */
export function quantityRows(dossier: Dossier): Row[] {
  const { editions } = dossier.settings.value;
  const perEdition = (name: string, say: (edition: Edition) => string | undefined): Row =>
    Object.fromEntries(editions.map((edition) => [`${name}_${edition.id}`, say(edition)]));
  return quantitiesIn(dossier).map(({ id, record }) => {
    const { segment, units } = record.passage;
    const unit = units?.[0];
    const inFirst = segmentIn(dossier, editions[0]!.id, segment);
    return {
      id,
      type: record.type,
      value: record.type === 'amount' ? numberOf(record) : undefined,
      bound: record.type === 'amount' ? record.bound : undefined,
      ...perEdition('measure', (edition) =>
        record.type === 'amount' ? localised(record.measure, edition) : undefined,
      ),
      date: record.type === 'date' ? record.date : record.when,
      part: record.type === 'date' ? record.part : undefined,
      ...perEdition('what', (edition) => localised(record.what, edition)),
      segment,
      unit,
      page: inFirst?.units.find(({ index }) => index === unit)?.page,
      note: record.note,
      case: record.case,
      ...perEdition('label', (edition) => shortLabelOf(edition, 'account')),
    };
  });
}

/** The same as JSON, with the full label and the source. */
export function quantityJson(dossier: Dossier): string {
  const settings = dossier.settings.value;
  return indentedJson({
    label: Object.fromEntries(
      settings.editions.map((edition) => [edition.id, labelOf(settings, edition, 'account')]),
    ),
    source: settings.dossier.site && absolute(settings.dossier.site, urls.dataFile('json')),
    records: quantityRows(dossier),
  });
}

/**
 * The data of an exhibit: the rows of a table; the arrows of a diagram with the labels of their boxes; the alternative
 * text of a picture; or lines.
 */
export function exhibitTable(exhibit: Exhibit, edition: Edition): Row[] {
  const label = shortLabelOf(edition, 'text');
  const { rows } = exhibitWords(exhibit, edition.id);
  switch (exhibit.type) {
    case 'table': {
      const [names = [], ...others] = rows;
      return others.map((row) => ({ ...Object.fromEntries(names.map((name, i) => [name, row[i]])), label }));
    }
    case 'diagram':
      // The rows of the arrows follow those of the boxes.
      return rows
        .slice(exhibit.nodes.length)
        .map(([from, , to], i) => ({ from, to, both: exhibit.edges[i]?.both ? 1 : 0, label }));
    case 'picture':
      return [{ file: exhibit.file, alt: localised(exhibit.alt, edition), label }];
    case 'lines':
      return exhibit.lines.map((line) => ({ line, label }));
  }
}
