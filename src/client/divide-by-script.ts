import { HAN } from '../model/language.ts';

/** The language tag of words in Latin letters whose language is unknown. */
export const LATIN = 'und-Latn';

const RUN =
  /[\p{Script=Latin}\p{M}\p{N} \xa0!-/:-@[-`{-~‘’“”–—]*\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N} \xa0!-/:-@[-`{-~‘’“”–—]*/gu;
/** Quotation marks and apostrophes that belong to words in Latin letters, not to Chinese around them. */
const OWN_MARK =
  /(?<=\p{Script=Latin})[’‘](?=\p{L})|(?<=[!-/:-@ ])[‘“](?=\p{L})|[!-/:-@][’”]|(?<=\p{L})[’”] /u;

/**
 * A part of a text that contains Chinese, divided so that words in Latin letters with quotation marks or apostrophes
 * are apart: these are drawn otherwise than in Chinese. `before` is the text in front of the part.
 */
export function divideByScript(part: string, before = ''): { text: string; isLatin: boolean }[] {
  const divided: { text: string; isLatin: boolean }[] = [];
  let at = 0;
  const add = (until: number, isLatin: boolean): void => {
    if (until > at) divided.push({ text: part.slice(at, until), isLatin });
    at = Math.max(at, until);
  };
  for (const { 0: run, index } of part.matchAll(RUN)) {
    const last = index === 0 ? before.slice(-1) : '';
    if (!OWN_MARK.test(last + run)) continue;
    // A mark beside Chinese is Chinese.
    const begin = HAN.test(last) || index > 0 || last === '' ? (/^[ ‘“”’]*/.exec(run)?.[0].length ?? 0) : 0;
    const end = index + run.length < part.length ? (/[ ‘“”’]*$/.exec(run)?.[0].length ?? 0) : 0;
    add(index + begin, false);
    add(index + run.length - end, true);
  }
  add(part.length, false);
  return divided;
}
