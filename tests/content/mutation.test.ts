import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/check/check-dossier.ts';
import { parseNotation } from '../../src/markdown/parse.ts';
import { readChapter } from '../../src/read/read-chapter.ts';
import { memoizeWith } from '../../src/model/memoize.ts';
import type { Chapter, Dossier } from '../../src/read/dossier.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { isWhole } from '../support/whole.ts';
import { changes, mutationsOf, formattings, type Mutation } from '../support/mutations.ts';

// Mutates the shipped chapters, one small change at a time: every change must be reported at its line, except changes
// of formatting. An audit tries thirty times as many; MUTATION_SEEDS=7,8,9 tries others.
const seeds = (process.env['MUTATION_SEEDS'] ?? '1').split(',').map(Number);

const dossier = await dossierIn('content');
const sources = new Map(dossier.chapters.map(({ path }) => [path, readFileSync(path, 'utf8')]));

/** The rules’ findings on one chapter in all editions, as `path:line`, with both places of a finding. */
const judged = (chapters: Chapter[]): string[] =>
  judge({ ...dossier, chapters })
    .filter(({ level }) => level === 'error')
    .flatMap((message) => [message, ...(message.cause ? [message.cause] : [])])
    .map(({ file, line: at }) => `${file}:${at}`);

/** The findings before any mutation, since a chapter alone lacks the content of other chapters. */
const standing = memoizeWith(
  ({ chapters }: Dossier, id: string) => new Set(judged(chapters.filter((chapter) => chapter.id === id))),
);

/** The rules’ new findings after one line of a chapter is changed. */
function findings({ edition, chapter: id, line, after }: Mutation): string[] {
  const chapters = dossier.chapters.filter((chapter) => chapter.id === id);
  const changed = chapters.map((chapter) => {
    if (chapter.edition !== edition) return chapter;
    const source = (sources.get(chapter.path) ?? '')
      .split('\n')
      .with(line - 1, after)
      .join('\n');
    const parsed = parseNotation(source, chapter.path);
    if ('messages' in parsed)
      throw new Error(`${after}\n${parsed.messages.map(({ reason }) => reason).join('\n')}`);
    const page = chapter.segments[0]?.pages?.[0] ?? dossier.settings.value.paper.pages?.[0];
    return readChapter(parsed.tree, { ...chapter, page });
  });
  return judged(changed).filter((place) => !standing(dossier, id).has(place));
}

test('the chapters raise no alarm without mutations', () => {
  expect(judge(dossier)).toEqual([]);
});

describe.each(seeds)('seed %i', (seed) => {
  test('every mutation is reported at its line', () => {
    const mutations = mutationsOf(dossier, sources, changes, seed, isWhole ? 120 : 4);
    expect(mutations.length).toBeGreaterThanOrEqual(isWhole ? 100 : 3);
    const missed = mutations.filter((mutation) => {
      const { path } = dossier.chapters.find(
        (one) => one.edition === mutation.edition && one.id === mutation.chapter,
      )!;
      return !findings(mutation).includes(`${path}:${mutation.line}`);
    });
    expect(
      missed.map(({ kind, edition, chapter, line, before, after }) => ({
        kind,
        at: `${edition}/${chapter}:${line}`,
        change: difference(before, after),
      })),
    ).toEqual([]);
  });

  test('a change of formatting is not', () => {
    const edits = mutationsOf(dossier, sources, formattings, seed, isWhole ? 40 : 2);
    expect(edits.length).toBeGreaterThanOrEqual(isWhole ? 20 : 1);
    expect(edits.flatMap((edit) => findings(edit).map((place) => `${edit.kind}: ${place}`))).toEqual([]);
  });
});

/** The part in which two lines differ. */
function difference(before: string, after: string): string {
  let start = 0;
  while (before[start] === after[start] && start < before.length) start++;
  let end = 0;
  while (before.at(-1 - end) === after.at(-1 - end) && end < Math.min(before.length, after.length) - start)
    end++;
  const context = before.slice(Math.max(0, start - 8), start);
  return `${context}[${before.slice(start, before.length - end)} → ${after.slice(start, after.length - end)}]`;
}
