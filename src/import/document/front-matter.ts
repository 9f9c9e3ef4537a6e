import { HAN } from '../../model/language.ts';
import type { Block } from './blocks.ts';
import { splitNames } from '../words/bylines.ts';
import { sliceMapped } from '../mapped-text.ts';
import { findLandmarks, isEditorial, isMasthead, LONGEST_NOTICE, openedBy } from './front-blocks.ts';
import { roleOf } from './front-roles.ts';
import { aboutAuthors, thesisLine, titleLabel } from '../words/paper-words.ts';

/** The parts of a paper before the running text. */
export interface FrontMatter {
  title: Block[];
  authors: Block[];
  abstract: Opened | undefined;
  /** Paragraphs of the abstract after its first. */
  abstractRest: Block[];
  keywords: Opened | undefined;
  editorial: Block[];
  /** Title, abstract and keywords in another language. */
  otherLanguage: Block[];
  /** The number of blocks in the front matter. */
  length: number;
}

/** A block with its opening word, such as “Abstract”. */
interface Opened {
  block: Block;
  /** Length of that word in the block’s text. */
  wordLength: number;
  /** The block with nothing but the word, if the text is in the next block. */
  wordBlock?: Block;
}

/** A paper’s blocks, divided into the running text and the parts before and after it. */
export interface Matter {
  front: FrontMatter;
  text: Block[];
  /** Notices that the journal prints after the text. */
  editorial: Block[];
  /** Title, abstract and keywords in another language, after the text. */
  otherLanguage: Block[];
}

/**
 * Divides blocks into front matter, text and back matter; `lang` is the language of the running text. `areMarked` is
 * true if the format marks paragraphs.
 */
export function divideMatter(blocks: Block[], lang: 'zh' | 'en', areMarked = false): Matter {
  const front = withText(readFrontMatter(blocks, lang, areMarked), blocks);
  const foreign = otherLanguageBehind(blocks, lang);
  const end = endOfText(blocks.slice(0, foreign), front);
  const behind = Math.max(end, front.length);
  return {
    front,
    text: blocks.slice(front.length, end),
    editorial: blocks.slice(behind, Math.max(foreign, behind)),
    otherLanguage: blocks.slice(Math.max(foreign, behind)),
  };
}

/** If every paragraph is as short as the journal’s notices on a paper, the paragraphs are text, not notices. */
function withText(front: FrontMatter, blocks: Block[]): FrontMatter {
  const { title, authors, editorial, abstract } = front;
  const named = blocks.indexOf((authors.at(-1) ?? title.at(-1))!);
  const first = blocks.findIndex((block, i) => i > named && editorial.includes(block) && !isEditorial(block));
  if (front.length < blocks.length || abstract || first < 0) return front;
  return { ...front, editorial: editorial.filter((block) => blocks.indexOf(block) < first), length: first };
}

/**
 * Index after the text at which its title and abstract in another language begin; the number of blocks without them.
 */
function otherLanguageBehind(blocks: Block[], lang: 'zh' | 'en'): number {
  const last = blocks.findLastIndex(
    (block) => HAN.test(block.content.text) === (lang === 'zh') && openedBy(block) === undefined,
  );
  const behind = blocks.slice(last + 1);
  return behind.some((block) => (openedBy(block)?.lang ?? lang) !== lang) ? last + 1 : blocks.length;
}

/** The number of blocks before the journal’s notices after the text, such as those on the authors. */
function endOfText(blocks: Block[], front: FrontMatter): number {
  const end = blocks.findLastIndex((block) => !isBackMatter(block) && !isAboutAuthor(block, front)) + 1;
  const authors = front.authors.flatMap(({ raw }) => splitNames(raw)).length;
  const opening = blocks.findIndex(
    ({ content: { text } }, i) =>
      i > front.length &&
      blocks.length - i <= MAX_ABOUT &&
      aboutAuthors.test(text.trim()) &&
      blocks.slice(i).every((block) => block.content.text.length <= LONGEST_NOTICE * Math.max(1, authors)),
  );
  return opening < 0 ? end : Math.min(opening, end);
}

/** The most blocks from such a heading on. */
const MAX_ABOUT = 8;

