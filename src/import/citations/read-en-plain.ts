import { hasField } from './fields.ts';
import type { NoteText } from './note-text.ts';
import { cutFields, trimFields } from './read-en-fields.ts';
import { isInstitution, looksLikeName, readLatinNames } from './read-latin-names.ts';
import type { ParsedCitation } from './parsed-citation.ts';
import { isPlace, PUBLISHER, STATE, workOfEn } from './work-of-en.ts';

const HAN = /\p{Script=Han}/u;

/** Reads a citation whose title stands without marks: John Smith, Title of a Book, London: Press, 2010, p. 3. */
export function readEnPlain(
  note: NoteText,
  start: number,
  high: number,
  familyFirst = false,
): ParsedCitation | undefined {
  const { text } = note;
  if (!/[\p{Lu}\p{Ll}]/u.test(text.charAt(start)) || HAN.test(text.charAt(start))) return undefined;
  const fields = trimFields(cutFields(note, start, high), false);
  const firstKnown = fields.findIndex(({ type }) => !['text', 'editors', 'translators'].includes(type));
  if (firstKnown < 1) return undefined;
  const isDated = fields.some(({ type, date }) => type === 'date' && date !== undefined);
  const head = fields.slice(0, firstKnown);
  const texts = head.filter(({ type }) => type === 'text');
  if (texts.length === 0 || texts.some(({ value }) => HAN.test(value))) return undefined;
  const isPlaced = fields.some(({ type, value }) => type === 'text' && isPlace(value));
  const isArticle = !isPlaced && hasField(fields, 'volume', 'issue');
  const isNamed = hasField(fields, 'container');
  const imprinted = fields.some(
    ({ type, value }) => type === 'imprint' || (type === 'text' && (isPlace(value) || PUBLISHER.test(value))),
  );
  if (!isDated && !isArticle && !hasField(fields, 'pages')) return undefined;
  if (!isArticle && !imprinted && texts.length < 2) return undefined;

  // The last of these can be no author: it is the title, or what stands between it and the year.
  let most = texts.length - 1;
  const ending = texts[most]?.value ?? '';
  const behindParenthesis =
    fields[firstKnown]?.type === 'imprint' || text.charAt(fields[firstKnown]?.start ?? 0) === '(';
  const hasImprint =
    !behindParenthesis &&
    !isNamed &&
    texts.length > 1 &&
    (isPlace(ending) ||
      (texts.length > 2 && (PUBLISHER.test(ending) || isBareName(ending, texts[most - 1]?.value))));
  if (hasImprint) most--;
  // Cambridge, Mass.: MIT Press
  if (hasImprint && most > 1 && STATE.test(ending)) most--;
  if (isArticle && !isNamed && texts.length > 2) most--;
  const roleAt = head.findIndex(({ type }) => type === 'editors' || type === 'translators');
  let authors = 0;
  if (roleAt > 0) authors = head.slice(0, roleAt).filter(({ type }) => type === 'text').length;
  else
    while (
      authors < most &&
      isAuthor(texts[authors]?.value ?? '', authors === 0 || (familyFirst && authors === 1))
    ) {
      const written = texts[authors]?.value ?? '';
      authors++;
      if (/\bet al\.?$/i.test(written) || /^and /.test(written) || / (?:and|&) \p{Lu}/u.test(written)) break;
      if (isInstitution(written)) break;
      if (texts[authors]?.isAfterStop) break;
    }
  if (familyFirst && authors === 0 && looksLikeName(texts[0]?.value ?? '') && texts.length > 1) authors = 1;
  if (authors === 0 || authors > most) return undefined;
  if (!texts.slice(0, authors).every(({ value }) => looksLikeName(value))) return undefined;
  const written = text.slice(texts[0]!.start, texts[authors - 1]!.end);
  const titleEnd = texts[most]!.end;
  const title = text.slice(texts[authors]!.start, titleEnd);
  if (title.length > 250 || !/^[\p{Lu}\p{N}¿'‘“]/u.test(title)) return undefined;
  // “Minutes of the Harbour Club” are a club’s, not a person’s.
  const isBody = authors === 1 && / /.test(written) && title.includes(`the ${written}`);
  const names = isBody
    ? { names: [{ literal: written }], abridged: false }
    : readLatinNames(written, familyFirst);
  const rest = fields.filter(({ start: at }) => at >= titleEnd);
  const role = roleAt > 0 && head[roleAt]?.type === 'editors' ? 'editor' : 'author';
  return workOfEn({ start, names, role, title, isQuoted: false }, rest, titleEnd);
}

/** Behind the first author a single word is the title's: Peter Marlow, Salt, Kilns, and Power. */
const isAuthor = (written: string, isFirst: boolean): boolean =>
  looksLikeName(written) &&
  (isFirst ||
    /^\S+\s+\S/u.test(written.replace(/^(?:and|&) /, '')) ||
    /^(?:Jr|Sr)\.?$|^\p{Lu}{2,}$/u.test(written));

/** A publisher whose name does not tell that it is one: a few capitals behind a title of several words. */
function isBareName(written: string, before = ''): boolean {
  const words = written.split(/\s+/u);
  const most = /[&/]/u.test(written) ? 8 : 4;
  return (
    before.split(/\s+/u).length > 2 &&
    words.length <= most &&
    words.every((word) => /^[\p{Lu}&]|^\p{Ll}+\p{Lu}/u.test(word)) &&
    !/[:“”"]/u.test(written)
  );
}
