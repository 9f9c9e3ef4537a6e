/** A paper as its plain text gives it: what one reads, told apart from page furniture, with the line where each part begins. */
export interface PaperText {
  blocks: PaperBlock[];
  notes: PaperNote[];
}

/** A paragraph or heading, put together again from its lines. */
export interface PaperBlock {
  type: 'abstract' | 'section' | 'subsection' | 'paragraph' | 'caption' | 'other';
  /** With note marks as `MARK` and printed pages as `PAGE`; spaces that only justified a line are gone. */
  text: string;
  /** Line of the file, from 1. */
  line: number;
  /** First and last printed page. */
  pages: [number, number];
  /** Numbers, through the whole paper, of the notes marked in it. */
  notes: number[];
}

export interface PaperNote {
  number: number;
  text: string;
  line: number;
}

/** Stands for a note mark in a block's text. */
export const MARK = '\uFFFC';

const CIRCLED = /[\u2460-\u2473]/g;
const RULE = /^ {40,}$/;
// The abstract's heading is set in like a page's first line.
const PAGE_START = /^ [^\s\u3010]/;

/**
 * Reads the text layer of a paper whose pages begin with a line set in by one space, whose footnotes stand under a rule
 * of spaces and count from ① on every page, and whose paragraphs end in a line with a space behind it.
 * `firstPage` is the printed number of the first page.
 */
export function readPaperText(text: string, firstPage: number): PaperText {
  const blocks: PaperBlock[] = [];
  const notes: PaperNote[] = [];
  let page = firstPage - 1;
  let inNotes = false;
  let notesBefore = 0;
  let open: PaperBlock | undefined;
  text.split('\n').forEach((raw, i) => {
    if (RULE.test(raw)) {
      inNotes = true;
      return;
    }
    const startsPage = PAGE_START.test(raw);
    if (startsPage) {
      page++;
      inNotes = false;
      notesBefore = notes.length;
    }
    if (raw.trim() === '') return;
    if (inNotes) addNoteLine(notes, raw, i + 1);
    else {
      const written = raw.trim().replace(CIRCLED, MARK);
      const marks = [...raw.matchAll(CIRCLED)].map(([mark]) => notesBefore + mark.charCodeAt(0) - 0x245f);
      if (open) {
        open.text = join(open.text, written);
        open.pages[1] = page;
        open.notes.push(...marks);
      } else {
        open = { type: 'paragraph', text: written, line: i + 1, pages: [page, page], notes: marks };
        blocks.push(open);
      }
      // A Latin word that the line breaks after leaves a space behind too.
      if (/[^\w]\s+$/.test(raw)) open = undefined;
    }
  });
  let inTable = false;
  for (const block of blocks) {
    block.text = unjustified(block.text);
    block.type = typeOf(block.text, inTable);
    if (block.type === 'caption') inTable = TABLE.test(block.text);
  }
  return { blocks, notes };
}

/** Paragraph ids as `section.subsection.paragraph`, in the order of the text; what is not running text has none. */
export function identify({ blocks }: PaperText): Map<string, PaperBlock> {
  const segments = new Map<string, PaperBlock>();
  let [section, subsection, paragraph, begun] = [0, 0, 0, false];
  for (const block of blocks) {
    switch (block.type) {
      case 'abstract':
        segments.set('abstract', block);
        begun = true;
        break;
      case 'section':
        [section, subsection, paragraph] = [section + 1, 0, 0];
        segments.set(`${section}`, block);
        break;
      case 'subsection':
        [subsection, paragraph] = [subsection + 1, 0];
        segments.set(`${section}.${subsection}`, block);
        break;
      case 'paragraph':
        if (!begun) break;
        segments.set(`${section}.${subsection}.${++paragraph}`, block);
        break;
      default:
    }
  }
  return segments;
}

const SECTION = /^[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+\u3001/u;
const SUBSECTION = /^\uff08[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+\uff09/u;
const ABSTRACT = /^\u3010?(?:\u5185\u5bb9)?\u6458\u8981/u;
const TABLE = /^\u8868\s*\d/u;
const CAPTION = /^(?:[\u56fe\u8868]\s*\d|\u8d44\u6599\u6765\u6e90)/u;
const SHORT = 40;

function typeOf(text: string, inTable: boolean): PaperBlock['type'] {
  if (CAPTION.test(text)) return 'caption';
  if (inTable || /^[[\u3010].*[\]\u3011]$/u.test(text)) return 'other';
  if (ABSTRACT.test(text)) return 'abstract';
  if (text.length <= SHORT && SECTION.test(text)) return 'section';
  if (text.length <= SHORT && SUBSECTION.test(text)) return 'subsection';
  return 'paragraph';
}

function addNoteLine(notes: PaperNote[], raw: string, line: number): void {
  const written = raw.trim();
  const last = notes.at(-1);
  if (/^[\u2460-\u2473]/.test(written))
    notes.push({ number: notes.length + 1, text: written.slice(1).trim(), line });
  else if (last) last.text = join(last.text, written);
}

/** Lines of Chinese run on; between Latin words a space stands, but not after a hyphen that broke one. */
function join(before: string, after: string): string {
  return /[\w,.;:)]$/.test(before) && /^[\w(]/.test(after) ? `${before} ${after}` : before + after;
}

/** Spaces beside Chinese only fill a line out. */
const unjustified = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}\p{P}\uFFFC])\s+|\s+(?=[\p{Script=Han}\p{P}\uFFFC])/gu, '');
