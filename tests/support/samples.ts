import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseDocument } from 'yaml';

/** A sample in a page of the manual: a file, or the top-level keys of `dossier.yaml` that it changes. */
export type Sample = [path: string, content: string];

/** The samples in a text, in order: fenced blocks that name their file. */
export const samplesOf = (text: string): Sample[] =>
  [...text.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, path = '', content = '']) => [path, content]);

/** Writes samples into the dossier in a folder. */
export function laySamples(folder: string, samples: Sample[]): void {
  for (const [name, content] of samples) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name === 'dossier.yaml' ? withKeys(readFileSync(path, 'utf8'), content) : content);
  }
}

function withKeys(settings: string, changed: string): string {
  const whole = parseDocument(settings);
  for (const [key, value] of Object.entries(parse(changed) as object)) whole.set(key, value);
  return whole.toString();
}
