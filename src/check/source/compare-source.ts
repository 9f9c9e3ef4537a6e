import { readSegments } from '../../import/paper-segments.ts';
import { compareMessages, createMessage, type Message } from '../../model/message.ts';
import { placesIn } from '../../model/place.ts';
import { hasOwnPage } from '../../model/segment-id.ts';
import type { Dossier } from '../../read/dossier.ts';
import { segmentsIn } from '../../read/text-in.ts';
import { exceptionsIn, withoutSuppressed } from '../exceptions.ts';
import { sourceFigures } from './source-figures.ts';
import { sourceNames } from './source-names.ts';
import { sourceNotes } from './source-notes.ts';
import { sourcePages } from './source-pages.ts';
import { sourceQuotations } from './source-quotations.ts';
import { sourceWording } from './source-wording.ts';
import type { Comparison, SourceRule } from './source.ts';

export const sourceRules: SourceRule[] = [
  sourceFigures,
  sourceNames,
  sourceNotes,
  sourcePages,
  sourceWording,
  sourceQuotations,
];

/**
 * Messages about what a dossier omits, adds or copies, compared with the text of its paper; `path` names that text in
 * messages.
 */
export function compareSource(dossier: Dossier, text: string, path: string): Message[] {
  const { editions, paper } = dossier.settings.value;
  const blocks = readSegments(text, paper.pages?.[0]);
  const placeAt = placesIn(path, text);
  const langs = new Map(editions.map(({ id, lang }) => [id, lang]));
  const comparison: Comparison = {
    dossier,
    whole: [...blocks.values()].map((block) => block.text).join('\n'),
    pairs: segmentsIn(dossier).flatMap((segment) => {
      const block = hasOwnPage(segment.id) ? blocks.get(segment.id) : undefined;
      const lang = langs.get(segment.edition) ?? '';
      return block ? [{ segment, lang, source: block, place: placeAt(block.offset) }] : [];
    }),
  };
  const sections = new Set(dossier.chapters.map(({ section }) => section));
  const present = new Set(segmentsIn(dossier).map(({ id }) => id));
  const absent = [...blocks].filter(
    ([id]) => /\./.test(id) && sections.has(Number(id.split('.')[0])) && !present.has(id),
  );
  const exceptions = exceptionsIn(dossier);
  const messages = sourceRules.flatMap((rule) =>
    withoutSuppressed(rule.id, rule.judge(comparison), exceptions, new Set()),
  );
  return [
    ...messages,
    ...absent.map(([id, { offset }]) =>
      createMessage({
        place: placeAt(offset),
        rule: 'source-complete',
        reason: `Missing segment ${id} in the dossier, expected every paragraph of a chapter that is written`,
      }),
    ),
  ].sort(compareMessages);
}
