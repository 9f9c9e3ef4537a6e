import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  correctionsSchema,
  type Corrections,
  type UnusableCorrection,
} from '../import/corrections/corrections.ts';
import { createMessage, type Message } from '../model/message.ts';
import { readYaml } from '../read/read-yaml.ts';
import { openFolder } from '../read/read-text.ts';
import { printMessages } from './print-messages.ts';

export interface ReadCorrections {
  corrections: Corrections;
  /** The file’s text; undefined if there is no file. */
  text: string | undefined;
  /** The message for a correction that matches nothing, at its place in the file. */
  messageOf: (correction: UnusableCorrection) => Message;
}

/** A file with only comments contains no corrections. */
const fileSchema = correctionsSchema.nullable();

/** Reads an editor’s corrections. Undefined if they do not match their schema, in which case messages are printed. */
export async function readCorrections(path: string): Promise<ReadCorrections | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const folder = await openFolder(dirname(path));
  const read = await readYaml(path, fileSchema, folder);
  if (folder.messages.length > 0) {
    printMessages(folder.messages);
    console.error('Nothing was written.');
    return undefined;
  }
  return {
    corrections: read?.value ?? {},
    text,
    messageOf: ({ keys, reason }) =>
      createMessage({
        place: read?.at(...keys) ?? { path, line: 1, column: 1 },
        rule: 'schema-holds',
        reason,
      }),
  };
}
