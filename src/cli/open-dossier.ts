import { createInterface } from 'node:readline/promises';
import { installed } from '../model/command-line.ts';
import { localised } from '../model/localised.ts';
import { formatMessage, type Message } from '../model/message.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Dossier } from '../read/dossier.ts';
import { dossierFolder } from '../config/folder.ts';
import { readDossier, type Reading } from '../read/read-dossier.ts';
import { typedPath } from '../read/read-text.ts';
import { shellAssignment } from './shell-assignment.ts';

/** Reads a dossier and prints its name before anything else happens. */
export async function openDossier(folder: string): Promise<Reading> {
  const reading = await readDossier(folder);
  const title = reading.dossier && titleOf(reading.dossier);
  console.error(`Dossier ${typedPath(folder) || '.'}${title === undefined ? '' : `: ${title}`}`);
  return reading;
}

/** The same for a command that cannot do anything without a dossier. */
export async function requireDossier(
  folder = dossierFolder(),
): Promise<{ dossier: Dossier; messages: Message[] }> {
  const { dossier, messages } = await openDossier(folder);
  if (!dossier) throw new UsageError(messages.map(formatMessage).join('\n'));
  return { dossier, messages };
}

/**
 * Guards against writing into a dossier that the user did not name: if `DOSSIER` is not set in the engine’s
 * repository, that is the shipped one; elsewhere `content` is the project’s own. Asks at a terminal; otherwise
 * `--yes` is required.
 */
export async function allowWriting(
  dossier: Dossier,
  yes: boolean,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<void> {
  if (yes || installed || process.env['DOSSIER']) return;
  const folder = typedPath(dossier.folder) || '.';
  if (input.isTTY !== true)
    throw new UsageError(
      `DOSSIER is not set, and this command would write into ${folder}: name the folder with ${shellAssignment('DOSSIER', folder)}, or add --yes.`,
    );
  const question = `DOSSIER is not set: write into ${folder}, ${titleOf(dossier)}?`;
  if (!(await agrees(question, { input, output }))) throw new UsageError('Nothing was written.');
}

/** Asks at a terminal; without one, there is nobody to ask, and what cannot be taken back needs `--yes`. */
export async function agrees(
  question: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<boolean> {
  if (input.isTTY !== true)
    throw new UsageError(`There is no terminal to ask “${question}” at: add --yes. Nothing was changed.`);
  const terminal = createInterface({ input, output });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

function titleOf({ settings }: Dossier): string {
  const { dossier, editions } = settings.value;
  return localised(dossier.title, editions[0]?.id ?? '');
}

interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream;
}
