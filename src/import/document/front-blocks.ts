import type { Block } from './blocks.ts';
import { readHeadings } from '../words/headings.ts';
import { languageOf } from '../words/paper-language.ts';
import { editorialLine, frontParts, isIntroduction, mastheadLine } from '../words/paper-words.ts';

/** The positions in a paper that bound its front matter, as indices of blocks; -1 for those that it does not have. */
export interface Landmarks {
  /** The last abstract or keywords. */
  lastPart: number;
  /** The first abstract in a format that marks headings: text above it is not running text, however long. */
  abstract: number;
  /** The heading of an introduction, before which there is no running text. */
  introduction: number;
  unlabelled: Unlabelled;
}

/** The most blocks above the abstract and the introduction. */
const MAX_BEFORE_ABSTRACT = 16;
const MAX_BEFORE_INTRODUCTION = 25;
/** The same for an abstract below the cover, the declarations and the acknowledgements of a thesis. */
const MAX_IN_THESIS = 60;

export function findLandmarks(blocks: Block[], hasCover = false): Landmarks {
  const abstract = blocks.findIndex((block) => openedBy(block)?.id === 'abstract' && block.kind !== 'text');
  const introduction = blocks.findIndex(
    ({ kind, content: { text } }) => kind === 'heading' && isIntroduction(text),
  );
  const near = introduction <= MAX_BEFORE_INTRODUCTION ? introduction : -1;
  return {
    lastPart: blocks.findLastIndex((block) => openedBy(block)),
    abstract: abstract < (hasCover ? MAX_IN_THESIS : MAX_BEFORE_ABSTRACT) ? abstract : -1,
    introduction: near,
    unlabelled: abstractWithoutLabel(blocks, near),
  };
}

/** An abstract without an opening word, and others in other languages beside it. */
interface Unlabelled {
  from: number;
  end: number;
  foreign: Block[];
}

/**
 * An abstract without an opening word: the long paragraphs before an introduction, or immediately before the keywords,
 * in the paper’s language.
 */
function abstractWithoutLabel(blocks: Block[], introduction: number): Unlabelled {
  const none = { from: -1, end: -1, foreign: [] };
  if (blocks.some((block) => openedBy(block)?.id === 'abstract')) return none;
  const keywords = blocks.findIndex((block) => openedBy(block)?.id === 'keywords');
  const before = keywords > 0 && keywords < MAX_BEFORE_ABSTRACT ? keywords : introduction;
  const first = blocks.slice(0, Math.max(before, 0)).findIndex(isLong);
  if (first < 0) return none;
  // Notes on the authors are below the abstract.
  const starred = blocks.findIndex(({ content: { text } }, i) => i > first && STAR.test(text));
  const opening = blocks.slice(0, starred < 0 ? before : Math.min(starred, before));
  const own = tagOf(
    blocks
      .slice(before)
      .map(({ content }) => content.text)
      .join(' '),
  );
  const isForeign = (block: Block): boolean => isLong(block) && tagOf(block.content.text) !== own;
  const isOwn = (block: Block, i: number): boolean => i > 0 && isLong(block) && !isForeign(block);
  const last = opening.findLastIndex(isOwn);
  if (last < 0) return none;
  return {
    from: opening.findLastIndex((block, i) => i < last && !isOwn(block, i)) + 1,
    end: last + 1,
    // Its title is above it.
    foreign: opening.flatMap((block, i) =>
      isForeign(block)
        ? [...(i > last + 1 && isHeading(opening[i - 1]!) ? [opening[i - 1]!] : []), block]
        : [],
    ),
  };
}

const tagOf = (text: string): string => languageOf(text).tag.slice(0, 2);

/** True if a reader found a paragraph and not a heading; plain text does not tell. */
export const isParagraph = ({ kind }: Block): boolean => kind !== 'heading' && kind !== 'text';

export const isHeading = ({ kind, content: { text } }: Block): boolean =>
  kind === 'text' ? readHeadings(text).length > 0 : kind === 'heading';

/** True if a block is one of the paragraphs of an abstract. */
export const isLong = (block: Block): boolean => {
  const { text } = block.content;
  return isParagraph(block) && text.length >= MIN_ABSTRACT && /[.。]$/.test(text.trim());
};

/** The fewest characters in a paragraph of an abstract that has no label of its own. */
const MIN_ABSTRACT = 150;

/** The most characters in a notice. */
export const LONGEST_NOTICE = 900;

/** True for a notice of the journal on the paper or its author. */
export const isEditorial = ({ content, raw }: Block): boolean =>
  editorialLine.test(content.text) || editorialLine.test(raw) || STAR.test(content.text);
const STAR = /^[*\u2217＊※]/;

/** True if a line above the title belongs to the journal or a library, or is an ornament. */
export const isMasthead = (block: Block): boolean =>
  isEditorial(block) ||
  mastheadLine.test(block.content.text) ||
  !/\p{L}{2}/u.test(block.content.text.replace(/\s+/g, '')) ||
  /^(?:ISSN|CN\s?\d|DOI|https?:|网络首发|網絡首發|引用格式)/i.test(block.content.text.trim());

/** The part of the front matter that a block begins, and the length of its opening word. */
export function openedBy({
  content,
}: Block): { id: 'abstract' | 'keywords'; lang: 'zh' | 'en' | 'other'; wordLength: number } | undefined {
  // A B S T R A C T
  const isSpaced = /^(?:\p{L} ){4,}\p{L}$/u.test(content.text);
  const text = isSpaced ? content.text.replaceAll(' ', '') : content.text;
  for (const { id, lang, pattern } of frontParts) {
    const match = pattern.exec(text);
    if (match) return { id, lang, wordLength: isSpaced ? content.text.length : match[0].length };
  }
  return undefined;
}
