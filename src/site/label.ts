import { familyFirst } from '../model/family-first.ts';
import { inEdition } from '../model/localised.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { wordsFor } from './words/words-for.ts';

/** Whose wording an edition is, with the reference to the paper: what stands on every page and in every release. */
export function labelOf(settings: Settings, edition: Edition): string {
  const { label } = wordsFor(edition.lang);
  const reference = referenceToPaper(settings, edition);
  return edition.role === 'original' ? label.original(reference) : label.full(reference);
}

/** The reference to the paper in an edition's language. */
export function referenceToPaper(settings: Settings, edition: Edition): string {
  const { paper } = settings;
  return wordsFor(edition.lang).paper.reference({
    authors: authorsOfPaper(settings, edition),
    title: inEdition(paper.title, edition.id),
    ...(paper.journal === undefined ? {} : { journal: inEdition(paper.journal, edition.id) }),
    ...(paper.year === undefined ? {} : { year: paper.year }),
    pages: paper.pages,
    ...(paper.volume === undefined ? {} : { volume: paper.volume }),
    ...(paper.issue === undefined ? {} : { issue: paper.issue }),
    ...(paper.DOI === undefined ? {} : { DOI: paper.DOI }),
  });
}

/** The authors as that edition writes them, in the order of names that the paper's own language has. */
export function authorsOfPaper({ paper }: Settings, edition: Edition): string[] {
  return paper.authors.flatMap((author) => {
    const name = author[edition.id] ?? Object.values(author)[0];
    if (!name) return [];
    const parts = familyFirst(paper.language) ? [name.family, name.given] : [name.given, name.family];
    return [parts.join(/\p{Script=Han}$/u.test(name.family) ? '' : ' ')];
  });
}
