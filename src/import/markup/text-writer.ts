import type { MappedText } from '../mapped-text.ts';

/** Builds the text of a document, block by block; white space within a block collapses as in HTML. */
export interface TextWriter {
  /** Begins a block on a new line. */
  open: () => void;
  write: (text: string) => void;
  /** Drops a pending space before something that belongs to the previous word, such as a note mark. */
  cling: () => void;
  /** The offset of the next character, unless it is a space. */
  next: () => number;
  /** The offset after the last character. */
  end: () => number;
  /** The block’s text so far. */
  content: () => MappedText;
  /** The block’s text from an offset. */
  since: (start: number) => string;
  text: () => string;
}

export function startText(): TextWriter {
  const before: string[] = [];
  let start = 0;
  let block = '';
  let waits = false;
  return {
    open() {
      if (start + block.length > 0) before.push(block, '\n');
      start += block.length + Number(start + block.length > 0);
      block = '';
      waits = false;
    },
    write(written) {
      for (const [i, word] of clean(written).split(' ').entries()) {
        if (i > 0) waits ||= block !== '';
        // Other white space characters are kept within a block and dropped at its beginning.
        const own = block === '' ? word.trimStart() : word;
        if (own === '') continue;
        // Line breaks in the file may separate Chinese characters where no space is meant.
        if (waits && !(HAN_AT_END.test(block.slice(-2)) && HAN_AT_START.test(own))) block += ' ';
        waits = false;
        block += own;
      }
    },
    cling() {
      waits = false;
    },
    next: () => start + block.length + Number(waits),
    end: () => start + block.length,
    content() {
      const text = block.trimEnd();
      return { text, offsets: Array.from({ length: text.length }, (_, i) => start + i) };
    },
    since: (from) => block.slice(from - start),
    text: () => before.join('') + block,
  };
}

/** Collapses white space as in HTML, and removes invisible characters that do not belong in text. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B\uFEFF]/g, '').replace(/[ \t\n\v\f\r]+/g, ' ');

const HAN_AT_END = /[\p{Script=Han}，。、；：？！”’》）]$/u;
const HAN_AT_START = /^[\p{Script=Han}，。、；：？！“‘《（]/u;
