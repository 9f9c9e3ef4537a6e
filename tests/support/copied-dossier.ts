import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { formatMessage, type Message } from '../../src/model/message.ts';

/** A copy of a dossier in `tests/fixtures/dossiers/` to change: a new one for each test of a file or block. */
export function copiedDossier(name: string) {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), `dossier-${name}-`));
    cpSync(`tests/fixtures/dossiers/${name}`, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const path = (file: string): string => join(folder, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), content);
  };
  const check = async (): Promise<Message[]> => (await checkDossier(folder)).messages;
  /** A message as `check` prints it, with paths from the dossier’s folder. */
  const shown = (message: Message): string => formatMessage(message).replaceAll(`${folder}/`, '');
  return {
    /** Only known while a test runs. */
    get folder() {
      return folder;
    },
    path,
    read,
    write,
    /** Replaces a text, which the file must contain. */
    edit(file: string, from: string, to: string): void {
      const before = read(file);
      if (!before.includes(from)) throw new Error(`${file} does not contain ${from}`);
      write(
        file,
        before.replace(from, () => to),
      );
    },
    check,
    shown,
    said: async (): Promise<string[]> => (await check()).map(shown),
  };
}
