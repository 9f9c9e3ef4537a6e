import { finderIn } from '../language/lexicon.ts';
import { compoundsOf, namesOf, termLexemes } from '../language/names.ts';
import type { Scheme } from '../markdown/nodes.ts';
import { unitsWithin } from '../model/passage.ts';
import { NOTE_MARK } from '../model/units.ts';
import type { Dossier, Segment } from './dossier.ts';
import { memoize } from '../model/memoize.ts';
import { hasCountedUnits } from './text-in.ts';

const kinds = ['case', 'term', 'actor', 'exhibit', 'seg'] as const;
export type MentionKind = (typeof kinds)[number];

/** A segment’s connection with something else in the dossier. */
interface Mention {
  kind: MentionKind;
  id: string;
  /** The unit; absent for segments without units, such as headings. */
  unit?: number;
  /** The segment names it or links to it, a note marked there does, or the segment is a passage of the case. */
  by: 'name' | 'link' | 'note' | 'passage';
}

/** The mentions in every segment. Checks, pages and search all use this function. */
export const mentionsIn: (dossier: Dossier) => ReadonlyMap<Segment, Mention[]> = memoize((dossier) => {
  const find = namesFinder(dossier);
  const notes = new Map(
    dossier.chapters.flatMap(({ notes: own }) =>
      own.map((note) => [`${note.edition} ${note.number}`, note] as const),
    ),
  );
  const mentionsOf = ({
    id: segment,
    edition,
    type,
    text,
    units,
    targets,
    notes: noteNumbers,
  }: Segment): Mention[] => {
    // A heading, which has no units, counts as one stretch.
    const stretches =
      units.length > 0 ? units : type === 'heading' ? [{ index: undefined, text, notes: noteNumbers }] : [];
    const named = stretches.flatMap(({ index, text: own, notes: marked }) => [
      ...find(edition, own).map((thing): Mention => ({ ...thing, ...at(index), by: 'name' })),
      ...marked.flatMap((number) => {
        const note = notes.get(`${edition} ${number}`);
        if (!note) return [];
        const things = [...find(edition, note.comment), ...note.targets.flatMap(asThing)];
        return things.map((thing): Mention => ({ ...thing, ...at(index), by: 'note' }));
      }),
    ]);
    const linked = targets.flatMap((target) =>
      asThing(target).map((thing): Mention => ({ ...thing, ...at(target.unit), by: 'link' })),
    );
    const inCases = dossier.cases.flatMap(({ id, value }) =>
      value.passages
        .filter((passage) => passage.segment === segment)
        .flatMap((passage) =>
          type === 'exhibit'
            ? [undefined]
            : unitsWithin(units, passage, hasCountedUnits(dossier, edition)).map(({ index }) => index),
        )
        .map((unit): Mention => ({ kind: 'case', id, ...at(unit), by: 'passage' })),
    );
    return [...linked, ...named, ...inCases];
  };
  return new Map(
    dossier.chapters.flatMap(({ segments }) => segments.map((segment) => [segment, mentionsOf(segment)])),
  );
});

const at = (unit: number | undefined): { unit?: number } => (unit === undefined ? {} : { unit });

type Thing = Pick<Mention, 'kind' | 'id'>;

const asThing = ({ scheme, id }: { scheme: Scheme; id: string }): Thing[] =>
  kinds.flatMap((kind) => (kind === scheme ? [{ kind, id }] : []));

/** Finds the actors and terms that a text of an edition names; longer names take precedence. */
export function namesFinder({
  settings,
  actors,
  terms,
}: Dossier): (edition: string, text: string) => Thing[] {
  const { editions } = settings.value;
  const names = namesOf(editions, actors);
  const actorOf = new Map(names.map(({ id, actor }) => [id, actor]));
  const findNames = finderIn(editions, names, compoundsOf(editions));
  const findTerms = finderIn(editions, termLexemes(editions, terms));
  return (edition, written) => {
    const text = written.replaceAll(NOTE_MARK, '');
    return [
      ...[...findNames(edition, text).keys()].flatMap((name): Thing[] => {
        const id = actorOf.get(name);
        return id === undefined ? [] : [{ kind: 'actor', id }];
      }),
      ...[...findTerms(edition, text).keys()].map((id): Thing => ({ kind: 'term', id })),
    ];
  };
}

/** The ids of one kind, in the order in which the segment mentions them. */
export function idsOf(mentions: Mention[], kind: MentionKind): string[] {
  const first = new Map<string, number>();
  for (const one of mentions)
    if (one.kind === kind)
      first.set(one.id, Math.min(first.get(one.id) ?? Infinity, one.unit ?? Number.MAX_SAFE_INTEGER));
  return [...first].sort((a, b) => a[1] - b[1]).map(([id]) => id);
}
