import { execFile } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseNotation } from '../markdown/parse.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import { readChapter } from '../read/read-chapter.ts';
import { canonicalText } from './confirmation.ts';
import { wordChanges, type Stretch } from './word-changes.ts';

/**
 * How a segment has changed since its editor confirmed it, compared with that version in git; undefined if git does
 * not have it. Rejects with git’s error.
 */
export async function changesSinceConfirmed(
  { chapters, confirmed, folder, settings }: Dossier,
  segment: Segment,
): Promise<Stretch[] | undefined> {
  const wanted = confirmed.value[segment.id]?.[segment.edition] ?? '';
  const before = await confirmedText(folder, segment, wanted);
  const chapter = chapters.find(({ segments }) => segments.includes(segment));
  if (before === undefined || !chapter) return undefined;
  const lang = settings.value.editions.find(({ id }) => id === segment.edition)?.lang ?? 'en';
  return wordChanges(before, canonicalText(segment, chapter), lang);
}

async function confirmedText(
  folder: string,
  { edition, chapter, id, place }: Segment,
  wanted: string,
): Promise<string | undefined> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', ['-C', folder, ...args], { maxBuffer: 1e8 })).stdout;
  const path = `./${relative(folder, resolve(place.path))}`;
  for (const commit of (await git('log', '--format=%H', '--', path)).split('\n').filter(Boolean)) {
    const parsed = parseNotation(await git('show', `${commit}:${path}`), path);
    if ('messages' in parsed) continue;
    const version = readChapter(parsed.tree, { id: chapter, section: 0, edition, path, page: undefined });
    const segment = version.segments.find((one) => one.id === id);
    const text = segment && canonicalText(segment, version);
    if (text !== undefined && fingerprint(text) === wanted) return text;
  }
  return undefined;
}
