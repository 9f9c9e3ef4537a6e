import { splitLocator } from '../../markdown/citation-syntax.ts';
import type { Locator } from '../../model/locator.ts';
import { formatPassage } from '../../model/passage.ts';
import type { Rule } from '../rule.ts';

/** A source check that names a note stands in the note’s segment, and names a work that the note cites, at that place. */
export const checksCited: Rule = {
  id: 'checks-cited',
  isConsequent: true,
  *judge({ checks, chapters }) {
    const notes = chapters.flatMap((chapter) => chapter.notes);
    const marks = chapters.flatMap((chapter) => chapter.marks);
    for (const [i, { id, passage, note: number, work, locator }] of checks.value.entries()) {
      const note = notes.find((one) => one.number === number);
      if (note === undefined) continue;
      const within = `note ${note.label}`;
      const mark = marks.find((one) => one.number === number);
      if (mark !== undefined && mark.segment !== passage.segment)
        yield {
          within,
          place: checks.at(i, 'passage'),
          cause: mark.place,
          reason: `Unexpected passage ${formatPassage(passage)} of source check ${id}, expected one in ${mark.segment}, where note ${number} is marked`,
        };
      if (work === undefined) continue;
      const cited = note.citations.filter(({ key }) => key === work);
      if (cited.length === 0) {
        const keys = note.citations.map(({ key }) => key);
        yield {
          within,
          place: checks.at(i, 'work'),
          cause: note.place,
          reason: `Unexpected work “${work}” in source check ${id}, expected ${keys.length > 0 ? `one that note ${number} cites: ${keys.join(', ')}` : `none, since note ${number} cites no work`}`,
          actual: work,
          expected: keys,
        };
      } else if (locator !== undefined && !cited.some((one) => samePlace(one.locator, locator))) {
        const places = cited.map((one) =>
          one.locator ? `${one.locator.label} ${one.locator.value}` : 'none',
        );
        yield {
          within,
          place: checks.at(i, 'locator'),
          cause: note.place,
          reason: `Unexpected locator “${locator}” in source check ${id}, expected that of note ${number}: ${places.join(', ')}`,
        };
      }
    }
  },
};

/** Whether a locator as it is written is that of a citation, in whatever language and with whatever dash. */
function samePlace(cited: Locator | undefined, written: string): boolean {
  const { locator } = splitLocator(written);
  const plain = (value: string): string => value.replace(/[–—]/g, '-');
  return (
    cited !== undefined &&
    locator !== undefined &&
    cited.label === locator.label &&
    plain(cited.value) === plain(locator.value)
  );
}
