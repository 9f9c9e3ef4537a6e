import {
  pinyinGiven,
  pinyinLongGiven,
  pinyinSurnames,
  zhAndOthers,
  zhCompoundSurnames,
  zhDynasty,
  zhInstitution,
  zhNation,
} from './zh-citations.ts';
import {
  enAndOthers,
  enInstitution,
  enOfInstitution,
  enPlainWords,
  nameSuffixes,
  particles,
  setApart,
} from './en-citations.ts';
import type { Name } from '../../model/work.ts';

export interface Names {
  names: Name[];
  /** The printed list ends in et al. or its like. */
  abridged: boolean;
}

const HAN = /\p{Script=Han}/u;

/** A list of names in Chinese characters, without what stands behind it. */
export function readHanNames(written: string): Names {
  const whole = written.trim();
  const list = whole.replace(zhAndOthers, '');
  // One institution may have an enumeration in its name only where it is not a list of persons.
  const parts = list
    .split(/[、,，;；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { names: parts.map(readHanName), abridged: list !== whole };
}

function readHanName(written: string): Name {
  const name = written.replace(zhNation, '').trim();
  const isForeign = name !== written && !zhDynasty.test(written);
  if (!HAN.test(name)) return name === '' ? { literal: written } : readLatinName(name);
  // With a dot between them, as in its own language the family comes last.
  const dotted = name.split(/\s*[·•・\u2027．\u2219]\s*/);
  let last = dotted.pop();
  const initials = /^(?:[A-Z][.．]\s*)+(?=\p{Script=Han})/u.exec(last ?? '')?.[0];
  if (initials && last) {
    dotted.push(initials.trim());
    last = last.slice(initials.length);
  }
  if (dotted.length > 0 && last) return { family: last, given: dotted.join('·') };
  const initialled = INITIALS_BEHIND.exec(name);
  if (initialled) return { family: initialled[1] ?? name, given: initialled[2] ?? '' };
  const letters = [...name.replace(/\s/g, '')];
  const compound = zhCompoundSurnames.has(letters.slice(0, 2).join('')) && letters.length > 2;
  const known = letters.length === 2 || letters.length === 3 || (compound && letters.length === 4);
  // The bare name of a foreigner may be his family's alone, and no rule divides a Japanese one.
  if (isForeign || !known || !letters.every((letter) => HAN.test(letter)) || zhInstitution.test(name))
    return { literal: name };
  const length = compound ? 2 : 1;
  return { family: letters.slice(0, length).join(''), given: letters.slice(length).join('') };
}

/** A foreigner whose family alone is transcribed, as GB/T 7714 has it. */
const INITIALS_BEHIND = /^([\p{Script=Han}·]{1,8})\s?(\p{Lu}(?:[.\s-]*\p{Lu})*\.?)$/u;

/** A list of names in Latin letters. With `familyFirst`, as in lists of references, the first may be written Smith, John. */
export function readLatinNames(written: string, familyFirst = false): Names {
  const whole = written.trim();
  const list = whole.replace(enAndOthers, '').replace(/[\s,，.]+$/u, (end) => (end.includes('.') ? '.' : ''));
  const abridged = enAndOthers.test(whole);
  if (isInstitution(list)) return { names: [{ literal: list }], abridged };
  const parts = list
    .split(/\s*[,，、;；]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/u)
    .map((part) => part.replace(/^(?:and|&)\s+/u, '').trim())
    .filter((part) => part !== '');
  const names: Name[] = [];
  const isPinyin = parts.some((part) => isFamilyFirst(part, false));
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const next = parts[i + 1];
    const before = names.at(-1);
    if (nameSuffixes.test(part) && before && 'family' in before) before.family += ` ${part}`;
    else if (
      next !== undefined &&
      isFamilyAlone(part) &&
      (INITIALS.test(next) || (familyFirst && names.length === 0 && GIVEN.test(next)))
    ) {
      names.push({ family: part, given: next });
      i++;
    } else if (isPinyin && isFamilyFirst(part, true)) names.push(readFamilyFirst(part));
    else names.push(readLatinName(part));
  }
  return { names, abridged };
}

/** Wang Xiaoming: a Chinese name in its own order; where others in the list are, Wang Wei too. */
function isFamilyFirst(written: string, withShort: boolean): boolean {
  const [family = '', given = '', ...more] = written.split(/\s+/);
  if (more.length > 0 || !pinyinSurnames.has(family.toLowerCase())) return false;
  return (withShort ? pinyinGiven : pinyinLongGiven).test(given);
}

function readFamilyFirst(written: string): Name {
  const [family = '', given = ''] = written.split(/\s+/);
  return { family: fromCapitals(family), given };
}

const isFamilyAlone = (part: string): boolean =>
  part.split(/\s+/).filter((word) => !particles.has(word)).length === 1 && /^\p{L}/u.test(part);
const INITIALS = /^(?:\p{Lu}[.\s-]*){1,4}$/u;
/** In a list whole given names stand only behind the first family. */
const GIVEN = /^\p{Lu}[\p{Ll}-]+(?: \p{Lu}\.?| \p{Lu}\p{Ll}+)?$/u;

export const isInstitution = (written: string): boolean =>
  (enInstitution.test(written) && !/,| and \p{Lu}\S* \p{Lu}/u.test(written)) ||
  (enOfInstitution.test(written) && !written.includes(',')) ||
  /^[\p{Lu}\p{N}&.-]{2,}$/u.test(written.replace(/\s?\(.*\)$/u, ''));

function readLatinName(written: string): Name {
  if (isInstitution(written)) return { literal: written };
  const words = written.split(/\s+/);
  const suffix = words.length > 2 && nameSuffixes.test(words.at(-1) ?? '') ? ` ${words.pop() ?? ''}` : '';
  if (words.length === 1) return { family: written };
  const [first = '', ...others] = words;
  // GB/T 7714 sets the family first, in capitals or before bare initials: SMITH J A, Smith J.
  if (others.every((word) => /^(?:\p{Lu}[.-]?){1,3}$/u.test(word)) && /^\p{L}{2}/u.test(first))
    return { family: fromCapitals(first) + suffix, given: others.join(' ') };
  const capitals = words.findIndex((word) => !/^[\p{Lu}’'-]{2,}$/u.test(word));
  if (capitals > 0 && words.slice(capitals).every((word) => /\p{Ll}|^\p{Lu}\.?$/u.test(word)))
    return {
      family: words.slice(0, capitals).map(fromCapitals).join(' ') + suffix,
      given: words.slice(capitals).join(' '),
    };
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1] ?? '')) start--;
  if (start === 1 && particles.has(first)) start = 0;
  const given = words.slice(0, start).join(' ');
  const kept = setApart.has(words[start]?.toLowerCase() ?? '') ? words.length - 1 : start;
  const particle = words.slice(start, kept).join(' ');
  const family = words.slice(kept).map(fromCapitals).join(' ') + suffix;
  return {
    family,
    ...(given === '' ? {} : { given }),
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
  };
}

