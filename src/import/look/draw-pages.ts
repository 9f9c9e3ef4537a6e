import type { Imported, PaperText } from '../import-paper.ts';
import { writeCorrections, type Doubt } from '../write/ledger.ts';
import { itemAt } from '../lower-bound.ts';
import { drawSource } from './draw-source.ts';
import { element, type Content, type Html } from './html.ts';
import { ownersOf, importedParts, type ImportedPart } from './made.ts';
import { pageStyles } from './page-styles.ts';
import { divideSheets, doubtsOn, ownerNear, type Context, type Sheet } from './sheets.ts';
import type { Words } from './words.ts';

/**
 * A self-contained HTML page that shows each page of the source beside the result of the import, with doubts in their
 * places. `original` is the relative URL of the source file.
 */
export function drawPages(
  source: PaperText,
  { paper, ledger }: Imported,
  words: Words,
  original?: string,
): string {
  const { say } = words;
  const made = importedParts(paper, ledger.spans, source.text, say);
  const owners = ownersOf(made, source.text.length);
  const sheets = divideSheets(source, paper);
  const context: Context = { source, paper, made, owners, doubts: ledger.doubts, original, words };
  const page = element('html', { lang: say.lang }, [
    element('head', {}, [
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, say.title({ path: ledger.source.path })),
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

function drawHead({ source, paper, doubts, original, words }: Context, sheets: Sheet[]): Html {
  const { say } = words;
  const counts = [
    say.counts.chapters({ count: paper.sections.length }),
    say.counts.notes({ count: paper.notes.length }),
    say.counts.works({ count: paper.references.length }),
    say.counts.exhibits({ count: paper.exhibits.length }),
  ];
  const language = new Intl.DisplayNames(say.lang, { type: 'language' }).of(paper.lang) ?? paper.lang;
  return element('header', {}, [
    element('h1', { lang: paper.lang }, paper.title || say.noTitle),
    element('p', {}, [
      ...withFile(
        say.readFrom({ file: FILE, language, counts: counts.join(say.counts.separator) }),
        original === undefined ? source.path : element('a', { href: original }, source.path),
      ),
      ' ',
      say.explanation,
    ]),
    element('p', {}, [
      ...withFile(
        say.correct({ file: FILE }),
        element('a', { href: 'corrections.yaml' }, 'corrections.yaml'),
      ),
      ' ',
      ...withFile(say.ledger({ file: FILE }), element('a', { href: 'ledger.md' }, 'ledger.md')),
    ]),
    element('h2', {}, say.doubtCount({ count: doubts.length })),
    doubts.length === 0
      ? element('p', {}, say.noDoubts)
      : element(
          'ol',
          {},
          doubts.map(({ reason, offset }, i) =>
            element('li', {}, [
              element(
                'a',
                { href: `#doubt-${i}` },
                say.page({ number: itemAt(sheets, offset)?.number ?? 1 }),
              ),
              ' ',
              reasonOf(reason, words),
            ]),
          ),
        ),
    element('nav', { 'aria-label': say.pages }, [
      ...sheets.flatMap(({ number }) => [element('a', { href: `#page-${number}` }, String(number)), ' ']),
    ]),
  ]);
}

/** Stands for the link to a file in a text. */
const FILE = '\uFFFC';

const withFile = (text: string, link: Content): Content[] => {
  const [before = '', after = ''] = text.split(FILE);
  return [before, link, after];
};

/** The reason of a doubt, in English if it has no translation. */
const reasonOf = (reason: string, { sayDoubt }: Words): Content =>
  sayDoubt(reason) ?? element('span', { lang: 'en' }, reason);

function drawSheet(sheet: Sheet, context: Context): Html {
  const { paper, made, doubts, original, words } = context;
  const { say } = words;
  const here = made
    .filter(({ offsets: [first] }) => first !== undefined && first >= sheet.start && first < sheet.end)
    .sort((a, b) => a.offsets[0]! - b.offsets[0]!);
  const open = doubtsOn(sheet, doubts);
  const ownerOf = ({ offset }: Doubt): ImportedPart | undefined => ownerNear(context, offset, sheet.end);
  const apart = open.filter(({ doubt }) => !here.includes(ownerOf(doubt)!));
  const { number } = sheet;
  const heading =
    paper.pages && sheet.lines.length > 0
      ? say.sheet.printed({ number, page: paper.pageAt(sheet.start) })
      : say.sheet.heading({ number });
  return element('section', { id: `page-${sheet.number}` }, [
    element('h2', {}, [
      heading,
      ' ',
      ...(original !== undefined && sheet.layout
        ? [element('a', { href: `${original}#page=${sheet.number}` }, say.sheet.open)]
        : []),
    ]),
    drawSource(sheet, context),
    element('div', { class: 'made', lang: paper.lang }, [
      ...apart.map(({ doubt, i }) => drawDoubt(doubt, i, sheet, words)),
      ...here.flatMap((one) => [
        drawMade(one, sheet),
        ...open
          .filter(({ doubt }) => ownerOf(doubt) === one)
          .map(({ doubt, i }) => drawDoubt(doubt, i, sheet, words)),
      ]),
    ]),
  ]);
}

const drawMade = ({ id, kind, name, content, offsets, why }: ImportedPart, sheet: Sheet): Html =>
  element('div', { id, class: `thing ${kind.replace(' ', '-')}` }, [
    element('a', { class: 'name', href: `#line-${itemAt(sheet.lines, offsets[0] ?? 0)?.number ?? 1}` }, name),
    element('div', { title: why }, content),
  ]);

const drawDoubt = ({ reason, offset, correction }: Doubt, i: number, sheet: Sheet, words: Words): Html =>
  element('div', { id: `doubt-${i}`, class: 'thing doubt', lang: words.say.lang }, [
    element(
      'a',
      { class: 'name', href: `#line-${itemAt(sheet.lines, offset)?.number ?? 1}` },
      words.say.doubt({ number: i + 1 }),
    ),
    element('div', {}, [
      reasonOf(reason, words),
      ...(correction
        ? [element('p', {}, words.say.proposal), element('pre', {}, writeCorrections([correction]).trimEnd())]
        : []),
    ]),
  ]);
