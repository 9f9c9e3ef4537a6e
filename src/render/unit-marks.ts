import { translationsFor } from '../i18n/translations.ts';
import { sayVerdict } from '../i18n/phrases.ts';
import type { UnitMark } from '../markdown/remark-html.ts';
import { verdicts, type SourceCheck, type Verdict } from '../model/source-check.ts';
import type { Dossier } from '../read/dossier.ts';
import { remarksOn, unitOfRemarks, type NumberedNote } from '../read/remarks.ts';

/** Told apart without colour. */
export const verdictSigns = {
  differs: '≠',
  stronger: '↑',
  weaker: '↓',
  'not-in-source': '∅',
  agrees: '✓',
  'not-to-be-had': '○',
} satisfies Record<Verdict, string>;

/** Where a page shows a source check, or an editors' note. */
export const checkHtmlId = ({ id }: SourceCheck): string => `check-${id}`;
export const editorNoteHtmlId = ({ segment, number }: NumberedNote): string =>
  `editor-note-${segment}-${number}`;

/** The check that says the gravest thing of the paper. */
export const gravest = (checks: SourceCheck[]): SourceCheck | undefined =>
  checks.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))[0];

/** The marks behind each unit of an edition: one for its source checks, and one for what else the editors note. */
export function unitMarks(dossier: Dossier): (segment: string, unit: number, edition: string) => UnitMark[] {
  const { editions } = dossier.settings.value;
  const nameOf = (edition: string, segment: string, unit: number | undefined): string =>
    `${edition} ${segment}-${unit}`;
  const marks = Map.groupBy(
    dossier.chapters.flatMap(({ segments, edition }) => {
      const t = translationsFor(editions.find(({ id }) => id === edition)?.lang ?? edition);
      return segments.flatMap((segment) =>
        remarksOn(dossier, segment.id).flatMap((remarks) => {
          const check = gravest(remarks.checks);
          const [first] = remarks.checks;
          const [note] = remarks.notes;
          const name = nameOf(edition, segment.id, unitOfRemarks(dossier, segment, remarks));
          return [
            ...(check && first
              ? [
                  {
                    name,
                    id: checkHtmlId(first),
                    sign: verdictSigns[check.verdict],
                    label: t.checks.mark({ verdict: sayVerdict(t, check) }),
                  },
                ]
              : []),
            ...(note ? [{ name, id: editorNoteHtmlId(note), sign: '✎', label: t.segment.editorNote }] : []),
          ];
        }),
      );
    }),
    ({ name }) => name,
  );
  return (segment, unit, edition) => marks.get(nameOf(edition, segment, unit)) ?? [];
}
