import { lettersOf } from '../words/letters.ts';
import { HAN } from '../../model/language.ts';
import type { Paper } from '../paper.ts';
import {
  plainOf,
  readArticleNumber,
  readLine,
  SERIAL,
  YEAR,
  type IssueDetails,
} from '../words/issue-lines.ts';
import { mostFrequent } from '../tally.ts';

/** The journal and issue in which a paper appeared; numbers as printed. */
export type Masthead = Pick<Paper, 'journal' | 'year' | 'volume' | 'issue'>;

type Field = keyof IssueDetails;
/** A masthead with the other values that lines give a field. */
interface FoundMasthead extends Masthead {
  rivals: Partial<Record<Field, string[]>>;
}

/**
 * Reads running heads and the lines around the title for details of the journal. Each line is read separately; if they
 * disagree, the majority wins. `own` are the paper’s title, which running heads repeat, and its authors’ names.
 */
export function readMasthead(lines: string[], own: string[], lang: 'zh' | 'en'): FoundMasthead {
  const votes = new Map<Field, Map<string, number>>();
  // The values on lines that have another field too.
  const strong = new Set<string>();
  const names = own.map(lettersOf).filter(({ length }) => length > 1);
  const plain = lines.map(plainOf);
  const lineDetails = plain.map((text) => readArticleNumber(text) ?? readLine(text));
  // A citation of the paper itself may run over several lines.
  const run = plain.join(' ');
  const cited = IN_JOURNAL.exec(run)?.groups ?? ownReference(own[0] ?? '', run);
  const year = yearBefore(own[0] ?? '', run);
  const thanked = THANKED.exec(run)?.groups;
  const certain: IssueDetails[] = [{ ...cited, ...(year ? { year } : {}) }, { ...thanked }];
  for (const details of [...certain, ...certain, ...lineDetails]) {
    if (
      details.journal !== undefined &&
      !certain.includes(details) &&
      (!isCorroborated(details, lineDetails, plain) || isOwn(details.journal, names))
    )
      delete details.journal;
    for (const [field, value] of Object.entries(details) as [Field, string][]) {
      const counted = votes.get(field) ?? votes.set(field, new Map()).get(field)!;
      // A name in the paper’s language takes precedence over a translated one.
      const weight = field === 'journal' && HAN.test(value) !== (lang === 'zh') ? 0.01 : 1;
      counted.set(value, (counted.get(value) ?? 0) + weight);
      if (Object.keys(details).length > 1) strong.add(`${field} ${value}`);
    }
  }
  const rivalsOf = (field: Field): string[] => {
    const [[first, top] = ['', 0], ...others] = [...(votes.get(field) ?? [])].sort(([, a], [, b]) => b - a);
    return others
      .filter(([value, count]) =>
        field === 'journal'
          ? count > top * RIVAL && !first.includes(value) && !value.includes(first)
          : count > top * RIVAL || strong.has(`${field} ${value}`),
      )
      .map(([value]) => value);
  };
  const most = (field: Field): string | undefined =>
    mostFrequent(votes.get(field) ?? new Map<string, number>());
  const printed = most('year');
  return {
    journal: most('journal'),
    year: printed === undefined ? undefined : Number(printed),
    volume: most('volume'),
    issue: most('issue'),
    rivals: Object.fromEntries(
      FIELDS.flatMap((field) => {
        const rivals = rivalsOf(field);
        return rivals.length > 0 ? [[field, rivals]] : [];
      }),
    ),
  };
}

const FIELDS = ['journal', 'year', 'volume', 'issue'] as const;
/** The minimum share of the most frequent value’s lines that makes another value doubtful evidence. */
const RIVAL = 0.3;

/**
 * True if the line also has a number, or if it is repeated and contains a word typical of journals; otherwise it may be
 * a title.
 */
const isCorroborated = (details: IssueDetails, all: IssueDetails[], lines: string[]): boolean =>
  Object.keys(details).length > 1 ||
  lines.some((line) => abbreviates(line, details.journal ?? '')) ||
  (details.journal !== undefined &&
    SERIAL.test(details.journal) &&
    all.filter(({ journal }) => journal === details.journal).length > 1);

/** True if a line has a name’s words abbreviated, before a page: 12 HARB. L. REV. 629 for Harbour Law Review. */
function abbreviates(line: string, name: string): boolean {
  const short = /^\d{1,3} (?<short>\p{Lu}[\p{L}. &]*\.) \d+ \(/u.exec(line)?.groups?.['short'];
  const words = name
    .toLowerCase()
    .split(' ')
    .filter((word) => !/^(?:of|the|and|for|on)$/.test(word));
  const parts = short?.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    parts.length > 1 && parts.length === words.length && parts.every((part, i) => words[i]!.startsWith(part))
  );
}

const IN_JOURNAL =
  /\bin: (?<journal>\p{Lu}[^,:;]{2,60}), (?<volume>\d{1,3}), (?<issue>\d{1,2}), \d+ ?[-–] ?\d+/u;

/** 感谢《学报》匿名审稿专家的意见 */
const THANKED =
  /《(?<journal>\p{Script=Han}[\p{Script=Han}()（） ·]{2,24})》 ?(?:的|两位|兩位|匿名|外审|外審|编辑部|編輯部|和|及|与|與)*(?:审稿|審稿|评审|評審|审读|審讀)/u;

/** The year in brackets before the paper’s title, as citations by author and date have it. */
function yearBefore(title: string, text: string): string | undefined {
  const letters = lettersOf(title);
  return letters.length < SHORTEST_TITLE
    ? undefined
    : [...text.matchAll(new RegExp(`\\((${YEAR})\\)[.,:]? ?`, 'g'))].find(({ 0: { length }, index }) =>
        lettersOf(text.slice(index + length, index + length + 2 * title.length)).startsWith(letters),
      )?.[1];
}

/** The journal in the reference to itself that a paper prints: 《渡口考》[J].学报,2022(5):213-222 */
function ownReference(title: string, text: string): IssueDetails | undefined {
  const letters = lettersOf(title).slice(-SHORTEST_TITLE);
  const found = GBT.exec(text);
  if (letters === '' || !found || !lettersOf(text.slice(0, found.index)).endsWith(letters)) return undefined;
  const { journal, year, volume, issue } = found.groups!;
  return { journal: journal!, year: year!, issue: issue!, ...(volume ? { volume } : {}) };
}

const GBT = new RegExp(
  `\\[J(?:/OL)?\\] ?[.．] ?(?<journal>\\p{Script=Han}[\\p{Script=Han}()（） ·]{1,24}), ?(?<year>${YEAR})(?:, ?(?<volume>\\d{1,3}))? ?\\((?<issue>\\d{1,2})\\)`,
  'u',
);

/** The fewest letters of a title that no other text repeats by chance. */
const SHORTEST_TITLE = 6;

/** True if a running head repeats the title, its beginning or an author’s name. */
function isOwn(journal: string, names: string[]): boolean {
  const letters = lettersOf(journal);
  return names.some(
    (name) => name.includes(letters) || letters.includes(name) || name.startsWith(letters.slice(0, 12)),
  );
}
