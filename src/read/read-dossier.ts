import { basename, join, relative, resolve } from 'node:path';
import type { Root } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import { z } from 'zod';
import { parseNotation } from '../markdown/parse.ts';
import {
  actorSchema,
  argumentSchema,
  caseSchema,
  editorNoteSchema,
  exhibitSchema,
  quantitySchema,
  termSchema,
} from '../model/entries.ts';
import type { Message } from '../model/message.ts';
import { startOf, type Place } from '../model/place.ts';
import { confirmedSchema, permalinkSchema } from '../model/registry.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import { isSlug, slugSchema } from '../model/slug.ts';
import { privateEditionSchema, settingsSchema, type Edition, type Settings } from '../model/settings.ts';
import { workSchema } from '../model/work.ts';
import type { CaseEntry, Chapter, Dossier, Entry, Prose } from './dossier.ts';
import { readChapter, targetsIn } from './read-chapter.ts';
import { readReleases } from './read-releases.ts';
import { namesIn, openFolder, readText, shown, type Folder } from './read-text.ts';
import { readYaml, type Sourced } from './read-yaml.ts';

/** A dossier with what could not be read of it. Without `dossier.yaml` there is none. */
export interface Reading {
  dossier: Dossier | undefined;
  messages: Message[];
}

declare global {
  /** Readings by folder, where they are kept. */
  var dossierReadings: Map<string, Promise<Reading>> | undefined;
}

/**
 * From now on this process reads a folder only once: a build needs its dossier in many places, all of which must see the
 * same. Vite gives some of them a module of their own, so that what is kept is kept for the whole process.
 */
export function keepReadings(): void {
  globalThis.dossierReadings = new Map();
}

/**
 * Reads a content folder. Whatever does not fit is reported at its place and left out; the rest is read all the same.
 * Private editions, which `chapters/<edition>/edition.yaml` declares, are left alone unless `withPrivate` is set.
 */
export function readDossier(content: string, { withPrivate = false } = {}): Promise<Reading> {
  const folder = resolve(content);
  const key = `${folder}${withPrivate ? ' private' : ''}`;
  const reading = globalThis.dossierReadings?.get(key) ?? readAnew(folder, withPrivate);
  globalThis.dossierReadings?.set(key, reading);
  return reading;
}

async function readAnew(path: string, withPrivate: boolean): Promise<Reading> {
  const folder = await openFolder(path);
  const { messages } = folder;
  const own = await readYaml(join(path, 'dossier.yaml'), settingsSchema, folder);
  const privately = own ? await readPrivateEditions(folder, own.value) : [];
  const settings: Sourced<Settings> | undefined = own && {
    ...own,
    value: { ...own.value, editions: [...own.value.editions, ...(withPrivate ? privately : [])] },
  };
  if (!settings) {
    if (messages.length === 0) {
      const place = startOf(shown(join(path, 'dossier.yaml')));
      messages.push({
        place,
        level: 'error',
        rule: 'file-readable',
        reason: 'Unexpected absence of dossier.yaml, expected it to describe the dossier',
      });
    }
    return { dossier: undefined, messages };
  }
  const list = async <S extends z.ZodType>(name: string, schema: S): Promise<Sourced<z.output<S>[]>> =>
    (await readYaml(join(path, name), z.array(schema), folder)) ?? {
      value: [],
      at: () => startOf(shown(join(path, name))),
    };

  const works = await list('works.json', workSchema);
  const actors = await readYaml(join(path, 'actors.yaml'), z.record(slugSchema, actorSchema), folder);
  const argument = await readYaml(join(path, 'argument.yaml'), argumentSchema, folder);
  const permalinks = await list('permalinks.json', permalinkSchema);
  const confirmed = await readYaml(join(path, 'confirmed.json'), confirmedSchema, folder);
  const dossier: Omit<Dossier, 'unread'> = {
    folder: path,
    settings,
    chapters: await readChapters(folder, settings.value),
    strays: await findStrays(
      folder,
      settings.value,
      privately.map(({ id }) => id),
    ),
    works: works.value.map((value, i) => ({ id: value.id, value, at: (...keys) => works.at(i, ...keys) })),
    cases: await readCases(folder, settings.value),
    terms: await readFolder(folder, 'terms', termSchema),
    actors: Object.entries(actors?.value ?? {}).map(([id, value]) => ({
      id,
      value,
      at: (...keys) => actors?.at(id, ...keys) ?? startOf('actors.yaml'),
    })),
    exhibits: await readFolder(folder, 'exhibits', exhibitSchema),
    quantities: await list('quantities.yaml', quantitySchema),
    editorNotes: await list('editor-notes.yaml', editorNoteSchema),
    argument: argument ?? { value: {}, at: () => startOf(shown(join(path, 'argument.yaml'))) },
    permalinks,
    releases: await readReleases(folder, permalinks.value),
    confirmed: confirmed ?? { value: {}, at: () => startOf(shown(join(path, 'confirmed.json'))) },
  };
  return {
    dossier: { ...dossier, unread: new Set(messages.map(({ place }) => relative(path, place.path))) },
    messages,
  };
}

