import { compareSource } from '../check/source/compare-source.ts';
import { UsageError } from '../model/usage-error.ts';
import { requireDossier } from './open-dossier.ts';
import { printMessages } from './print-messages.ts';
import { readPaperFile } from './read-paper-file.ts';
import { run } from './run.ts';

const usage = `Usage: dossier audit-source <paper.txt>

Compares the editions with the text of the paper, if you have it: reports what they omit, add or copy. Exit code 1 if
anything is found, 2 if there is nothing to read.`;

await run(usage, async () => {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new UsageError(usage);
  const { dossier, messages } = await requireDossier();
  const text = String(await readPaperFile(path));
  return printMessages([...messages, ...compareSource(dossier, text, path)]) ? 0 : 1;
});
