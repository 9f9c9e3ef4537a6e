import type { Element } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { dropped, kinds, type Kind } from '../coverage.ts';
import type { Imported, PaperText } from '../import-paper.ts';
import { writeCorrections, type Doubt } from '../ledger.ts';
import { lastAt } from '../place-pages.ts';
import { drawSource } from './draw-source.ts';
import { ownersOf, thingsMade, type Made } from './made.ts';
import { pageStyles } from './page-styles.ts';
import { divideSheets, lineAt, ownerNear, type Context, type Sheet } from './sheets.ts';

/**
 * A page in HTML that shows each page of the source beside what was made of it, with doubts where they arose. It needs
 * nothing but itself. `original` is the address of the file from there.
 */
export function drawPages(source: PaperText, { paper, ledger }: Imported, original?: string): string {
  const made = thingsMade(paper, ledger.spans, source.text);
  const owners = ownersOf(made, source.text.length);
  const sheets = divideSheets(source, paper);
  const context: Context = { source, paper, made, owners, doubts: ledger.doubts, original };
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', `What was made of ${ledger.source.path}`),
      h('style', pageStyles),
    ]),
    h('body', [
      drawHead(context, sheets),
      h(
        'main',
        sheets.map((sheet) => drawSheet(sheet, context)),
      ),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

function drawHead({ source, paper, doubts, original }: Context, sheets: Sheet[]): Element {
  const counts = [
    `${paper.sections.length} chapters`,
    `${paper.notes.length} notes`,
    `${paper.references.length} listed works`,
    `${paper.exhibits.length} exhibits`,
  ];
  return h('header', [
    h('h1', { lang: paper.lang }, paper.title || 'No title was found'),
    h('p', [
      'Read from ',
      original === undefined ? source.path : h('a', { href: original }, source.path),
      `, in ${paper.lang}: ${counts.join(', ')}. On the left each page as it stands in the file, without pictures; on the right what was made of it. A line leads to what holds it, and that back to its line.`,
    ]),
    h('p', [
      'What is wrong goes into ',
      h('a', { href: 'corrections.yaml' }, 'corrections.yaml'),
      ', beside this page: how the line begins, its page of the file, and what it is. Import the paper again then; what has been written into the dossier since is kept. ',
      h('a', { href: 'ledger.md' }, 'ledger.md'),
      ' accounts for every character.',
    ]),
    h('h2', `Doubts (${doubts.length})`),
    doubts.length === 0
      ? h('p', 'None.')
      : h(
          'ol',
          doubts.map(({ reason, offset }, i) =>
            h('li', [
              h('a', { href: `#doubt-${i}` }, `Page ${sheetAt(sheets, offset)?.number ?? 1}`),
              `: ${reason}`,
            ]),
          ),
        ),
    h('nav', { ariaLabel: 'Pages' }, [
      ...sheets.flatMap(({ number }) => [h('a', { href: `#page-${number}` }, String(number)), ' ']),
    ]),
  ]);
}

const sheetAt = (sheets: Sheet[], offset: number): Sheet | undefined =>
  sheets[
    lastAt(
      sheets.map(({ start }) => start),
      offset,
    )
  ];

function drawSheet(sheet: Sheet, context: Context): Element {
  const { paper, made, doubts, original } = context;
  const here = made
    .filter(({ offsets: [first] }) => first !== undefined && first >= sheet.start && first < sheet.end)
    .sort((a, b) => a.offsets[0]! - b.offsets[0]!);
  const open = doubts.flatMap((doubt, i) =>
    doubt.offset >= sheet.start && doubt.offset < sheet.end ? [{ doubt, i }] : [],
  );
  const ownerOf = ({ offset }: Doubt): Made | undefined => ownerNear(context, offset, sheet.end);
  const apart = open.filter(({ doubt }) => !here.includes(ownerOf(doubt)!));
  const printed = paper.pages && sheet.lines.length > 0 ? `, printed as ${paper.pageAt(sheet.start)}` : '';
  return h('section', { id: `page-${sheet.number}` }, [
    h('h2', [
      `Page ${sheet.number} of the file${printed} `,
      ...(original !== undefined && sheet.layout
        ? [h('a', { href: `${original}#page=${sheet.number}` }, 'open it')]
        : []),
    ]),
    drawSource(sheet, context),
    h('div', { className: 'made', lang: paper.lang }, [
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

const drawMade = ({ id, kind, name, content, offsets }: Made, sheet: Sheet): Element =>
  h('div', { id, className: ['thing', kind.replace(' ', '-')] }, [
    h('a', { className: 'name', href: `#line-${lineAt(sheet, offsets[0] ?? 0)?.number ?? 1}` }, name),
    h('div', { title: isKind(name) ? dropped[name] : undefined }, content),
  ]);

const isKind = (name: string): name is Kind => kinds.some((kind) => kind === name);

const drawDoubt = ({ reason, offset, correction }: Doubt, i: number, sheet: Sheet): Element =>
  h('div', { id: `doubt-${i}`, className: ['thing', 'doubt'], lang: 'en' }, [
    h('a', { className: 'name', href: `#line-${lineAt(sheet, offset)?.number ?? 1}` }, `doubt ${i + 1}`),
    h('div', [reason, ...(correction ? [h('pre', writeCorrections([correction]).trimEnd())] : [])]),
  ]);
