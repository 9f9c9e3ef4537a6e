import { compareMessages, type Message } from '../model/message.ts';
import { readDossier } from '../read/read-dossier.ts';
import { chaptersListed } from './rules/chapters-listed.ts';
import { citationResolves } from './rules/citation-resolves.ts';
import { notesAgree } from './rules/notes-agree.ts';
import { notesOrdered } from './rules/notes-ordered.ts';
import { notesPaired } from './rules/notes-paired.ts';
import { pagesOrdered } from './rules/pages-ordered.ts';
import { referenceResolves } from './rules/reference-resolves.ts';
import { segmentsAligned } from './rules/segments-aligned.ts';
import { segmentsMarked } from './rules/segments-marked.ts';
import { segmentsOrdered } from './rules/segments-ordered.ts';
import { unitsAligned } from './rules/units-aligned.ts';
import { worksUnique } from './rules/works-unique.ts';
import type { Rule } from './rule.ts';

export const rules: Rule[] = [
  chaptersListed,
  segmentsMarked,
  segmentsOrdered,
  segmentsAligned,
  unitsAligned,
  pagesOrdered,
  notesPaired,
  notesOrdered,
  notesAgree,
  citationResolves,
  referenceResolves,
  worksUnique,
];

/** Everything that does not fit in a content folder, in the order of its files. */
export async function checkDossier(folder: string): Promise<Message[]> {
  const { dossier, messages } = await readDossier(folder);
  const found = dossier
    ? rules.flatMap(({ id, judge }) =>
        [...judge(dossier)].map((finding): Message => ({ level: 'error', ...finding, rule: id })),
      )
    : [];
  return [...messages, ...found].sort(compareMessages);
}
