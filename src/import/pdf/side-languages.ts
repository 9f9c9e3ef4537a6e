import { languageOf } from '../paper-language.ts';
import type { BareSheet } from './furniture.ts';
import { sideOf, splitRow } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** The pages of a paper with one of two languages that stand side by side, and what is in the other, by page. */
interface OneLanguage {
  sheets: BareSheet[];
  gutters: (number | undefined)[];
  other: Row[][];
}

/**
 * Leaves the right-hand column away where a paper is printed in two languages, column by column, and finds the gutter
 * between two abstracts that stand so on one of the first pages of a paper in one column.
 */
export function takeSideLanguage(sheets: BareSheet[], gutters: (number | undefined)[]): OneLanguage {
  const told = sheets.map((sheet, i) => {
    const gutter = gutters[i];
    return gutter === undefined ? undefined : languagesOf(sheet.rows, gutter);
  });
  const written = told.filter((one) => one !== undefined);
  const [usual] = written;
  const isBilingual =
    usual !== undefined &&
    usual.left !== usual.right &&
    written.filter(({ left, right }) => left === usual.left && right === usual.right).length >
      written.length * MOST_ALIKE;
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

/** The share of pages whose columns are in the same two languages. */
const MOST_ALIKE = 0.7;
/** Pages on which abstracts stand. */
const FIRST_PAGES = 3;
/** Rows and words of the shortest columns whose languages are told. */
const FEWEST_ROWS = 8;
const FEWEST_WORDS = 25;

/** The languages on either side, where there is enough to tell them. */
function languagesOf(rows: Row[], gutter: number): { left: string; right: string } | undefined {
  const texts = { left: '', right: '' };
  for (const row of rows)
    for (const part of splitRow(row, gutter)) {
      const side = sideOf(part, gutter, part.size);
      if (side === 'left' || side === 'right')
        texts[side] += `${part.runs.map(({ text }) => text).join(' ')} `;
    }
  const isLong = (text: string): boolean =>
    text.split(' ').length > FEWEST_WORDS || (text.match(/\p{Script=Han}/gu)?.length ?? 0) > FEWEST_WORDS;
  return isLong(texts.left) && isLong(texts.right)
    ? { left: languageOf(texts.left).tag, right: languageOf(texts.right).tag }
    : undefined;
}

function gutterOfLanguages({ rows, width }: BareSheet): number | undefined {
  for (let x = width * 0.4; x <= width * 0.6; x += 2) {
    const split = rows.filter((row) => sideOf(row, x, row.size) === 'split');
    if (split.length < FEWEST_ROWS) continue;
    const found = languagesOf(split, x);
    if (found && found.left !== found.right) return x;
  }
  return undefined;
}
