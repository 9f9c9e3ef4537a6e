import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judge } from '../check/check-dossier.ts';
import { formatMessage } from '../model/message.ts';
import { compareSegmentIds } from '../model/segment-id.ts';
import { alignedSegments, confirmationOf, fingerprintsOf } from '../read/confirmation.ts';
import { dossierFolder } from '../read/folder.ts';
import { readDossier } from '../read/read-dossier.ts';

const usage = `Usage: npm run confirm -- <segment or chapter> …

Says that the texts of a segment, or of every segment of a chapter, have been compared and correspond. Their fingerprints
are kept in confirmed.json; when a text changes afterwards, its segment counts as stale until it is confirmed again.`;

const asked = process.argv.slice(2);
const { dossier, messages } = await readDossier(dossierFolder());
const errors = dossier ? [...messages, ...judge(dossier)].filter(({ level }) => level === 'error') : messages;
const segments = dossier ? alignedSegments(dossier) : [];
const unknown = asked.filter((one) => !segments.some(({ id, chapter }) => id === one || chapter === one));

if (asked.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no segment or chapter ${unknown.join(', ')}.`);
  console.error(usage);
  process.exitCode = 2;
} else if (!dossier || errors.length > 0) {
  console.error(errors.map(formatMessage).join('\n'));
  console.error('Nothing was confirmed: these errors come first.');
  process.exitCode = 1;
} else {
  const confirmed = { ...dossier.confirmed.value };
  let count = 0;
  for (const { id, chapter } of segments) {
    if (!asked.includes(id) && !asked.includes(chapter)) continue;
    if (confirmationOf(dossier, id).state === 'untranslated')
      console.log(`${id} is untranslated and was passed over.`);
    else {
      confirmed[id] = fingerprintsOf(dossier, id);
      count++;
    }
  }
  const sorted = Object.fromEntries(Object.entries(confirmed).sort(([a], [b]) => compareSegmentIds(a, b)));
  await writeFile(join(dossier.folder, 'confirmed.json'), `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(`${count} segments confirmed.`);
}
