import { checkDossier } from '../check/check-dossier.ts';
import { unknownLanguages } from '../check/unknown-languages.ts';
import { reports, type ReportFormat } from '../check/report.ts';
import { dossierFolder } from '../config/folder.ts';
import { UsageError } from '../model/usage-error.ts';
import { keepReadings } from '../read/read-dossier.ts';
import { argumentsOf } from './command-table.ts';
import { openDossier } from './open-dossier.ts';
import { printMessages } from './print-messages.ts';
import { run } from './run.ts';

const usage = `Usage: dossier check [--strict] [--format text|json|github] [<content folder>]

Reports everything that is wrong in a content folder, with path:line:column. --format json prints a list for programs,
--format github commands with which GitHub Actions shows messages beside their lines. Exit code 1 if there are errors
(with --strict also if there are todos), 2 if the folder cannot be read.`;

await run(usage, async () => {
  const { values, positionals } = argumentsOf('check');
  const { strict, format = 'text' } = values;
  if (!isFormat(format))
    throw new UsageError(`Unknown format ${format}, expected one of ${Object.keys(reports).join(', ')}.`);
  const folder = positionals[0] ?? dossierFolder();
  keepReadings();
  await openDossier(folder);
  const { dossier, messages } = await checkDossier(folder);
  if (dossier && format === 'text') for (const line of unknownLanguages(dossier)) console.log(line);
  const passed = printMessages(messages, { strict, format });
  return !dossier ? 2 : passed ? 0 : 1;
});

function isFormat(name: string): name is ReportFormat {
  return Object.hasOwn(reports, name);
}
