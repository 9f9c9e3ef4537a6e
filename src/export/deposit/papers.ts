import { translationsFor } from '../../i18n/translations.ts';
import { localised } from '../../model/localised.ts';
import { absolute, urls } from '../../model/urls.ts';
import type { Dossier } from '../../read/dossier.ts';
import { labelOf } from '../../render/label.ts';
import { releaseAsItStands } from '../../site/releases.ts';
import { formName } from '../form-names.ts';
import type { CrateFile } from './crate.ts';

/** The first file that users of the archive read, in each language. */
export function readMe(dossier: Dossier, forms: readonly CrateFile[]): string {
  const { dossier: metadata, editions } = dossier.settings.value;
  const release = releaseAsItStands(dossier);
  return editions
    .map((edition) => {
      const t = translationsFor(edition.lang);
      const paths = Map.groupBy(forms, ({ form = '' }) => formName(form, edition));
      return [
        `# ${localised(metadata.title, edition)}`,
        `> ${labelOf(dossier.settings.value, edition)}`,
        localised(metadata.description, edition),
        [
          localised(metadata.editors, edition),
          t.releases.name({ version: metadata.version }),
          metadata.issued,
        ].join(' · '),
        ...(metadata.site === undefined
          ? []
          : [`<${absolute(metadata.site, release ? urls.release(release.version) : '/')}>`]),
        t.takeAway.explanation,
        [...paths]
          .flatMap(([name, files]) => [`- ${name}`, ...files.map(({ path }) => `  - \`${path}\``)])
          .join('\n'),
      ].join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}

/** How the wording may be used; the rights in the paper are its authors’. */
export function licenceText({ settings }: Dossier): string {
  const { dossier: own, editions } = settings.value;
  const { licence } = own;
  if (licence === undefined)
    return `${localised(own.editors, editions[0]?.id ?? '')}. All rights reserved.\n`;
  return [
    `${licence.name}\n${licence.url}`,
    ...new Set(editions.map(({ id }) => localised(licence.covers, id))),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
