import type { Actor } from '../../model/entries.ts';
import { localised } from '../../model/localised.ts';
import { NOTE_MARK } from '../../model/units.ts';
import type { Entry } from '../../read/dossier.ts';
import { quotationsIn } from '../count-dossier.ts';
import type { SourceRule } from './source.ts';

/** The longest quotation, in characters, that does not amount to republishing the paper. */
const MAX_QUOTED_CHARACTERS = 40;

/**
 * Our quotations in the paper’s language are in the paper, character for character except for punctuation, and short.
 * A complete statement by a person or body that the unit names may be longer: cutting it would misquote it.
 */
export const sourceQuotations: SourceRule = {
  id: 'source-quotations',
  *judge({ pairs, whole, dossier }) {
    const { language } = dossier.settings.value.paper;
    const speakers = dossier.actors.filter(({ value }) => /^(?:person|organisation)$/.test(value.kind));
    const source = plain(whole);
    for (const { segment, lang } of pairs) {
      if (lang !== language) continue;
      for (const unit of segment.units) {
        for (const { text: quoted, length } of quotationsIn(unit.text)) {
          const finding = { text: `${segment.id}-${unit.index}`, place: unit.place };
          if (!source.includes(plain(quoted))) {
            yield {
              ...finding,
              reason: `Unexpected quotation “${quoted}”, expected words that are in the paper`,
            };
          } else if (
            length > MAX_QUOTED_CHARACTERS &&
            !(isWhole(unit.text, quoted) && isAttributed(unit.text, speakers, segment.edition))
          ) {
            yield {
              ...finding,
              reason: `Unexpected quotation of ${length} characters, “${quoted}”, expected at most ${MAX_QUOTED_CHARACTERS}`,
            };
          }
        }
      }
    }
  },
};

/** Whether a quotation ends with the end of a sentence, inside its marks or immediately after them. */
const isWhole = (text: string, quoted: string): boolean =>
  /[。！？.!?]$/u.test(quoted.trim()) ||
  /^[^\p{L}\p{N}]*[。！？.!?]/u.test(text.slice(text.indexOf(quoted) + quoted.length));

/** Whether a unit names one of the speakers, in full or by one of their forms. */
const isAttributed = (text: string, speakers: Entry<Actor>[], edition: string): boolean =>
  speakers.some(({ value }) =>
    [localised(value.name, edition), ...(value.forms[edition] ?? [])].some((name) => text.includes(name)),
  );

/** Removes quotation marks, which may change between double and single, note marks and spaces. */
const plain = (text: string): string => text.replaceAll(NOTE_MARK, '').replace(/[“”‘’\s]/gu, '');
