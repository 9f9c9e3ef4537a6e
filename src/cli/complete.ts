import { dossierFolder } from '../config/folder.ts';
import type { Dossier } from '../read/dossier.ts';
import { commands, type Words } from './command-table.ts';

/**
 * The completions of the last of `words`, which may be partial or empty; `words` are the words after `dossier`. Empty
 * if a file, a number or free text is expected.
 */
export async function complete(words: string[]): Promise<string[]> {
  const begun = words.at(-1) ?? '';
  const all = await candidates(words.slice(0, -1), begun);
  return all.filter((word) => word.startsWith(begun));
}

async function candidates([name, ...given]: string[], begun: string): Promise<string[]> {
  if (name === undefined) return [...Object.keys(commands), '--help', '--version'];
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return [];
  const [, value] = Object.entries(command.options).find(([option]) => option === given.at(-1)) ?? [];
  if (value) return wordsOf(value);
  if (begun.startsWith('-')) return [...Object.keys(command.options), '--help'];
  const wanted = await wordsOf(command.positionals);
  return wanted.filter((word) => !given.includes(word));
}

/** Imports only what it needs, since users wait for it between two keystrokes. */
async function wordsOf(words: Words): Promise<string[]> {
  switch (words) {
    case 'anything':
      return [];
    case 'command':
      return Object.keys(commands);
    case 'form': {
      const { forms } = await import('../export/forms.ts');
      return forms.map(({ id }) => id);
    }
    case 'segment': {
      const { alignedSegments } = await import('../review/confirmation.ts');
      return fromDossier((dossier) => [
        ...dossier.settings.value.chapters.map(({ id }) => id),
        ...alignedSegments(dossier).map(({ id }) => id),
      ]);
    }
    case 'address':
      return fromDossier(({ permalinks }) => permalinks.value.map(({ path }) => path));
    default:
      return [...words];
  }
}

async function fromDossier(words: (dossier: Dossier) => string[]): Promise<string[]> {
  const { readDossier } = await import('../read/read-dossier.ts');
  const { dossier } = await readDossier(dossierFolder());
  return dossier ? words(dossier) : [];
}
