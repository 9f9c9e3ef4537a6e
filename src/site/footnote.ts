import { toHtml } from 'hast-util-to-html';
import { type CitationStyle, isInText } from '../model/citation-style.ts';
import type { EditionRecord } from '../exchange/edition-record.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import { listed, type InStyle } from './citing.ts';
import { inLanguage } from './in-language.ts';
import { parenthesisOf, type Chain, type Printed } from './joined-references.ts';

export type Footnote = EditionRecord['footnotes'][number];

/** References and the words between them as HTML. */
export const chainHtml = (edition: Edition, chain: Chain): string =>
  chain.map(({ lang, pieces }) => toHtml(inLanguage(edition, lang, pieces))).join('');

/** The entries of a list of works, in a style that has one, and lines for works that it does not name. */
export function listHtml(
  edition: Edition,
  style: CitationStyle,
  listed: (Printed | undefined)[],
  unlisted: Partial<Record<'source' | 'paper', (Printed | undefined)[]>>,
): Pick<Footnote, 'entries' | 'beside'> {
  const { cite, typography } = translationsFor(edition.lang);
  const entriesOf = (all: (Printed | undefined)[]): string[] =>
    all.flatMap((printed) =>
      printed?.entry && isInText(style) ? toHtml(inLanguage(edition, printed.lang, printed.entry)) : [],
    );
  const entries = entriesOf(listed);
  const beside = (['source', 'paper'] as const).flatMap((name) =>
    entriesOf(unlisted[name] ?? []).map((text) => typography.colon({ name: cite[name], text })),
  );
  return {
    ...(entries.length > 0 ? { entries } : {}),
    ...(beside.length > 0 ? { beside } : {}),
  };
}

/** A footnote, with a placeholder for the paper’s reference if there is more to it. */
export function footnoteOf(edition: Edition, one: InStyle): Footnote {
  const { style, name, own, paper, chain, quotedIn } = one;
  const shown = own ?? paper;
  const note = shown ? chainHtml(edition, [{ lang: shown.lang, pieces: shown.note }]) : '';
  const list = listed(one);
  const opening = isInText(style) ? parenthesisOf(edition, style) : '';
  return {
    style,
    name,
    ...listHtml(edition, style, list, chain && paper && !list.includes(paper) ? { paper: [paper] } : {}),
    ...(chain
      ? {
          note: `${chainHtml(edition, chain.slice(0, -1))}{paper}`,
          ...(quotedIn ? { quoted: `${opening}{paper}${chainHtml(edition, quotedIn)}` } : {}),
          paper: chainHtml(edition, chain.slice(-1)),
        }
      : own
        ? { note }
        : { note: '{paper}', paper: note }),
  };
}
