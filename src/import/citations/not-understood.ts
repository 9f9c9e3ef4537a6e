import { cutAt } from '../words/letters.ts';
import { dateFrom } from './dates.ts';
import { scanNote, type NoteText } from './note-text.ts';
import { withFields, type Draft, type ParsedCitation } from './parsed-citation.ts';
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
  const issued = ISSUED.exec(written)?.groups;
  withFields(draft, { URL: address?.url, note: written, issued: issued && dateFrom(issued) });
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

/** A date with its day or month that is not that of access. */
const ISSUED =
  /(?<!(?:访问|登[录陆]|检索|查阅|浏览|下载|上网|引用)(?:时间|日期|日)?\s?[:：为于]?\s?)(?<![\d年月])(?<year>(?:19|20)\d\d)\s?年\s?(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?日)?(?!\s?(?:访问|登[录陆]|检索|查阅|浏览|下载|上网))/u;

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
