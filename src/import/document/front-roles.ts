import { HAN } from '../../model/language.ts';
import type { Block } from './blocks.ts';
import { isAffiliation, isControl, isNames, splitNames } from '../words/bylines.ts';
import {
  isEditorial,
  isHeading,
  isLong,
  isParagraph,
  LONGEST_NOTICE,
  openedBy,
  type Landmarks,
} from './front-blocks.ts';
import type { FrontMatter } from './front-matter.ts';
import { readHeadings } from '../words/headings.ts';
import { authorLabel } from '../words/paper-words.ts';
import { lettersOf } from '../words/letters.ts';

/** A block among the others, and what is known of the front matter before it. */
interface Place {
  block: Block;
  text: string;
  blocks: Block[];
  /** The index of the block. */
  at: number;
  front: FrontMatter;
  lang: 'zh' | 'en';
  landmarks: Landmarks;
  /** Whether the format marks paragraphs. */
  areMarked: boolean;
}

/** The part of the front matter to which a block belongs; `text` is where the running text begins. */
type Role =
  'title' | 'subtitle' | 'authors' | 'abstract' | 'abstractRest' | 'editorial' | 'otherLanguage' | 'text';
type Rule = (place: Place) => Role | undefined;

/** The fewest characters in a paragraph of running text. */
const MIN_TEXT = 60;

/** A subtitle has type of its own, or begins with a dash. */
const belowTitle: Rule = ({ block, text, blocks, at, front }) =>
  (block.kind === 'subtitle' || /^[—–-]{1,2}\s?\S/.test(text)) && blocks[at - 1] === front.title.at(-1)
    ? 'title'
    : undefined;

/** A publisher is named with its towns: Harbour Publications Yare, London and New Delhi. */
const publisher: Rule = ({ text }) => (IMPRINT.test(text) ? 'editorial' : undefined);

const IMPRINT =
  /^(?:(?:\p{Lu}[\p{L}.&’-]*|and|&) ){1,4}(?:Publications|Publishing|Publishers|Press|Verlag|Books)(?:,? (?:and |& )?\p{Lu}\p{L}+)*$/u;

/** A heading is between the title and the names, perhaps with the publisher’s name above it. */
const secondTitle: Rule = ({ block, text, blocks, at, front: { title, authors, abstract, editorial } }) => {
  const next = blocks[at + 1];
  const isBelowTitle = blocks
    .slice(blocks.indexOf(title[0]!) + 1, at)
    .every((above) => editorial.includes(above));
  if (
    authors.length > 0 ||
    abstract ||
    block.kind !== 'heading' ||
    isNames(block.raw) ||
    readHeadings(text).length > 0 ||
    !next ||
    !isNames(next.raw) ||
    !isBelowTitle
  )
    return undefined;
  return /\p{P}$/u.test(title[0]!.content.text.trim()) ? 'title' : 'subtitle';
};

/**
 * Further names are between two affiliations, as each author may have one below, or in the type of the names above; or
 * Chinese names follow others, beside which they are printed.
 */
const furtherAuthor: Rule = ({ block, blocks, at, front: { authors, abstract } }) => {
  if (authors.length === 0 || abstract || !isNames(block.raw)) return undefined;
  const [before, after] = [blocks[at - 1], blocks[at + 1]];
  const isBelowNames = before === authors.at(-1);
  const isBeside =
    isBelowNames && HAN.test(block.raw) && block.kind !== 'text' && readHeadings(block.raw).length === 0;
  const hasAffiliation = after !== undefined && isAffiliation(after.content.text);
  const isBelowAffiliation = before !== undefined && isAffiliation(before.content.text);
  return isBeside || (hasAffiliation && (isBelowAffiliation || (isBelowNames && isSameType(before, block))))
    ? 'authors'
    : undefined;
};

const isSameType = (one: Block | undefined, other: Block): boolean =>
  one?.kind === 'heading' &&
  other.kind === 'heading' &&
  JSON.stringify(one.level) === JSON.stringify(other.level);

