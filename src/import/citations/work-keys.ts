import { pinyin } from 'pinyin-pro';
import type { Work } from '../../model/work.ts';
import type { Draft } from './parsed-citation.ts';

/**
 * Gives each work its id: <family name or institution>-<year or nd>. Clashing ids all get a letter, in the order of
 * `ranks` (by default, the order of the works), so that the letters match those of a printed list.
 */
export function withKeys(drafts: readonly Draft[], ranks: readonly number[] = []): Work[] {
  const keys = drafts.map((draft) => {
    const year = draft.issued?.['date-parts'][0]?.[0];
    return `${nameKey(draft)}-${year === undefined ? 'nd' : String(year).padStart(4, '0')}`;
  });
  const order = [...drafts.keys()].sort((a, b) => (ranks[a] ?? a) - (ranks[b] ?? b));
  const clashes = Map.groupBy(order, (i) => keys[i]!);
  const places = new Map([...clashes.values()].flatMap((own) => own.map((i, place) => [i, place] as const)));
  return drafts.map((draft, i) => {
    const key = keys[i]!;
    if (clashes.get(key)!.length === 1) return { id: key, ...draft };
    const place = places.get(i)!;
    // An id can end with only one letter: the 27th becomes smith-2-2020a.
    const round = Math.floor(place / LETTERS);
    const at = key.lastIndexOf('-');
    const stem = round === 0 ? key : `${key.slice(0, at)}-${round + 1}${key.slice(at)}`;
    return { id: stem + String.fromCharCode(97 + (place % LETTERS)), ...draft };
  });
}

/** The number of letters available to distinguish works with the same name and year. */
const LETTERS = 26;
const MAX_NAME = 48;

/** Types whose anonymous works are named after the site, newspaper or institution that published them. */
const sitesWithoutAuthor = new Set<Work['type']>([
  'webpage',
  'report',
  'article-newspaper',
  'article-magazine',
  'post-weblog',
]);

function nameKey(draft: Draft): string {
  const [first] = [draft.author, draft.editor, draft.translator].flatMap((names) => names ?? []);
  const candidates = [
    first === undefined
      ? undefined
      : 'literal' in first
        ? first.literal.replace(/\s*\(.*\)$/u, '')
        : `${first['non-dropping-particle'] ?? ''} ${first.family}`
            .trim()
            .replace(/,? (?:Jr|Sr|I{2,3}|IV)\.?$/u, ''),
    sitesWithoutAuthor.has(draft.type) ? (draft['container-title'] ?? draft.publisher) : undefined,
    draft.title
      .split(/[:：,，(（〔]/u)[0]
      ?.replace(/^(?:the|an?) /i, '')
      .split(/\s+/u)
      .slice(0, 3)
      .join(' '),
    draft.title,
  ];
  for (const candidate of candidates) {
    const key = slug(candidate ?? '', first !== undefined && candidate === candidates[0]);
    if (key !== '') return key;
  }
  return 'work';
}

/** In ASCII: Chinese in pinyin, without diacritics. */
function slug(written: string, isName: boolean): string {
  const spoken = written.replace(/\p{Script=Han}+/gu, (run) =>
    pinyin(run.slice(0, 12), {
      toneType: 'none',
      type: 'array',
      v: true,
      ...(isName ? { surname: 'head' } : {}),
    })
      .join('')
      .replaceAll('ü', 'v'),
  );
  return spoken
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[œŒ]/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/[đĐð]/g, 'd')
    .replace(/[þÞ]/g, 'th')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/[’'\u0300-\u036f]|(?<=\b[A-Za-z])\./g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^(?:the-)(?=[a-z])/, '')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/g, '');
}
