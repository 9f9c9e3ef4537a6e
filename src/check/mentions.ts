import { finderFor, type Finder } from '../language/lexicon.ts';
import { compoundsOf, namesOf, termLexemes } from '../language/names.ts';
import { NOTE_MARK } from '../model/units.ts';
import type { Chapter, Dossier, Segment, SegmentUnit } from '../read/dossier.ts';

/** A unit, or a note's comment, with the actors and terms that it names, by slug. */
export interface Mention {
  chapter: Chapter;
  /** Where it stands; absent in a note. */
  unit?: { segment: Segment; unit: SegmentUnit };
  actors: string[];
  terms: string[];
}

/** Every text of the dossier, chapter by chapter: its units in order, then its notes. */
export function mentionsIn({ settings, actors, terms, chapters }: Dossier): Mention[] {
  const { editions } = settings.value;
  const names = namesOf(editions, actors);
  const actorOf = new Map(names.map(({ id, actor }) => [id, actor]));
  const compounds = compoundsOf(editions);
  const finders = new Map<string, [Finder, Finder]>(
    editions.map(({ id }) => [
      id,
      [finderFor(names, id, compounds[id]), finderFor(termLexemes(editions, terms), id)],
    ]),
  );
  return chapters.flatMap((chapter) => {
    const [findNames, findTerms] = finders.get(chapter.edition) ?? [];
    const namedIn = (text: string): { actors: string[]; terms: string[] } => ({
      actors: [...(findNames?.(text).keys() ?? [])].flatMap((id) => actorOf.get(id) ?? []),
      terms: [...(findTerms?.(text).keys() ?? [])],
    });
    return [
      ...chapter.segments.flatMap((segment) =>
        segment.units.map((unit) => ({
          chapter,
          unit: { segment, unit },
          ...namedIn(unit.text.replaceAll(NOTE_MARK, '')),
        })),
      ),
      ...chapter.notes.map(({ comment }) => ({ chapter, ...namedIn(comment) })),
    ];
  });
}
