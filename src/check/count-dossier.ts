import { quotationsWithin } from '../model/quoted-words.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import { notesIn, segmentsIn } from '../read/text-in.ts';

/** The size of an edition, so that a person can compare it with the paper. */
interface EditionCount {
  edition: string;
  paragraphs: number;
  units: number;
  notes: number;
  /** Keys of the works that its notes cite. */
  works: Set<string>;
  quotations: Quotation[];
}

/** The words between the edition’s double quotation marks. */
interface Quotation {
  /** A unit such as `1.2.3-2`, or `note 4`. */
  where: string;
  text: string;
  /** In letters and digits; for Chinese, Han characters. */
  length: number;
}

export const countDossier = (dossier: Dossier): EditionCount[] =>
  dossier.settings.value.editions.map(({ id: edition }) => {
    const segments = segmentsIn(dossier, edition);
    const notes = notesIn(dossier, edition);
    return {
      edition,
      paragraphs: segments.filter(({ type }) => type === 'paragraph').length,
      units: segments.reduce((sum, { units }) => sum + units.length, 0),
      notes: notes.length,
      works: new Set(notes.flatMap(({ citations }) => citations.map(({ key }) => key))),
      quotations: quotationsOf(segments),
    };
  });

const quotationsOf = (segments: Segment[]): Quotation[] =>
  segments.flatMap(({ id, units }) =>
    units.flatMap(({ index, text }) =>
      quotationsIn(text).map((quotation) => ({ where: `${id}-${index}`, ...quotation })),
    ),
  );

/** The text between double quotation marks, with its length in letters and digits. */
export const quotationsIn = (text: string): Omit<Quotation, 'where'>[] =>
  quotationsWithin(text).map((quoted) => ({
    text: quoted,
    length: quoted.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
  }));
