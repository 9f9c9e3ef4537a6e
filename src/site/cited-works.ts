import type { CitationStyle } from '../model/citation-style.ts';
import type { EditionRecord } from '../exchange/edition-record.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { citationStylesOf } from '../i18n/phrases.ts';
import { noteIn, workOf } from '../read/text-in.ts';
import { printedPaperAtNote } from './citing.ts';
import { chainOf, joinerOf, linksOf } from './joined-references.ts';
import { asOpened } from './opened-work.ts';
import type { OwnPage } from './own-record.ts';
import type { Pages } from './queries.ts';
import { sourceIn } from './quotation-chain.ts';
import { footnoteOfQuoted } from './quotation-records.ts';
import { speaksIn } from './speaks-in.ts';

/**
 * The works that a note refers to, by key, each cited as in the paper’s note: a reference is nobody’s paraphrase. The
 * empty key is for several of them, which are the paper’s references.
 */
export function citedWorks(
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
  pages: Pages,
): NonNullable<EditionRecord['works']> {
  const cited = noteIn(dossier, edition.id, Number(page.id))?.citations ?? [];
  const { label, cite } = translationsFor(edition.lang);
  const inStyle = (style: CitationStyle, key: string): EditionRecord['footnotes'][number] => {
    const item = workOf(dossier, key)?.value;
    const { locator } = cited.find((one) => one.key === key) ?? {};
    const speaks = speaksIn(dossier, edition, page, style);
    const paper = printedPaperAtNote(dossier, edition, page.id, style, pages);
    const source =
      item && sourceIn(dossier, edition, speaks, { item: asOpened(dossier, item), locator }, style);
    const joiner = joinerOf(edition, style, style === 'apa' ? 'asCitedIn' : 'citedIn');
    return footnoteOfQuoted(edition, {
      style,
      name: cite.forms[style],
      chain: chainOf(linksOf([source, joiner], [paper, joiner]), style),
      from: { ...(source ? { source } : {}), paper },
    });
  };
  const keys = new Set(cited.map(({ key }) => key));
  return Object.fromEntries(
    [...keys, ...(keys.size > 1 ? [''] : [])].map((key) => [
      key,
      {
        credit: label.reference,
        creditOfQuoted: '',
        creditOfInner: '',
        footnotes: citationStylesOf(translationsFor(edition.lang)).map((style) => inStyle(style, key)),
      },
    ]),
  );
}