/** An abstract may have no word that opens it, and one in another language beside it. */
const unlabelledAbstract: Rule = ({ block, at, landmarks: { unlabelled } }) => {
  if (unlabelled.foreign.includes(block)) return 'otherLanguage';
  if (at === unlabelled.from) return 'abstract';
  return at > unlabelled.from && at < unlabelled.end ? 'abstractRest' : undefined;
};

/** Everything above an introduction is names, abstract or notices. */
const aboveIntroduction: Rule = (place) => {
  const { block, at, front, landmarks } = place;
  if (at >= landmarks.introduction) return undefined;
  if (front.authors.length === 0 && !front.abstract && isNames(block.raw)) return 'authors';
  return continuesAbstract(place) ? 'abstractRest' : 'editorial';
};

/** True if a paragraph before the introduction follows immediately on the abstract. */
const continuesAbstract = ({ block, text, blocks, at, front, areMarked, landmarks }: Place): boolean =>
  front.keywords === undefined &&
  (isLong(block) || (areMarked && at < landmarks.lastPart && SENTENCE_END.test(text.trim()))) &&
  !isEditorial(block) &&
  !tellsOfAuthor(text, front) &&
  blocks[at - 1] === (front.abstractRest.at(-1) ?? front.abstract?.block);

/** The cover of a thesis names the author after a word: 作者：…. */
const labelledAuthor: Rule = ({ text, front: { authors, abstract } }) =>
  authors.length === 0 && !abstract && authorLabel.test(text) && isNames(text) ? 'authors' : undefined;

const notice: Rule = ({ block, text, front, areMarked }) =>
  isEditorial(block) ||
  tellsOfAuthor(text, front) ||
  (areMarked && block.kind === 'paragraph' && text.length < MIN_TEXT / 2 && isControl(text))
    ? 'editorial'
    : undefined;

/**
 * True if a text below the abstract begins with an author’s name: it is about the author, since papers do not begin so.
 */
const tellsOfAuthor = (text: string, { abstract, authors }: FrontMatter): boolean =>
  abstract !== undefined &&
  authors
    .flatMap(({ raw }) => splitNames(raw))
    .some((name) => name.length > 1 && text.replace(/^作者\s?/, '').startsWith(name));

/** In a Chinese paper, text in other letters above an abstract is its translation. */
const translation: Rule = ({ text, at, lang, landmarks }) =>
  lang === 'zh' && !HAN.test(text) && at < landmarks.lastPart ? 'otherLanguage' : undefined;

/** Title, names or affiliations are repeated above the text, after an abstract with pages of its own. */
const repetition: Rule = ({ block, blocks, at, front }) => {
  const letters = lettersOf(block.raw);
  return front.abstract &&
    letters.length > 1 &&
    blocks.slice(0, at).some(({ raw }) => lettersOf(raw) === letters)
    ? 'editorial'
    : undefined;
};

/** Below the abstract and above the first numbered heading there is a part with a notice in it. */
const amongNotices: Rule = ({ blocks, at, front }) => {
  if (!front.abstract) return undefined;
  const from = blocks.findLastIndex((block, i) => i <= at && isHeading(block));
  const end = blocks.findIndex((block, i) => i > at && isHeading(block));
  const [opening, next] = [blocks[from], blocks[end]];
  const isNumbered = (block: Block): boolean => readHeadings(block.content.text).length > 0;
  const part = blocks.slice(from + 1, end);
  return opening !== undefined &&
    next !== undefined &&
    openedBy(opening) === undefined &&
    blocks.slice(1, from).some((block) => openedBy(block)) &&
    !isNumbered(opening) &&
    isNumbered(next) &&
    part.some(isEditorial) &&
    part.every(({ content }) => content.text.length <= LONGEST_NOTICE)
    ? 'editorial'
    : undefined;
};

/** A heading below the abstract opens the text. */
const headingOfText: Rule = ({ block, front }) => (isHeading(block) && front.abstract ? 'text' : undefined);

/** An abstract continues until the keywords. */
const restOfAbstract: Rule = ({ at, front: { abstract, keywords }, landmarks }) =>
  abstract && !keywords && at < landmarks.lastPart ? 'abstractRest' : undefined;

