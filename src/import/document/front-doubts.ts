import { HAN } from '../../model/language.ts';
import { zhCompoundSurnames } from '../words/read-han-names.ts';
import type { Block } from './blocks.ts';
import { isAffiliation, splitNames } from '../words/bylines.ts';
import type { Matter } from './front-matter.ts';
import type { readMasthead } from './masthead.ts';
import type { Paper } from '../paper.ts';
import type { Correction, Warn } from '../warning.ts';

type Facts = Pick<Paper, 'authors' | 'journal' | 'year' | 'volume' | 'issue'>;

/**
 * Doubts on what is printed about the paper itself: missing authors, journal or year, names that nothing confirms, and
 * lines that disagree. `heads` is what the journal prints outside the text.
 */
export function doubtFront(
  facts: Facts,
  { front }: Matter,
  { rivals }: ReturnType<typeof readMasthead>,
  heads: string[],
  warn: Warn,
): void {
  const at = (front.authors[0] ?? front.title[0])?.content.offsets[0] ?? 0;
  const doubt = (reason: string, correction: Correction): void => warn(at, reason, correction);
  const names = front.authors.flatMap(({ raw }) => splitNames(raw));
  if (facts.authors.length === 0) doubt(NO_AUTHOR, { authors: ['Given Family'] });
  else if (
    front.authors.length > 0 &&
    !front.authors.some((block) => isConfirmed(block, front.editorial, heads))
  )
    doubt(
      names.length === 1
        ? `only its position suggests that this is the author: ${names[0]}`
        : `only their position suggests that these are the authors: ${names.join(', ')}`,
      { authors: names },
    );
  const joined = names.find(isJoined);
  if (joined !== undefined)
    doubt(`${joined} may be several names without anything between them`, { authors: names });
  const [title, continued] = front.title.map(({ content }) => content.text);
  if (continued !== undefined && !/^[—–―─-]/.test(continued))
    doubt(`the title may end before “${continued}”`, { title: title! });
  if (facts.journal === undefined && facts.year === undefined)
    doubt('no line names the journal and its year', { journal: 'The journal', year: 2000 });
  else if (facts.journal === undefined) doubt('no line names the journal', { journal: 'The journal' });
  else if (facts.year === undefined) doubt('no line gives the year', { year: 2000 });
  for (const field of ['journal', 'year', 'volume', 'issue'] as const) {
    const [other, ...more] = rivals[field] ?? [];
    if (facts[field] === undefined || other === undefined) continue;
    doubt(
      `lines disagree on the ${field}: ${facts[field]} or ${[other, ...more].join(' or ')}`,
      field === 'year' ? { year: Number(other) } : { [field]: other },
    );
  }
}

/** The doubt on a paper of a format that names authors: that there are none. */
export function doubtNames({ authors }: Facts, { front }: Matter, warn: Warn): void {
  const at = (front.authors[0] ?? front.title[0])?.content.offsets[0] ?? 0;
  if (authors.length === 0) warn(at, NO_AUTHOR, { authors: ['Given Family'] });
}

const NO_AUTHOR = 'no author’s name was found';

/**
 * True if a note mark or an affiliation follows the names, or if the journal prints one of them again in a running head
 * or a note on the author.
 */
function isConfirmed({ raw }: Block, editorial: Block[], heads: string[]): boolean {
  const others = [...editorial.map(({ content }) => content.text), ...heads].join('\n').toLowerCase();
  return (
    /[*∗†‡＊※①-⑳¹²³]|\p{L}\d/u.test(raw) ||
    /^(?:by|文\s?[／/])/i.test(raw.trim()) ||
    (editorial[0] !== undefined && isAffiliation(editorial[0].content.text)) ||
    splitNames(raw).some((name) => {
      const last = HAN.test(name) ? name : (name.split(/\s+/).at(-1) ?? name);
      return last.length > 1 && (HAN.test(name) || last.length > 2) && others.includes(last.toLowerCase());
    })
  );
}

/** True if a name has more characters or words than names have. */
const isJoined = (name: string): boolean =>
  HAN.test(name)
    ? /^\p{Script=Han}{4,}$/u.test(name) && !zhCompoundSurnames.has(name.slice(0, 2))
    : (name.match(/\p{Lu}[\p{L}’'-]{2,}/gu)?.length ?? 0) > 4;
