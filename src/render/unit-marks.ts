import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { translationsFor } from '../i18n/translations.ts';
import type { UnitMark } from '../markdown/remark-html.ts';
import { editorNoteHtmlId } from '../model/segment-id.ts';
import type { Edition } from '../model/settings.ts';
import { outcomeOf, type Outcome, type SourceCheck } from '../model/source-check.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { areOnWhole, remarksOn, unitOfRemarks, type UnitRemarks } from '../read/remarks.ts';

/** Signs that are distinct without colour. */
export const outcomeSigns = {
  differs: '≠',
  stronger: '↑',
  weaker: '↓',
  'not-in-source': '∅',
  detail: '≈',
  agrees: '✓',
  'not-to-be-had': '◇',
} satisfies Record<Outcome, string>;

/** Signs of outcomes that are not alarming, and are styled accordingly. */
const quietSigns: ReadonlySet<string> = new Set([
  outcomeSigns.detail,
  outcomeSigns.agrees,
  outcomeSigns['not-to-be-had'],
]);

export const signOf = (check: SourceCheck): string => outcomeSigns[outcomeOf(check)];

export const EDITOR_NOTE_SIGN = '✎';

/** Before a sign that is about a sentence of the paragraph, in an edition that divides it differently. */
export const SEGMENT_SIGN = '¶';

/** The anchor of a source check on a page. */
export const checkHtmlId = ({ id }: SourceCheck): string => `check-${id}`;

/** The marks after each unit of an edition: one for its source checks, and one for the editors’ other notes. */
export const unitMarks = memoize((dossier: Dossier) => {
  const { editions } = dossier.settings.value;
  const marks = new Map<string, UnitMark[]>();
  for (const { segments, edition } of dossier.chapters) {
    const own = editions.find(({ id }) => id === edition);
    if (!own) continue;
    for (const segment of segments)
      for (const remarks of remarksOn(dossier, segment.id)) {
        const index = unitOfRemarks(dossier, segment, remarks);
        const unit = `${edition} ${segment.id}-${index}`;
        marks.set(unit, [
          ...(marks.get(unit) ?? []),
          ...marksOf(remarks, own, notesInside(segment.blocks, index)).map((mark) =>
            areOnWhole(dossier, segment, remarks) && mark.after === undefined
              ? ofSegment(mark, segment.id, own)
              : mark,
          ),
        ]);
      }
  }
  return (segment: string, unit: number, edition: string): UnitMark[] =>
    marks.get(`${edition} ${segment}-${unit}`) ?? [];
});

/** A mark that stands at the end of a segment and says that it is about all of it. */
function ofSegment({ id, sign, quiet, label }: UnitMark, segment: string, { lang }: Edition): UnitMark {
  const t = translationsFor(lang);
  const name = segment === 'abstract' ? t.abstract : t.segment.name({ id: segment });
  return {
    id,
    sign: `${SEGMENT_SIGN}${sign}`,
    ...(quiet === undefined ? {} : { quiet }),
    label: t.typography.colon({ name, text: label }),
  };
}

/**
 * The notes whose marks are followed by more text in the nth unit. A unit may contain several sentences: the sign for
 * the checks of such a note stands by its mark, not at the end, where it would seem to be about another sentence.
 */
function notesInside(blocks: readonly Nodes[], index: number | undefined): number[] {
  const inside: number[] = [];
  let open: number[] = [];
  for (const block of blocks)
    visit(block, 'unit', (unit) => {
      if (unit.index !== index) return;
      visit(unit, (node) => {
        if (node.type === 'noteMark') open.push(node.number);
        else if (node.type === 'text' && /[\p{L}\p{N}]/u.test(node.value)) {
          inside.push(...open);
          open = [];
        }
      });
    });
  return inside;
}

function marksOf({ checks, notes: [note] }: UnitRemarks, edition: Edition, inside: number[]): UnitMark[] {
  const placed = Map.groupBy(checks, (check) => inside.find((number) => number === check.note));
  const marks = [...placed].map(([after, own]) => markOf(own, edition, after));
  if (note)
    marks.push({
      id: editorNoteHtmlId(note.id),
      sign: EDITOR_NOTE_SIGN,
      label: translationsFor(edition.lang).segment.editorNote,
    });
  return marks;
}

function markOf(checks: SourceCheck[], edition: Edition, after: number | undefined): UnitMark {
  // One sign per outcome, in the order of the checks; that nothing was decided, only if nothing else was.
  const signs = new Set(checks.map(signOf));
  if (signs.size > 1) signs.delete(outcomeSigns['not-to-be-had']);
  const grave = [...signs].filter((sign) => !quietSigns.has(sign));
  const [sign = '', quiet = ''] = [grave, [...signs].filter((one) => quietSigns.has(one))]
    .filter((own) => own.length > 0)
    .map((own) => own.join(''));
  return {
    id: checkHtmlId(checks[0]!),
    sign,
    ...(quiet ? { quiet } : {}),
    label: labelOfMark(checks, edition),
    ...(after === undefined ? {} : { after }),
  };
}

/** The label of a mark whose checks are on the same page: each verdict once. */
function labelOfMark(checks: SourceCheck[], edition: Edition): string {
  const t = translationsFor(edition.lang);
  return t.checks.marks({
    count: 1,
    verdicts: [...new Set(checks.map((check) => t.checks.verdict[outcomeOf(check)]))].join(
      t.typography.listSeparator,
    ),
  });
}
