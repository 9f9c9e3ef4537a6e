import { entryName, entryNameElsewhere } from '../model/edition-record.ts';
import { isWrittenInHan } from '../model/language.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { sayQuantity } from './amounts.ts';
import { quantitiesIn } from './backlinks.ts';
import type { OwnPage } from './own-record.ts';
import { localised, translationsOf } from './queries.ts';

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** What a citation calls an entry of an overview, by edition. */
export type EntryNames = Record<string, string>;

/** The names of an entry of the timeline, the data or the argument, in each public edition, by its HTML id. */
export function entryOf(dossier: Dossier, { id: page }: Pick<OwnPage, 'id'>, id: string): EntryNames {
  const kind = page.split('/').at(-2);
  const found = quantitiesIn(dossier).find((one) => one.id === id);
  return Object.fromEntries(
    publicEditions(dossier.settings.value).map((edition) => {
      const { entry } = translationsOf(edition).cite;
      const section = id.replace(/^section-|-.*$/g, '');
      const name = found ? sayQuantity(found.record, edition) : section;
      const isAmbiguous =
        found &&
        quantitiesIn(dossier).some((one) => one.id !== id && sayQuantity(one.record, edition) === name);
      const number = id.replace(/^q/, '');
      const [open, close] = isWrittenInHan(edition.lang) ? ['（', '）'] : [' (', ')'];
      if (id === argumentInBrief) return [edition.id, entry.brief];
      // The introduction has no number.
      const head = dossier.settings.value.chapters.find((chapter) => chapter.section === 0);
      if (section === '0' && head) return [edition.id, lowered(localised(head.title, edition))];
      return [
        edition.id,
        (kind === 'timeline' ? entry.date({ name }) : found ? entry.row({ name }) : entry.section({ name })) +
          (isAmbiguous ? open + number + close : ''),
      ];
    }),
  );
}

/** The HTML id of the whole argument in a sentence, above its sections. */
export const argumentInBrief = 'in-brief';

/** Placeholders for these names, in a citation of any entry. */
export const anyEntry = (dossier: Dossier, own: Edition): EntryNames =>
  Object.fromEntries(
    publicEditions(dossier.settings.value).map(({ id }) => [
      id,
      id === own.id ? entryName : entryNameElsewhere,
    ]),
  );

/** The attributes by which a script knows what to call an entry. */
export function entryData(
  dossier: Dossier,
  edition: Edition,
  page: string,
  id: string,
): { 'data-entry': string; 'data-entry-elsewhere': string } {
  const names = entryOf(dossier, { id: page }, id);
  const [elsewhere = names[edition.id] ?? ''] = Object.entries(names).flatMap(([one, name]) =>
    one === edition.id ? [] : [name],
  );
  return { 'data-entry': names[edition.id] ?? '', 'data-entry-elsewhere': elsewhere };
}

export const hasEntries = ({ id, kind }: OwnPage, edition: Edition): boolean =>
  kind === 'overview' &&
  [urls.timeline(edition.id), urls.data(edition.id), urls.argument(edition.id)].includes(id);
