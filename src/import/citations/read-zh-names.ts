import {
  zhAndOthers,
  zhCompoundSurnames,
  zhConnectives,
  zhHimself,
  zhNation,
  zhRoles,
  zhTelling,
} from './zh-citations.ts';
import type { Name } from '../../model/work.ts';
import { readHanNames } from './read-names.ts';

export interface Credits {
  author: Name[];
  editor: Name[];
  translator: Name[];
  abridged: boolean;
}

/** Who did what, by the word behind each name; names without a word for it are authors. */
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
    if (text === '' || zhHimself.test(text)) continue;
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
  for (const [pattern, role] of zhRoles) {
    const match = pattern.exec(written);
    const name = match ? written.slice(0, match.index).trim() : '';
    if (match && [...name.replace(zhNation, '')].length >= 2) return { name, role };
  }
  return undefined;
}

/** A name without the word behind it for what its bearer did. */
export const withoutRole = (written: string): string => roleOf(written)?.name ?? written;

/** Whether a free stretch ends in a word for what somebody did. */
export const hasRole = (written: string): boolean => roleOf(written.replace(zhAndOthers, '')) !== undefined;

/** Whether a stretch before a title names its authors. */
export function namesAuthors(written: string): boolean {
  const text = written.trim();
  if (text === '' || text.length > 120 || /[。；;！？!?《》“”]/u.test(text)) return false;
  return text.split(/[、,，]/u).every((item) => {
    const name = item.replace(zhAndOthers, '').replace(zhNation, '').trim();
    if (name.length <= 4) return !zhConnectives.has(name);
    return name.length <= 40 && !zhTelling.test(name);
  });
}

/** Stricter, for what stands behind no colon: the name of one person. */
export function isPersonAlone(written: string): boolean {
  const name = written.trim().replace(zhAndOthers, '');
  const bare = name.replace(zhNation, '');
  if (zhConnectives.has(bare) || !/^[\p{Script=Han}·•・.A-Z]+$/u.test(bare)) return false;
  return (
    bare !== name ||
    /[·•・]/u.test(bare) ||
    bare.length === 2 ||
    bare.length === 3 ||
    (bare.length === 4 && zhCompoundSurnames.has(bare.slice(0, 2))) ||
    hasRole(bare)
  );
}
