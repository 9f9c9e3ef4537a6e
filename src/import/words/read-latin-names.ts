import { HAN } from '../../model/language.ts';
import type { Name } from '../../model/work.ts';

export interface Names {
  names: Name[];
  /** True if the printed list ends with et al. or the like. */
  abridged: boolean;
}

/**
 * A list of names in Latin letters. With `familyFirst`, as in reference lists, the first may be written Smith, John.
 */
export function readLatinNames(written: string, familyFirst = false): Names {
  const whole = written.trim();
  const list = whole.replace(AND_OTHERS, '').replace(/[\s,，.]+$/u, (end) => (end.includes('.') ? '.' : ''));
  const abridged = AND_OTHERS.test(whole);
  if (isInstitution(list)) return { names: [{ literal: list }], abridged };
  // Smith, John; van der Berg, Anna
  if (/[;；/]/u.test(list)) {
    const each = list.split(/\s*[;；/]\s*(?:and\s+|&\s*)?/u).filter((part) => part !== '');
    return { names: each.flatMap((part) => readLatinNames(part, true).names), abridged };
  }
  const parts = list
    .replace(/(?<=(?<!\p{L})\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/\s*[,，、]\s*(?:and\s+|&\s*)?|\s+(?:and|&|et(?! al))\s+/u)
    .map((part) => part.replace(/^(?:and|&)\s+/u, '').trim())
    .filter((part) => part !== '');
  const names: Name[] = [];
  const isPinyin = parts.some((part) => isFamilyFirst(part, false));
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const next = parts[i + 1];
    const before = names.at(-1);
    if (SUFFIX.test(part) && before && 'family' in before) before.family += ` ${part}`;
    else if (
      next !== undefined &&
      isFamilyBefore(part, next, familyFirst && names.length === 0, familyFirst)
    ) {
      const given = withoutParticles(next);
      const particle = next.slice(given.length).trim();
      names.push({ family: part, given, ...(particle === '' ? {} : { 'non-dropping-particle': particle }) });
      i++;
    } else if (isPinyin && isFamilyFirst(part, true)) names.push(readFamilyFirst(part));
    else names.push(readLatinName(part));
  }
  return { names, abridged };
}

/** Wang Xiaoming: a Chinese name in Chinese order. With `withShort`, since others in the list are, Wang Wei too. */
function isFamilyFirst(written: string, withShort: boolean): boolean {
  const [family = '', given = '', ...more] = written.split(/\s+/);
  if (more.length > 0 || !pinyinSurnames.has(family.toLowerCase())) return false;
  return (withShort ? PINYIN_GIVEN : PINYIN_LONG_GIVEN).test(given);
}

function readFamilyFirst(written: string): Name {
  const [family = '', given = ''] = written.split(/\s+/);
  return { family: fromCapitals(family), given };
}

/** True if a part is a family name before given names, which may be unabbreviated only for the first name of a list. */
function isFamilyBefore(part: string, next: string, isFirst: boolean, familyFirst: boolean): boolean {
  const words = part.split(/\s+/).filter((word) => !particles.has(word));
  if (!/^\p{L}/u.test(part) || words.some((word) => /^\p{Lu}\.?$/u.test(word))) return false;
  const isOneWord = !/\s/.test(next);
  if (words.length === 1)
    return (
      INITIALS.test(withoutParticles(next)) || (familyFirst && GIVEN.test(next) && (isFirst || isOneWord))
    );
  return words.length === 2 && isFirst && (INITIALS.test(next) || (GIVEN.test(next) && isOneWord));
}
const INITIALS = /^(?:\p{Lu}[.\s-]*){1,4}$/u;
/** Unabbreviated given names follow only the first family name in a list. */
const GIVEN = /^\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,2}$/u;

export const isInstitution = (written: string): boolean =>
  (ABBREVIATED.test(written) && !written.includes(',')) ||
  (INSTITUTION.test(written) && !/,| and \p{Lu}\S* \p{Lu}/u.test(written)) ||
  (OF.test(written) && !written.includes(',')) ||
  /^[\p{Lu}\p{N}&.-]{2,}$/u.test(written.replace(/\s?\(.*\)$/u, ''));

