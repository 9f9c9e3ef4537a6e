import { columns } from '../../src/import/lines.ts';
import { NOTE_MARK } from '../../src/model/units.ts';

/** A paper before layout: its paragraphs in order, with each note mark as one character. */
export interface Manuscript {
  title: string;
  authors: string;
  abstract: string;
  /** Headings include their numbers. */
  blocks: { type: 'heading' | 'paragraph'; text: string }[];
  notes: string[];
}

export interface Layout {
  /** Columns in a full line. */
  width: number;
  /** Lines per page, including notes. */
  height: number;
  paragraphs: 'indent' | 'trailing space' | 'blank line';
}

/**
 * Lays a manuscript out like the text layer of a PDF: hard line breaks, pages, and notes at the foot of each page,
 * starting with ①.
 */
export function layOut({ title, authors, abstract, blocks, notes }: Manuscript, layout: Layout): string {
  const { paragraphs } = layout;
  const indent = paragraphs === 'indent' ? '    ' : '';
  const gap = paragraphs === 'blank line' ? [''] : [];
  const end = paragraphs === 'trailing space' ? ' ' : '';
  const set = (text: string, first: string): string[] => {
    const lines = wrap(text, layout.width, first.length);
    return lines.map((line, i) => (i === 0 ? first : '') + line + (i === lines.length - 1 ? end : ''));
  };
  const flow = [
    ...[title, authors].map((line) => line + end),
    ...set(`\u6458\u8981\uFF1A${abstract}`, indent),
    ...gap,
    ...blocks.flatMap(({ type, text }) => [...set(text, type === 'paragraph' ? indent : indent), ...gap]),
  ];
  const pages: string[] = [];
  let next = 0;
  while (flow.length > 0) {
    const body: string[] = [];
    const foot: string[] = [];
    let first = next;
    while (flow.length > 0) {
      const line = flow[0]!;
      const marks = [...line].filter((character) => character === NOTE_MARK).length;
      const more = notes
        .slice(next, next + marks)
        .flatMap((note, i) => set(`${circled(next + i - first + 1)} ${note}`, ''));
      if (body.length > 0 && body.length + foot.length + more.length + 2 > layout.height) break;
      let number = next - first;
      body.push(line.replaceAll(NOTE_MARK, () => circled(++number)));
      foot.push(...more);
      next += marks;
      flow.shift();
    }
    first = next;
    pages.push([...body, ...(foot.length > 0 ? [' '.repeat(50), ...foot] : [])].join('\n'));
  }
  return pages.join('\n\f');
}

const circled = (number: number): string => String.fromCharCode(0x2460 + number - 1);

/**
 * No line begins with a closing mark or a note mark, or ends with an opening mark; Latin words and numbers are not
 * broken.
 */
function wrap(text: string, width: number, indent: number): string[] {
  const pieces =
    text.match(
      /[\u201C\u2018\uFF08\u300A\u3008]*(?:[A-Za-z0-9][\w.'\u2019/:%-]*[,.;:)\u201D]*|\s+|.)[\uFF0C\u3002\u3001\uFF1A\uFF1B\uFF01\uFF1F\u201D\u2019\uFF09\u300B\u3009\uFFFC]*/gsu,
    ) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const room = width - (lines.length === 0 ? indent : 0);
    if (line !== '' && columns(line + piece.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}
