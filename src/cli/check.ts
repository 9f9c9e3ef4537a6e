import { parseArgs } from 'node:util';
import { checkDossier } from '../check/check-dossier.ts';
import { printMessages } from './print-messages.ts';
import { dossierFolder } from '../read/folder.ts';

const usage = `Usage: npm run check [-- --strict] [<content folder>]

Says path:line:column of everything in a content folder that does not fit. Exit code 1 if there are errors (with
--strict also if something is left to do), 2 if it cannot be read.`;

try {
  const { values, positionals } = parseArgs({
    options: { strict: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) console.log(usage);
  else {
    const { messages, readable } = await checkDossier(positionals[0] ?? dossierFolder());
    const passed = printMessages(messages, { strict: values.strict ?? false });
    process.exitCode = !readable ? 2 : passed ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 2;
}
