import packageJson from '../../../package.json' with { type: 'json' };
import type { Element } from 'xast';
import { x } from 'xastscript';
import { absolute, urls } from '../../model/urls.ts';
import type { Dossier } from '../../read/dossier.ts';
import { labelOf } from '../../render/label.ts';
import { filesFor, type Form } from '../form.ts';
import { xmlDocument } from '../xml.ts';
import { printedNote } from './printed-note.ts';
import { regionalTag, rowsOf, translationsIn, type Alignment, type Row } from './rows.ts';

/** Translation memories (TMX 1.4b), one per pair of editions. */
export const tmx: Form = {
  id: 'tmx',
  name: 'translation memories in TMX, for translators and corpora',
  mediaType: 'application/x-tmx+xml',
  files: (dossier) => filesFor(dossier, 'tmx', translationsIn(dossier), writeTmx),
};

function writeTmx(dossier: Dossier, alignment: Alignment): string {
  const { dossier: metadata } = dossier.settings.value;
  const [source] = alignment.editions;
  const segtype = (unit: number | undefined): string => (unit === undefined ? 'paragraph' : 'sentence');
  const unit = (row: Row): Element =>
    x(
      'tu',
      { tuid: row.id, segtype: segtype(row.unit) },
      property('segment', row.segment),
      property('chapter', row.chapter),
      row.page && property('page', String(row.page)),
      row.checks.map((check) => property('check', check)),
      property('state', row.state),
      metadata.site && property('address', absolute(metadata.site, urls.segment(row.segment))),
      row.cells.map(
        (cell) =>
          cell &&
          x(
            'tuv',
            { 'xml:lang': regionalTag(cell.edition.lang) },
            cell.notes.map((number) => {
              const text = printedNote(dossier, cell.edition.id, number);
              return text === undefined ? undefined : x('note', `${number} ${text}`);
            }),
            property('edition', cell.edition.id),
            cell.notes.map((number) => property('note', String(number))),
            x('seg', cell.text),
          ),
      ),
    );
  const document = x('tmx', { version: '1.4' }, [
    x(
      'header',
      {
        creationtool: 'dossier',
        creationtoolversion: packageJson.version,
        segtype: segtype(alignment.by === 'unit' ? 1 : undefined),
        'o-tmf': 'dossier',
        adminlang: 'en',
        srclang: regionalTag(source?.lang ?? ''),
        datatype: 'plaintext',
        creationdate: `${metadata.issued.replaceAll('-', '')}T000000Z`,
      },
      alignment.editions.map((edition) =>
        x('note', { 'xml:lang': edition.lang }, labelOf(dossier.settings.value, edition)),
      ),
    ),
    x('body', rowsOf(dossier, alignment).map(unit)),
  ]);
  return xmlDocument(document, ['tmx', 'header', 'body', 'tu', 'tuv']);
}

const property = (type: string, value: string): Element => x('prop', { type: `x-${type}` }, value);
