import { basename, join, relative, resolve } from 'node:path';
import type { Root } from 'mdast';
import type { z } from 'zod';
import { nodesOf } from '../markdown/nodes-of.ts';
import { parseNotation, type ParseNotation } from '../markdown/parse.ts';
import { fileSchemas } from '../model/file-schemas.ts';
import { createMessage, type Message } from '../model/message.ts';
import { startOf } from '../model/place.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import { isSlug } from '../model/is-slug.ts';
import type { Edition, Settings } from '../model/settings.ts';
import type { CaseEntry, Chapter, Dossier, Entry, Prose, UnknownFile } from './dossier.ts';
import { readChapter, targetsIn } from './read-chapter.ts';
import { isPictureFile, readPictures } from './read-pictures.ts';
import { readReleases } from './read-releases.ts';
import { recordFiles } from './record-files.ts';
import { namesIn, openFolder, readText, typedPath, type Folder } from './read-text.ts';
import { readYaml, type Sourced } from './read-yaml.ts';

/**
 * The result of reading a folder: a dossier and messages about what could not be read. Without `dossier.yaml` there
 * is no dossier.
 */
export interface Reading {
  dossier: Dossier | undefined;
  messages: Message[];
}

declare global {
  /** Cached readings, by folder. */
  var dossierReadings: Map<string, Promise<Reading>> | undefined;
}

/**
 * From now on this process reads each folder only once: a build needs its dossier in many places, all of which must
 * see the same state. The cache is global because Vite loads some of those places with another copy of this module.
 */
export function keepReadings(): void {
  globalThis.dossierReadings = new Map();
}

/**
 * Reads a content folder. Anything invalid is reported at its place and left out; the rest is still read. Private
 * editions, which `chapters/<edition>/edition.yaml` declares, are ignored unless `withPrivate` is set.
 */
export function readDossier(content: string, { withPrivate = false } = {}): Promise<Reading> {
  const key = keyOf(content, withPrivate);
  const reading = globalThis.dossierReadings?.get(key) ?? readAnew(content, { withPrivate });
  globalThis.dossierReadings?.set(key, reading);
  return reading;
}

/** Sets the cached reading of a folder, until another is set. */
export function keepReading(content: string, { withPrivate = false }, reading: Reading): void {
  globalThis.dossierReadings ??= new Map();
  globalThis.dossierReadings.set(keyOf(content, withPrivate), Promise.resolve(reading));
}

const keyOf = (content: string, withPrivate: boolean): string =>
  `${resolve(content)}${withPrivate ? ' private' : ''}`;

/** Reads a content folder from disk, ignoring the cache. */
export async function readAnew(
  content: string,
  { withPrivate = false, parse = parseNotation }: { withPrivate?: boolean; parse?: ParseNotation } = {},
): Promise<Reading> {
  const path = resolve(content);
  const folder = { ...(await openFolder(path)), parse };
  const { messages } = folder;
  const ownSettings = await readYaml(join(path, 'dossier.yaml'), fileSchemas.dossier, folder);
  if (!ownSettings) {
    if (messages.length === 0) {
      const place = startOf(typedPath(join(path, 'dossier.yaml')));
      const reason = 'Missing dossier.yaml, expected it to describe the dossier';
      const note = 'Set DOSSIER to the folder of another dossier; dossier init creates a new one.';
      messages.push(createMessage({ place, rule: 'file-readable', reason, note }));
    } else {
      const last = messages.at(-1)!;
      last.note = [last.note?.replace(/\.?$/, '.'), MORE].filter(Boolean).join(' ');
      await readWithoutSettings(folder);
    }
    return { dossier: undefined, messages };
  }
  const privateEditions = await readPrivateEditions(folder, ownSettings.value);
  const settings: Sourced<Settings> = {
    ...ownSettings,
    value: {
      ...ownSettings.value,
      editions: [...ownSettings.value.editions, ...(withPrivate ? privateEditions : [])],
    },
  };
  const sources = new Map<string, string>();
  const records = await readRecords(folder);
  const dossier: Omit<Dossier, 'unread'> = {
    folder: path,
    settings,
    chapters: await readChapters(folder, settings.value, sources),
    sources,
    unknownFiles: await findUnknownFiles(
      folder,
      settings.value,
      privateEditions.map(({ id }) => id),
      records.exhibits,
    ),
    cases: await readCases(
      folder,
      settings.value.editions.map(({ id }) => id),
    ),
    ...records,
  };
  return {
    dossier: { ...dossier, unread: new Set(messages.map(({ file }) => relative(path, file))) },
    messages,
  };
}

const MORE =
  'Until dossier.yaml can be read, texts are not compared and links not followed: more messages may follow.';

/** Collects the messages about the other files of a dossier whose settings cannot be read. */
async function readWithoutSettings(folder: ParsedFolder): Promise<void> {
  const editions = (await namesIn(folder, 'chapters')).filter(isSlug);
  for (const edition of editions) {
    for (const name of await namesIn(folder, 'chapters', edition)) {
      if (name.endsWith('.mdx')) await readNotation(join(folder.path, 'chapters', edition, name), folder);
    }
  }
  await readCases(folder, editions);
  await readRecords(folder);
}

