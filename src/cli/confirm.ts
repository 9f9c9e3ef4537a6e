import { join } from 'node:path';
import { judge } from '../check/check-dossier.ts';
import { counted } from '../model/counted.ts';
import { indentedJson } from '../model/json.ts';
import { formatMessage } from '../model/message.ts';
import { UsageError } from '../model/usage-error.ts';
import { compareSegmentIds } from '../model/segment-id.ts';
import { alignedSegments, confirmationOf, fingerprintsOf } from '../review/confirmation.ts';
import { argumentsOf } from './command-table.ts';
import { allowWriting, requireDossier } from './open-dossier.ts';
import { refuse, run } from './run.ts';
import { writeFiles } from './write-files.ts';

const usage = `Usage: dossier confirm [--yes] <segment or chapter> …

Records that you have compared the texts of a segment, or of every segment of a chapter, and that they correspond. Their
fingerprints are kept in confirmed.json. If a text changes later, its segment is stale until you confirm it again.`;

await run(usage, async () => {
  const { values, positionals: asked } = argumentsOf('confirm');
  if (asked.length === 0) throw new UsageError(usage);
  const { dossier, messages } = await requireDossier();
  await allowWriting(dossier, values.yes);
  const segments = alignedSegments(dossier);
  const unknown = asked.filter((one) => !segments.some(({ id, chapter }) => id === one || chapter === one));
  if (unknown.length > 0) throw new UsageError(`There is no segment or chapter ${unknown.join(', ')}.`);
  const errors = [...messages, ...judge(dossier)].filter(({ level }) => level === 'error');
  if (errors.length > 0)
    return refuse(...errors.map(formatMessage), 'Nothing was confirmed: correct these errors first.');
  const confirmed = { ...dossier.confirmed.value };
  let count = 0;
  for (const { id, chapter } of segments) {
    if (!asked.includes(id) && !asked.includes(chapter)) continue;
    if (confirmationOf(dossier, id).state === 'untranslated')
      console.log(`${id} is untranslated and was skipped.`);
    else {
      confirmed[id] = fingerprintsOf(dossier, id);
      count++;
    }
  }
  const sorted = Object.fromEntries(Object.entries(confirmed).sort(([a], [b]) => compareSegmentIds(a, b)));
  await writeFiles(new Map([[join(dossier.folder, 'confirmed.json'), indentedJson(sorted)]]));
  console.log(`${counted(count, 'segment')} confirmed.`);
  return 0;
});
