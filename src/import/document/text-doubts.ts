import { lettersOf } from '../words/letters.ts';
import type { ScopedNote } from './bind-notes.ts';
import { countingMarks } from './glued-marks.ts';
import type { TextBlock } from './outline.ts';
import { divideLines, isEnded } from '../lines.ts';
import type { Inline, Paper, PaperBlock } from '../paper.ts';
import type { Warn, Warning } from '../warning.ts';

/** Raises doubts for signs that something was read wrongly although every character has been assigned. */
export function findDoubts(paper: Paper, source: string, isPlainText: boolean, warn: Warn): void {
  gluedDigits(paper, warn);
  brokenSentences(paper, warn);
  shortChapters(paper, warn);
  loneNumbers(paper, warn);
  for (const { offset, reason, correction } of emptyHeadings(paper)) warn(offset, reason, correction);
  if (!isPlainText) return;
  lonelyMarks(paper, source, warn);
  repeatedTitle(paper, source, warn);
}

type Paragraph = Extract<PaperBlock, { type: 'paragraph' }>;

/** Note marks that were read as text. */
function gluedDigits({ sections }: Paper, warn: Warn): void {
  const contents = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      'inlines' in block
        ? block.inlines.flatMap(({ type, content }) => (type === 'text' ? [content] : []))
        : [],
    ),
  );
  const counting = countingMarks(contents.map(({ text }) => text));
  const [first, last] = [counting[0], counting.at(-1)];
  if (first && last)
    warn(
      contents[first.at]?.offsets[first.start] ?? 0,
      `${counting.length} numbers directly after words count up from ${first.number} to ${last.number}, as note marks do; they remain in the text, which may also contain their notes`,
    );
}

/** A paragraph that begins within a sentence continues the one before it. */
function brokenSentences({ sections }: Paper, warn: Warn): void {
  const plain = sections.flatMap(({ blocks }) => blocks.filter(isPlain));
  const broken = sections.flatMap(({ blocks }) =>
    blocks.filter((block, i) => isBroken(block, blocks[i - 1])),
  );
  if (broken.length > Math.max(FEW_BROKEN, plain.length * SHARE_BROKEN))
    warn(
      0,
      `${broken.length} of ${plain.length} paragraphs begin within a sentence: the text does not show where paragraphs end, or its lines are in a different order; if there is another version of the text, import that`,
    );
  for (const block of broken.filter(isPlain))
    warn(
      startOf(block) ?? 0,
      `paragraph ${block.id} begins within a sentence; it may continue the one before it`,
      { is: textOf(block).length <= SCRAP ? 'left out' : 'goes on' },
    );
}

function isBroken(block: PaperBlock, before: PaperBlock | undefined): boolean {
  if (!isPlain(block) || (before !== undefined && !isPlain(before)) || before?.id === 'abstract')
    return false;
  // A quotation may begin in the middle of a sentence.
  if (block.isQuotation && !before?.isQuotation) return false;
  const own = textOf(block);
  return !LIST_ITEM.test(own) && ((before && OPEN_END.test(textOf(before))) || /^\p{Ll}{2}/u.test(own));
}

const LIST_ITEM = /^(?:[•‣◦▪■●◆►✓]|[(（]?(?:\d{1,2}|[a-z])[.)）．])\s?(?=\p{L}|[“‘「《])/u;

/** So few characters are a label of a figure or table rather than the rest of a sentence. */
const SCRAP = 4;

/** More paragraphs than this that begin within a sentence are no accident. */
const FEW_BROKEN = 5;
const SHARE_BROKEN = 0.2;

/** Chapters that may be sections of others, because their headings are set alike. */
function shortChapters({ sections }: Paper, warn: Warn): void {
  const short = sections.filter(({ blocks }) => blocks.filter(isPlain).length <= SHORT);
  if (sections.length > MANY_CHAPTERS && short.length > sections.length / 2)
    warn(
      short[0]!.start ?? 0,
      `${sections.length} chapters, ${short.length} of them with at most ${SHORT} paragraphs: some may be sections; their headings can be given a level in corrections.yaml`,
      { is: 'heading', level: 2 },
    );
}

const MANY_CHAPTERS = 12;
const SHORT = 2;

/** Headings without text before the next of their level: lists, words in figures, or halves of a heading. */
function emptyHeadings({ sections }: Paper): Warning[] {
  const parts = sections.flatMap(({ title, start, blocks }) => [
    { level: 1, text: title, offset: start },
    ...blocks.flatMap((block) => {
      if (block.type === 'exhibit') return [];
      if (block.type === 'paragraph') return [undefined];
      const text = block.inlines.map(({ content }) => content.text).join('');
      return [{ level: block.type === 'heading' ? 2 : block.depth, text, offset: startOf(block) ?? start }];
    }),
  ]);
  const isEmpty = (i: number): boolean => {
    const [own, next] = [parts[i], parts[i + 1]];
    return own !== undefined && (i + 1 === parts.length || (next !== undefined && next.level <= own.level));
  };
  return parts.flatMap((first, i): Warning[] => {
    if (first?.offset === undefined || !isEmpty(i) || (i > 0 && isEmpty(i - 1))) return [];
    let last = i;
    while (isEmpty(last) && last + 1 < parts.length) last++;
    const count = last - i + 1;
    const reason =
      count < IN_A_ROW
        ? `the heading “${first.text}” has no text below it; it may be part of the next, or words in a figure`
        : `${count} headings follow each other without text between them, from “${first.text}” to “${parts[last]!.text}”; they may be a list, or the words in a figure`;
    return [{ offset: first.offset, reason, correction: { is: 'paragraph' } }];
  });
}

