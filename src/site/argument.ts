import { WHOLE_PAPER } from '../model/entries.ts';
import { localised } from '../model/localised.ts';
import type { Edition } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import type { CaseEntry, Dossier } from '../read/dossier.ts';
import { casesUnder } from './backlinks.ts';
import { chapterIn } from '../read/text-in.ts';
import { listEntries } from './queries.ts';

/** A section or subsection, with its thesis and its evidence. */
export interface Step {
  /** `2` or `2.4` */
  id: string;
  title: string;
  /** From the dossier’s root; undefined if the edition lacks it. */
  address: string | undefined;
  /** In brief; undefined if it has not been written. */
  thesis: string | undefined;
  cases: CaseEntry[];
  /** The actors of these cases. */
  actors: { id: string; name: string }[];
}

/** A chapter with its subsections. */
interface Layer extends Step {
  chapter: string;
  parts: Step[];
}

/** The thesis of the whole paper, in the editors’ words; undefined if it has not been written. */
export function thesisOf({ argument }: Dossier, edition: Edition): string | undefined {
  const thesis = argument.value[WHOLE_PAPER];
  return thesis && localised(thesis, edition);
}

/** The paper’s argument, chapter by chapter, in an edition. */
export function argumentIn(dossier: Dossier, edition: Edition): Layer[] {
  const names = listEntries(dossier, 'actor', edition);
  const stepOf = (id: string, title: string, address: string | undefined): Step => {
    const thesis = dossier.argument.value[id];
    const cases = casesUnder(dossier, id);
    return {
      id,
      title,
      address,
      thesis: thesis && localised(thesis, edition),
      cases,
      actors: names.filter((actor) => cases.some(({ value }) => value.actors.includes(actor.id))),
    };
  };
  return dossier.settings.value.chapters.map((head) => {
    const chapter = chapterIn(dossier, edition.id, head.id);
    const headings = chapter?.segments.filter(({ type }) => type === 'heading') ?? [];
    return {
      // Two chapters may belong to one section.
      chapter: head.id,
      ...stepOf(
        String(head.section),
        localised(head.title, edition),
        chapter && urls.chapter(edition.id, head.id),
      ),
      parts: headings.map(({ id, text }) => stepOf(id, text, urls.segmentInChapter(edition.id, head.id, id))),
    };
  });
}