/** Families in capitals are a style of setting, not a spelling. */
const fromCapitals = (word: string): string =>
  /^[\p{Lu}’'-]{2,}$/u.test(word) && /\p{Lu}{2}/u.test(word)
    ? word.toLowerCase().replace(/(?<![\p{L}])\p{L}|(?<=[’'-])\p{L}/gu, (letter) => letter.toUpperCase())
    : word;

/** Whether a stretch between commas can be the name of a person or body. */
export function looksLikeName(written: string): boolean {
  const text = written
    .trim()
    .replace(/^(?:and|&)\s+/u, '')
    .replace(enAndOthers, '');
  if (text === '') return enAndOthers.test(written);
  if (text.length > 90 || /[\d:：?!“”"《》]/u.test(text) || HAN.test(text)) return false;
  if (nameSuffixes.test(text)) return true;
  return (
    text.split(/ (?:and|&) /u).every((name) => {
      const words = name.split(/\s+/);
      if (words.length > 10) return false;
      const body = isInstitution(name);
      return words.every(
        (word, i) =>
          (/^[\p{Lu}(][\p{L}.’'\-)&]*$/u.test(word) && (body || !enPlainWords.test(word))) ||
          (particles.has(word) && i < words.length - 1) ||
          (body && /^(?:of|the|for|and|on|in|to|&)$/u.test(word)),
      );
    }) && text.split(/ (?:and|&) /u).every((name) => isInstitution(name) || name.split(/\s+/).length <= 6)
  );
}