const IN_A_ROW = 3;

/** A number that is a heading by itself: in the text it may also be a page number or a number in a figure. */
function loneNumbers({ sections }: Paper, warn: Warn): void {
  for (const { title, start, blocks } of sections) {
    const within = blocks.flatMap((block) => {
      if (block.type !== 'heading' && block.type !== 'minor heading') return [];
      const text = block.inlines.map(({ content }) => content.text).join('');
      return [{ text, offset: startOf(block) }];
    });
    for (const { text, offset } of [{ text: title, offset: start }, ...within])
      if (offset !== undefined && LONE_NUMBER.test(text))
        warn(offset, `the number ${text} alone on its line is taken for a heading; it may be text`, {
          is: 'paragraph',
        });
  }
}

const LONE_NUMBER = /^(?:[一二三四五六七八九十]{1,3}|[IVX]{1,5}|\d{1,2})[、．.]?$/;

const isPlain = (block: PaperBlock | undefined): block is Paragraph =>
  block?.type === 'paragraph' && !block.continues && !block.item;

/** The offset of a block’s first character; the beginning of a printed page has no characters. */
const startOf = ({ inlines }: Extract<PaperBlock, { inlines: Inline[] }>): number | undefined =>
  inlines.find(({ content }) => content.text !== '')?.content.offsets[0];

const textOf = ({ inlines }: Paragraph): string =>
  inlines
    // A number that cites the list may be raised: it neither ends nor begins a sentence.
    .flatMap(({ type, content: { text } }) =>
      type === 'text' || (type === 'cite' && !/^\d+$/.test(text)) ? [text] : [],
    )
    .join('')
    .trim();

/** The end of a text in the middle of a sentence: a letter or a comma. A title in title marks is a heading. */
const OPEN_END = /[\p{L}\d,，、][”’"]?$/u;

/** A raised mark on a line of its own: the text layer does not show which word it follows. */
function lonelyMarks({ coverage }: Paper, source: string, warn: Warn): void {
  for (const { text, start } of divideLines(source))
    if (LONELY.test(text) && coverage.kindAt(start) === 'note mark')
      warn(
        start,
        `the mark ${text} is alone on its line; it is placed before the following text, but may belong in the line above or below`,
      );
}

const LONELY = /^(?:[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇¹²³⁰-⁹\s]+|[〔[［]\s?\d{1,3}\s?[\]］〕])$/u;

/** A line that is repeated at the heads of other pages may be the journal’s name, not the title. */
function repeatedTitle({ title, coverage, authors, sheets }: Paper, source: string, warn: Warn): void {
  const name = lettersOf(title);
  if (name.length < 2) return;
  const lines = divideLines(source).filter(({ text }) => text !== '');
  const titleLine = lines.find(({ start }) => coverage.kindAt(start) === 'title');
  const again = lines.filter((line) => line !== titleLine && lettersOf(line.text) === name);
  // A running head repeats the title on every other page at most, and a title is followed by names.
  const isOdd = again.length > 0 && (authors.length === 0 || again.length > sheets.starts.length * 0.6);
  if (titleLine && isOdd)
    warn(
      titleLine.start,
      `the title “${title}” is also on ${again.length} other ${again.length === 1 ? 'line' : 'lines'}, first on line ${again[0]!.number}; it may be the journal’s name`,
      { title },
    );
}

/** Warns if the text or a note ends without a full stop, which few others do: it may be cut off. */
export function endsCutOff(marked: ReadonlyMap<TextBlock, Inline[]>, notes: ScopedNote[], warn: Warn): void {
  const [last, inlines = []] = [...marked].findLast(([{ type }]) => type === 'paragraph') ?? [];
  const text = inlines.flatMap(({ type, content }) => (/mark|repeat/.test(type) ? [] : [content.text]));
  if (last && !isEnded(text.join('').trimEnd()))
    warn(last.content.offsets.at(-1) ?? 0, 'the text ends within a sentence; it may be incomplete');
  const open = notes.filter(({ content }) => !isEnded(content.text));
  if (open.length > notes.length * MAX_OPEN_SHARE) return;
  for (const { number, content, offset } of open)
    warn(
      content.offsets.at(-1) ?? offset,
      `note ${number} ends without a full stop, unlike most; something may be missing`,
    );
}

/** If more notes than this lack a full stop, the paper does not end notes with one. */
const MAX_OPEN_SHARE = 1 / 5;
