import type { Edition } from '../model/settings.ts';

/** The entry whose facts a page shows: on the page of one edition (level 1) or of several (2). */
export interface FactsProps {
  id: string;
  edition: Edition;
  level: 1 | 2;
}
