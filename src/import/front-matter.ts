import { lettersOf } from './letters.ts';
import { HAN } from '../model/language.ts';
import {
  aboutAuthors,
  authorRole,
  editorialLine,
  frontParts,
  isIntroduction,
  mastheadLine,
  plainHeading,
} from './paper-words.ts';
import type { SetHeading } from './heading-levels.ts';
import { readHeadings } from './headings.ts';
import { readHanNames } from './citations/read-han-names.ts';
import { readLatinNames } from './citations/read-latin-names.ts';
import type { MappedText } from './mapped-text.ts';
import { languageOf } from './paper-language.ts';
import type { ListItem } from './source-document.ts';

/** A heading with its level in the outline; `length` counts the characters of its number. */
export interface OutlineLevel {
  level: number;
  length: number;
  /** `plain` without a number. */
  numbering: string;
}

/** A paragraph or heading before its role is known. */
export interface Group {
  content: MappedText;
  /** If the format says so: a heading, or `none` for a paragraph. */
  heading?: OutlineLevel | SetHeading | 'none';
  /** True if it is below the title in type of its own. */
  isSubtitle?: boolean;
  /** Its lines as they are, joined, so that gaps between names remain. */
  raw: string;
  /** Set off from the paragraph around it. */
  display?: 'quotation' | 'formula' | ListItem;
}

/** The parts of a paper before the running text. */
export interface FrontMatter {
  title: Group[];
  authors: Group[];
  abstract: Opened | undefined;
  /** Paragraphs of the abstract after its first. */
  abstractRest: Group[];
  keywords: Opened | undefined;
  editorial: Group[];
  /** Title, abstract and keywords in another language. */
  otherLanguage: Group[];
  /** The number of groups in the front matter. */
  length: number;
}

/** A group with its opening word, such as “Abstract”. */
interface Opened {
  group: Group;
  /** Length of that word in the group’s text. */
  wordLength: number;
  /** The group with nothing but the word, if the text is in the next group. */
  wordGroup?: Group;
}

/** A paper’s groups, divided into the running text and the parts before and after it. */
export interface Matter {
  front: FrontMatter;
  text: Group[];
  /** Notices that the journal prints after the text. */
  editorial: Group[];
  /** Title, abstract and keywords in another language, after the text. */
  otherLanguage: Group[];
}

/** Divides groups into front matter, text and back matter; `lang` is the language of the running text. */
export function divideMatter(groups: Group[], lang: 'zh' | 'en'): Matter {
  const front = withText(readFrontMatter(groups, lang), groups);
  const foreign = otherLanguageBehind(groups, lang);
  const end = endOfText(groups.slice(0, foreign), front);
  const behind = Math.max(end, front.length);
  return {
    front,
    text: groups.slice(front.length, end),
    editorial: groups.slice(behind, Math.max(foreign, behind)),
    otherLanguage: groups.slice(Math.max(foreign, behind)),
  };
}

/** If every paragraph is as short as the journal’s notices on a paper, the paragraphs are text, not notices. */
function withText(front: FrontMatter, groups: Group[]): FrontMatter {
  const { title, authors, editorial, abstract } = front;
  const named = groups.indexOf((authors.at(-1) ?? title.at(-1))!);
  const first = groups.findIndex((group, i) => i > named && editorial.includes(group) && !isEditorial(group));
  if (front.length < groups.length || abstract || first < 0) return front;
  return { ...front, editorial: editorial.filter((group) => groups.indexOf(group) < first), length: first };
}

/**
 * Index after the text at which its title and abstract in another language begin; the number of groups without them.
 */
function otherLanguageBehind(groups: Group[], lang: 'zh' | 'en'): number {
  const last = groups.findLastIndex(
    (group) => HAN.test(group.content.text) === (lang === 'zh') && openedBy(group) === undefined,
  );
  const behind = groups.slice(last + 1);
  return behind.some((group) => (openedBy(group)?.lang ?? lang) !== lang) ? last + 1 : groups.length;
}

