import { WHOLE_PAPER } from '../model/entries.ts';
import { localised } from '../model/localised.ts';
import type { Edition } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import type { CaseEntry, Dossier, Segment } from '../read/dossier.ts';
import { casesUnder, isUnder, quantitiesIn, type PlacedQuantity } from './backlinks.ts';
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
  /** The amounts and dates in its text. */
  quantities: PlacedQuantity[];
  /** The ids of the figures and tables in its text. */
  exhibits: string[];
}

/** Whether there is anything to show for a step; actors are those of its cases. */
export const hasEvidence = ({ cases, quantities, exhibits }: Step): boolean =>
  cases.length + quantities.length + exhibits.length > 0;

/** The HTML id of a step’s evidence: `evidence-2.4`, or `evidence-2-actions` for what precedes the first subsection. */
export const evidenceId = (step: Step | Layer): string =>
  `evidence-${'chapter' in step ? step.chapter : step.id}`;

/** A chapter with its subsections. */
export interface Layer extends Step {
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
  const quantities = quantitiesIn(dossier);
  const stepOf = (id: string, title: string, address: string | undefined, under: Segment[]): Step => {
    const thesis = dossier.argument.value[id];
    const cases = casesUnder(dossier, id);
    return {
      id,
      title,
      address,
      thesis: thesis && localised(thesis, edition),
      cases,
      actors: names.filter((actor) => cases.some(({ value }) => value.actors.includes(actor.id))),
      quantities: quantities.filter(({ record }) => isUnder(record.passage.segment, id)),
      exhibits: under.filter(({ type }) => type === 'exhibit').map((exhibit) => exhibit.id),
    };
  };
  return dossier.settings.value.chapters.map((head) => {
    const chapter = chapterIn(dossier, edition.id, head.id);
    const segments = chapter?.segments ?? [];
    // A heading and what follows it up to the next one; `lead` is what precedes the first.
    const [lead = [], ...parts] = segments.reduce<Segment[][]>(
      (all, segment) => {
        if (segment.type === 'heading') return [...all, [segment]];
        all.at(-1)?.push(segment);
        return all;
      },
      [[]],
    );
    return {
      // Two chapters may belong to one section.
      chapter: head.id,
      ...stepOf(
        String(head.section),
        localised(head.title, edition),
        chapter && urls.chapter(edition.id, head.id),
        lead,
      ),
      parts: parts.map(([heading, ...under]) =>
        stepOf(heading!.id, heading!.text, urls.segmentInChapter(edition.id, head.id, heading!.id), under),
      ),
    };
  });
}
