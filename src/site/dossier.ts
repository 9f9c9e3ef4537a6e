import { readDossier } from '../read/read-dossier.ts';
import { formatMessage } from '../model/message.ts';
import type { Edition } from '../model/settings.ts';
import { urls, withBase, type EntryKind } from '../model/urls.ts';
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

/** The base path that links of this build begin with. Astro's BASE_URL would give way to a variable of that name. */
export const { base } = siteAddress(settings.dossier.site);

/** An address from the dossier's root as this build links to it. */
export const link = (address: string): string => withBase(base, address);

/** The link to an entry in an edition. */
export const entryLink = (edition: Edition, kind: EntryKind, id: string): string =>
  link(urls.entryIn(edition.id, kind, id));

export const html = htmlRenderer(dossier, base);