/** What is above the abstract is names or notices. */
const aboveAbstract: Rule = ({ block, at, front, landmarks }) => {
  if (at >= landmarks.abstract) return undefined;
  return front.authors.length === 0 && isNames(block.raw) ? 'authors' : 'editorial';
};

/** A reader of type recognised no heading here, and the text is not a sentence: it is a scrap of the imprint. */
const scrap: Rule = ({ block, text, front }) =>
  front.abstract &&
  front.keywords &&
  isParagraph(block) &&
  block.kind !== 'quotation' &&
  block.kind !== 'list item' &&
  text.length < MIN_TEXT &&
  !/[.。!?！？…:：;；,，”’"]$/.test(text)
    ? 'editorial'
    : undefined;

/** Many names are as long as a paragraph. */
const manyNames: Rule = ({ block, text, front: { authors, abstract } }) =>
  authors.length === 0 && !abstract && text.length >= MIN_TEXT && isNames(block.raw) ? 'authors' : undefined;

/** The text begins below an abstract or keywords, with a paragraph, or with a heading. */
const startOfText: Rule = (place) => {
  const { text, front } = place;
  return front.abstract ||
    front.keywords ||
    text.length >= MIN_TEXT ||
    readHeadings(text).length > 0 ||
    opensChapter(place)
    ? 'text'
    : undefined;
};

/**
 * True if the format marks a block as a heading, a paragraph follows, and there are similar headings: it may look like
 * a name.
 */
function opensChapter({ block, blocks, at }: Place): boolean {
  const level = levelIn(block);
  const next = blocks[at + 1];
  return (
    level !== undefined &&
    next !== undefined &&
    isParagraph(next) &&
    next.content.text.length >= MIN_TEXT &&
    blocks.slice(at + 1).some((other) => levelIn(other) === level)
  );
}

const levelIn = (block: Block): number | undefined =>
  block.kind === 'heading' && 'level' in block.level ? block.level.level : undefined;

const firstNames: Rule = ({ block, front }) =>
  front.authors.length === 0 && isNames(block.raw) ? 'authors' : undefined;

/** The second block belongs to the title if the names follow immediately. */
const restOfTitle: Rule = ({ block, blocks, at, front }) => {
  const next = blocks[at + 1];
  return front.authors.length === 0 && at === 1 && !/[\d（(]/.test(block.raw) && next && isNames(next.raw)
    ? 'title'
    : undefined;
};

/** A short paragraph that the format marks opens the text if it is a sentence, not an address or date. */
const shortOpening: Rule = ({ block, blocks, text, at, areMarked, landmarks }) =>
  areMarked &&
  block.kind === 'paragraph' &&
  at > landmarks.lastPart &&
  (blocks[at + 1]?.kind === 'formula' || SENTENCE_END.test(text.trim())) &&
  /\p{Script=Han}{4}|\p{L} \p{Ll}+ \p{Ll}+/u.test(text) &&
  !isAffiliation(text) &&
  !/@|^(?:by|posted|published|received|accepted|(?:last )?updated|copyright|©|收稿|发布|作者)/i.test(text)
    ? 'text'
    : undefined;

/** A full stop, perhaps with a note mark after it. */
const SENTENCE_END =
  /(?:\p{Ll}{2}|\p{Script=Han}|\d)[.。!?！？…][”’"）)]?\s?(?:[[(]?\d{1,3}[\])]?|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})?$/u;

/** The rules in the order in which they are tried. */
const rules: Rule[] = [
  belowTitle,
  publisher,
  secondTitle,
  furtherAuthor,
  unlabelledAbstract,
  labelledAuthor,
  aboveIntroduction,
  notice,
  translation,
  repetition,
  amongNotices,
  headingOfText,
  restOfAbstract,
  aboveAbstract,
  scrap,
  manyNames,
  startOfText,
  firstNames,
  restOfTitle,
  shortOpening,
];

/** The role of a block that begins no part with a word of its own: the first rule that can tell decides. */
export function roleOf(place: Place): Role {
  for (const rule of rules) {
    const role = rule(place);
    if (role) return role;
  }
  return 'editorial';
}
