import { cutAt } from '../letters.ts';
import { scanNote, type NoteText } from './note-text.ts';
import type { Draft, ParsedCitation } from './parsed-citation.ts';
import { withFields } from './parsed-citation.ts';
import { languageOf } from './work-language.ts';

const MAX_TITLE = 80;

/** Keeps a citation that is not understood: its whole text, and the best title that it contains. */
export function notUnderstood(note: NoteText, from: number, to: number): ParsedCitation {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(note.text.charAt(start))) start++;
  while (end > start && /[\s,，.]/u.test(note.text.charAt(end - 1))) end--;
  const written = note.text.slice(start, end);
  const address = [...scanNote(written).addresses.values()][0];
  const title = titleIn(written, address?.start);
  const draft: Draft = { type: 'document', language: languageOf(title), title };
  withFields(draft, { URL: address?.url, note: written });
  return {
    start,
    end,
    work: draft,
    warnings: [
      {
        offset: start,
        reason: 'The citation was not understood; it is kept as a document with its whole text as a note.',
      },
    ],
  };
}

function titleIn(written: string, address: number | undefined): string {
  const marked =
    /《(?<title>[^《》]{1,300})》|“(?<title>[^“”]{1,300})”|"(?<title>[^"]{1,300})"|「(?<title>[^「」]{1,300})」|『(?<title>[^『』]{1,300})』/u.exec(
      written,
    );
  const named = marked?.groups?.['title'] ?? written.slice(0, address ?? written.length);
  const bare = named.replace(/^[\s,，：:]+|[\s,，：:.]+$/gu, '') || hostIn(written) || written || '…';
  return cutAt(bare, MAX_TITLE);
}

const hostIn = (written: string): string | undefined => /(?<=\/\/)[^/\s]+/.exec(written)?.[0];
