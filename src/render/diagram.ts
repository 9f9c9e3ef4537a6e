import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Diagram } from '../model/entries.ts';
import { localised } from '../model/localised.ts';
import { exhibitWords } from '../release/entities.ts';

/** A diagram laid out in the units of its view box. */
interface Drawing {
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
}

/** Boxes and arrows as an SVG image whose description says the same; `id` is the prefix of the ids in it. */
export function diagramHast(diagram: Diagram, edition: string, id: string): Element {
  const { width, height, boxes, arrows } = drawDiagram(diagram, edition);
  const { title, rows } = exhibitWords(diagram, edition);
  const tip = `M0 0L${-HEAD} ${-HEAD / 2}V${HEAD / 2}Z`;
  const count = diagram.nodes.length;
  const said = rows.slice(0, count).map(([label = '', detail]) => (detail ? `${label} (${detail})` : label));
  const described = rows.slice(count).map((arrow) => arrow.join(' '));
  return s(
    'svg',
    {
      viewBox: `-1 -1 ${width + 2} ${height + 2}`,
      role: 'img',
      ariaLabelledBy: `${id}-title ${id}-described`,
      className: 'diagram',
    },
    [
      s('title', { id: `${id}-title` }, title),
      s('desc', { id: `${id}-described` }, `${said.join('; ')}. ${described.join('; ')}.`),
      ...arrows.map(({ x1, y1, x2, y2, both }) => {
        const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
        return s('g', { className: 'arrow' }, [
          s('line', { x1, y1, x2, y2 }),
          s('path', { d: tip, transform: `translate(${x2} ${y2}) rotate(${angle})` }),
          ...(both
            ? [s('path', { d: tip, transform: `translate(${x1} ${y1}) rotate(${angle + 180})` })]
            : []),
        ]);
      }),
      ...boxes.map(({ x, y, width: wide, height: high, label, detail }) => {
        const middle = x + wide / 2;
        const top = y + (high - LINE * (label.length * LABEL_SIZE + detail.length * DETAIL_SIZE)) / 2;
        const under = top + LABEL_SIZE * LINE * label.length;
        const lines = (texts: string[], className: string, from: number, size: number) =>
          texts.map((text, i) =>
            s('text', { className, x: middle, y: from + size * (LINE * i + 1.1) }, text),
          );
        return s('g', { className: 'box' }, [
          s('rect', { x, y, width: wide, height: high, rx: 3 }),
          ...lines(label, 'box-label', top, LABEL_SIZE),
          ...lines(detail, 'box-detail', under, DETAIL_SIZE),
        ]);
      }),
    ],
  );
}

const HEAD = 7;
const WIDTH = 400;
const GAP = 28;
const ROW_GAP = 40;
const PADDING = 10;
// On a phone, which is narrower than the drawing, the smallest letters are still about 12 px high.
const LABEL_SIZE = 16;
const DETAIL_SIZE = 14;
const LINE = 1.5;

/** Lays boxes out in rows; each row is as high as its longest text. */
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
      label: wrap(localised(node.label, edition), (width - 2 * PADDING) / LABEL_SIZE),
      detail: node.detail ? wrap(localised(node.detail, edition), (width - 2 * PADDING) / DETAIL_SIZE) : [],
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
  return {
    width: WIDTH,
    height: y - ROW_GAP + 1,
    boxes,
    arrows: edges.flatMap(({ from, to, both }) => {
      const [a, b] = [box.get(from), box.get(to)];
      return a && b ? [{ ...between(a, b), both }] : [];
    }),
  };
}

type Box = Drawing['boxes'][number];

/** An arrow from edge to edge: vertical between rows, horizontal within a row. */
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

/**
 * Breaks lines at spaces, and between Han characters except before closing and after opening punctuation; `em` is the
 * line width.
 */
function wrap(text: string, em: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[（“《]*\p{Script=Han}[，、。；：）”》]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ??
    []) {
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
    (sum, character) => sum + (/[\p{Script=Han}，、。；：（）“”《》]/u.test(character) ? 1 : 0.5),
    0,
  );
