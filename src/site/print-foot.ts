import { midSentence } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { localised } from '../model/localised.ts';
import { absolute, urls } from '../model/urls.ts';
import { departsFromSource, type Outcome } from '../model/source-check.ts';
import { wordingKey, type Part } from '../model/wording.ts';
import type { Edition, Settings } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { copiedLabelOf, labelOf } from '../render/label.ts';
import { checkHtmlId, EDITOR_NOTE_SIGN, outcomeSigns } from '../render/unit-marks.ts';
import { checksByChapter, checksIn } from './checks.ts';

/**
 * The style sheet for printing a page. Margin boxes (CSS Paged Media 3) at the foot of each sheet say whose wording it
 * is and where it is from; the full label with the reference to the paper, and the colophon, are at the head of the
 * first. `rules` apply to every sheet.
 */
export function printFoot(settings: Settings, edition: Edition, part: Part, rules = ''): Response {
  const { site, name, title, editors, version, issued, licence } = settings.dossier;
  const t = translationsFor(edition.lang);
  const where = site ? t.paragraphAt({ number: 'N', address: absolute(site, urls.segment('N')) }) : '';
  const foot = [copiedLabelOf(settings, edition, part), localised(name ?? title, edition), where]
    .filter(Boolean)
    .join(' ');
  const head = [
    labelOf(settings, edition, part),
    [
      t.dossier.by({ editors: midSentence(localised(editors, edition)) }),
      `${t.dossier.version} ${version}`,
      issued,
      ...(licence
        ? [`${licence.name}${t.typography.partSeparator}${localised(licence.covers, edition)}`]
        : []),
    ].join(' · '),
  ].join('\n');
  return new Response(
    `@page { @bottom-left { content: ${quoted(foot)}; } @bottom-right { content: counter(page) ' / ' counter(pages); } }\n` +
      `@page :first { @top-left { content: ${quoted(head)}; white-space: pre-line; } }\n` +
      `.colophon, .label[data-of='${wordingKey(edition, part)}'] { display: none; }\n` +
      // What a page in one language has in another, unless it is beside it, is closed.
      `:has(.languages [data-edition='${edition.id}'][aria-current]):not(:has(.side-by-side)) .label:not([lang='${t.lang}']) { display: none; }\n` +
      `:root { --cite-as: ${quoted(t.cite.onPaper)}; }\n${rules}`,
    { headers: { 'content-type': 'text/css; charset=utf-8' } },
  );
}

/**
 * What the style sheet says of the source checks of a text: the number of each; for each chapter, how many are printed,
 * where the others are, and which are undecided; and the meaning of the signs in the text.
 */
export function printedChecks(dossier: Dossier, edition: Edition): string {
  const { checks, settings } = dossier;
  const { site } = settings.value.dossier;
  const t = translationsFor(edition.lang);
  const address = site ? absolute(site, urls.checks(edition.id)) : 'none';
  const inChapters = checksByChapter(dossier).map(({ chapter, checks: own }) => {
    const count = own.length;
    const off = own.filter(departsFromSource).length;
    const open = checksIn('open', own).map(({ id }) => id);
    const printed = [
      t.checks.onPaper({ count, off, address }),
      ...(open.length > 0 ? [t.checks.openOnPaper({ ids: open.join(t.typography.listSeparator) })] : []),
    ].join('\n');
    const says = `--of-all: ${quoted(t.checks.ofAll({ count, off }))}; --printed: ${quoted(printed)};`;
    return `[data-chapter='${chapter}'] { ${says} }`;
  });
  const signs = Object.entries(outcomeSigns)
    .filter(([outcome]) => outcome !== 'not-to-be-had')
    .map(([outcome, sign]) => `${sign} ${t.checks.verdict[outcome as Outcome]}`);
  const key = [...signs, `${EDITOR_NOTE_SIGN} ${t.segment.editorNote}`].join(t.typography.listSeparator);
  const numbers = checks.value.map(
    (check) => `[id='${checkHtmlId(check)}'] { --check: ${quoted(check.id)}; }`,
  );
  return [
    `:root { --key: ${quoted(`\n${t.checks.key({ signs: key })}`)}; --notes: ${quoted(t.segment.editorNotes)}; }`,
    ...settings.value.editions.map(
      ({ lang }) => `.claim:lang(${lang}) { --holder: ${quoted(translationsFor(lang).checks.holder)}; }`,
    ),
    ...inChapters,
    ...numbers,
    '',
  ].join('\n');
}

/** A CSS string (CSS Syntax 3, §4.3.7): characters that would end it are escaped by code point. */
const quoted = (text: string): string =>
  `'${text.replace(/['\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}'`;
