import { readNumeral } from '../language/zh-numeral.ts';
import type { RecordKind, SearchRecord } from './record.ts';
import { foldQuery, joinAt, unitsOf } from './units.ts';

/** A record that a query asks for by its number, or a printed page, which means the paragraphs on it. */
interface Numbered {
  kind: RecordKind | 'page' | 'chapter';
  id: string;
}

/** The number of a paragraph. */
const PARAGRAPH = String.raw`\d+(?:\.\d+){2}[a-z]?`;

/** How each kind is asked for by number, and what its ids have before the number. */
const numbers: [Numbered['kind'], RegExp, before?: string][] = [
  ['page', /^(?:(?:原文|论文|印刷)?[页頁][码碼]?|(?:printed |the paper's )?(?:pages?|pp?\.?))? ?(\d{1,6})$/],
  ['page', /^(?:原文|论文|印刷)?第?(\d{1,6})[页頁]$/],
  // Of several pages, the first.
  ['page', /^(?:(?:the paper's )?(?:pages?|pp?\.?)|(?:论文)?第) ?(\d{1,6}) ?[-–—~至] ?\d{1,6}[页頁]?$/],
  [
    'note',
    /^(?:[脚腳尾]?[注註][释釋]?|(?:foot|end)?note|fn?\.?|n\.?|第(?=\d+[条條]?[注註]))? ?#?\[?(\d+)\]?(?:[条條]?[注註][释釋]?)?$/,
  ],
  ['note', /^[注註][释釋]?第?(\d+)[条條]$/],
  // Of several paragraphs, the first.
  [
    'segment',
    RegExp(
      `^(?:editors' note to )?(?:[§¶第段]|段落|par(?:agraph|a)?s?\\.?|p)? ?(${PARAGRAPH})(?: ?[-–—~至] ?${PARAGRAPH})?(?:段落?)?(?:编者按)?$`,
    ),
  ],
  ['heading', /^(?:[§第节節]|p|sec(?:tion|t?\.)?)? ?(\d+\.\d+)[节節]?$/],
  ['heading', /^第? ?(\d+) ?(?:章|部分|[节節])$/],
  ['heading', /^(?:§|ch(?:ap(?:ter)?)?\.?|part|sec(?:tion|t?\.)?) ?(\d+)$/],
  ['exhibit', /^(?:table|tab\.?|表格?) ?#?(\d+)$/, 'table-'],
  ['exhibit', /^(?:figure|fig\.?|插?[图圖]) ?#?(\d+)$/, 'figure-'],
  ['check', /^(?:(?:[来來]源)?核[查对對]|(?:source )?check)? ?((?:\d+\.\d+\.)?\d+[a-z]+)$/],
  // Addresses of the site; a slash at the beginning may have been taken for the key that opens the search.
  ['segment', RegExp(String.raw`(?:\bp/|#p?)(${PARAGRAPH}|abstract)$`)],
  ['heading', /#p(\d+(?:\.\d+)?)$/],
  ['note', /(?:\bnote\/|#note-)(\d+)$/],
  ['check', /(?:\bcheck\/|#check-)([\da-z.]+)$/],
  ['exhibit', /(?:\bexhibits\/|#)((?:table|figure)-\d+)$/],
  ['remark', /#editor-note-([\da-z.-]+)$/],
  ...(['case', 'term', 'actor', 'work'] as const).map((kind): [typeof kind, RegExp] => [
    kind,
    RegExp(String.raw`\b${kind}s?/#?([a-z\d-]+)$`),
  ]),
  ['chapter', /(?:\/[a-z-]+\/|^[a-z-]+\/(?=\d))([a-z\d-]+)$/],
];

/** What a query asks for that is only a number, with or without the name of its kind, or an address of the site. */
export function numberedIn(query: string): Numbered[] {
  const [asked] = divideReference(query);
  return numbers.flatMap(([kind, pattern, before = '']) => {
    const id = pattern.exec(asked)?.[1];
    return id === undefined ? [] : [{ kind, id: before + id }];
  });
}

/** A sentence of a paragraph, by its number in an address, or as readers of Chinese or of letters count. */
export interface SentenceAsked {
  number: number;
  counted: 'address' | 'han' | 'letters';
}

/** The sentence that a reference to a paragraph gives; of several, the first. */
export function sentenceIn(query: string): SentenceAsked | undefined {
  const [, inAddress, han, letters] = divideReference(query);
  const number = inAddress ?? han ?? letters;
  return number === undefined
    ? undefined
    : { number: Number(number), counted: inAddress ? 'address' : han ? 'han' : 'letters' };
}

/** A query without what its reference or address says beyond the item, and the number of a sentence. */
function divideReference(query: string): [item: string, ...sentence: (string | undefined)[]] {
  const inFigures = foldQuery(query)
    .replace(HAN_NUMBER, (written) => String(readNumeral(written)))
    .replace(/\?[^#]*/, '')
    .replace(/\/(?:index\.html)?$/, '');
  const [sentence, ...numbers] = SENTENCE.exec(inFigures) ?? [''];
  return [inFigures.slice(0, inFigures.length - sentence.length), ...numbers];
}
const SENTENCE = RegExp(
  `(?<=(?<!note-[\\d.]*)${PARAGRAPH}|#abstract)(?:-(\\d+)|第(\\d+)(?:[-–—~至]\\d+)?句|,? ?sentences? (\\d+)(?:[-–—]\\d+)?)$`,
);
/** A numeral beside the name of a kind. */
const HAN_NUMBER =
  /(?<=[第注註释釋页頁码碼表格图圖])[一二三四五六七八九十百零]+|[一二三四五六七八九十百零]+(?=[页頁注註条條章节節句]|部分)/gu;

/** The numbers of a record: its own, for a chapter its name in addresses, and for a paragraph or note its pages. */
export function numbersOf({ kind, id, pages, chapter }: SearchRecord): Numbered[] {
  const [first, last] = ((kind === 'segment' || kind === 'note') && pages) || [1, 0];
  const onPages = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  return [
    { kind, id },
    ...(kind === 'heading' && chapter !== undefined && /^\d+$/.test(id)
      ? [{ kind: 'chapter' as const, id: chapter }]
      : []),
    ...onPages.map((page): Numbered => ({ kind: 'page', id: page })),
  ];
}

/** The last numbers of an edition. */
export interface NumberEnds {
  /** The last paragraph of each section, in order. */
  segments: string[];
  note?: string | undefined;
  /** The first and the last printed page. */
  pages?: [number, number] | undefined;
}

const { compare: compareNumbers } = new Intl.Collator('en', { numeric: true });

export function endsOf(records: SearchRecord[]): NumberEnds {
  const idsOf = (wanted: RecordKind, pattern: RegExp): string[] =>
    records.flatMap(({ kind, id }) => (kind === wanted && pattern.test(id) ? [id] : [])).sort(compareNumbers);
  const sections = Map.groupBy(idsOf('segment', /^\d+(?:\.\d+){2}[a-z]?$/), sectionOf);
  const pages = records.flatMap((record) => record.pages ?? []);
  return {
    segments: [...sections.values()].flatMap((ids) => ids.at(-1) ?? []),
    note: idsOf('note', /^\d+$/).at(-1),
    pages: pages.length > 0 ? [Math.min(...pages), Math.max(...pages)] : undefined,
  };
}

const sectionOf = (segment: string): string => segment.split('.').slice(0, 2).join('.');

/** A number that does not exist, and the last one in its section or chapter, if that exists, or in the edition. */
export interface Missing {
  kind: 'segment' | 'heading' | 'note' | 'page';
  id: string;
  section?: string;
  /** Only for pages. */
  first?: string;
  last: string;
}

/** For a query for the number of a paragraph, note or page that was not found: the last number of that kind. */
export function missingFor(query: string, { segments, note, pages }: NumberEnds): Missing | undefined {
  const [asked] = numberedIn(query);
  if (!asked || isBareNumber(query)) return undefined;
  const { kind, id } = asked;
  if (kind === 'note' && note !== undefined) return { kind, id, last: note };
  if (kind === 'page' && pages && (Number(id) < pages[0] || Number(id) > pages[1]))
    return { kind, id, first: String(pages[0]), last: String(pages[1]) };
  const chapter = segments.at(-1)?.split('.')[0];
  if (kind === 'heading' && chapter !== undefined && /^\d+$/.test(id)) return { kind, id, last: chapter };
  if (kind !== 'segment') return undefined;
  const lastIn = (part: string): string | undefined => segments.findLast((one) => one.startsWith(`${part}.`));
  const section = [sectionOf(id), id.split('.')[0] ?? ''].find(lastIn);
  const last = section === undefined ? segments.at(-1) : lastIn(section);
  return last === undefined ? undefined : { kind, id, last, ...(section === undefined ? {} : { section }) };
}

/** Whether a query is only digits, so that it may mean an item or the number itself. */
export const isBareNumber = (query: string): boolean => /^\d+$/.test(foldQuery(query));

/** The normalised names of a record, and the parts of a person’s. The id of a work contains its author and year. */
export function keysOf({ kind, id, title, names = {}, keys = [], isPerson }: SearchRecord): string[] {
  const own =
    kind === 'work'
      ? [title, id, title.split(/[:：?？]|——/)[0] ?? '']
      : [...keys, ...Object.values(names).flat()];
  // Words such as “von” are no names.
  const parts = isPerson
    ? own.flatMap((name) => name.split(/[\s·]+/).filter((part) => !/^\p{Ll}/u.test(part)))
    : [];
  return [...new Set([...own, ...parts].map(nameKey).filter(Boolean))];
}

/** Normalises a name for comparison: without case, punctuation and article. */
export const nameKey = (name: string): string =>
  joinAt(unitsOf(name))
    .flatMap(({ text, isSign }) => (isSign ? [] : [text]))
    .join(' ')
    .replace(/^the /, '');
