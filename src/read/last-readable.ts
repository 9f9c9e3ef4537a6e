import type { Dossier } from './dossier.ts';
import { recordFiles } from './record-files.ts';
import { chapterIn } from './text-in.ts';

/** A dossier in which unreadable files are replaced by their last readable versions. */
export function withLastReadable(fresh: Dossier, before: Dossier): Dossier {
  const { settings, unread } = fresh;
  const unreadRecords = Object.entries(recordFiles).filter(([, file]) => unread.has(file));
  const entries = <E extends { id: string }>(now: E[], then: E[], fileOf: (id: string) => string): E[] =>
    [...now, ...then.filter(({ id }) => unread.has(fileOf(id)))].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...fresh,
    ...Object.fromEntries(unreadRecords.map(([key]) => [key, before[key as keyof typeof recordFiles]])),
    chapters: settings.value.editions.flatMap(({ id: edition }) =>
      settings.value.chapters.flatMap(
        ({ id }) =>
          chapterIn(fresh, edition, id) ??
          (unread.has(`chapters/${edition}/${id}.mdx`) ? chapterIn(before, edition, id) : undefined) ??
          [],
      ),
    ),
    sources: new Map([...before.sources, ...fresh.sources]),
    cases: entries(fresh.cases, before.cases, (id) => `cases/${id}/case.yaml`).map((entry) => ({
      ...entry,
      prose: settings.value.editions.flatMap(
        ({ id: edition }) =>
          entry.prose.find((one) => one.edition === edition) ??
          (unread.has(`cases/${entry.id}/${edition}.mdx`)
            ? before.cases.find(({ id }) => id === entry.id)?.prose.find((one) => one.edition === edition)
            : undefined) ??
          [],
      ),
    })),
    terms: entries(fresh.terms, before.terms, (id) => `terms/${id}.yaml`),
    exhibits: entries(fresh.exhibits, before.exhibits, (id) => `exhibits/${id}.yaml`),
    pictures: new Map([...before.pictures, ...fresh.pictures]),
  };
}
