import type { Line } from '../lines.ts';
import { itemAt } from '../lower-bound.ts';
import type { PageLayout } from '../source-document.ts';
import type { ImportedPart } from './made.ts';
import { element, type Html } from './html.ts';
import { doubtsOn, ownerNear, type Context, type Sheet } from './sheets.ts';

/** A page as it is in the file, with its lines linked to their owners. */
export function drawSource(sheet: Sheet, context: Context): Html {
  if (sheet.lines.length === 0) return element('p', {}, context.words.say.sheet.empty);
  return sheet.layout ? drawLayout(sheet, sheet.layout, context) : drawLines(sheet, context);
}

interface DrawnLine {
  line: Line;
  /** The owner of most of its characters. */
  owner: ImportedPart | undefined;
  /** True if it is the first line of its owner on the page. */
  opens: boolean;
  doubt: number | undefined;
  /** Its text, split at note marks. */
  runs: { text: string; isMark: boolean }[];
}

function linesOf(sheet: Sheet, context: Context): DrawnLine[] {
  const seen = new Set<ImportedPart>();
  // Of several doubts on a line, the first is shown.
  const doubtAt = new Map(
    doubtsOn(sheet, context.doubts)
      .toReversed()
      .map(({ doubt, i }) => [itemAt(sheet.lines, doubt.offset), i]),
  );
  return sheet.lines.map((line) => {
    const owner = ownerNear(context, line.start, line.end);
    const opens = owner !== undefined && !seen.has(owner);
    if (owner) seen.add(owner);
    return { line, owner, opens, doubt: doubtAt.get(line), runs: runsOf(line, context) };
  });
}

function runsOf({ start, text }: Line, { paper }: Context): DrawnLine['runs'] {
  const runs: DrawnLine['runs'] = [];
  for (let i = 0; i < text.length; i++) {
    const isMark = paper.coverage.kindAt(start + i) === 'note mark';
    const last = runs.at(-1);
    if (last?.isMark === isMark) last.text += text[i];
    else runs.push({ text: text[i]!, isMark });
  }
  return runs;
}

/** A printed page, with each line of text in its place. */
function drawLayout(
  sheet: Sheet,
  { width, height, lines: places, rules }: PageLayout,
  context: Context,
): Html {
  const { say } = context.words;
  const placeOf = new Map(places.map((place) => [place.start, place]));
  const drawn = linesOf(sheet, context).flatMap((one): Html[] => {
    const place = placeOf.get(one.line.start);
    if (!place) return [];
    const { x0, x1, y, size } = place;
    const { line, owner, opens, doubt, runs } = one;
    const text = [
      element('title', {}, say.line({ owner: owner?.name ?? say.inNone, number: line.number })),
      element(
        'rect',
        {
          x: round(x0 - 2),
          y: round(y - size * 0.9),
          width: round(x1 - x0 + 4),
          height: round(size * 1.2),
        },
        '',
      ),
      element(
        'text',
        {
          x: round(x0),
          y: round(y),
          'font-size': round(size),
          textLength: round(Math.max(x1 - x0, 1)),
          lengthAdjust: 'spacingAndGlyphs',
        },
        runs.map((run) => (run.isMark ? element('tspan', { class: 'mark' }, run.text) : run.text)),
      ),
    ];
    return [
      element(
        owner ? 'a' : 'g',
        { id: `line-${line.number}`, class: classOf(owner), ...(owner ? { href: `#${owner.id}` } : {}) },
        text,
      ),
      ...(opens && owner
        ? [
            element(
              'text',
              { class: 'label', x: 2, y: round(y), 'font-size': 6 },
              owner.name.replace(/[,，].*/, ''),
            ),
          ]
        : []),
      ...(doubt === undefined
        ? []
        : [
            element('a', { href: `#doubt-${doubt}`, class: 'doubt' }, [
              element('title', {}, say.doubt({ number: doubt + 1 })),
              element('text', { x: round(width - 14), y: round(y), 'font-size': 14 }, '?'),
            ]),
          ]),
    ];
  });
  return element(
    'svg',
    {
      class: 'printed',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      role: 'group',
      'aria-label': say.page({ number: sheet.number }),
    },
    [
      ...rules.map(({ x0, x1, y }) =>
        element('line', { x1: round(x0), x2: round(x1), y1: round(y), y2: round(y) }, ''),
      ),
      ...drawn,
    ],
  );
}

const round = (points: number): number => Math.round(points * 10) / 10;

const classOf = (owner: ImportedPart | undefined): string => owner?.kind.replace(' ', '-') ?? 'in-none';

/** The lines of a text without a layout. */
const drawLines = (sheet: Sheet, context: Context): Html =>
  element('ol', { class: 'printed', lang: context.paper.lang }, [
    ...linesOf(sheet, context).map(({ line, owner, opens, doubt, runs }) =>
      element('li', { id: `line-${line.number}`, value: line.number, class: classOf(owner) }, [
        ...(opens && owner ? [element('a', { class: 'label', href: `#${owner.id}` }, owner.name), ' '] : []),
        ...runs.map((run) => (run.isMark ? element('span', { class: 'mark' }, run.text) : run.text)),
        ...(doubt === undefined ? [] : [' ', element('a', { class: 'doubt', href: `#doubt-${doubt}` }, '?')]),
      ]),
    ),
  ]);
