import { dropped, kinds, type Kind } from '../coverage.ts';
import type { Imported, PaperText } from '../import-paper.ts';
import { writeCorrections, type Doubt } from '../ledger.ts';
import { indexAtOrBefore } from '../place-pages.ts';
import { drawSource } from './draw-source.ts';
import { element, type Html } from './html.ts';
import { ownersOf, importedParts, type ImportedPart } from './made.ts';
import { pageStyles } from './page-styles.ts';
import { divideSheets, lineAt, ownerNear, type Context, type Sheet } from './sheets.ts';

/**
 * A self-contained HTML page that shows each page of the source beside the result of the import, with doubts in their
 * places. `original` is the relative URL of the source file.
 */
export function drawPages(source: PaperText, { paper, ledger }: Imported, original?: string): string {
  const made = importedParts(paper, ledger.spans, source.text);
  const owners = ownersOf(made, source.text.length);
  const sheets = divideSheets(source, paper);
  const context: Context = { source, paper, made, owners, doubts: ledger.doubts, original };
  const page = element('html', { lang: 'en' }, [
    element('head', {}, [
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, `Import of ${ledger.source.path}`),
      { html: `<style>${pageStyles}</style>` },
    ]),
    element('body', {}, [
      drawHead(context, sheets),
      element(
        'main',
        {},
        sheets.map((sheet) => drawSheet(sheet, context)),
      ),
    ]),
  ]);
  return `<!doctype html>\n${page.html}\n`;
}

function drawHead({ source, paper, doubts, original }: Context, sheets: Sheet[]): Html {
  const counts = [
    `${paper.sections.length} chapters`,
    `${paper.notes.length} notes`,
    `${paper.references.length} listed works`,
    `${paper.exhibits.length} exhibits`,
  ];
  return element('header', {}, [
    element('h1', { lang: paper.lang }, paper.title || 'No title was found'),
    element('p', {}, [
      'Read from ',
      original === undefined ? source.path : element('a', { href: original }, source.path),
      `, in ${paper.lang}: ${counts.join(', ')}. On the left is each page of the file, without pictures; on the right is the result of the import. Lines on the left link to their paragraph, note or other part on the right, and back.`,
    ]),
    element('p', {}, [
      'Correct errors in ',
      element('a', { href: 'corrections.yaml' }, 'corrections.yaml'),
      ', in the same folder: give the beginning of the line, its page of the file, and what the line is. Then import the paper again; your edits to the dossier are kept. ',
      element('a', { href: 'ledger.md' }, 'ledger.md'),
      ' accounts for every character.',
    ]),
    element('h2', {}, `Doubts (${doubts.length})`),
    doubts.length === 0
      ? element('p', {}, 'None.')
      : element(
          'ol',
          {},
          doubts.map(({ reason, offset }, i) =>
            element('li', {}, [
              element('a', { href: `#doubt-${i}` }, `Page ${sheetAt(sheets, offset)?.number ?? 1}`),
              `: ${reason}`,
            ]),
          ),
        ),
    element('nav', { 'aria-label': 'Pages' }, [
      ...sheets.flatMap(({ number }) => [element('a', { href: `#page-${number}` }, String(number)), ' ']),
    ]),
  ]);
}

const sheetAt = (sheets: Sheet[], offset: number): Sheet | undefined =>
  sheets[
    indexAtOrBefore(
      sheets.map(({ start }) => start),
      offset,
    )
  ];

function drawSheet(sheet: Sheet, context: Context): Html {
  const { paper, made, doubts, original } = context;
  const here = made
    .filter(({ offsets: [first] }) => first !== undefined && first >= sheet.start && first < sheet.end)
    .sort((a, b) => a.offsets[0]! - b.offsets[0]!);
  const open = doubts.flatMap((doubt, i) =>
    doubt.offset >= sheet.start && doubt.offset < sheet.end ? [{ doubt, i }] : [],
  );
  const ownerOf = ({ offset }: Doubt): ImportedPart | undefined => ownerNear(context, offset, sheet.end);
  const apart = open.filter(({ doubt }) => !here.includes(ownerOf(doubt)!));
  const printed = paper.pages && sheet.lines.length > 0 ? `, printed as ${paper.pageAt(sheet.start)}` : '';
  return element('section', { id: `page-${sheet.number}` }, [
    element('h2', {}, [
      `Page ${sheet.number} of the file${printed} `,
      ...(original !== undefined && sheet.layout
        ? [element('a', { href: `${original}#page=${sheet.number}` }, 'open it')]
        : []),
    ]),
    drawSource(sheet, context),
    element('div', { class: 'made', lang: paper.lang }, [
      ...apart.map(({ doubt, i }) => drawDoubt(doubt, i, sheet)),
      ...here.flatMap((one) => [
        drawMade(one, sheet),
        ...open
          .filter(({ doubt }) => ownerOf(doubt) === one)
          .map(({ doubt, i }) => drawDoubt(doubt, i, sheet)),
      ]),
    ]),
  ]);
}

const drawMade = ({ id, kind, name, content, offsets }: ImportedPart, sheet: Sheet): Html =>
  element('div', { id, class: `thing ${kind.replace(' ', '-')}` }, [
    element('a', { class: 'name', href: `#line-${lineAt(sheet, offsets[0] ?? 0)?.number ?? 1}` }, name),
    element('div', { title: isKind(name) ? dropped[name] : undefined }, content),
  ]);

const isKind = (name: string): name is Kind => kinds.some((kind) => kind === name);

const drawDoubt = ({ reason, offset, correction }: Doubt, i: number, sheet: Sheet): Html =>
  element('div', { id: `doubt-${i}`, class: 'thing doubt', lang: 'en' }, [
    element('a', { class: 'name', href: `#line-${lineAt(sheet, offset)?.number ?? 1}` }, `doubt ${i + 1}`),
    element('div', {}, [
      reason,
      ...(correction ? [element('pre', {}, writeCorrections([correction]).trimEnd())] : []),
    ]),
  ]);
