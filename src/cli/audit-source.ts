import { compareSource } from '../check/source.ts';
import { UsageError } from '../model/usage-error.ts';
import { requireDossier } from './open-dossier.ts';
import { printMessages } from './print-messages.ts';
import { readPaperFile } from './read-paper-file.ts';
import { run } from './run.ts';

const usage = `Usage: dossier audit-source <paper.txt>

Compares an edition with the text of the paper, if you have it: what the edition lacks, adds or copies. Exit code 1 if
there are findings, 2 if there is nothing to read.`;

await run(usage, async () => {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new UsageError(usage);
  const { dossier, messages } = await requireDossier();
  const text = String(await readPaperFile(path));
  return printMessages([...messages, ...compareSource(dossier, text, path)]) ? 0 : 1;
});
