import { readFile } from 'node:fs/promises';
import { compareSource } from '../check/source/compare-source.ts';
import { formatMessage } from '../model/message.ts';
import { dossierFolder } from '../read/folder.ts';
import { readDossier } from '../read/read-dossier.ts';
import { printMessages } from './print-messages.ts';

const usage = `Usage: npm run audit:source -- <paper.txt>

For whoever holds the paper's text: what the edition lacks of it, adds to it or copies from it. Exit code 1 if anything is
found, 2 if there is nothing to read.`;

const [path] = process.argv.slice(2);
const text = path === undefined ? undefined : await readFile(path, 'utf8').catch(() => undefined);
const { dossier, messages } = await readDossier(dossierFolder());
if (path === undefined || text === undefined || !dossier) {
  if (!dossier) console.error(messages.map(formatMessage).join('\n'));
  else if (path !== undefined) console.error(`${path} cannot be read.`);
  console.error(usage);
  process.exitCode = 2;
} else if (!printMessages([...messages, ...compareSource(dossier, text, path)])) process.exitCode = 1;