type ParsedFolder = Folder & { parse: ParseNotation };

type Records = Omit<
  Dossier,
  'folder' | 'settings' | 'chapters' | 'sources' | 'unknownFiles' | 'unread' | 'cases'
>;

/** Reads the files beside the chapters that do not depend on other files. */
async function readRecords(folder: Folder): Promise<Records> {
  const read = async <S extends z.ZodType>(
    name: string,
    schema: S,
    none: z.output<S>,
  ): Promise<Sourced<z.output<S>>> => {
    const path = join(folder.path, name);
    return (await readYaml(path, schema, folder)) ?? { value: none, at: () => startOf(typedPath(path)) };
  };
  const works = await read(recordFiles.works, fileSchemas.works, []);
  const actors = await read(recordFiles.actors, fileSchemas.actors, {});
  const permalinks = await read(recordFiles.permalinks, fileSchemas.permalinks, []);
  const exhibits = await readFolder(folder, 'exhibits', fileSchemas.exhibit);
  return {
    works: works.value.map((value, i) => ({ id: value.id, value, at: (...keys) => works.at(i, ...keys) })),
    terms: await readFolder(folder, 'terms', fileSchemas.term),
    actors: Object.entries(actors.value).map(([id, value]) => ({
      id,
      value,
      at: (...keys) => actors.at(id, ...keys),
    })),
    exhibits,
    pictures: await readPictures(folder, exhibits),
    quantities: await read(recordFiles.quantities, fileSchemas.quantities, []),
    editorNotes: await read(recordFiles.editorNotes, fileSchemas['editor-notes'], []),
    checks: await read(recordFiles.checks, fileSchemas.checks, []),
    quotations: await read(recordFiles.quotations, fileSchemas.quotations, []),
    romanised: await read(recordFiles.romanised, fileSchemas.romanised, {}),
    argument: await read(recordFiles.argument, fileSchemas.argument, {}),
    permalinks,
    releases: await readReleases(folder, permalinks.value),
    confirmed: await read(recordFiles.confirmed, fileSchemas.confirmed, {}),
  };
}

const EDITION_FILE = 'edition.yaml';

/** The editions below `chapters/` that are not in dossier.yaml but have an `edition.yaml` of their own. */
async function readPrivateEditions(
  folder: Folder,
  { editions }: { editions: Edition[] },
): Promise<Edition[]> {
  const found: Edition[] = [];
  for (const id of await namesIn(folder, 'chapters')) {
    if (!isSlug(id) || editions.some((edition) => edition.id === id)) continue;
    const sourced = await readYaml(
      join(folder.path, 'chapters', id, EDITION_FILE),
      fileSchemas.edition,
      folder,
    );
    if (sourced) found.push({ id, ...sourced.value, private: true });
  }
  return found;
}

async function readChapters(
  folder: ParsedFolder,
  settings: Settings,
  sources: Map<string, string>,
): Promise<Chapter[]> {
  const parsed: ParsedChapter[] = [];
  for (const { id: edition } of settings.editions) {
    for (const { id, section } of settings.chapters) {
      const path = join(folder.path, 'chapters', edition, `${id}.mdx`);
      const read = await readNotation(path, folder);
      if (!read) continue;
      parsed.push({ id, section, edition, path: typedPath(path), tree: read.tree });
      sources.set(typedPath(path), read.source);
    }
  }
  return readChaptersByEdition(parsed, settings);
}

type ParsedChapter = Pick<Chapter, 'id' | 'section' | 'edition' | 'path' | 'tree'>;

/**
 * Reads the chapters of each edition in turn. Text before the first page mark is on the paper’s first page. An
 * edition without page marks takes the pages from one that has them, as far as they are known.
 */
function readChaptersByEdition(parsed: ParsedChapter[], { editions, paper: { pages } }: Settings): Chapter[] {
  const ofOnePage = pages !== undefined && pages[0] === pages[1];
  const read = editions.map(({ id }) => {
    const own = parsed.filter(({ edition }) => edition === id);
    return {
      id,
      own,
      isPaged: ofOnePage || own.some(({ tree }) => nodesOf([tree], 'pageBreak').length > 0),
      chapters: [] as Chapter[],
    };
  });
  // Editions with page marks first: the others take their printed pages from them.
  const known = new Map<string, [number, number]>();
  for (const edition of [...read].sort((a, b) => Number(b.isPaged) - Number(a.isPaged))) {
    const { isPaged } = edition;
    let page = isPaged ? pages?.[0] : undefined;
    for (const { tree, ...frame } of edition.own) {
      const chapter = readChapter(tree, { ...frame, page, isPaged, known });
      page = chapter.segments.at(-1)?.pages?.[1] ?? page;
      edition.chapters.push(chapter);
      for (const { id, pages: at } of chapter.segments) if (at && !known.has(id)) known.set(id, at);
    }
  }
  return read.flatMap(({ chapters }) => chapters);
}

