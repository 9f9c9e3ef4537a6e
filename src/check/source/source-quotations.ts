import { NOTE_MARK } from '../../model/units.ts';
import { quotationsIn } from '../count-dossier.ts';
import type { SourceRule } from './source.ts';

/** Longer quotations of the paper would be republishing it. */
const LIMIT = 40;

/** What our text quotes in the paper's language stands in the paper, string for string, and is short: punctuation does not count. */
export const sourceQuotations: SourceRule = {
  id: 'source-quotations',
  *judge({ pairs, whole, dossier }) {
    const { language } = dossier.settings.value.paper;
    const source = plain(whole);
    for (const { segment, lang } of pairs) {
      if (lang !== language) continue;
      for (const unit of segment.units) {
        for (const { text: quoted, length } of quotationsIn(unit.text)) {
          const finding = { text: `${segment.id}-${unit.index}`, place: unit.place };
          if (!source.includes(plain(quoted))) {
            yield {
              ...finding,
              reason: `Unexpected quotation “${quoted}”, expected a string that the paper has`,
            };
          } else if (length > LIMIT) {
            yield {
              ...finding,
              reason: `Unexpected quotation of ${length} characters, “${quoted}”, expected at most ${LIMIT}`,
            };
          }
        }
      }
    }
  },
};

/** Inner quotation marks turn from double to single and back; marks of notes and spaces are none of the wording. */
const plain = (text: string): string => text.replaceAll(NOTE_MARK, '').replace(/[“”‘’\s]/gu, '');
