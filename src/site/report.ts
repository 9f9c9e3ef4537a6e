import { translationsFor, type Translations } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';

/**
 * The address for starting a report: an email to `mailto:…`, or a new issue in a repository. GitHub, Gitea and Forgejo
 * use `title` and `body`, GitLab `issue[title]` and `issue[description]`.
 */
export function reportAddress(corrections: string, subject: string, text: string): string {
  const url = new URL(corrections);
  const isGitLab = url.pathname.includes('/-/');
  const [title, body] =
    url.protocol === 'mailto:'
      ? ['subject', 'body']
      : isGitLab
        ? ['issue[title]', 'issue[description]']
        : ['title', 'body'];
  // Email programs do not decode a plus sign as a space.
  const query = [
    [title, subject],
    [body, text],
  ].map(([name = '', value = '']) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  url.search = [url.search.slice(1), ...query].filter(Boolean).join('&');
  return url.href;
}

/** The name of the report: without an address for corrections, it can only be copied. */
export const reportHeading = (dossier: Dossier, { report }: Translations): string =>
  dossier.settings.value.dossier.corrections === undefined ? report.headingByCopy : report.heading;

/**
 * The texts for reporting an error in selected words: the name of the action, its confirmation, the report, and the
 * address for starting it, if the dossier has one. `{place}`, `{address}` and `{words}` are placeholders for the
 * selection.
 */
export function reportOfSelection(
  dossier: Dossier,
  edition: Edition,
): { report: string; reportCopied: string; reportText: string; reportAddress?: string } {
  const { corrections, version } = dossier.settings.value.dossier;
  const { report, cite } = translationsFor(edition.lang);
  const text = report.text({
    name: '{place}',
    address: '{address}',
    version,
    edition: edition.name,
    words: '{words}',
  });
  return {
    report: corrections === undefined ? report.copy : report.heading,
    reportCopied: corrections === undefined ? report.copied : cite.copied,
    reportText: text,
    ...(corrections === undefined
      ? {}
      : { reportAddress: reportAddress(corrections, report.subject({ name: '{place}' }), text) }),
  };
}
