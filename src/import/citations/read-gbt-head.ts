import { HAN } from '../../model/language.ts';
import { readHanNames } from '../words/read-han-names.ts';
import { readLatinNames, type Names } from '../words/read-latin-names.ts';

/** Splits names and title at the first full stop that does not belong to an initial. */
export function divideHead(written: string): { names: string; title: string } {
  const stop = /[.．。]/gu;
  for (let match = stop.exec(written); match; match = stop.exec(written)) {
    const [before, behind] = [written.slice(0, match.index), written.slice(match.index + 1)];
    if (behind.trim() === '') break;
    if (before.length > 400) break;
    if (/^[\s]*[,，&]/u.test(behind)) continue;
    const ascii = match[0] === '.';
    if (
      ascii &&
      /^[\p{L}\p{N}]/u.test(behind) &&
      !/^\p{Script=Han}/u.test(behind) &&
      !(WHOLE_NAME.test(before) && /^\p{Lu}\p{Ll}/u.test(behind))
    )
      continue;
    if (ascii && /(?:^|[\s,，.-])\p{Lu}$/u.test(before) && !HAN.test(before)) {
      // “Smith J.” ends the names unless another initial follows; in “J. Smith” the initial begins a name.
      const another = /^\s*\p{Lu}\.?(?:\s*[,，.]|\s\p{Lu}\.)/u.test(behind);
      const element = before.split(/[,，]/u).at(-1)?.trim() ?? '';
      const opensName =
        /^\p{Lu}(?:[.\s-]+\p{Lu})*$/u.test(element) &&
        !/^\p{Lu}[\p{L}’'-]+\s*$/u.test(before.split(/[,，]/u).at(-2)?.trim() ?? '');
      // In “Joan T. Smith. Title” the initial is within a name.
      const isWithin =
        /(?:^|\s)\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s\p{Lu}\.)*\s\p{Lu}$/u.test(element) && FAMILY.test(behind);
      if (another || opensName || isWithin) continue;
    }
    const names = before.trim();
    // A full stop within a title that has no names before it.
    if (names.length > 3 && !/[,，、]/u.test(names) && names.split(/\s+/).length > 8)
      return { names: '', title: written };
    return { names, title: behind };
  }
  return { names: '', title: written };
}

/** Joan Smith */
const WHOLE_NAME = /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){0,2}\s\p{Lu}[\p{Ll}’'-]{2,}$/u;
/** A family name and the end of the name, or of all names. */
const FAMILY =
  /^\s(?:(?:van|von|de|der|di|du)\s){0,2}\p{Lu}[\p{L}’'-]+(?:\s(?:Jr|Sr|II|III))?(?:[.．]\s*\p{Lu}|[,，]|\s(?:and|&)\s\p{Lu}\S+\s\p{Lu})/u;

export function gbtNamesOf(written: string): Names & { isEditor: boolean } {
  const bare = written
    .replace(EDITORS, '')
    .replace(/,?\s*\(?\beds?\.?\)?$/iu, '')
    .trim();
  const isEditor = bare !== written.trim();
  if (bare === '') return { names: [], abridged: false, isEditor };
  const isHan = HAN.test(bare);
  const found = isHan ? readHanNames(bare) : readLatinNames(bare, true);
  return { ...found, isEditor };
}

const EDITORS = /[,，]?\s*(?:等\s*)?(?:主编|编|编著)$/u;

/** The end of the title of the book after //, if it has no marker. `isDated` is true if the year precedes the title. */
export function endOfHost(text: string, from: number, high: number, isDated: boolean): number {
  const [stretch = ''] = text.slice(from, Math.min(high, from + 300)).split(/\s(?=DOI\b|https?:)/i);
  const imprint = isDated
    ? IMPRINT_WITH_PAGES.exec(stretch)
    : /[.．。]\s*(?=[^.．。]{1,40}[:：][^.．。]{1,60}[,，]\s*\d{4})|[.．。]\s*(?=\d{4}\b)|[,，]\s*\d{4}/u.exec(
        stretch,
      );
  return from + (imprint ? imprint.index : stretch.length);
}

/** . Place: Publisher: 12–34, or without the place, at the end. */
const IMPRINT_WITH_PAGES =
  /[.．。]\s*(?=(?:[^.．。:：]{1,40}[:：]\s?)?[^.．。:：\d]{1,60}(?:[:：]\s?[A-Z]?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)?[.．。]?\s*$)/u;
