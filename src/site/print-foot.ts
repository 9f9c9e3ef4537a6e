import { absolute, urls } from '../model/urls.ts';
import type { Part } from '../model/wording.ts';
import type { Edition, Settings } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { copiedLabelOf, labelOf } from '../render/label.ts';
import { checkHtmlId } from '../render/unit-marks.ts';
import { localised, translationsOf } from './queries.ts';

/**
 * The style sheet for printing a page. Margin boxes (CSS Paged Media 3) at the foot of each sheet say whose wording it
 * is and where it is from; the full label with the reference to the paper is at the head of the first. `rules` apply to
 * every sheet.
 */
export function printFoot(settings: Settings, edition: Edition, part: Part, rules = ''): Response {
  const { site, title } = settings.dossier;
  const where = site
    ? translationsOf(edition).paragraphAt({ number: 'N', address: absolute(site, urls.segment('N')) })
    : '';
  const foot = [copiedLabelOf(settings, edition, part), localised(title, edition), where]
    .filter(Boolean)
    .join(' ');
  return new Response(
    `@page { @bottom-left { content: ${quoted(foot)}; } @bottom-right { content: counter(page) ' / ' counter(pages); } }\n` +
      `@page :first { @top-left { content: ${quoted(labelOf(settings, edition, part))}; } }\n${rules}`,
    { headers: { 'content-type': 'text/css; charset=utf-8' } },
  );
}

/** What the style sheet says of the source checks of a text: the number of each, and where those left out are. */
export function printedChecks({ checks, settings }: Dossier, edition: Edition): string {
  const { site } = settings.value.dossier;
  const rest = translationsOf(edition).checks.onPaper({
    address: site ? absolute(site, urls.checks(edition.id)) : 'none',
  });
  const numbers = checks.value.map(
    (check) => `[id='${checkHtmlId(check)}'] { --check: ${quoted(check.id)}; }`,
  );
  return [`:root { --rest: ${quoted(rest)}; }`, ...numbers, ''].join('\n');
}

/** A CSS string (CSS Syntax 3, §4.3.7): characters that would end it are escaped by code point. */
const quoted = (text: string): string =>
  `'${text.replace(/['\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}'`;
