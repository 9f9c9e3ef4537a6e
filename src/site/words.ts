import { translationsFor, templatesOf } from '../i18n/translations.ts';
import { localised } from '../model/localised.ts';
import { copiedAccountLabelOf } from '../render/label.ts';
import type { Edition } from '../model/settings.ts';
import type { Words } from '../exchange/words.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { recordsOf } from '../search/records.ts';
import { scriptsOf } from '../search/variants.ts';
import { reportHeading, reportOfSelection } from './report.ts';

/** The interface words of scripts in the language of an edition. */
export function wordsOf(dossier: Dossier, edition: Edition): Words {
  const t = translationsFor(edition.lang);
  const { appearance, cite, nav, reading, search } = t;
  const { site, title } = dossier.settings.value.dossier;
  return {
    appearance,
    keys: reading.keys,
    select: {
      ...cite.selection,
      ...reportOfSelection(dossier, edition),
      ...(site === undefined ? { copiedHere: cite.copiedHere, local: cite.local({ address: '{}' }) } : {}),
    },
    label: {
      account: copiedAccountLabelOf(dossier.settings.value, edition),
      words: t.label.ofSource,
      source: localised(title, edition),
      segment: t.segment.name.template,
      abstract: t.abstract,
      passages: t.segment.range.template,
      row: t.exhibits.row.template,
      onPage: t.page.ofPaper.template,
      onPages: t.page.rangeOfPaper.template,
      comma: t.typography.partSeparator,
      list: t.typography.listSeparator,
    },
    resume: { stopped: nav.stopped.template, leave: nav.leave },
    passage: {
      everything: reading.everything,
      copyLink: cite.copyLink,
      copied: cite.copied,
      cite: cite.heading,
      report: reportHeading(dossier, t),
    },
    marked: templatesOf(search.marked),
    scripts: scriptsIn(dossier, edition),
  };
}

/**
 * The data with which a page of an edition marks search hits in either script; empty if the edition is in one script.
 */
export const scriptsIn = (dossier: Dossier, edition: Edition): Record<string, string> =>
  scriptsByEdition(dossier).get(edition.id) ?? {};

const scriptsByEdition = memoize((dossier: Dossier) => {
  const works = new Map(dossier.works.map(({ id, value }) => [id, JSON.stringify(value)]));
  return new Map(
    dossier.settings.value.editions.map((edition) => {
      // Only the set of characters matters, not how references are printed.
      const { records } = recordsOf(dossier, edition, {
        citation: () => [],
        reference: (work) => works.get(work) ?? '',
        paper: () => '',
        exhibitSource: (source) => source,
        place: (id) => id,
        printed: (text) => text,
      });
      return [edition.id, scriptsOf(records.map(({ text }) => text))];
    }),
  );
});