/** The number of groups before the journal’s notices after the text, such as those on the authors. */
function endOfText(groups: Group[], front: FrontMatter): number {
  const end = groups.findLastIndex((group) => !isBackMatter(group) && !isAboutAuthor(group, front)) + 1;
  const authors = front.authors.flatMap(({ raw }) => splitNames(raw)).length;
  const opening = groups.findIndex(
    ({ content: { text } }, i) =>
      i > front.length &&
      groups.length - i <= MAX_ABOUT &&
      aboutAuthors.test(text.trim()) &&
      groups.slice(i).every((group) => group.content.text.length <= LONGEST_ABOUT * Math.max(1, authors)),
  );
  return opening < 0 ? end : Math.min(opening, end);
}

/** The most groups from such a heading on, and the most characters about an author. */
const MAX_ABOUT = 8;
const LONGEST_ABOUT = 900;

/** True if a group after the text begins with an author’s name in capitals, or is an address. */
const isAboutAuthor = ({ content: { text } }: Group, { authors }: FrontMatter): boolean =>
  /^[[(]?e-?mail:|^ADDRESS(?:ES)?:/i.test(text) ||
  authors
    .flatMap(({ raw }) => splitNames(raw))
    .some((name) => name.includes(' ') && text.startsWith(name.toUpperCase()));

/** True if journals print such a group after the text. */
const isBackMatter = (group: Group): boolean =>
  isEditorial(group) || /^[[【（(][^。]{1,60}[\]】）)]$/.test(group.content.text);

/** The most characters in a line with one name; a line with several may be longer in proportion. */
const MAX_NAMES = 60;
const MAX_BEFORE_ABSTRACT = 16;
const MIN_TEXT = 60;

/** Reads the groups before the first heading or paragraph. */
function readFrontMatter(groups: Group[], lang: 'zh' | 'en'): FrontMatter {
  const front: FrontMatter = {
    title: groups.slice(0, 1),
    authors: [],
    abstract: undefined,
    abstractRest: [],
    keywords: undefined,
    editorial: [],
    otherLanguage: [],
    length: Math.min(1, groups.length),
  };
  if (front.title[0] && isNoTitle(front.title[0])) {
    const first = groups.findIndex((group) => !isNoTitle(group));
    front.editorial = groups.slice(0, Math.max(first, 0));
    front.title = first >= 0 ? [groups[first]!] : [];
    front.length = first + 1;
  }
  const lastPart = groups.findLastIndex((group) => openedBy(group));
  const introduction = introductionIn(groups);
  const unlabelled = abstractWithoutLabel(groups, introduction);
  // If the format marks headings, groups between title and abstract are not running text, however long.
  const nextPart = groups.findIndex(
    (group) => openedBy(group)?.id === 'abstract' && group.heading !== undefined,
  );
  let i = front.length;
  for (; i < groups.length; i++) {
    const group = groups[i]!;
    const { text } = group.content;
    const part = openedBy(group);
    const open = front.abstract !== undefined && front.keywords === undefined;
    if (part) {
      const wordGroup = part.wordLength === text.length ? group : undefined;
      const opened: Opened = wordGroup
        ? { group: groups[++i] ?? group, wordLength: 0, wordGroup }
        : { group, wordLength: part.wordLength };
      // A paper may be in another language than the two that are told apart.
      const isOther = part.lang === 'other' ? front.abstract !== undefined : part.lang !== lang;
      if (isOther || front[part.id])
        front.otherLanguage.push(...new Set([opened.wordGroup ?? group, opened.group]));
      else front[part.id] = opened;
    } else if ((group.isSubtitle || /^[—–-]{1,2}\s?\S/.test(text)) && i === front.title.length)
      front.title.push(group);
    else if (IMPRINT.test(text)) front.editorial.push(group);
    else if (front.authors.length === 0 && !front.abstract && isSecondTitle(groups, i, front))
      front.title.push({ ...group, isSubtitle: !/\p{P}$/u.test(front.title[0]!.content.text.trim()) });
    else if (front.authors.length > 0 && !front.abstract && isFurtherAuthor(groups, i, front))
      front.authors.push(group);
    else if (unlabelled.foreign.includes(group)) front.otherLanguage.push(group);
    else if (i === unlabelled.from) front.abstract = { group, wordLength: 0 };
    else if (i > unlabelled.from && i < unlabelled.end) front.abstractRest.push(group);
    else if (i < introduction) {
      if (front.authors.length === 0 && isNames(group.raw)) front.authors.push(group);
      else if (continuesAbstract(front, groups, i)) front.abstractRest.push(group);
      else front.editorial.push(group);
    } else if (isEditorial(group) || tellsOfAuthor(text, front)) front.editorial.push(group);
    else if (lang === 'zh' && !HAN.test(text) && i < lastPart) front.otherLanguage.push(group);
    else if (front.abstract && isPrintedBefore(groups, i)) front.editorial.push(group);
    else if (front.abstract && standsInNotices(groups, i)) front.editorial.push(group);
    else if (isHeading(group) && front.abstract) break;
    else if (open && i < lastPart) front.abstractRest.push(group);
    else if (
      i < nextPart &&
      nextPart < MAX_BEFORE_ABSTRACT &&
      front.authors.length === 0 &&
      isNames(group.raw)
    )
      front.authors.push(group);
    else if (i < nextPart && nextPart < MAX_BEFORE_ABSTRACT) front.editorial.push(group);
    else if (front.abstract && front.keywords && isScrap(group)) front.editorial.push(group);
    else if (front.authors.length === 0 && !front.abstract && text.length >= MIN_TEXT && isNames(group.raw))
      front.authors.push(group);
    else if (front.abstract || front.keywords || text.length >= MIN_TEXT) break;
    else if (readHeadings(text).length > 0 || opensChapter(groups, i)) break;
    else if (front.authors.length === 0 && isNames(group.raw)) front.authors.push(group);
    else if (front.authors.length === 0 && continuesTitle(groups, i)) front.title.push(group);
    else front.editorial.push(group);
  }
  // If there is no abstract before the text, the heading above its first paragraph belongs to the text.
  const before = groups[i - 1];
  const isOpen = front.abstract === undefined && front.keywords === undefined;
  if (isOpen && before && typeof before.heading === 'object' && before === front.editorial.at(-1)) {
    front.editorial.pop();
    i--;
  }
  front.length = i;
  return front;
}

/** True if a heading is between the title and the names, perhaps with the publisher’s name above it. */
const isSecondTitle = (groups: Group[], at: number, { title, editorial }: FrontMatter): boolean =>
  typeof groups[at]!.heading === 'object' &&
  !isNames(groups[at]!.raw) &&
  readHeadings(groups[at]!.content.text).length === 0 &&
  groups[at + 1] !== undefined &&
  isNames(groups[at + 1]!.raw) &&
  groups.slice(groups.indexOf(title[0]!) + 1, at).every((group) => editorial.includes(group));

/** A publisher with its towns: Harbour Publications Yare, London and New Delhi. */
const IMPRINT =
  /^(?:(?:\p{Lu}[\p{L}.&’-]*|and|&) ){1,4}(?:Publications|Publishing|Publishers|Press|Verlag|Books)(?:,? (?:and |& )?\p{Lu}\p{L}+)*$/u;

/**
 * True if names are between two affiliations, as each author may have one below, or in the type of the names above, or
 * if Chinese names follow others, beside which they are printed.
 */
const isFurtherAuthor = (groups: Group[], at: number, { authors }: FrontMatter): boolean => {
  const [before, { raw, heading }, after] = [groups[at - 1], groups[at]!, groups[at + 1]];
  const isBeside =
    before === authors.at(-1) && HAN.test(raw) && heading !== undefined && readHeadings(raw).length === 0;
  const hasAffiliation = after !== undefined && isAffiliation(after.content.text);
  return (
    isNames(raw) &&
    (isBeside ||
      (hasAffiliation && before !== undefined && isAffiliation(before.content.text)) ||
      (hasAffiliation && before === authors.at(-1) && isSameType(before?.heading, heading)))
  );
};

const isSameType = (one: Group['heading'], other: Group['heading']): boolean =>
  typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other);

/** True if title, names or affiliations are repeated above the text, after an abstract with pages of its own. */
const isPrintedBefore = (groups: Group[], at: number): boolean => {
  const letters = lettersOf(groups[at]!.raw);
  return letters.length > 1 && groups.slice(0, at).some(({ raw }) => lettersOf(raw) === letters);
};

/** True if a group is below the abstract and above the first numbered heading, in a part that has a notice. */
function standsInNotices(groups: Group[], at: number): boolean {
  const from = groups.findLastIndex((group, i) => i <= at && isHeading(group));
  const end = groups.findIndex((group, i) => i > at && isHeading(group));
  const [opening, next] = [groups[from], groups[end]];
  const isNumbered = (group: Group): boolean => readHeadings(group.content.text).length > 0;
  const part = groups.slice(from + 1, end);
  return (
    opening !== undefined &&
    next !== undefined &&
    openedBy(opening) === undefined &&
    groups.slice(1, from).some((group) => openedBy(group)) &&
    !isNumbered(opening) &&
    isNumbered(next) &&
    part.some(isEditorial) &&
    part.every(({ content }) => content.text.length <= LONGEST_ABOUT)
  );
}

/**
 * True if a text below the abstract begins with an author’s name: it is about the author, since papers do not begin so.
 */
const tellsOfAuthor = (text: string, { abstract, authors }: FrontMatter): boolean =>
  abstract !== undefined &&
  authors
    .flatMap(({ raw }) => splitNames(raw))
    .some((name) => name.length > 1 && text.replace(/^作者\s?/, '').startsWith(name));

/**
 * Index of the heading of an introduction, before which there is no running text; -1 if it is not near the beginning.
 */
function introductionIn(groups: Group[]): number {
  const at = groups.findIndex(
    ({ heading, content: { text } }) => heading !== undefined && heading !== 'none' && isIntroduction(text),
  );
  return at <= MAX_BEFORE_INTRODUCTION ? at : -1;
}

const MAX_BEFORE_INTRODUCTION = 25;

/** An abstract without an opening word, and others in other languages beside it. */
interface Unlabelled {
  from: number;
  end: number;
  foreign: Group[];
}

/**
 * An abstract without an opening word: the long paragraphs before an introduction, or immediately before the keywords,
 * in the paper’s language.
 */
function abstractWithoutLabel(groups: Group[], introduction: number): Unlabelled {
  const none = { from: -1, end: -1, foreign: [] };
  if (groups.some((group) => openedBy(group)?.id === 'abstract')) return none;
  const keywords = groups.findIndex((group) => openedBy(group)?.id === 'keywords');
  const before = keywords > 0 && keywords < MAX_BEFORE_ABSTRACT ? keywords : introduction;
  const first = groups.slice(0, Math.max(before, 0)).findIndex(isLong);
  if (first < 0) return none;
  // Notes on the authors are below the abstract.
  const starred = groups.findIndex(({ content: { text } }, i) => i > first && STAR.test(text));
  const opening = groups.slice(0, starred < 0 ? before : Math.min(starred, before));
  const own = tagOf(
    groups
      .slice(before)
      .map(({ content }) => content.text)
      .join(' '),
  );
  const isForeign = (group: Group): boolean => isLong(group) && tagOf(group.content.text) !== own;
  const isOwn = (group: Group, i: number): boolean => i > 0 && isLong(group) && !isForeign(group);
  const last = opening.findLastIndex(isOwn);
  if (last < 0) return none;
  return {
    from: opening.findLastIndex((group, i) => i < last && !isOwn(group, i)) + 1,
    end: last + 1,
    // Its title is above it.
    foreign: opening.flatMap((group, i) =>
      isForeign(group)
        ? [...(i > last + 1 && isHeading(opening[i - 1]!) ? [opening[i - 1]!] : []), group]
        : [],
    ),
  };
}

const tagOf = (text: string): string => languageOf(text).tag.slice(0, 2);

/** True if a group is one of the paragraphs of an abstract. */
const isLong = ({ heading, content: { text } }: Group): boolean =>
  heading === 'none' && text.length >= MIN_ABSTRACT && /[.。]$/.test(text.trim());
/** The fewest characters in a paragraph of an abstract that has no label of its own. */
const MIN_ABSTRACT = 150;

/** True if a paragraph before the introduction follows immediately on the abstract. */
const continuesAbstract = (front: FrontMatter, groups: Group[], at: number): boolean =>
  front.keywords === undefined &&
  isLong(groups[at]!) &&
  !isEditorial(groups[at]!) &&
  !tellsOfAuthor(groups[at]!.content.text, front) &&
  groups[at - 1] === (front.abstractRest.at(-1) ?? front.abstract?.group);

/**
 * True if the format marks a group as a heading, a paragraph follows, and there are similar headings: it may look like
 * a name.
 */
function opensChapter(groups: Group[], at: number): boolean {
  const levelOf = ({ heading }: Group): number | undefined =>
    typeof heading === 'object' && 'level' in heading ? heading.level : undefined;
  const level = levelOf(groups[at]!);
  const next = groups[at + 1];
  return (
    level !== undefined &&
    next?.heading === 'none' &&
    next.content.text.length >= MIN_TEXT &&
    groups.slice(at + 1).some((group) => levelOf(group) === level)
  );
}

/** True if a line belongs to the title: the names follow immediately. */
const continuesTitle = (groups: Group[], at: number): boolean =>
  at === 1 && !/[\d（(]/.test(groups[1]!.raw) && groups[2] !== undefined && isNames(groups[2].raw);

const isHeading = ({ heading, content: { text } }: Group): boolean =>
  heading === undefined ? readHeadings(text).length > 0 : heading !== 'none';

/**
 * True if a reader of type did not recognise a heading here and the text is not a sentence: a scrap of the journal’s
 * imprint.
 */
const isScrap = ({ heading, display, content: { text } }: Group): boolean =>
  heading === 'none' &&
  (display === undefined || display === 'formula') &&
  text.length < MIN_TEXT &&
  !/[.。!?！？…:：;；,，”’"]$/.test(text);

const isEditorial = ({ content, raw }: Group): boolean =>
  editorialLine.test(content.text) || editorialLine.test(raw) || STAR.test(content.text);
const STAR = /^[*\u2217＊※]/;

/** True if a line above the title belongs to the journal or a library, or is an ornament. */
const isNoTitle = (group: Group): boolean =>
  isEditorial(group) ||
  mastheadLine.test(group.content.text) ||
  !/\p{L}{2}/u.test(group.content.text.replace(/\s+/g, '')) ||
  /^(?:ISSN|CN\s?\d|DOI|https?:|网络首发|網絡首發|引用格式)/i.test(group.content.text.trim());

/** A group that a format names abstract or keywords, which may still begin with that word. */
export function openPart(id: 'abstract' | 'keywords', group: Group | undefined): Opened | undefined {
  const part = group && openedBy(group);
  const isOpened = part?.id === id && part.wordLength < group!.content.text.length;
  return group && { group, wordLength: isOpened ? part.wordLength : 0 };
}

function openedBy({
  content,
}: Group): { id: 'abstract' | 'keywords'; lang: 'zh' | 'en' | 'other'; wordLength: number } | undefined {
  // A B S T R A C T
  const isSpaced = /^(?:\p{L} ){4,}\p{L}$/u.test(content.text);
  const text = isSpaced ? content.text.replaceAll(' ', '') : content.text;
  for (const { id, lang, pattern } of frontParts) {
    const match = pattern.exec(text);
    if (match) return { id, lang, wordLength: isSpaced ? content.text.length : match[0].length };
  }
  return undefined;
}

/** True if a line may consist of personal names: two to four Han characters each, or capitalised words. */
export function isNames(printed: string): boolean {
  const text = withoutInstitutions(printed);
  if (/[。：《“:]/.test(text) || plainHeading.test(text.trim())) return false;
  if (
    INSTITUTION.test(text) ||
    PUBLISHER.test(text) ||
    ISSUE.test(text) ||
    YEAR.test(text) ||
    /\d\s?[年月日]/.test(text)
  )
    return false;
  const names = splitNames(text);
  // A single word is more likely a heading than a name.
  const isWord = (name: string): boolean => /^\p{Script=Latin}+\.?$/u.test(name);
  const isOneWord = names.length === 1 && isWord(names[0]!);
  // “Word and Words” is a subtitle: authors who print one name only do not stand before others with two.
  const isSubtitle = names.length > 1 && isWord(names[0]!) && names.slice(1).some((name) => /\s/.test(name));
  return (
    names.length > 0 &&
    text.length <= MAX_NAMES * Math.min(names.length, 4) &&
    !isOneWord &&
    !isSubtitle &&
    names.every(
      (name) =>
        /^\p{Script=Han}{2,4}$/u.test(name) ||
        /^[\p{Script=Han}A-Z.]{1,8}(?:[·•・][\p{Script=Han}A-Z.]{1,8})+$/u.test(name) ||
        /^(?:(?:\p{Lu}[\p{L}.'’-]*|\(\p{Lu}\p{L}+\)|[“"]\p{Lu}\p{L}+[”"]|(?:d[aeio]s?|dell?[aeio]?|dei|degli|[ey]|v[oa]n|de[rn]|l[aeo]s?|bin|ibn|te[rn]|zu[mr]?)(?=\s))\s?){1,6}$/u.test(
          name,
        ),
    )
  );
}

/** Words in the names of publishers, which journals print beside the title. */
const PUBLISHER = /\b(?:publications|publish(?:ers?|ing)|press|verlag|books)\b/i;

/** A year, perhaps letterspaced. */
const YEAR = /(?<![\d*])(?:1 ?9|2 ?0) ?\d ?\d$/;

/** The volume or issue number of a journal. */
const ISSUE = /\b(?:Vol(?:ume)?|No|Issue|Number)\b\.?\s*\d/i;

/** Affiliations printed beside the names of authors. */
const INSTITUTION =
  /\b(?:Universit(?:y|ät)|Institut(?:e|ion)?|Department|Division|Faculty|Fakultät|College|School|Cent(?:er|re)|Centrum|International|Series|Papers?|Report|Republic|GmbH|Inc\.|Ltd)(?!\p{L})|大[学學]|[学學]院|研究(?:[院所室]|中心)/u;

/** Leaves out the institutions that are printed in lower case beside names in capitals. */
const withoutInstitutions = (text: string): string =>
  text
    .replace(IN_BRACKETS, '$<names>')
    .replace(BESIDE_CAPITALS, (institution) => (INSTITUTION.test(institution) ? ', ' : institution))
    .replace(/,\s*$/, '');

/** （北屿大学渡口研究组  甲乙 丙丁）: a group and its members. */
const IN_BRACKETS =
  /^[（(]\s?\p{Script=Han}*(?:大[学學]|[学學]院|研究[院所室]|中心|[组組]|委[员員][会會]|[协協][会會])\s+(?<names>[\p{Script=Han}\s、，,·]+?)\s?[）)]$/u;

const BESIDE_CAPITALS =
  /(?<=(?:^|\s|,)\p{Lu}[\p{Lu}.]*(?:\s\p{Lu}[\p{Lu}.’'-]+){1,3})\s+\p{Lu}\p{Ll}+(?:[\s,]+(?:\p{Lu}\p{Ll}[\p{L}.’'-]*|of|at|the|and|in|for|&))+/gu;

/** True if a line names the institution of an author. */
export const isAffiliation = (text: string): boolean =>
  INSTITUTION.test(text) && !ISSUE.test(text) && !/\b(?:Papers?|Series|Report|Press)\b/.test(text);

/** The names in a line of authors, in order, without marks of notes and affiliations. */
export function splitNames(text: string): string[] {
  const plain = withoutInstitutions(text)
    .replace(MEMBERSHIP, '')
    // A mark after a full name may be all that separates it from the next.
    .replace(/(?<=\p{L}\s\p{L}+)[*\u2217†‡]+\s*(?=\p{Lu}\p{L}+\s\p{Lu})/gu, ', ')
    .replace(
      /[\d*\u2217＊※†‡①-⑳¹²³\p{Co}]+|(?<=\p{Script=Han})\s?[a-h](?:[,，]\s?[a-h])*(?!\p{Script=Latin})/gu,
      ' ',
    )
    .trim()
    .replace(authorRole, '');
  // A Chinese name of two characters is often printed with a gap between them.
  if (HAN.test(plain))
    return plain
      .replace(/(?<!\p{Script=Han})(\p{Script=Han})\s+(\p{Script=Han})(?!\p{Script=Han})/gu, '$1$2')
      .split(/[,，、;；]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
      .map((part) => part.trim())
      .filter(Boolean);
  // Catalogues put the family name first, and a semicolon between persons.
  const inverted = /^[^,;]+, [^,;]+(?:;[^,;]+, [^,;]+)*$/.test(plain) ? plain.split(/;\s*/) : [];
  const [first = ''] = inverted;
  if (inverted.length > 1 || (inverted.length === 1 && first.split(/[\s,]+/).length === 2))
    return inverted.map((name) => name.split(', ').toReversed().join(' ').trim());
  const parts = plain
    .replace(/^(?:by\s+|(?:von|par|por|door|av)\s+(?=\p{Lu}\S*\s\p{Lu}))/iu, '')
    // Some fonts name the dot between names Æ.
    .split(/,\s*(?:and\s+)?|;\s*|\s+and\s+|\s*[&·•]\s*|\sÆ\s/i)
    .map((part) => part.replace(DEGREES, '').trim())
    .filter(Boolean);
  // A single word after full names is the place that the authors write from.
  const persons = parts.filter((part) => /\s/.test(part));
  return persons.length > 0 && parts.indexOf(persons[0]!) === 0 ? persons : parts;
}

/** Membership in an association, printed after a name. */
const MEMBERSHIP = /,\s*\([^)]*(?:Member|Fellow)[^)]*\)/gi;

/** Titles before a name and degrees after it. */
const DEGREES =
  /^(?:(?:Univ\.-|Ass(?:oz)?\.-|(?:Associate|Assistant|Adjunct|Visiting)\s)?Prof(?:essor|\.)?(?:in)?\s|(?:Independent\s)?(?:Scholar|Researcher|Lecturer)\s|(?:PD|Priv\.-Doz\.)\s|D[Rr](?:in)?\.(?:\s(?:iur|jur|phil|rer|h\.\s?c)\.)*\s?|Mag\.(?:a\s)?\s?|Dipl\.-\p{L}+\.\s?|(?:Mr|Mrs|Ms)\.?\s)+|\s*(?:\b(?:Ph\.?\s?D\.?|LL\.?M\.?|J\.D\.|M\.?A\.|M\.?Sc\.?|M\.?D\.?|Esq\.)(?:\s?\([^)]*\))?)+$/gu;

/**
 * The words of a keyword list; Chinese keywords may be separated by nothing but gaps. `source` is the text of the
 * document, which still has its lines.
 */
export function splitKeywords({ group, wordLength }: Opened, source: string): string[] {
  const { offsets } = group.content;
  const printed = source
    .slice(offsets[0], (offsets.at(-1) ?? 0) + 1)
    .replace(/(?<=\p{Script=Han}{3})\s*\n\s*(?=\p{Script=Han}{3})/gu, '\u3000')
    .replace(/(?<=\p{Script=Han})\n(?=\p{Script=Han})/gu, '')
    .replace(/\n/g, ' ');
  const wordless = frontParts.reduce(
    (text, { id, pattern }) => (id === 'keywords' ? text.replace(pattern, '') : text),
    printed,
  );
  const text = /[；;,，、]/.test(wordless) ? group.content.text.slice(wordLength) : wordless;
  return text
    .replace(/\s*\bJEL\b.*/su, '')
    .split(/[；;,，、]|\s{2,}|\u3000+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((word) => word.trim().replace(/(?<=\p{L}{3})[.。]$/u, ''))
    .filter(Boolean);
}

/** An author’s name, divided as is usual in the paper’s language; an indivisible name is a family name. */
export function readAuthor(written: string): { family: string; given: string } {
  // A byline may be set in capitals.
  const plain = /\p{Ll}/u.test(written)
    ? written
    : written.replace(/\p{Lu}{2,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
  const [name] = (HAN.test(written) ? readHanNames(written) : readLatinNames(plain)).names;
  if (!name || 'literal' in name) return { family: name?.literal ?? written, given: '' };
  const particle = name['non-dropping-particle'];
  return { family: particle ? `${particle} ${name.family}` : name.family, given: name.given ?? '' };
}
