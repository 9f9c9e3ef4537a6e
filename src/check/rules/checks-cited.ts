import { splitLocator, type CitationItem } from '../../markdown/citation-syntax.ts';
import { formatPassage } from '../../model/passage.ts';
import { marksIn, notesIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const checksCited: Rule = {
  id: 'checks-cited',
  isSuppressedByCause: true,
  *judge(dossier) {
    const { checks } = dossier;
    const [notes, marks] = [notesIn(dossier), marksIn(dossier)];
    for (const [i, { id, passage, note: number, work, locator }] of checks.value.entries()) {
      const note = notes.find((one) => one.number === number);
      if (note === undefined) continue;
      const about = `note ${note.label}`;
      const mark = marks.find((one) => one.number === number);
      if (mark !== undefined && mark.segment !== passage.segment)
        yield {
          about,
          place: checks.at(i, 'passage'),
          cause: mark.place,
          reason: `Unexpected passage ${formatPassage(passage)} of source check ${id}, expected one in ${mark.segment}, where note ${number} is marked`,
        };
      if (work === undefined) continue;
      const cited = note.citations.filter(({ key }) => key === work);
      if (cited.length === 0) {
        const keys = note.citations.map(({ key }) => key);
        yield {
          about,
          place: checks.at(i, 'work'),
          cause: note.place,
          reason: `Unexpected work “${work}” in source check ${id}, expected ${keys.length > 0 ? `one that note ${number} cites: ${keys.join(', ')}` : `none, since note ${number} cites no work`}`,
          actual: work,
          expected: keys,
        };
      } else if (
        locator !== undefined &&
        !cited.some((one) => placeIn(one) === placeIn(splitLocator(locator)))
      ) {
        const places = cited.map((one) => placeIn(one) || 'none');
        yield {
          about,
          place: checks.at(i, 'locator'),
          cause: note.place,
          reason: `Unexpected locator “${locator}” in source check ${id}, expected that of note ${number}: ${places.join(', ')}`,
        };
      }
    }
  },
};

/** A locator in a form independent of language and dash: page 7-9; otherwise the suffix as written: fol. 12. */
const placeIn = ({ locator, suffix }: Pick<CitationItem, 'locator' | 'suffix'>): string =>
  (locator ? `${locator.label} ${locator.value}` : suffix.replace(/^[,，]\s*/, '')).replace(/[–—]/g, '-');
