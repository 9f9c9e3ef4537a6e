import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Confirmation } from '../../review/confirmation.ts';
import { absolute, urls } from '../../model/urls.ts';
import type { Dossier } from '../../read/dossier.ts';
import { labelOf } from '../../render/label.ts';
import { filesFor, type Form } from '../form.ts';
import { xmlDocument } from '../xml.ts';
import { printedNote } from './printed-note.ts';
import { regionalTag, rowsOf, translationsIn, type Alignment, type Row } from './rows.ts';

/** Files for translation editors (XLIFF 2.1), one per pair of editions, with the review state of each text. */
export const xliff: Form = {
  id: 'xliff',
  name: 'the same in XLIFF, with the state of the comparison',
  mediaType: 'application/xliff+xml',
  files: (dossier) => filesFor(dossier, 'xlf', translationsIn(dossier), writeXliff),
};

const states = {
  untranslated: { state: 'initial' },
  unconfirmed: { state: 'translated' },
  confirmed: { state: 'reviewed' },
  // Confirmed once, but a text has changed since.
  stale: { state: 'translated', subState: 'dossier:stale' },
} satisfies Record<Confirmation['state'], Record<string, string>>;

/** A chapter is a file, and a segment a group of units: some programs read only one segment of a unit. */
function writeXliff(dossier: Dossier, alignment: Alignment): string {
  const { site } = dossier.settings.value.dossier;
  const [source, target] = alignment.editions.map(({ lang }) => regionalTag(lang));
  const chapters = Map.groupBy(rowsOf(dossier, alignment), ({ chapter }) => chapter);
  const labels = alignment.editions.map((edition, i) =>
    note('label', labelOf(dossier.settings.value, edition), i),
  );
  const document = x(
    'xliff',
    {
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      version: '2.1',
      srcLang: source,
      trgLang: target,
      'xml:space': 'preserve',
    },
    [...chapters].map(([id, rows]) =>
      x(
        'file',
        {
          id,
          // Other tools must keep our segmentation, on which addresses depend.
          canResegment: 'no',
          original: site && absolute(site, urls.chapter(alignment.editions[0]?.id ?? '', id)),
        },
        [
          x('notes', labels),
          ...[...Map.groupBy(rows, ({ segment }) => segment)].map(([segment, own]) => {
            const units = own.map((row) => unit(dossier, row));
            return x('group', { id: segment, name: segment }, units);
          }),
        ],
      ),
    ),
  );
  return xmlDocument(document, ['xliff', 'file', 'group', 'notes', 'unit', 'segment']);
}

function unit(dossier: Dossier, { id, page, checks, cells, state }: Row): Element {
  const [source, target] = cells;
  const notes = [
    ...(page === undefined ? [] : [note('page', String(page))]),
    ...checks.map((check) => note('check', check)),
    ...cells.flatMap((cell, i) =>
      (cell?.notes ?? []).map((number) =>
        note('note', `${number} ${printedNote(dossier, cell?.edition.id ?? '', number) ?? ''}`.trim(), i),
      ),
    ),
  ];
  return x('unit', { id, name: id }, [
    notes.length > 0 ? x('notes', notes) : undefined,
    x('segment', states[target === undefined ? 'untranslated' : state], [
      x('source', source?.text ?? ''),
      target && x('target', target.text),
    ]),
  ]);
}

const note = (category: string, text: string, edition?: number): Element =>
  x('note', { category, appliesTo: edition === undefined ? undefined : ['source', 'target'][edition] }, text);
