import { parseArgs } from 'node:util';
import { checkDossier } from '../check/check-dossier.ts';
import { dossierFolder } from '../config/folder.ts';
import { keepReadings } from '../read/read-dossier.ts';
import { openDossier } from './open-dossier.ts';
import { printMessages } from './print-messages.ts';
import { run } from './run.ts';

const usage = `Usage: npm run check [-- --strict] [<content folder>]

Says path:line:column of everything in a content folder that does not fit. Exit code 1 if there are errors (with
--strict also if something is left to do), 2 if it cannot be read.`;

await run(usage, async () => {
  const { values, positionals } = parseArgs({
    options: { strict: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? dossierFolder();
  keepReadings();
  await openDossier(folder);
  const { messages, readable } = await checkDossier(folder);
  const passed = printMessages(messages, values);
  return !readable ? 2 : passed ? 0 : 1;
});
