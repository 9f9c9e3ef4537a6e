import type { Citable } from '../cite/csl-item.ts';
import { exportFormats, exportNames } from '../cite/export.ts';
import { recordOfPaper } from '../cite/own-items.ts';
import { translationsFor } from '../i18n/translations.ts';
import { isWrittenInHan } from '../model/language.ts';
import { memoizeWith } from '../model/memoize.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { sayPages } from '../i18n/phrases.ts';
import { ownRecord, type OwnPage } from './own-record.ts';
import type { Pages } from './queries.ts';

/** A record in a format that reference managers read. */
export interface RecordFile {
  name: string;
  file: string;
  text: string;
}

/** `inBib`: the fields that differ in BibTeX and BibLaTeX. */
const filesOf = (record: Citable, inBib: Partial<Citable> = {}): RecordFile[] =>
  exportNames.map((format) => ({
    name: exportFormats[format].name,
    file: `${record.id}.${format}`,
    text: exportFormats[format].write([format.endsWith('bib') ? { ...record, ...inBib } : record]),
  }));

/**
 * The paper’s record for export. For a passage it has the passage’s pages, and a note with those of the whole paper.
 */
export function filesOfPaper({ settings }: Dossier, edition: Edition, pages: Pages): RecordFile[] {
  const t = translationsFor(edition.lang);
  const whole = recordOfPaper(settings.value, edition);
  const page = pages && [...new Set(pages)].join('-');
  if (page === undefined || page === whole.page) return filesOf(whole);
  const all = settings.value.paper.pages;
  return filesOf({
    ...whole,
    id: `${whole.id}-p${page}`,
    page,
    ...(all ? { note: t.cite.wholePaper({ pages: sayPages(t, all) }) } : {}),
  });
}

/**
 * The page’s record for export; empty if the page is the paper’s own text. A passage or a note has no title of its own:
 * the dossier is cited, with the place in a note. Styles of BibTeX print notes, so whose words these are is there an
 * annotation.
 */
export function filesOfOwn(dossier: Dossier, base: string, edition: Edition, page: OwnPage): RecordFile[] {
  const record = printedRecord(dossier, base, edition, page);
  if (!record) return [];
  const { title, 'container-title': whole, note: annote = '', ...item } = record;
  if (!['segment', 'note'].includes(page.kind) || whole === undefined || record.translator)
    return filesOf(record, { note: undefined, annote });
  const all = [title, annote].join(annote && isWrittenInHan(edition.lang) ? '。' : '. ');
  return filesOf({ ...item, type: 'book', title: whole, note: all }, { note: title, annote });
}

/** The record of a page for references. A bare path is not a usable URL, so it is in the note, with an explanation. */
export const printedRecord = memoizeWith(
  (dossier: Dossier, base: string, edition: Edition, page: OwnPage): Citable | undefined => {
    const record = ownRecord(dossier, base, edition, page);
    if (!record?.URL?.startsWith('/')) return record;
    const { URL: address, note = '', ...item } = record;
    const path = translationsFor(edition.lang).cite.local({ address });
    return { ...item, note: note + (note.endsWith('。') ? '' : ' ') + path };
  },
);