/** True if a block after the text begins with an author’s name in capitals, or is an address. */
const isAboutAuthor = ({ content: { text } }: Block, { authors }: FrontMatter): boolean =>
  /^[[(]?e-?mail:|^ADDRESS(?:ES)?:/i.test(text) ||
  authors
    .flatMap(({ raw }) => splitNames(raw))
    .some((name) => name.includes(' ') && text.startsWith(name.toUpperCase()));

/** True if journals print such a block after the text. */
const isBackMatter = (block: Block): boolean =>
  isEditorial(block) || /^[[【（(][^。]{1,60}[\]】）)]$/.test(block.content.text);

/** Reads the blocks before the first heading or paragraph, one after another. */
function readFrontMatter(blocks: Block[], lang: 'zh' | 'en', areMarked: boolean): FrontMatter {
  const front = startAtTitle(blocks, areMarked);
  const landmarks = findLandmarks(blocks, areMarked && hasCover(blocks));
  let at = front.length;
  while (at < blocks.length) {
    const block = blocks[at]!;
    const part = openedBy(block);
    if (part) {
      at += takePart(part, blocks, at, front, lang);
      continue;
    }
    const role = roleOf({ block, text: block.content.text, blocks, at, front, lang, landmarks, areMarked });
    if (role === 'text') break;
    if (role === 'subtitle') front.title.push({ ...block, kind: 'subtitle' });
    else if (role === 'abstract') front.abstract = { block, wordLength: 0 };
    else front[role].push(block);
    at++;
  }
  return withoutLastHeading({ ...front, length: Math.min(at, blocks.length) }, blocks);
}

/**
 * A paper begins with its title, above which there may be lines of the journal, or the kind of a thesis; the cover of a
 * thesis may have a word before its title.
 */
function startAtTitle(blocks: Block[], areMarked: boolean): FrontMatter {
  const cover = blocks.slice(0, MAX_COVER);
  const kindAt = cover.findIndex(isThesisLine);
  const isFirst = blocks[0]?.kind === 'title';
  const above = isFirst && kindAt > 0 ? -1 : kindAt;
  const labelled =
    areMarked && !isFirst ? cover.findIndex(({ content }) => titleLabel.test(content.text)) : -1;
  const at = labelled >= 0 ? labelled : blocks.findIndex((block, i) => i > above && !isMasthead(block));
  const [title, label] = withoutLabel(blocks[at], labelled >= 0);
  return {
    title,
    authors: [],
    abstract: undefined,
    abstractRest: [],
    keywords: undefined,
    editorial: [...blocks.slice(0, Math.max(at, 0)), ...label],
    otherLanguage: [],
    length: at + 1,
  };
}

/** The most lines on a cover down to the kind of a thesis or its title. */
const MAX_COVER = 8;

const isThesisLine = ({ content }: Block): boolean => thesisLine.test(content.text.trim());

/** True if a paper begins with the cover of a thesis. */
const hasCover = (blocks: Block[]): boolean =>
  blocks.slice(0, MAX_COVER).some((block) => isThesisLine(block) || titleLabel.test(block.content.text));

/** A title without the word before it, and that word. */
function withoutLabel(block: Block | undefined, isLabelled: boolean): [title: Block[], label: Block[]] {
  if (!block) return [[], []];
  const length = isLabelled ? (titleLabel.exec(block.content.text)?.[0].length ?? 0) : 0;
  if (length === 0) return [[block], []];
  const [label, content] = [sliceMapped(block.content, 0, length), sliceMapped(block.content, length)];
  return [[{ ...block, content, raw: content.text }], [{ ...block, content: label, raw: label.text }]];
}

/** Takes an abstract or keywords, with the block below a word that stands alone. Returns the number of blocks. */
function takePart(
  { id, lang: own, wordLength }: NonNullable<ReturnType<typeof openedBy>>,
  blocks: Block[],
  at: number,
  front: FrontMatter,
  lang: 'zh' | 'en',
): number {
  const block = blocks[at]!;
  const isAlone = wordLength === block.content.text.length;
  const opened: Opened = isAlone
    ? { block: blocks[at + 1] ?? block, wordLength: 0, wordBlock: block }
    : { block, wordLength };
  // A paper may be in another language than the two that are told apart.
  const isOther = own === 'other' ? front.abstract !== undefined : own !== lang;
  if (isOther || front[id]) front.otherLanguage.push(...new Set([block, opened.block]));
  else front[id] = opened;
  return isAlone ? 2 : 1;
}

/** If there is no abstract before the text, the heading above its first paragraph belongs to the text. */
function withoutLastHeading(front: FrontMatter, blocks: Block[]): FrontMatter {
  const { abstract, keywords, editorial, length } = front;
  const last = blocks[length - 1];
  return !abstract && !keywords && last?.kind === 'heading' && last === editorial.at(-1)
    ? { ...front, editorial: editorial.slice(0, -1), length: length - 1 }
    : front;
}

/** A block that a format names abstract or keywords, which may still begin with that word. */
export function openPart(id: 'abstract' | 'keywords', block: Block | undefined): Opened | undefined {
  const part = block && openedBy(block);
  const isOpened = part?.id === id && part.wordLength < block!.content.text.length;
  return block && { block, wordLength: isOpened ? part.wordLength : 0 };
}
