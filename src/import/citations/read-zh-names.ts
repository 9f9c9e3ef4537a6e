import type { Name } from '../../model/work.ts';
import { readHanNames, zhAndOthers, zhCompoundSurnames, zhNation } from '../words/read-han-names.ts';

export interface Credits {
  author: Name[];
  editor: Name[];
  translator: Name[];
  abridged: boolean;
}

/** Names by role, according to the word after each name; `without` is the role of names without such a word. */
export function readCredits(written: string, without: 'author' | 'editor' = 'author'): Credits {
  const credits: Credits = { author: [], editor: [], translator: [], abridged: false };
  let waiting: string[] = [];
  const give = (role: 'author' | 'editor' | 'translator'): void => {
    const { names, abridged } = readHanNames(waiting.join('、'));
    credits[role].push(...names);
    credits.abridged ||= abridged && role !== 'translator';
    waiting = [];
  };
  for (const item of written.split(/[、,，]/u)) {
    const text = item.trim().replace(/^[和与]/u, '');
    if (text === '' || SAME_AUTHOR.test(text)) continue;
    const others = zhAndOthers.exec(text)?.[0] ?? '';
    const name = text.slice(0, text.length - others.length);
    const found = roleOf(name) ?? roleOf(text);
    if (found) {
      waiting.push(found.name + (found.name.length < name.length ? others : ''));
      give(found.role);
    } else waiting.push(text);
  }
  if (waiting.length > 0) give(without);
  return credits;
}

function roleOf(written: string): { name: string; role: 'author' | 'editor' | 'translator' } | undefined {
  for (const [pattern, role] of ROLES) {
    const match = pattern.exec(written);
    const name = match ? written.slice(0, match.index).trim() : '';
    if (match && [...name.replace(zhNation, '')].length >= 2) return { name, role };
  }
  return undefined;
}

/** A name without the word for its role. */
export const withoutRole = (written: string): string => roleOf(written)?.name ?? written;

/** True if a text ends with a word for a role. */
export const hasRole = (written: string): boolean => roleOf(written.replace(zhAndOthers, '')) !== undefined;

/** True if the text before a title consists of its authors’ names. */
export function namesAuthors(written: string): boolean {
  const text = written.trim();
  if (text === '' || text.length > 120 || /[。；;！？!?《》“”]/u.test(text)) return false;
  return text.split(/[、,，]/u).every((item) => {
    const name = item.replace(zhAndOthers, '').replace(zhNation, '').trim();
    if (name.length <= 4) return !connectives.has(name);
    return name.length <= 40 && !zhReportingWords.test(name);
  });
}

/** A stricter test for text without a colon after it: the name of a single person. */
export function isPersonAlone(written: string): boolean {
  const name = written.trim().replace(zhAndOthers, '');
  const bare = name.replace(zhNation, '');
  if (connectives.has(bare) || !/^[\p{Script=Han}·•・.A-Z]+$/u.test(bare)) return false;
  return (
    bare !== name ||
    /[·•・]/u.test(bare) ||
    bare.length === 2 ||
    bare.length === 3 ||
    (bare.length === 4 && zhCompoundSurnames.has(bare.slice(0, 2))) ||
    hasRole(bare)
  );
}

/** Words for roles after a name: 王五译, 李四主编. */
const ROLES: [RegExp, 'author' | 'editor' | 'translator'][] = [
  [/(?:翻译|编译|译校|校译|合译|译|譯)$/u, 'translator'],
  [/(?:总主编|主编|合编|选编|汇编|编辑|编选|执行主编|编|主編|編)$/u, 'editor'],
  [/(?:编著|著译|合著|主撰|撰|著)$/u, 'author'],
];

/** The author, named again before the book that contains the work. */
const SAME_AUTHOR = /^(?:氏|同氏|作者)著?$/u;

/** Connecting words that are as long as a name. */
const connectives = new Set(
  '上文 前文 下文 本文 例如 比如 譬如 此外 另外 其中 对此 因此 同时 但是 不过 然而 而且 并且 首先 其次 最后 此处 下同 笔者 作者 他说 有学者 后者 前者 据此 可见 总之 当然 事实上 实际上 具体而言 换言之 也就是说'.split(
    ' ',
  ),
);

/** Text before a colon that reports rather than names. */
export const zhReportingWords =
  /认为|指出|写道|表示|提出|强调|如下|例如|此外|另外|同时|其中|对此|因此|但是|不过|可以|所说|所言|这一|[说称道曰是的了在对于将被把就们]$/u;
