import { HAN } from '../../model/language.ts';
import { readHanNames } from './read-han-names.ts';
import { readLatinNames } from './read-latin-names.ts';
import { authorLabel, authorRole, plainHeading } from './paper-words.ts';

/** The most characters in a line with one name; a line with several may be longer in proportion. */
const MAX_NAMES = 60;

/** True if a line may consist of personal names: two to four Han characters each, or capitalised words. */
export function isNames(printed: string): boolean {
  const text = withoutInstitutions(printed);
  if (plainHeading.test(text.trim()) || isControl(text)) return false;
  if ([/[。：《“:]/, INSTITUTION, PUBLISHER, ISSUE, YEAR, /\d\s?[年月日]/].some((sign) => sign.test(text)))
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

/** True if a line begins like the buttons and boxes of web pages. */
export const isControl = (text: string): boolean => CONTROL.test(text.trim());
const CONTROL =
  /^(?:(?:download|share|print|cite|save|subscribe|view|read|search|tip|note|warning)\b|pdf$|目[录錄]|提示|下[载載]|分享|打印|引用|本[章节節文][^\s、，,]|项目|項目|注意|警告)/iu;

/** Words in the names of publishers, which journals print beside the title. */
const PUBLISHER = /\b(?:publications|publish(?:ers?|ing)|press|verlag|books)\b/i;

/** A year, perhaps letterspaced. */
const YEAR = /(?<![\d*])(?:1 ?9|2 ?0) ?\d ?\d$/;

/** The volume or issue number of a journal. */
const ISSUE = /\b(?:Vol(?:ume)?|No|Issue|Number)\b\.?\s*\d/i;

/** Affiliations printed beside the names of authors. */
const INSTITUTION =
  /\b(?:Universit(?:y|ät)|Institut(?:e|ion)?|Department|Division|Faculty|Fakultät|College|School|Cent(?:er|re)|Centrum|International|Series|Papers?|Report|Republic|GmbH|Inc\.|Ltd)(?!\p{L})|大[学學]|[学學]院|研究(?:[院所室]|中心)/u;

/** Leaves out the word before names, and the institutions that are printed in lower case beside names in capitals. */
const withoutInstitutions = (text: string): string =>
  text
    .replace(authorLabel, '')
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
