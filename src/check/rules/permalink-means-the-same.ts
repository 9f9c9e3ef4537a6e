import { addressesOf } from '../../permalinks/current-addresses.ts';
import { commandLine } from '../../model/command-line.ts';
import { publicEditions } from '../../model/settings.ts';
import { keptShare } from '../../permalinks/kept-share.ts';
import { entityKey } from '../../model/entity-key.ts';
import { entitiesOf, frozenEntities } from '../../release/entities.ts';
import { compareVersions, latestRelease } from '../../model/release.ts';
import type { Rule } from '../rule.ts';

/**
 * In every edition, the content of an address keeps at least half of the words in sequence that the last release had
 * there, or its registry line says why not. People who cited the address meant that text.
 */
export const permalinkMeansTheSame: Rule = {
  id: 'permalink-means-the-same',
  *judge(dossier) {
    const { value: permalinks, at } = dossier.permalinks;
    const latest = latestRelease(dossier.releases.list.value);
    if (latest === undefined || permalinks.length === 0 || dossier.unread.size > 0) return;
    const living = new Set(addressesOf(dossier).map(entityKey));
    const reported = new Set<string>();
    for (const edition of publicEditions(dossier.settings.value)) {
      const released = dossier.releases.files.find(
        (file) => file.version === latest.version && file.edition === edition.id,
      );
      if (released === undefined) continue;
      const before = new Map(
        frozenEntities(released.value).map((entity) => [entityKey(entity), entity.text]),
      );
      for (const entity of entitiesOf(dossier, edition)) {
        const key = entityKey(entity);
        const text = before.get(key);
        if (text === undefined || text === entity.text || reported.has(key) || !living.has(key)) continue;
        const share = keptShare(text, entity.text);
        const line = permalinks.findIndex((one) => entityKey(one) === key);
        if (share >= 0.5 || line === -1) continue;
        const { path, rewritten = {} } = permalinks[line]!;
        if (Object.keys(rewritten).some((version) => compareVersions(version, latest.version) > 0)) continue;
        reported.add(key);
        yield {
          place: at(line, 'path'),
          reason: `Unexpected text of ${entity.kind} ${entity.id} in edition ${edition.id}, which keeps ${Math.floor(share * 100)} % of what release ${latest.version} had at ${path}, expected at least half`,
          note: `Give new content a new address. If this is the same content in other words, raise version in dossier.yaml above ${latest.version} and say so: ${commandLine('permalinks', '--rewritten', path, '"why"')}.`,
        };
      }
    }
  },
};
