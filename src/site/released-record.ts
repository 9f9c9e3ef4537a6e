import type { Citable } from '../cite/csl-item.ts';
import type { FrozenEdition } from '../model/release.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { permalink } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { recordOf, type OwnPage } from './own-record.ts';

/** A frozen edition as an edition with a present-day role. */
export const releasedEdition = memoize(({ edition }: FrozenEdition): Edition => ({
  ...edition,
  role: edition.role === 'original' || edition.role === 'translation' ? edition.role : 'paraphrase',
}));

/**
 * The record of a page of a release, with the release’s editors and title; undefined if it is the authors’ own text.
 */
export function releasedRecord(
  { settings: { value: settings } }: Dossier,
  base: string,
  frozen: FrozenEdition,
  page: OwnPage,
): Citable | undefined {
  const { label, version, issued } = frozen;
  const address = permalink(settings.dossier.site, base, page.address);
  const then = settingsThen(settings)(frozen);
  const record = recordOf(then, releasedEdition(frozen), { ...page, version, issued, address });
  return record && { ...record, note: label };
}

/**
 * The editors of a release, under their present name if they only called themselves those of “this dossier”: another
 * text has no such dossier.
 */
export const editorsThen = ({ dossier }: Settings, edition: string, editors: string): string =>
  /\bthis dossier\b|本卷宗/i.test(editors) ? (dossier.editors[edition] ?? editors) : editors;

/** What a dossier says of itself, with the titles and editors of editions of a release. */
export function metadataThen(settings: Settings, editions: FrozenEdition[]): Settings['dossier'] {
  const { dossier } = settings;
  const inEach = (of: (frozen: FrozenEdition) => string): Record<string, string> =>
    Object.fromEntries(editions.map((frozen) => [frozen.edition.id, of(frozen)]));
  return {
    ...dossier,
    title: inEach(({ title }) => title),
    // Of the present title only.
    romanised: Object.fromEntries(
      Object.entries(dossier.romanised ?? {}).filter(([id]) =>
        editions.some(({ edition, title }) => edition.id === id && title === dossier.title[id]),
      ),
    ),
    editors: inEach(({ edition, editors }) => editorsThen(settings, edition.id, editors)),
    // The dossier’s name is short for its present title only.
    name: editions.every(({ edition, title }) => dossier.title[edition.id] === title)
      ? dossier.name
      : undefined,
  };
}

const settingsThen = memoize((settings: Settings) =>
  memoize((frozen: FrozenEdition): Settings => ({ ...settings, dossier: metadataThen(settings, [frozen]) })),
);
