import type { Edition } from '../model/settings.ts';
import { searchShard } from '../search/records.ts';
import { scriptsOf } from '../search/scripts.ts';
import { dossier } from './dossier.ts';

const works = new Map(dossier.works.map(({ id, value }) => [id, JSON.stringify(value)]));
const known = new Map<string, string | undefined>();

/**
 * What a page of an edition needs to mark what is searched for in either script, as JSON; undefined where the edition is
 * in one script.
 */
export function scriptsIn(edition: Edition): string | undefined {
  if (!known.has(edition.id)) known.set(edition.id, findScripts(edition));
  return known.get(edition.id);
}

function findScripts(edition: Edition): string | undefined {
  // Only what characters there are is asked: how references are printed does not matter.
  const { records } = searchShard(dossier, edition, {
    citation: () => [],
    reference: (work) => works.get(work) ?? '',
    exhibitSource: (source) => source,
    caseAddress: () => '',
  });
  const scripts = scriptsOf(records.map(({ text }) => text));
  return Object.keys(scripts).length > 0 ? JSON.stringify(scripts) : undefined;
}
