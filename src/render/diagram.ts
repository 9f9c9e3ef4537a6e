import { inEdition } from '../model/localised.ts';
import type { Diagram } from '../model/entries.ts';

/** A drawn diagram, in the units of its view box. */
export interface Drawing {
  width: number;
  height: number;
  boxes: {
    id: string;
    x: number;
    y: number;
    width: number;
    height: number;
    label: string[];
    detail: string[];
  }[];
  arrows: { x1: number; y1: number; x2: number; y2: number; both: boolean }[];
  /** The same in words, an arrow a line. */
  described: string[];
}

const WIDTH = 400;
const GAP = 28;
const ROW_GAP = 40;
const PADDING = 10;
export const LABEL_SIZE = 15;
export const DETAIL_SIZE = 12;
export const LINE = 1.5;

/** Lays boxes out in rows, each as high as the longest text of its row. */
export function drawDiagram({ nodes, edges }: Diagram, edition: string): Drawing {
  const rows = [...new Set(nodes.map(({ row }) => row))].sort((a, b) => a - b);
  const boxes: Drawing['boxes'] = [];
  let y = 1;
  for (const row of rows) {
    const inRow = nodes.filter((node) => node.row === row);
    const width = inRow.length === 1 ? WIDTH * 0.7 : (WIDTH - GAP * (inRow.length - 1)) / inRow.length;
    const left = (WIDTH - (width * inRow.length + GAP * (inRow.length - 1))) / 2;
    const texts = inRow.map((node) => ({
      id: node.id,
      label: wrap(inEdition(node.label, edition), (width - 2 * PADDING) / LABEL_SIZE),
      detail: node.detail ? wrap(inEdition(node.detail, edition), (width - 2 * PADDING) / DETAIL_SIZE) : [],
    }));
    const height = Math.max(
      ...texts.map(
        ({ label, detail }) => 2 * PADDING + LINE * (label.length * LABEL_SIZE + detail.length * DETAIL_SIZE),
      ),
    );
    texts.forEach((text, i) => boxes.push({ ...text, x: left + i * (width + GAP), y, width, height }));
    y += height + ROW_GAP;
  }
  const box = new Map(boxes.map((one) => [one.id, one]));
  const label = new Map(nodes.map((node) => [node.id, inEdition(node.label, edition)]));
  return {
    width: WIDTH,
    height: y - ROW_GAP + 1,
    boxes,
    arrows: edges.flatMap(({ from, to, both }) => {
      const [a, b] = [box.get(from), box.get(to)];
      return a && b ? [{ ...between(a, b), both }] : [];
    }),
    described: edges.map(
      ({ from, to, both }) => `${label.get(from) ?? from} ${both ? '↔' : '→'} ${label.get(to) ?? to}`,
    ),
  };
}

type Box = Drawing['boxes'][number];

/** From edge to edge: down between rows, across within one. */
function between(a: Box, b: Box): { x1: number; y1: number; x2: number; y2: number } {
  const middle = (one: Box): number => one.x + one.width / 2;
  if (a.y === b.y) {
    const y = a.y + a.height / 2;
    return a.x < b.x
      ? { x1: a.x + a.width, y1: y, x2: b.x, y2: y }
      : { x1: a.x, y1: y, x2: b.x + b.width, y2: y };
  }
  const meeting = a.width < b.width ? middle(a) : middle(b);
  const clamp = (one: Box): number => Math.min(Math.max(meeting, one.x + 20), one.x + one.width - 20);
  return { x1: clamp(a), y1: a.y + a.height, x2: clamp(b), y2: b.y };
}

/** Breaks at spaces, and anywhere between Han characters but not before closing punctuation; `em` is the line's width. */
function wrap(text: string, em: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/\p{Script=Han}[，、。；：）”》]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? []) {
    if (line !== '' && widthOf(line + word.trimEnd()) > em) {
      lines.push(line.trim());
      line = '';
    }
    line += word;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\p{Script=Han}，、。；：（）“”《》]/u.test(character) ? 1 : 0.53),
    0,
  );
