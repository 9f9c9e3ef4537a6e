import { templatesOf } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import type { Words } from '../model/words.ts';
import type { Dossier } from '../read/dossier.ts';
import { translationsOf } from './queries.ts';
import { reportOfSelection } from './report.ts';
import { scriptsIn } from './scripts.ts';

/** The interface words of scripts in the language of an edition. */
export function wordsOf(dossier: Dossier, edition: Edition): Words {
  const t = translationsOf(edition);
  const { appearance, cite, nav, reading, search } = t;
  const { site } = dossier.settings.value.dossier;
  return {
    appearance,
    keys: reading.keys,
    select: {
      ...cite.selection,
      ...reportOfSelection(dossier, edition),
      ...(site === undefined ? { copiedHere: cite.copiedHere, local: cite.local({ address: '{}' }) } : {}),
    },
    resume: { stopped: nav.stopped.template, leave: nav.leave },
    passage: {
      everything: reading.everything,
      copyLink: cite.copyLink,
      copied: cite.copied,
      cite: cite.heading,
      report: t.report.heading,
    },
    marked: templatesOf(search.marked),
    scripts: scriptsIn(dossier, edition),
  };
}
