import { midSentence } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { localised } from '../model/localised.ts';
import { absolute, urls } from '../model/urls.ts';
import { editorNoteHtmlId } from '../model/segment-id.ts';
import { departsFromSource } from '../model/source-check.ts';
import { wordingKey, type Part } from '../model/wording.ts';
import type { Edition, Settings } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { remarksOn } from '../read/remarks.ts';
import { segmentsIn } from '../read/text-in.ts';
import { copiedLabelOf, labelOf } from '../render/label.ts';
import { checkHtmlId, EDITOR_NOTE_SIGN, outcomeSigns } from '../render/unit-marks.ts';
import { checksByChapter, checksByOutcome, checksIn } from './checks.ts';

/**
 * The style sheet for printing a page. Margin boxes (CSS Paged Media 3) at the foot of each sheet say whose wording it
 * is and where it is from; the full label with the reference to the paper, and the colophon, are at the head of the
 * first. A chapter’s name is also at the foot. `rules` apply to every sheet.
 */
export function printFoot(settings: Settings, edition: Edition, part: Part, rules = ''): Response {
  const { site, name, title, editors, version, issued, licence } = settings.dossier;
  const t = translationsFor(edition.lang);
  const where = site ? t.paragraphAt({ number: 'N', address: absolute(site, urls.segment('N')) }) : '';
  const foot = (chapter: string): string =>
    [copiedLabelOf(settings, edition, part), localised(name ?? title, edition), chapter, where]
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
  // The whole page is of that kind: another kind within it would begin a new sheet.
  const inChapters = settings.chapters
    .map(({ id, section, title }) => {
      const own = `${section > 0 ? `${section} ` : ''}${localised(title, edition)}`;
      return `body:has(> main[data-chapter='${id}']) { page: in-${id}; }\n@page in-${id} { @bottom-left { content: ${quoted(foot(`· ${own}`))}; } }\n`;
    })
    .join('');
  return new Response(
    `@page { @bottom-left { content: ${quoted(foot(''))}; } @bottom-right { content: counter(page) ' / ' counter(pages); } }\n` +
      `@page :first { @top-left { content: ${quoted(head)}; white-space: pre-line; } }\n` +
      `.colophon, .label[data-of='${wordingKey(edition, part)}'] { display: none; }\n` +
      // What a page in one language has in another, unless it is beside it, is closed.
      `:has(.languages [data-edition='${edition.id}'][aria-current]):not(:has(.side-by-side)) .label:not([lang='${t.lang}']) { display: none; }\n` +
      `:root { --cite-as: ${quoted(t.cite.onPaper)}; }\n${rules}${inChapters}`,
    { headers: { 'content-type': 'text/css; charset=utf-8' } },
  );
}

/**
 * What the style sheet says of the remarks on a text: the number of each source check, and of the paragraph of each
 * editors’ note; for each chapter, how many checks are printed, where the others are, which are undecided, and the
 * meaning of the signs in its text.
 */
export function printedChecks(dossier: Dossier, edition: Edition): string {
  const { checks, settings } = dossier;
  const { site } = settings.value.dossier;
  const t = translationsFor(edition.lang);
  const address = site ? absolute(site, urls.checks(edition.id)) : 'none';
  const noted = [...new Set(dossier.editorNotes.value.map(({ segment }) => segment))].flatMap((segment) =>
    remarksOn(dossier, segment),
  );
  const inChapters = checksByChapter(dossier).map(({ chapter, checks: own }) => {
    const count = own.length;
    const off = own.filter(departsFromSource).length;
    const undecided = checksIn('undecided', own).map(({ id }) => id);
    const printed = [
      t.checks.onPaper({ count, off, address }),
      ...(undecided.length > 0
        ? [t.checks.undecidedOnPaper({ ids: undecided.join(t.typography.listSeparator) })]
        : []),
    ].join('\n');
    const hasNotes = segmentsIn(dossier).some(
      (one) => one.chapter === chapter && noted.some(({ segment }) => segment === one.id),
    );
    const signs = [
      ...checksByOutcome(own)
        .filter(({ outcome }) => outcome !== 'not-to-be-had')
        .map(({ outcome }) => `${outcomeSigns[outcome]} ${t.checks.verdict[outcome]}`),
      ...(hasNotes ? [`${EDITOR_NOTE_SIGN} ${t.segment.editorNote}`] : []),
    ].join(t.typography.listSeparator);
    const key = signs && `\n${t.checks.key({ signs })}`;
    const says = `--of-all: ${quoted(t.checks.ofAll({ count, off }))}; --printed: ${quoted(printed)};`;
    return `[data-chapter='${chapter}'] { ${says} --key: ${quoted(key)}; }`;
  });
  const numbers = [
    ...checks.value.map((check) => [checkHtmlId(check), check.id]),
    ...noted.flatMap(({ segment, notes }) => notes.map(({ id }) => [editorNoteHtmlId(id), segment])),
  ].map(([id = '', number = '']) => `[id='${id}'] { --number: ${quoted(number)}; }`);
  return [
    `:root { --notes: ${quoted(t.segment.editorNotes)}; }`,
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