/** Files and folders that are not part of a dossier. */
async function findUnknownFiles(
  folder: Folder,
  { editions, chapters }: Settings,
  privateEditions: string[],
  exhibits: Dossier['exhibits'],
): Promise<UnknownFile[]> {
  const names = editions.filter((one) => !one.private).map(({ id }) => id);
  const unknownFiles: UnknownFile[] = [];
  const reject = (path: string, name: string, expected: string[]): void => {
    const place = startOf(typedPath(join(folder.path, path, name)));
    unknownFiles.push({ place, name, folder: path, expected });
  };
  const expect = async (
    path: string,
    expected: string[],
    isExpected = (name: string): boolean => expected.includes(name),
  ): Promise<string[]> => {
    const { known = [], unknown = [] } = Object.groupBy(await namesIn(folder, path), (name) =>
      isExpected(name) ? 'known' : 'unknown',
    );
    for (const name of unknown) reject(path, name, expected);
    return known;
  };
  await expect('', rootNames, (name) => rootNames.includes(name) || besideDossier.test(name));
  for (const edition of await expect('chapters', [...names, ...privateEditions])) {
    const files = chapters.map(({ id }) => `${id}.mdx`);
    await expect(`chapters/${edition}`, privateEditions.includes(edition) ? [...files, EDITION_FILE] : files);
  }
  for (const id of await expect('cases', [], isSlug)) {
    const files = ['case.yaml', ...names.map((edition) => `${edition}.mdx`)];
    const found = await expect(`cases/${id}`, files);
    if (!found.includes('case.yaml')) reject('cases', id, []);
  }
  const isYaml = (isName: (name: string) => boolean) => (file: string) =>
    file.endsWith('.yaml') && isName(basename(file, '.yaml'));
  await expect('terms', [], isYaml(isSlug));
  const isExhibit = isYaml((name) => parseSegmentId(name)?.type === 'exhibit');
  const written = (await namesIn(folder, 'exhibits')).filter(isExhibit);
  const pictures = exhibits.flatMap(({ value }) => (value.type === 'picture' ? [value.file] : []));
  // An exhibit that cannot be read may name any picture.
  const isNamed = (name: string): boolean => pictures.includes(name) || exhibits.length < written.length;
  await expect('exhibits', [], (name) => isExhibit(name) || (isPictureFile(name) && isNamed(name)));
  return unknownFiles;
}

/** The files and folders at the root of a dossier. */
const rootNames = [
  'dossier.yaml',
  'chapters',
  'cases',
  'terms',
  'exhibits',
  ...Object.values(recordFiles),
  'releases',
];

/** Other files expected in a folder that is kept in git or has its own tools. */
const besideDossier =
  /^(?:(?:readme|licen[cs]e|copying|notice|changelog|contributing|authors)\b.*|citation\.cff|package(?:-lock)?\.json|node_modules|makefile)$/i;

/** Reads a file in our notation; undefined if it is missing or cannot be read, in which case a message says so. */
async function readNotation(
  path: string,
  folder: ParsedFolder,
): Promise<{ source: string; tree: Root } | undefined> {
  const source = await readText(path, folder);
  if (source === undefined) return undefined;
  const parsed = folder.parse(source, typedPath(path));
  if ('tree' in parsed) return { source, tree: parsed.tree };
  folder.messages.push(...parsed.messages);
  return undefined;
}

async function readCases(folder: ParsedFolder, editions: string[]): Promise<CaseEntry[]> {
  const cases: CaseEntry[] = [];
  for (const id of (await namesIn(folder, 'cases')).filter(isSlug)) {
    const sourced = await readYaml(join(folder.path, 'cases', id, 'case.yaml'), fileSchemas.case, folder);
    if (!sourced) continue;
    const prose: Prose[] = [];
    for (const edition of editions) {
      const path = join(folder.path, 'cases', id, `${edition}.mdx`);
      const read = await readNotation(path, folder);
      if (!read) continue;
      const targets = targetsIn(read.tree.children, typedPath(path));
      prose.push({ edition, tree: read.tree, path: typedPath(path), targets });
    }
    cases.push({ id, ...sourced, prose });
  }
  return cases;
}

/** Reads a folder with one YAML file per entry; the file’s name is the slug. */
async function readFolder<S extends z.ZodType>(
  folder: Folder,
  part: string,
  schema: S,
): Promise<Entry<z.output<S>>[]> {
  const entries: Entry<z.output<S>>[] = [];
  for (const name of await namesIn(folder, part)) {
    if (!name.endsWith('.yaml') || !isSlug(basename(name, '.yaml'))) continue;
    const sourced = await readYaml(join(folder.path, part, name), schema, folder);
    if (sourced) entries.push({ id: basename(name, '.yaml'), ...sourced });
  }
  return entries;
}
