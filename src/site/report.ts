import type { Translations } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { translationsOf } from './queries.ts';

/**
 * The address at which a report is begun: a letter to `mailto:…`, or a new issue of a repository. GitHub, Gitea and
 * Forgejo take `title` and `body`, GitLab `issue[title]` and `issue[description]`.
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
  // Programs for letters read a plus sign as one.
  const query = [
    [title, subject],
    [body, text],
  ].map(([name = '', value = '']) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  url.search = [url.search.slice(1), ...query].filter(Boolean).join('&');
  return url.href;
}

/** What the way to a report is called: where there is nobody to send it to, it is copied. */
export const reportHeading = ({ settings }: Dossier, { report }: Translations): string =>
  settings.value.dossier.corrections === undefined ? report.copy : report.heading;

/**
 * What is offered to whoever finds an error in words that are selected: the name of that, the report, and the address at
 * which it is begun, if the dossier gives one. `{place}`, `{address}` and `{words}` stand in them for what is selected.
 */
export function reportOfSelection(
  dossier: Dossier,
  edition: Edition,
): { report: string; reportText: string; reportAddress?: string } {
  const { corrections, version } = dossier.settings.value.dossier;
  const t = translationsOf(edition);
  const { report } = t;
  const text = report.text({
    name: '{place}',
    address: '{address}',
    version,
    edition: edition.name,
    words: '{words}',
  });
  return {
    report: reportHeading(dossier, t),
    reportText: text,
    ...(corrections === undefined
      ? {}
      : { reportAddress: reportAddress(corrections, report.subject({ name: '{place}' }), text) }),
  };
}
