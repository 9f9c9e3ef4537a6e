import type { Element } from 'hast';
import { attribute, elementsOf, outermost } from './elements.ts';

/** The most cells that one cell may span; no printed table has more. */
const MOST_SPANNED = 100;

/**
 * The cells of a table by row, with the same number in each row. A cell that spans several is repeated in each; several
 * head rows become one.
 */
export function cellsOf(table: Element, textOf: (cell: Element) => string): string[][] {
  const rows = outermost(table, ({ tagName }) => tagName === 'tr');
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of elementsOf(row)) {
      while (grid[y]![x] !== undefined) x++;
      const [width, height] = [spanned(cell, 'colSpan'), spanned(cell, 'rowSpan')];
      const text = textOf(cell);
      for (let down = 0; down < Math.min(height, rows.length - y); down++)
        for (let along = 0; along < width; along++) grid[y + down]![x + along] = text;
      x += width;
    }
  });
  const width = Math.max(0, ...grid.map(({ length }) => length));
  const whole = grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''));
  const heads = headRows(table, rows);
  const head = Array.from({ length: width }, (_, x) =>
    [...new Set(whole.slice(0, heads).map((row) => row[x] ?? ''))].filter(Boolean).join(' / '),
  );
  return heads > 1 ? [head, ...whole.slice(heads)] : whole;
}

function spanned(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const number = Number(attribute(cell, name));
  return Number.isInteger(number) && number > 1 ? Math.min(number, MOST_SPANNED) : 1;
}

function headRows(table: Element, rows: Element[]): number {
  const [head] = outermost(table, ({ tagName }) => tagName === 'thead');
  const own = head ? outermost(head, ({ tagName }) => tagName === 'tr') : [];
  if (own.length > 0) return Math.min(own.length, rows.length - 1);
  const body = rows.findIndex((row) => elementsOf(row).some(({ tagName }) => tagName !== 'th'));
  return Math.min(Math.max(body, 1), rows.length - 1);
}
