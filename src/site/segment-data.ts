import { exportedItem } from '../cite/csl-item.ts';
import { recordOfPaper } from '../cite/own-items.ts';
import { indentedJson } from '../model/json.ts';
import { localised, type Localised } from '../model/localised.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import type { SourceCheck } from '../model/source-check.ts';
import { absolute, urls } from '../model/urls.ts';
import { wordingOf } from '../model/wording.ts';
import { apparatusOf } from './backlinks.ts';
import type { Dossier } from '../read/dossier.ts';
import { labelOf } from '../render/label.ts';
import { unitKey } from './checks.ts';
import { noteIn, segmentIn } from '../read/text-in.ts';
import { recordData } from './record-data.ts';

/**
 * A segment as JSON: in each public edition, its text unit by unit and whose wording that is; its notes, entries and
 * checks.
 */
export function segmentJson(dossier: Dossier, base: string, id: string): string {
  const settings = dossier.settings.value;
  const editions = publicEditions(settings);
  const { site } = settings.dossier;
  const cited = recordData(dossier, base, { kind: 'segment', id });
  const shown = editions.flatMap((edition) => {
    const segment = segmentIn(dossier, edition.id, id);
    return segment ? [{ edition, segment }] : [];
  });
  const [first] = shown;
  const checks = dossier.checks.value.filter(({ passage }) => passage.segment === id);
  const notes = [...new Set(shown.flatMap(({ segment }) => segment.notes))].sort((a, b) => a - b);
  return indentedJson({
    id,
    address: site && absolute(site, urls.segment(id)),
    version: settings.dossier.version,
    paper: first ? exportedItem(recordOfPaper(settings, first.edition)) : undefined,
    pages: first?.segment.pages,
    editions: Object.fromEntries(
      shown.map(({ edition, segment }) => [
        edition.id,
        {
          language: edition.lang,
          role: wordingOf(edition).type,
          label: labelOf(settings, edition),
          ...cited[edition.id],
          units: segment.units.map(({ index, text, page, notes: marked }) => ({
            index,
            text: text.trim(),
            page,
            notes: marked.length > 0 ? marked : undefined,
          })),
        },
      ]),
    ),
    notes: notes.map((number) => ({
      number,
      works: [
        ...new Set(
          (first && noteIn(dossier, first.edition.id, number)?.citations.map(({ key }) => key)) ?? [],
        ),
      ],
    })),
    entries: first && apparatusOf(dossier, first.segment),
    checks: checks.length > 0 ? checks.map((check) => checkData(check, dossier, editions)) : undefined,
  });
}

/** A source check in the public editions, in the words of the dossier’s editors. */
function checkData(check: SourceCheck, { settings }: Dossier, editions: Edition[]): Record<string, unknown> {
  const { editors, site } = settings.value.dossier;
  const { id, passage: _, claim, source, finding, words, sought, ...rest } = check;
  const said = (text: Localised | undefined) =>
    text && Object.fromEntries(editions.map((edition) => [edition.id, localised(text, edition)]));
  return {
    id,
    address: site && absolute(site, urls.check(id)),
    by: said(editors),
    unit: unitKey(check),
    claim: said(claim),
    source: said(source),
    finding: said(finding),
    words: words && { ...words, at: said(words.at) },
    sought: said(sought),
    ...rest,
  };
}
