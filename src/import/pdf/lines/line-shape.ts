import { SMALL, type BodyType } from './learn-type.ts';
import type { TypeLine } from './page-lines.ts';

/** True if a line is indented as the first line of a paragraph or a quotation is. */
export const isSetIn = ({ x0, left, size }: TypeLine): boolean =>
  x0 - left > size * 0.8 && x0 - left < size * 7;

/** True if a line is indented further than paragraphs ever are. */
export const isFarIn = ({ x0, left, size }: TypeLine): boolean => x0 - left >= size * 7;

/** True if an entire line is in display type: larger, or in a font that the running text does not use. */
export const isDisplay = (line: TypeLine, type: BodyType): boolean =>
  line.size > type.size * LARGE ||
  (line.size > type.size * 0.93 && line.font !== '' && !type.fonts.has(line.font) && line.purity > PURE);

/** The size above which type is display type, as a multiple of the text’s. */
export const LARGE = 1.06;

/** The minimum share of a line’s letters in a font for the line to be set in that font. */
export const PURE = 0.8;

export const isSmall = (line: TypeLine, type: BodyType): boolean => line.size <= type.size * SMALL;

/** The class of a line’s type; a change of class begins a new group. */
export const classOf = (line: TypeLine, type: BodyType): 'small' | 'italic' | 'display' | 'text' => {
  if (isSmall(line, type)) return 'small';
  if (!isDisplay(line, type)) return 'text';
  return line.size <= type.size * LARGE &&
    /ital|obli/i.test(line.font) &&
    !/bold|black|heavy/i.test(line.font)
    ? 'italic'
    : 'display';
};

/** True if a line reaches the edge of its column. */
export const isFull = ({ x1, right, size }: TypeLine): boolean => x1 > right - size * 1.2;

/** True if a line is set in as far from the left edge of its column as from the right. */
export const isCentred = ({ x0, x1, left, right, size }: TypeLine): boolean =>
  x0 - left > size * 1.5 && Math.abs(x0 - left - (right - x1)) < size * 1.5;

/** True if a line leaves room in which the next line’s first word would have fitted. */
export function leavesRoom(line: TypeLine, next: TypeLine): boolean {
  const room = line.right - line.x1;
  const [word = ''] = /^(?:[\p{Script=Latin}\d'’.,;:()-]+|.[、。，：；！？”》）]*)/u.exec(next.text) ?? [];
  const perCharacter = (next.x1 - next.x0) / Math.max(next.text.length, 1);
  return room > Math.max(perCharacter * word.length + line.size * 0.5, line.size * 1.6);
}

/** True if a line is set as running text and fills its column. */
export const isFullBody = (line: TypeLine, type: BodyType): boolean =>
  Math.abs(line.size - type.size) < type.size * 0.06 &&
  type.fonts.has(line.font) &&
  line.x1 - line.x0 > (line.right - line.left) * 0.8;
