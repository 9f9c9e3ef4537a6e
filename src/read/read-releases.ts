import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../model/fingerprint.ts';
import type { Permalink } from '../model/permalink.ts';
import { createMessage } from '../model/message.ts';
import { startOf } from '../model/place.ts';
import { frozenEditionSchema, releaseRecordSchema, type FrozenEdition } from '../model/release.ts';
import { hiddenIn, mayHide } from './hidden.ts';
import { RELEASED_PICTURES, readReleasedPictures } from './read-pictures.ts';
import { recordFiles } from './record-files.ts';
import { format1Schema, fromFormat1 } from './release-format-1.ts';
import { namesIn, readText, typedPath, type Folder } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import type { Releases } from './dossier.ts';

/** Reads `releases.json` and every file that it lists. Missing files are left out; `release-kept` reports them. */
export async function readReleases(folder: Folder, permalinks: Permalink[]): Promise<Releases> {
  const path = join(folder.path, recordFiles.releases);
  const list = (await readYaml(path, z.array(releaseRecordSchema), folder)) ?? {
    value: [],
    at: () => startOf(typedPath(path)),
  };
  const files: Releases['files'] = [];
  for (const { version, editions } of list.value) {
    for (const edition of Object.keys(editions)) {
      const file = await readFrozen(
        join(folder.path, 'releases', version, `${edition}.json`),
        permalinks,
        folder,
      );
      if (file) files.push({ version, edition, ...file });
    }
  }
  const unknownFiles = (await namesIn(folder, 'releases'))
    .filter((name) => name !== RELEASED_PICTURES && !list.value.some(({ version }) => version === name))
    .map((name) => startOf(typedPath(join(folder.path, 'releases', name))));
  return { list, files, pictures: await readReleasedPictures(folder), unknownFiles };
}

/**
 * Reads one frozen text. The file is generated and may be long, so it is read as plain JSON; a mismatch is reported
 * for the file as a whole.
 */
async function readFrozen(
  path: string,
  permalinks: Permalink[],
  folder: Folder,
): Promise<{ path: string; digest: string; value: FrozenEdition } | undefined> {
  const text = await readText(path, folder);
  if (text === undefined) return undefined;
  const reject = (rule: string, reason: string): undefined => {
    folder.messages.push(createMessage({ place: startOf(typedPath(path)), rule, reason }));
  };
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch (error) {
    return reject(
      'file-readable',
      `Unexpected JSON, expected valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const [hidden] = mayHide(text) ? hiddenIn(plain) : [];
  if (hidden) return reject('schema-holds', `${hidden.reason} (at ${hidden.keys.join('.')})`);
  const result = z.discriminatedUnion('format', [frozenEditionSchema, format1Schema]).safeParse(plain);
  if (result.success) {
    const { data } = result;
    return data.format === 'dossier-release-1'
      ? { path: typedPath(path), digest: digestOf(plain), value: fromFormat1(data, permalinks) }
      : { path: typedPath(path), digest: textDigest(data), value: data };
  }
  const [issue] = result.error.issues;
  return reject(
    'schema-holds',
    `Unexpected value at ${issue?.path.join('.') ?? ''}, expected the form of a release: ${issue?.message ?? ''}`,
  );
}

/** The SHA-256 of a release’s words, which may never change; their HTML may. */
export const textDigest = ({ chapters, entries }: FrozenEdition): string =>
  digestOf([
    chapters.map(({ id, title, segments, notes }) => [
      id,
      title,
      segments.map(({ id: segment, pages, units, remarks, checks }) => [
        ...[segment, pages, units, remarks],
        ...(checks ? [checks] : []),
      ]),
      notes.map(({ number, text }) => [number, text]),
    ]),
    entries,
  ]);

/** The SHA-256 of a value as JSON: of a file’s content, regardless of its formatting. */
export const digestOf = (value: unknown): string => sha256(JSON.stringify(value));
