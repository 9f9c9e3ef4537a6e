import { toHtml } from 'hast-util-to-html';
import { isInText } from '../cite/citation-style.ts';
import type { EditionRecord } from '../exchange/edition-record.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import { jointHast } from './cite-panel.ts';
import { listed, type InStyle } from './citing.ts';
import { inLanguage } from './in-language.ts';

/** A footnote, with a placeholder for the paper’s reference if there is more to it. */
export function footnoteOf(edition: Edition, one: InStyle): EditionRecord['footnotes'][number] {
  const { style, name, own, paper } = one;
  const joint = jointHast(edition, one);
  const shown = own ?? paper;
  const entries = listed(one).flatMap((printed) =>
    printed.entry && isInText(style) ? toHtml(inLanguage(edition, printed.lang, printed.entry)) : [],
  );
  const note = shown ? toHtml(inLanguage(edition, shown.lang, shown.note)) : '';
  const { cite, typography } = translationsFor(edition.lang);
  const unlisted = joint && isInText(style) && paper && !listed(one).includes(paper) && paper.entry;
  return {
    style,
    name,
    ...(unlisted
      ? {
          beside: [
            typography.colon({
              name: cite.paper,
              text: toHtml(inLanguage(edition, paper.lang, unlisted)),
            }),
          ],
        }
      : {}),
    ...(joint
      ? {
          note: `${toHtml(joint.before)}{paper}`,
          ...(joint.quotedIn
            ? { quoted: `${one.joint?.quoting?.opening ?? ''}{paper}${toHtml(joint.quotedIn)}` }
            : {}),
          paper: toHtml(joint.paper),
        }
      : own
        ? { note }
        : { note: '{paper}', paper: note }),
    ...(entries.length > 0 ? { entries } : {}),
  };
}
