import { hasField, readField, type Field, type FieldType } from './fields.ts';
import { zhNextLeadIn } from './lead-in.ts';
import { stepOver, type NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { zhDate, zhEdition, zhGenre, zhRules } from './read-zh-fields.ts';
import { hasRole, namesAuthors, zhReportingWords } from './read-zh-names.ts';

/** The maximum number of fields in a citation, which keeps reading linear. */
const MAX_FIELDS = 40;
/** The most characters of free text between two commas, and of a remark in brackets. */
const MAX_TEXT = 60;
const MAX_REMARK = 24;
const GAP = /[，,\s]*(?:\.\s+)?/uy;

/** An edition of a journal, printed outside the title marks: 《某大学学报》（哲学社会科学版）. */
const series = han('[(（][^()（）《》\\d]{1,20}版[)）]');
const within = han(
  '(?:原?[载載](?:于|於|入|自)?|刊(?:于|载于?)|发表(?:于|在)|收(?:入|录于?|于)|辑入|见(?:于|诸)?|in )[:：]? ',
);
/** The editors of a book, separated from its title by a colon. */
const titledEditor = han('[^，。；：:《》]{0,20}(?:主编|编)(?:，[^，。；：:《》]{1,20}译)?(?=[：:]《)');

/** The details of a citation while they are read. */
interface Details {
  note: NoteText;
  /** The last position that may belong to the citation. */
  high: number;
  fields: Field[];
  pos: number;
  /** The end of what certainly belongs to the citation, and the number of its fields. */
  end: number;
  certain: number;
}

/** Reads what is at the position: `on` if it moved the position, `stop` if the citation ends here. */
type Step = (details: Details) => 'on' | 'stop' | undefined;

/** Reads the part of the text after a title that belongs to the citation; the citation ends at `end`. */
export function readDetails(note: NoteText, from: number, high: number): { fields: Field[]; end: number } {
  const details: Details = { note, high, fields: [], pos: from, end: from, certain: 0 };
  for (let count = 0; count < MAX_FIELDS; count++) {
    details.pos = Math.min(high, details.pos + (matchAt(GAP, note.text, details.pos)?.[0].length ?? 0));
    if (details.pos >= high || !goesOn(details)) break;
  }
  const pending = pendingIn(details);
  const { fields, pos, end } = details;
  if (pos >= high && pending.length === 1 && SITE.test(pending[0]!.value))
    return { fields, end: lastLetter(note.text, high) };
  return { fields: fields.filter((field) => !pending.includes(field)), end };
}

/** The position before the marks that end at another. */
function lastLetter(text: string, high: number): number {
  let end = high;
  while (/[\s，,.]/u.test(text.charAt(end - 1))) end--;
  return end;
}

/** Takes the first step that moves the position; false if the citation ends. */
function goesOn(details: Details): boolean {
  for (const step of steps) {
    const verdict = step(details);
    if (verdict) return verdict === 'on';
  }
  return false;
}

/** Free text that belongs to the citation only if a recognised field follows. */
const pendingIn = ({ fields, certain }: Details): Field[] =>
  fields.slice(certain).filter(({ type }) => type === 'text');

/** Accepts everything up to an offset. */
function accept(details: Details, next: number): 'on' {
  details.pos = details.end = next;
  details.certain = details.fields.length;
  return 'on';
}

/** Adds the text up to an offset as a field. */
function add(details: Details, type: FieldType, end: number): 'on' {
  const { fields, note, pos } = details;
  fields.push({ type, value: note.text.slice(pos, end).trim(), start: pos, end });
  details.pos = end;
  return 'on';
}

const closingOf = ({ note, pos }: Details): number | undefined =>
  /[(（]/u.test(note.text.charAt(pos)) ? note.closing.get(pos) : undefined;

/** A word announces the book that contains the work, whose editors may be separated from its title by a colon. */
const announced: Step = (details) => {
  const { note, fields } = details;
  const lead = hasField(fields, 'container') ? undefined : matchAt(within, note.text, details.pos);
  if (!lead) return undefined;
  add(details, 'within', details.pos + lead[0].length);
  const title = note.closing.get(details.pos);
  const editor = title === undefined ? undefined : matchAt(titledEditor, note.text, title + 1);
  if (title === undefined || !editor) return 'on';
  add(details, 'containerEditors', title + 1 + editor[0].length);
  details.pos++;
  return 'on';
};

/** A field that its form shows, perhaps in brackets. */
const knownField: Step = (details) => {
  const { note, pos, high, fields } = details;
  const close = closingOf(details);
  const found = readField(zhRules, {
    note,
    pos: close === undefined ? pos : pos + 1,
    before: fields,
    hasPending: pendingIn(details).length > 0,
  });
  fields.push(...found);
  const next = found[0]?.end;
  if (next === undefined || next > high || (close !== undefined && next !== close)) return undefined;
  return accept(details, close === undefined ? next : next + 1);
};

/** A journal’s series in brackets belongs to the name before it; other brackets are ignored. */
const brackets: Step = (details) => {
  const { note, pos, end, fields } = details;
  const close = closingOf(details);
  if (close === undefined) return undefined;
  const journal = hasField(fields, 'container') ? matchAt(series, note.text, pos) : undefined;
  if (journal) {
    add(details, 'series', pos + journal[0].length);
    details.end = details.pos;
    return 'on';
  }
  if (close - pos > MAX_REMARK || pos > end || hasField(fields, 'pages')) return 'stop';
  if (!hasField(fields, 'edition'))
    fields.push(
      ...readField([{ type: 'edition', pattern: zhEdition }], { note, pos: pos + 1, before: fields }),
    );
  details.pos = close + 1;
  return 'on';
};

/** Another work begins, or the citation has all that ends it, or too much that is unknown. */
const endOfCitation: Step = (details) =>
  matchAt(zhNextLeadIn, details.note.text, details.pos) ||
  hasField(details.fields, 'pages', 'url') ||
  pendingIn(details).length > 1
    ? 'stop'
    : undefined;

/** Free text: names with their role, the editors of a containing book, or something still unknown. */
const freeText: Step = (details) => {
  const { note, pos, high, fields } = details;
  const { text } = note;
  const stop = endOfFreeText(note, pos, high);
  const written = text.slice(pos, stop).trim();
  if (stop === pos || written.length > MAX_TEXT) return 'stop';
  const value = written.replace(/[：:]$/u, '');
  const isWithin = hasField(fields, 'within');
  const opensContainer = text.charAt(stop) === '《' && !hasField(fields, 'container');
  if (hasRole(value) && namesAuthors(value)) {
    const type = isWithin || opensContainer ? 'containerCredits' : 'credits';
    fields.push({ type, value, start: pos, end: stop });
    return accept(details, stop);
  }
  if (isWithin && opensContainer && namesAuthors(value)) {
    fields.push({ type: 'containerEditors', value, start: pos, end: stop });
    details.pos = stop;
    return 'on';
  }
  if (zhReportingWords.test(written) || (opensContainer && !isWithin)) return 'stop';
  return add(details, 'text', stop);
};

/** The steps in the order in which they are tried. */
const steps: Step[] = [announced, knownField, brackets, endOfCitation, freeText];

/** The end of free text: a comma, a title, a URL, a year or a kind of thesis. */
function endOfFreeText(note: NoteText, from: number, high: number): number {
  const { text } = note;
  let pos = from;
  while (pos < high && pos - from <= MAX_TEXT) {
    const char = text.charAt(pos);
    if (/[，,《]/u.test(char) || note.addresses.has(pos)) break;
    if (/\d/.test(char) && !/\d/.test(text.charAt(pos - 1)) && matchAt(zhDate, text, pos)) break;
    if (pos > from && matchAt(zhGenre, text, pos)) break;
    if (/[：:]/u.test(char) && text.charAt(pos + 1) === '《') return pos + 1;
    pos = stepOver(note, pos);
  }
  return Math.min(pos, high);
}

/** A website, agency or institution: free text that names the place of publication. */
const SITE =
  /(?:网|网站|新闻社|通讯社|社|报|报道|频道|客户端|公众号|博客|使馆|使团|大学|学院|研究院|研究所|中心|部|委员会|政府|办公室|银行|组织|基金会|协会|公司|集团|论坛|智库|官网|数据库)$/u;
