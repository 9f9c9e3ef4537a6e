import { cslDate } from '../cite/dates.ts';
import type { Work } from '../model/work.ts';
import type { Dossier } from '../read/dossier.ts';

/** A work with the day on which the editors last opened its own address, if they did. */
export function asOpened({ checks }: Dossier, work: Work): Work {
  if (work.URL === undefined || work.DOI !== undefined) return work;
  const day = checks.value
    .filter(({ opened }) => bareAddress(opened) === bareAddress(work.URL))
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return day === undefined ? work : { ...work, accessed: cslDate(day), id: `${work.id} opened-${day}` };
}

/** An address without what may differ between addresses of the same document. */
export const bareAddress = (address = ''): string => address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
