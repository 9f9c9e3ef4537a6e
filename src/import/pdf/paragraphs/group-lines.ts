import { kindOf, type LineGroup } from './group-kinds.ts';
import { junctionAt } from './junction.ts';
import type { BodyType } from '../lines/learn-type.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import { begins } from './paragraph-rules.ts';
import { learnSigns } from './paragraph-signs.ts';

/**
 * Groups lines by paragraph, heading or quotation, across columns and pages. `headings` are the lines of known
 * headings.
 */
export function groupLines<L extends TypeLine>(
  lines: L[],
  type: BodyType,
  headings: L[][] = [],
): LineGroup<L>[] {
  const signs = learnSigns(lines, type);
  const groups: LineGroup<L>[] = [];
  const headingOf = new Map(headings.flatMap((own) => own.map((line) => [line, own] as const)));
  lines.forEach((line, i) => {
    const group = groups.at(-1);
    const before = lines[i - 1];
    const [own, last] = [headingOf.get(line), before && headingOf.get(before)];
    const goesOn =
      own || last
        ? own === last
        : before && !begins(junctionAt(before, line, lines[i + 1], group!.lines, type, signs));
    if (group && goesOn) group.lines.push(line);
    else groups.push({ kind: own ? 'heading' : 'paragraph', lines: [line] });
  });
  // The kind of a group depends on that of the group before it.
  groups.forEach((group, i) => {
    if (group.kind !== 'heading') group.kind = kindOf(group, groups[i - 1], groups[i + 1], type, signs);
  });
  return groups;
}
