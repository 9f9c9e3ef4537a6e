import type { Edition } from '../model/settings.ts';
import type { Words } from '../model/words.ts';
import { whoseOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { localLinkOf } from './citing.ts';
import { translationsOf } from './queries.ts';
import { reportOfSelection } from './report.ts';

/** What scripts say in the language of an edition once they are asked for something. */
export function wordsOf(dossier: Dossier, edition: Edition): Words {
  const { appearance, cite, reading, report } = translationsOf(edition);
  const whose = whoseOf(edition, 'text');
  const { paper, dossier: own } = dossier.settings.value;
  const { site, version } = own;
  const paperSays = paper.pages ? cite.paperExplanation : cite.paperUnpaged;
  return {
    appearance,
    keys: reading.keys,
    select: {
      ...cite.selection,
      ...reportOfSelection(dossier, edition),
      ...(site === undefined ? { localLink: localLinkOf(dossier.settings.value, edition) } : {}),
    },
    passage: {
      everything: reading.everything,
      copyLink: cite.copyLink,
      copied: cite.copied,
      cite: cite.heading,
      report: report.heading,
    },
    cite: {
      copy: cite.copy,
      copied: cite.copied,
      downloads: cite.downloads,
      download: cite.download,
      form: cite.form,
      paper: cite.paper,
      paperSays,
      own: whose === 'original' ? cite.paper : cite.own[whose],
      ownSays:
        whose === 'original' ? paperSays : cite.ownExplanation[whose]({ edition: edition.name, version }),
      inOne: cite.inOne,
      inOneSays: cite.inOneExplanation,
      inText: cite.inText.template,
      inList: cite.inList.template,
    },
  };
}
