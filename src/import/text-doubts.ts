import { columns, divideLines } from './lines.ts';
import type { Paper, PaperBlock } from './paper.ts';
import type { Warning } from './warning.ts';

/** What a paper looks like where something was read wrongly, though every character has its place. */
export const findDoubts = (paper: Paper, source: string, isPlainText: boolean): Warning[] => [
  ...gluedDigits(paper),
  ...brokenSentences(paper),
  ...(isPlainText
    ? [...longNotes(paper), ...lonelyMarks(paper, source), ...repeatedTitle(paper, source)]
    : []),
];

type TextBlock = Extract<PaperBlock, { type: 'paragraph' }>;

/** Fewer digits that count up may do so by chance. */
const FEWEST_COUNTING = 4;

/** Digits that stand behind words without a space, and count up through the paper, are marks of notes. */
function gluedDigits({ sections }: Paper): Warning[] {
  const found = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      'inlines' in block
        ? block.inlines.flatMap(({ type, content }) =>
            type === 'text'
              ? [...content.text.matchAll(GLUED)].map((match) => ({
                  number: Number(match[0]),
                  offset: content.offsets[match.index] ?? 0,
                }))
              : [],
          )
        : [],
    ),
  );
  const counting: typeof found = [];
  for (const one of found) {
    const due = (counting.at(-1)?.number ?? 0) + 1;
    // One may be lost, or read as a mark.
    if (one.number >= due && one.number <= due + 2) counting.push(one);
  }
  const [first, last] = [counting[0], counting.at(-1)];
  if (!first || !last || counting.length < FEWEST_COUNTING) return [];
  return [
    {
      offset: first.offset,
      reason: `${counting.length} numbers stand glued to words and count up from ${first.number} to ${last.number}, as marks of notes do; they are left in the text, and their notes may be in it, too`,
    },
  ];
}

/** A number behind a Latin word or what ends a sentence, and before what may follow a mark. */
const GLUED =
  /(?<=\p{Script=Latin}{3}[.,;:!?”"’')]{0,2})\d{1,3}(?=$|[\s,.;:)\]—–])|(?<=[。；？！”》）])\d{1,3}(?=$|(?![年月日个個种種次世])[\p{Script=Han}“《，。；])/gu;

/** A paragraph that begins within a sentence goes on with the one before it. */
function brokenSentences({ sections }: Paper): Warning[] {
  const all = sections.flatMap(({ blocks }) => blocks.filter(isPlain)).length;
  const found = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block, i): Warning[] => {
      const before = blocks[i - 1];
      if (!isPlain(block) || !isPlain(before) || before.id === 'abstract') return [];
      const [own, last] = [textOf(block), textOf(before)];
      if (OPEN_END.test(last) === false && !/^\p{Ll}/u.test(own)) return [];
      return [
        {
          offset: block.inlines.find(({ content }) => content.text !== '')?.content.offsets[0] ?? 0,
          reason: `the paragraph ${block.id} begins within a sentence; it may go on with the one before it`,
          correction: { is: 'goes on' },
        },
      ];
    }),
  );
  return found.length > Math.max(FEW_BROKEN, all * SHARE_BROKEN)
    ? [
        {
          offset: 0,
          reason: `${found.length} of ${all} paragraphs begin within a sentence: the text does not show where paragraphs end; if there is a PDF, or another text of it, import that`,
        },
        ...found,
      ]
    : found;
}

/** So many paragraphs that begin within a sentence are no accident. */
const FEW_BROKEN = 5;
const SHARE_BROKEN = 0.2;

const isPlain = (block: PaperBlock | undefined): block is TextBlock =>
  block?.type === 'paragraph' && !block.continues && !block.isQuotation && !block.item;

const textOf = ({ inlines }: TextBlock): string =>
  inlines
    .flatMap(({ type, content }) => (type === 'text' || type === 'cite' ? [content.text] : []))
    .join('')
    .trim();

/** The end of a text behind which a sentence goes on: a letter, or a comma. */
const OPEN_END = /[\p{L}\d,，、]$/u;

/** A note that is so many times as long as half of the others may have swallowed what stands beside it. */
const FAR_LONGER = 12;
const LONG = 1600;

function longNotes({ notes }: Paper): Warning[] {
  const lengths = notes.map(({ content }) => columns(content.text)).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return notes.flatMap(({ number, content }): Warning[] => {
    const length = columns(content.text);
    return length > Math.max(LONG, median * FAR_LONGER)
      ? [
          {
            offset: content.offsets[0] ?? 0,
            reason: `note ${number} is far longer than the others; running text may be in it`,
          },
        ]
      : [];
  });
}

/** A raised mark on a line of its own: the text layer does not say behind which word it stood. */
const lonelyMarks = ({ coverage }: Paper, source: string): Warning[] =>
  divideLines(source)
    .filter(({ text, start }) => LONELY.test(text) && coverage.kindAt(start) === 'note mark')
    .map(({ text, start }) => ({
      offset: start,
      reason: `the mark ${text} stands alone on its line; it is taken to stand before what follows, and may belong within the line above or below`,
    }));

const LONELY = /^(?:[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇¹²³⁰-⁹\s]+|[〔[［]\s?\d{1,3}\s?[\]］〕])$/u;

/** What stands at the head of other pages too may be the journal’s name, and not the title. */
function repeatedTitle({ title, coverage, authors, sheets }: Paper, source: string): Warning[] {
  const name = nameOf(title);
  if (name.length < 2) return [];
  const lines = divideLines(source).filter(({ text }) => text !== '');
  const own = lines.find(({ start }) => coverage.kindAt(start) === 'title');
  const again = lines.filter((line) => line !== own && nameOf(line.text) === name);
  // A running head has the title on every other page, at most; behind a title stand names.
  const isOdd = again.length > 0 && (authors.length === 0 || again.length > sheets.starts.length * 0.6);
  return own && isOdd
    ? [
        {
          offset: own.start,
          reason: `the title “${title}” stands on ${again.length} other ${again.length === 1 ? 'line' : 'lines'} too, first on line ${again[0]!.number}; if it is the journal’s, the paper has another`,
          correction: { title },
        },
      ]
    : [];
}

const nameOf = (text: string): string => text.replace(/[\d\s\p{P}\p{S}]+/gu, '').toLowerCase();
