import { readDossier } from '../read/read-dossier.ts';
import { formatMessage } from '../model/message.ts';
import type { Edition } from '../model/settings.ts';
import { addressInLanguage, urls, withBase, type EntryKind } from '../model/urls.ts';
import { dossierFolder, showsPrivate } from '../config/folder.ts';
import { atSiteAddress, siteAddress } from '../config/site-address.ts';
import { htmlRenderer } from './html.ts';

// The dossier of this run, for pages, layouts and components; everything else is a function of the dossier that it is
// given. It is read once. What does not fit has stopped a build before this; `dev` says it and shows what could last be
// read.
const reading = await readDossier(dossierFolder(), { withPrivate: showsPrivate() });
if (!reading.dossier) throw new Error(reading.messages.map(formatMessage).join('\n'));

export const dossier = atSiteAddress(reading.dossier);
export const settings = dossier.settings.value;
export const editions = settings.editions;

/** Whether somebody's private text is in this build, which then is for that person alone. */
export const isPrivate = editions.some((edition) => edition.private);

/** The paths of a page that each edition has once. */
export const editionPaths = () =>
  editions.map((edition) => ({ params: { edition: edition.id }, props: { edition } }));

/**
 * The paths of pages of all editions, which are neutral by themselves and, where there are several editions, speak the
 * language of each at another address.
 */
export const spokenPaths = <Params, Props>(pages: { params: Params; props: Props }[]) =>
  [undefined, ...(editions.length > 1 ? editions : [])].flatMap((speaks) =>
    pages.map(({ params, props }) => ({
      params: { speaks: speaks?.id, ...params },
      props: { speaks, ...props },
    })),
  );

/** Such paths of things that follow one another, each told what comes before and after it. */
export const spokenSequence = <Thing, Params>(things: Thing[], paramsOf: (thing: Thing) => Params) =>
  spokenPaths(
    things.map((own, i) => ({
      params: paramsOf(own),
      props: { own, previous: things[i - 1], next: things[i + 1] },
    })),
  );

/** All editions, first the one whose language a page speaks. */
export const editionsFrom = (first: Edition): Edition[] => [
  first,
  ...editions.filter((edition) => edition !== first),
];

/** Where a page that speaks one language has what it says in another, folded away. */
export const inOtherEdition = ({ id }: Edition): string => `in-${id}`;

/** From a page that speaks one language to what it says in the next. */
export function unfolded(speaks: Edition | undefined, address: string): string | undefined {
  const other = editions.find((edition) => edition !== speaks);
  return speaks && other && `${addressInLanguage(editions, speaks.id, address)}#${inOtherEdition(other)}`;
}

/** The base path that links of this build begin with. Astro's BASE_URL would give way to a variable of that name. */
export const { base } = siteAddress(settings.dossier.site);

/** An address from the dossier's root as this build links to it. */
export const link = (address: string): string => withBase(base, address);

/** The link to a page of all editions as it speaks in the language of one, or to the neutral one. */
export const spokenLink = (edition: Edition | undefined, address: string): string =>
  link(edition ? addressInLanguage(editions, edition.id, address) : address);

/** The link to an entry in an edition. */
export const entryLink = (edition: Edition, kind: EntryKind, id: string): string =>
  link(urls.entryIn(edition.id, kind, id));

export const html = htmlRenderer(dossier, base);
