import { type CitationStyle, isEnglish } from '../model/citation-style.ts';
import { isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { type Edition, publicEditions } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { type OwnPage, nameOfPage } from './own-record.ts';

/** The edition in whose language a style cites a page. */
export const speaksIn = (dossier: Dossier, edition: Edition, page: OwnPage, style: CitationStyle): Edition =>
  isEnglish(style) ? (englishOf(dossier, edition, page) ?? edition) : edition;

/** The English edition that has a name for a page of an edition in Chinese characters. */
function englishOf(dossier: Dossier, edition: Edition, page: OwnPage): Edition | undefined {
  if (!isWrittenInHan(edition.lang)) return undefined;
  return publicEditions(dossier.settings.value).find(
    (one) => primaryLanguage(one.lang) === 'en' && nameOfPage(dossier, one, page) !== undefined,
  );
}