const EDITION_FILE = 'edition.yaml';

/** The editions below `chapters/` that are not in dossier.yaml but say themselves what they are. */
async function readPrivateEditions(
  folder: Folder,
  { editions }: { editions: Edition[] },
): Promise<Edition[]> {
  const found: Edition[] = [];
  for (const id of await namesIn(folder, 'chapters')) {
    if (!isSlug(id) || editions.some((edition) => edition.id === id)) continue;
    const sourced = await readYaml(
      join(folder.path, 'chapters', id, EDITION_FILE),
      privateEditionSchema,
      folder,
    );
    if (sourced) found.push({ id, ...sourced.value, private: true });
  }
  return found;
}

async function readChapters(folder: Folder, settings: Settings): Promise<Chapter[]> {
  const parsed: ParsedChapter[] = [];
  for (const { id: edition } of settings.editions) {
    for (const { id, section } of settings.chapters) {
      const path = join(folder.path, 'chapters', edition, `${id}.mdx`);
      const source = await readText(path, folder);
      if (source === undefined) continue;
      const read = parseNotation(source, shown(path));
      if ('messages' in read) folder.messages.push(...read.messages);
      else parsed.push({ id, section, edition, path: shown(path), tree: read.tree });
    }
  }
  return inTurn(parsed, settings);
}

type ParsedChapter = Pick<Chapter, 'id' | 'section' | 'edition' | 'path' | 'tree'>;

/**
 * Reads the chapters of each edition in turn. Before the first printed page that its text marks stands the paper's first.
 * An edition that marks none has the pages of one that does, so far as they are known.
 */
function inTurn(parsed: ParsedChapter[], { editions, paper: { pages } }: Settings): Chapter[] {
  const ofOnePage = pages !== undefined && pages[0] === pages[1];
  const read = editions.map(({ id }) => {
    const own = parsed.filter(({ edition }) => edition === id);
    return {
      id,
      own,
      isPaged: ofOnePage || own.some(({ tree }) => marksPage(tree)),
      chapters: [] as Chapter[],
    };
  });
  // Where an edition lacks what stands before, the printed page is known from the first edition only.
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

function marksPage(tree: Root): boolean {
  let found = false;
  visit(tree, 'pageBreak', () => {
    found = true;
    return EXIT;
  });
  return found;
}

/** What lies in the folder and is no part of a dossier. */
async function findStrays(
  folder: Folder,
  { editions, chapters }: Settings,
  privately: string[],
): Promise<Place[]> {
  const names = editions.filter((one) => !one.private).map(({ id }) => id);
  const strays: string[] = [];
  const expect = async (path: string[], isExpected: (name: string) => boolean): Promise<string[]> => {
    const found = await namesIn(folder, ...path);
    strays.push(...found.filter((name) => !isExpected(name)).map((name) => join(folder.path, ...path, name)));
    return found.filter(isExpected);
  };
  for (const edition of await expect(
    ['chapters'],
    (name) => names.includes(name) || privately.includes(name),
  )) {
    await expect(
      ['chapters', edition],
      (name) =>
        chapters.some(({ id }) => name === `${id}.mdx`) ||
        (privately.includes(edition) && name === EDITION_FILE),
    );
  }
  for (const id of await expect(['cases'], isSlug)) {
    const files = await expect(
      ['cases', id],
      (name) => name === 'case.yaml' || names.some((edition) => name === `${edition}.mdx`),
    );
    if (!files.includes('case.yaml')) strays.push(join(folder.path, 'cases', id));
  }
  const isYaml = (isName: (name: string) => boolean) => (file: string) =>
    file.endsWith('.yaml') && isName(basename(file, '.yaml'));
  await expect(['terms'], isYaml(isSlug));
  await expect(
    ['exhibits'],
    isYaml((name) => parseSegmentId(name)?.type === 'exhibit'),
  );
  return strays.map((path) => startOf(shown(path)));
}

async function readCases(folder: Folder, settings: Settings): Promise<CaseEntry[]> {
  const cases: CaseEntry[] = [];
  for (const id of (await namesIn(folder, 'cases')).filter(isSlug)) {
    const sourced = await readYaml(join(folder.path, 'cases', id, 'case.yaml'), caseSchema, folder);
    if (!sourced) continue;
    const prose: Prose[] = [];
    for (const { id: edition } of settings.editions) {
      const path = join(folder.path, 'cases', id, `${edition}.mdx`);
      const source = await readText(path, folder);
      if (source === undefined) continue;
      const parsed = parseNotation(source, shown(path));
      if ('messages' in parsed) folder.messages.push(...parsed.messages);
      else
        prose.push({
          edition,
          tree: parsed.tree,
          path: shown(path),
          targets: targetsIn(parsed.tree.children, shown(path)),
        });
    }
    cases.push({ id, ...sourced, prose });
  }
  return cases;
}

/** One YAML file an entry; its name is the slug. */
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
