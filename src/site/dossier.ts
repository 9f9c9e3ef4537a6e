import { readDossier } from '../read/read-dossier.ts';
import { formatMessage } from '../model/message.ts';
import type { Edition } from '../model/settings.ts';
import { addressInLanguage, urls, withBase, type EntryKind } from '../model/urls.ts';
import { dossierFolder, showsPrivate } from '../config/folder.ts';
import { atSiteAddress, siteAddress } from '../config/site-address.ts';
import { htmlRenderer } from './html.ts';

// The dossier of this run, for pages, layouts and components; everything else gets the dossier as an argument. It is
// read once. Errors have stopped a build before this; `dev` reports them and shows what could last be read.
const reading = await readDossier(dossierFolder(), { withPrivate: showsPrivate() });
if (!reading.dossier) throw new Error(reading.messages.map(formatMessage).join('\n'));

export const dossier = atSiteAddress(reading.dossier);
export const settings = dossier.settings.value;
export const editions = settings.editions;

/** Whether this build contains somebody’s private text, so that it is for that person only. */
export const isPrivate = editions.some((edition) => edition.private);

/** The paths of a page that exists once per edition. */
export const editionPaths = () =>
  editions.map((edition) => ({ params: { edition: edition.id }, props: { edition } }));

/** The paths of a page that exists for each chapter of each edition. */
export const chapterPaths = () =>
  dossier.chapters.flatMap((chapter) =>
    editions
      .filter(({ id }) => id === chapter.edition)
      .map((edition) => ({
        params: { edition: edition.id, chapter: chapter.id },
        props: { edition, chapter },
      })),
  );

/**
 * The paths of pages of all editions: neutral pages and, if there are several editions, one in the language of each.
 * `pagesIn` gives them in the order of that language, which for neutral pages is that of the first edition.
 */
export const spokenPaths = <Params, Props>(
  pagesIn: (edition: Edition) => { params: Params; props: Props }[],
) =>
  [undefined, ...(editions.length > 1 ? editions : [])].flatMap((speaks) =>
    pagesIn(speaks ?? editions[0]!).map(({ params, props }) => ({
      params: { speaks: speaks?.id, ...params },
      props: { speaks, ...props },
    })),
  );

/** The same paths for things in a sequence, each with the previous and the next one. */
export const spokenSequence = <Thing, Params>(things: Thing[], paramsOf: (thing: Thing) => Params) =>
  spokenPaths(() =>
    things.map((own, i) => ({
      params: paramsOf(own),
      props: { own, previous: things[i - 1], next: things[i + 1] },
    })),
  );

/** All editions, starting with the one whose language a page is in. */
export const editionsFrom = (first: Edition): Edition[] => [
  first,
  ...editions.filter((edition) => edition !== first),
];

/** The id of the collapsed section with another edition’s content, on a page in one language. */
export const inOtherEdition = ({ id }: Edition): string => `in-${id}`;

/** The address of another edition’s collapsed section on a page in one language. */
export function unfolded(speaks: Edition | undefined, address: string): string | undefined {
  const other = editions.find((edition) => edition !== speaks);
  return speaks && other && `${addressInLanguage(editions, speaks.id, address)}#${inOtherEdition(other)}`;
}

/**
 * The base path of links in this build. Astro’s BASE_URL would be overridden by an environment variable of that name.
 */
export const { base } = siteAddress(settings.dossier.site);

/** Converts an address from the dossier’s root to a link in this build. */
export const link = (address: string): string => withBase(base, address);

/** The link to a page of all editions in the language of one, or to the neutral page. */
export const spokenLink = (edition: Edition | undefined, address: string): string =>
  link(edition ? addressInLanguage(editions, edition.id, address) : address);

/** The link to an entry in an edition. */
export const entryLink = (edition: Edition, kind: EntryKind, id: string): string =>
  link(urls.entryIn(edition.id, kind, id));

export const html = htmlRenderer(dossier, base);
