import { HAN } from '../model/language.ts';
import { radicals } from './radicals.ts';

/** A text in the form in which texts and queries are compared, and where each of its characters comes from. */
export interface Folded {
  text: string;
  /** By index in `text`: where the character that it stands for begins and ends in the source. */
  starts: number[];
  ends: number[];
}

/**
 * Folds width, case, accents on Latin letters and characters that only look like others, and drops white space that
 * says nothing: beside a Han character, after an opening and before a closing mark. A line break stays, since it is
 * the end of a paragraph, and no query has one. The text itself is never shown in this form.
 */
export function fold(source: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  let space: [number, number] | undefined;
  let last = '\n';
  for (let at = 0; at < source.length;) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const next = at + character.length;
    const form = formOf(character);
    if (form === '' && /\s/.test(character)) space ??= [at, next];
    else if (form !== '') {
      if (space && mayStandApart(last, form)) append(folded, ' ', ...space);
      append(folded, form, at, next);
      space = undefined;
      last = form;
    }
    at = next;
  }
  return folded;
}

/** A query in that form. */
export const foldQuery = (query: string): string => fold(query.replaceAll('\n', ' ')).text;

/**
 * The folded text with its punctuation gone too; between words a space stands in its place, but an apostrophe divides no
 * word, unless it is `divided` there. Signs that make a number what it is stay: 70% is not 70, nor 1/3 what 1, 3 is.
 */
export function withoutPunctuation({ text, starts, ends }: Folded, divided = false): Folded {
  const bare: Folded = { text: '', starts: [], ends: [] };
  let gap: number | undefined;
  for (let i = 0; i < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (PUNCTUATION.test(character) && !isOfNumber(text, i, character)) {
      if (divided || !isApostrophe(text, i)) gap ??= i;
    } else {
      if (gap !== undefined && mayStandApart(bare.text.at(-1) ?? '\n', character))
        append(bare, ' ', starts[gap] ?? 0, ends[gap] ?? 0);
      for (let k = 0; k < character.length; k++)
        append(bare, character.charAt(k), starts[i + k] ?? 0, ends[i + k] ?? 0);
      gap = undefined;
    }
    i += character.length;
  }
  return bare;
}

const PUNCTUATION = /[\p{P}\p{S} ]/u;

const isApostrophe = (text: string, at: number): boolean =>
  /^[\p{L}\p{M}]'\p{L}/u.test(text.slice(at - 1, at + 2));

/** Whether a sign at that place of a folded text makes a number what it is, as in 1.5 and 70%. */
export function isOfNumber(text: string, at: number, sign: string): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + sign.length)].map((one) =>
    /\p{Nd}/u.test(one),
  );
  return /[.,:/\-–]/.test(sign)
    ? Boolean(before && after)
    : /[\p{S}%‰]/u.test(sign) && Boolean(before || after);
}

const lookalikes = new Map(
  [...radicals.matchAll(/(.)(.)/gu)].map(([, radical = '', character = '']) => [radical, character]),
);

function append(folded: Folded, form: string, start: number, end: number): void {
  folded.text += form;
  for (let i = 0; i < form.length; i++) {
    folded.starts.push(start);
    folded.ends.push(end);
  }
}

/** Whether a space between the two says something. */
const mayStandApart = (before: string, after: string): boolean =>
  before !== '\n' &&
  after !== '\n' &&
  !endsInHan(before) &&
  !HAN.test(String.fromCodePoint(after.codePointAt(0) ?? 0)) &&
  !/^[\p{Pe}\p{Pf}\p{Po}]/u.test(after) &&
  !/[\p{Ps}\p{Pi}]$/u.test(before);

const endsInHan = (text: string): boolean => HAN.test([...text].at(-1) ?? '');

// There are few different characters in many texts.
const forms = new Map<string, string>();

function formOf(character: string): string {
  const form = forms.get(character) ?? makeForm(character);
  forms.set(character, form);
  return form;
}

function makeForm(character: string): string {
  if (character === '\n') return character;
  // Soft hyphens, joiners and marks of direction.
  if (/[\p{Cf}\s]/u.test(character)) return '';
  const form = (lookalikes.get(character) ?? character).normalize('NFKC').toLowerCase();
  if (/[‘’]/.test(form)) return "'";
  return /\p{Script=Latin}|^\p{M}$/u.test(form) ? form.normalize('NFKD').replace(/\p{M}/gu, '') : form;
}
