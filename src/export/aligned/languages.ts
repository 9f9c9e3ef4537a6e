import type { Dossier } from '../../read/dossier.ts';
import { alignmentsOf, type Alignment } from './rows.ts';

/** A language tag with a region, as translation tools use it: zh-CN for zh-Hans. */
export function regionalTag(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

/** Pairs of editions in two languages. */
export const translationsIn = (dossier: Dossier): Alignment[] =>
  alignmentsOf(dossier).filter(
    ({ editions }) => new Set(editions.map(({ lang }) => regionalTag(lang))).size > 1,
  );