export function readLatinName(written: string): Name {
  if (isInstitution(written)) return { literal: written };
  const words = written.split(/\s+/);
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? ` ${words.pop() ?? ''}` : '';
  if (words.length === 1) return { family: written };
  const [first = '', ...others] = words;
  // GB/T 7714 puts the family name first, in capitals or before bare initials: SMITH J A, Smith J.
  const initialled =
    others.length > 1 && words.every((word) => /^[\p{Lu}.-]+$/u.test(word)) ? /^\p{Lu}\.?$/u : INITIALS;
  const isInitials = (word: string): boolean => initialled.test(word) && !/^\p{Lu}{4}$/u.test(word);
  const initials = others.length - others.findLastIndex((word) => !isInitials(word)) - 1;
  if (
    initials > 0 &&
    /^\p{L}[\p{L}’']/u.test(first) &&
    (initials === others.length || !/\p{Ll}{3}/u.test(first))
  )
    return {
      family: words.slice(0, -initials).map(fromCapitals).join(' ') + suffix,
      given: words.slice(-initials).join(' '),
    };
  // JOHN A. SMITH, in which style law reviews print the authors of books.
  if (words.every((word) => /^[\p{Lu}’'.-]+$/u.test(word)) && /\p{Lu}{2}/u.test(words.at(-1) ?? ''))
    return {
      family: fromCapitals(words.at(-1) ?? '') + suffix,
      given: words.slice(0, -1).map(fromCapitals).join(' '),
    };
  const capitals = words.findIndex((word) => !/^[\p{Lu}’'-]{2,}$/u.test(word));
  if (capitals > 0 && words.slice(capitals).every((word) => /\p{Ll}|^\p{Lu}\.?$/u.test(word)))
    return {
      family: words.slice(0, capitals).map(fromCapitals).join(' ') + suffix,
      given: words.slice(capitals).join(' '),
    };
  const behindParticles = (at: number): number =>
    at > 1 && particles.has(words[at - 1] ?? '') ? behindParticles(at - 1) : at;
  let start = behindParticles(words.length - 1);
  // Ortega y Gasset, Lima e Souza: a word joins two names.
  if (/^[ey]$/.test(words[start] ?? '')) start = behindParticles(start - 1);
  if (start === 1 && particles.has(first)) start = 0;
  const given = words.slice(0, start).join(' ');
  const kept = separableParticles.has(words[start]?.toLowerCase() ?? '') ? words.length - 1 : start;
  const particle = words.slice(start, kept).join(' ');
  const family = words.slice(kept).map(fromCapitals).join(' ') + suffix;
  return {
    family,
    ...(given === '' ? {} : { given }),
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
  };
}

/** Family names in capitals are typography, not spelling. */
const fromCapitals = (word: string): string =>
  /^[\p{Lu}’'-]{2,}$/u.test(word) && /\p{Lu}{2}/u.test(word)
    ? word.toLowerCase().replace(/(?<![\p{L}])\p{L}|(?<=[’'-])\p{L}/gu, (letter) => letter.toUpperCase())
    : word;

/** True if a text between commas may be the name of a person or institution. */
export function looksLikeName(written: string): boolean {
  const text = written
    .trim()
    .replace(/^(?:and|&)\s+/u, '')
    .replace(AND_OTHERS, '');
  if (text === '') return AND_OTHERS.test(written);
  if (text.length > 90 || /[\d:：?!“”"《》]/u.test(text) || HAN.test(text)) return false;
  if (SUFFIX.test(text)) return true;
  return (
    text.split(PARTED).every((name) => {
      const words = name.split(/\s+/);
      if (words.length > 10) return false;
      const body = isInstitution(name);
      return words.every(
        (word, i) =>
          (/^[\p{Lu}(][\p{L}\p{Co}.’'\-)&]*$/u.test(word) &&
            (body || !NO_NAME.test(word) || word === 'A' || (word === 'See' && i > 0))) ||
          (particles.has(word) && i < words.length - 1) ||
          (body && /^(?:of|the|for|and|on|in|to|&)$/u.test(word)),
      );
    }) && text.split(PARTED).every((name) => isInstitution(name) || name.split(/\s+/).length <= 6)
  );
}

const PARTED = / (?:and|&|et(?! al)) /u;

/** Words in the names of institutions and in titles, but not in those of persons. */
export const INSTITUTION =
  /\b(?:agency|association|bank|board|bureau|cent(?:er|re)|chamber|club|commission|committee|company|conference|congress|consortium|convention|corporation|council|court|department|dialogue|directorate|embassy|energy|federation|forum|foundation|fund|government|group|house|inc|initiative|institut[eo]?|institution|international|laboratory|league|library|ltd|ministry|mission|museum|nations|network|observatory|office|organi[sz]ation|parliament|partners|party|programme|program|project|secretariat|senate|service|society|states|taskforce|treasury|tribunal|trust|think tank|union|united|universit[yä]t?|university|watch|witness|world)\b/i;

/** Words of institutions as law reviews abbreviate them: Cong. Rsch. Serv., U.S. Gov’t Accountability Off. */
const ABBREVIATED =
  /\b(?:serv|off|ctr|admin|inst|org|soc[’']y|ass[’']n|dep[’']t|comm[’']n|rsch)(?:\.|$)|\b(?:found|univ|bd|sch|cong)\.|\bgov[’']t\b/i;

const OF = /\b(?:of|the|for)\b/;

/** Particles in names: van der Berg, de Vries. */
const particles = new Set(
  'van der den de du von zu zur la le las los da dos das di del della ten ter af av al bin ibn el y e'.split(
    ' ',
  ),
);

/** Initials without the particles behind them: Berg, A. van der. */
export function withoutParticles(written: string): string {
  const words = written.split(' ');
  return words.slice(0, words.findLastIndex((word) => !particles.has(word)) + 1).join(' ');
}

/** Particles that lists ignore when they sort names: Berg, van der. */
const separableParticles = new Set('van von zu zum zur ten ter af av'.split(' '));

const SUFFIX = /^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\.?$/i;

const AND_OTHERS = /(?:,|，)?\s*(?:et al\.?|and others|and colleagues)(?=$|[\s,.，])/iu;

/** Words that do not occur in names: a text with one of them is a title or prose. */
const NO_NAME =
  /^(?:a|the|on|at|to|from|with|by|for|how|why|what|when|where|is|are|this|these|its|their|our|as|or|not|but|see|which|than|into|over|under|between|after|before|towards?|beyond|about|against|through|during|while)$/i;

/** Common Chinese surnames in pinyin, and the syllables of given names. */
const pinyinSurnames = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lv ding ren yao shen zhong cui tan fan liao shi jin jia xia fu fang zou xiong bai meng qin qiu hou yin xue yan duan lei tao mao hao gong shao wan qian dai kong xiang chang ouyang sima'.split(
    ' ',
  ),
);

const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|iao|ian|ang|eng|ong|ing|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u|v)';

const PINYIN_LONG_GIVEN = new RegExp(`^${SYLLABLE}(?:[-’']?${SYLLABLE})$`, 'i');

const PINYIN_GIVEN = new RegExp(`^${SYLLABLE}(?:[-’']?${SYLLABLE})?$`, 'i');
