import { languageOf } from '../../words/paper-language.ts';
import type { BareSheet } from './furniture.ts';
import { sideOf, splitRow } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** The pages of a bilingual paper in one of its two parallel languages, and the rows in the other, by page. */
interface OneLanguage {
  sheets: BareSheet[];
  gutters: (number | undefined)[];
  other: Row[][];
}

/**
 * Drops the right-hand column if a paper is printed in two languages column by column. In a paper with a single column,
 * finds the gutter between two parallel abstracts on the first pages.
 */
export function takeSideLanguage(sheets: BareSheet[], gutters: (number | undefined)[]): OneLanguage {
  const languages = sheets.map((sheet, i) => {
    const gutter = gutters[i];
    return gutter === undefined ? undefined : languagesOf(sheet.rows, gutter);
  });
  const written = languages.filter((one) => one !== undefined);
  const [usual] = written;
  const isBilingual =
    usual !== undefined &&
    usual.left !== usual.right &&
    written.filter(({ left, right }) => left === usual.left && right === usual.right).length >
      written.length * MIN_ALIKE;
  if (!isBilingual) {
    const isColumned = gutters.some((gutter) => gutter !== undefined);
    const found = gutters.map((gutter, i) =>
      isColumned || i >= FIRST_PAGES ? gutter : gutterOfLanguages(sheets[i]!),
    );
    return { sheets, gutters: found, other: sheets.map(() => []) };
  }
  const isRight = (row: Row, i: number): boolean =>
    gutters[i] !== undefined && sideOf(row, gutters[i], row.size) === 'right';
  const parts = sheets.map(({ rows }, i) =>
    rows.flatMap((row) => (gutters[i] === undefined ? [row] : splitRow(row, gutters[i]))),
  );
  return {
    sheets: sheets.map((sheet, i) => ({ ...sheet, rows: parts[i]!.filter((row) => !isRight(row, i)) })),
    gutters: gutters.map(() => undefined),
    other: parts.map((rows, i) => rows.filter((row) => isRight(row, i))),
  };
}

/** The minimum share of pages with the same two languages in their columns. */
const MIN_ALIKE = 0.7;
/** The first pages, which may contain abstracts. */
const FIRST_PAGES = 3;
/** The fewest rows and words in columns whose languages are identified. */
const MIN_ROWS = 8;
const MIN_WORDS = 25;

/** The languages on either side, if there is enough text to identify them. */
function languagesOf(rows: Row[], gutter: number): { left: string; right: string } | undefined {
  const texts = { left: '', right: '' };
  for (const row of rows)
    for (const part of splitRow(row, gutter)) {
      const side = sideOf(part, gutter, part.size);
      if (side === 'left' || side === 'right')
        texts[side] += `${part.runs.map(({ text }) => text).join(' ')} `;
    }
  const isLong = (text: string): boolean =>
    text.split(' ').length > MIN_WORDS || (text.match(/\p{Script=Han}/gu)?.length ?? 0) > MIN_WORDS;
  return isLong(texts.left) && isLong(texts.right)
    ? { left: languageOf(texts.left).tag, right: languageOf(texts.right).tag }
    : undefined;
}

function gutterOfLanguages({ rows, width }: BareSheet): number | undefined {
  for (let x = width * 0.4; x <= width * 0.6; x += 2) {
    const split = rows.filter((row) => sideOf(row, x, row.size) === 'split');
    if (split.length < MIN_ROWS) continue;
    const found = languagesOf(split, x);
    if (found && found.left !== found.right) return x;
  }
  return undefined;
}
