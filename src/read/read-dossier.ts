import { basename, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { parseNotation } from '../markdown/parse.ts';
import {
  actorSchema,
  caseSchema,
  editorNoteSchema,
  exhibitSchema,
  quantitySchema,
  termSchema,
} from '../model/entries.ts';
import type { Message } from '../model/message.ts';
import { startOf, type Place } from '../model/place.ts';
import { confirmedSchema, permalinkSchema } from '../model/registry.ts';
import { settingsSchema, type Settings } from '../model/settings.ts';
import { workSchema } from '../model/work.ts';
import type { CaseEntry, Chapter, Dossier, Entry, Prose } from './dossier.ts';
import { readChapter, targetsIn } from './read-chapter.ts';
import { namesIn, readText, shown } from './read-text.ts';
import { readYaml, type Sourced } from './read-yaml.ts';

/** A dossier with what could not be read of it. Without `dossier.yaml` there is none. */
export interface Reading {
  dossier: Dossier | undefined;
  messages: Message[];
}

/** Reads a content folder. Whatever does not fit is reported at its place and left out; the rest is read all the same. */
export async function readDossier(content: string): Promise<Reading> {
  const folder = resolve(content);
  const messages: Message[] = [];
  const settings = await readYaml(join(folder, 'dossier.yaml'), settingsSchema, messages);
  if (!settings) {
    if (messages.length === 0) {
      const place = startOf(shown(join(folder, 'dossier.yaml')));
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
    (await readYaml(join(folder, name), z.array(schema), messages)) ?? {
      value: [],
      at: () => startOf(shown(join(folder, name))),
    };

  const works = await list('works.json', workSchema);
  const actors = await readYaml(join(folder, 'actors.yaml'), z.record(z.string(), actorSchema), messages);
  const confirmed = await readYaml(join(folder, 'confirmed.json'), confirmedSchema, messages);
  const dossier: Omit<Dossier, 'unread'> = {
    folder,
    settings,
    chapters: await readChapters(folder, settings.value, messages),
    strays: await findStrays(folder, settings.value),
    works: works.value.map((value, i) => ({ id: value.id, value, at: (...keys) => works.at(i, ...keys) })),
    cases: await readCases(folder, settings.value, messages),
    terms: await readFolder(join(folder, 'terms'), termSchema, messages),
    actors: Object.entries(actors?.value ?? {}).map(([id, value]) => ({
      id,
      value,
      at: (...keys) => actors?.at(id, ...keys) ?? startOf('actors.yaml'),
    })),
    exhibits: await readFolder(join(folder, 'exhibits'), exhibitSchema, messages),
    quantities: await list('quantities.yaml', quantitySchema),
    editorNotes: await list('editor-notes.yaml', editorNoteSchema),
    permalinks: await list('permalinks.json', permalinkSchema),
    confirmed: confirmed ?? { value: {}, at: () => startOf(shown(join(folder, 'confirmed.json'))) },
  };
  return {
    dossier: { ...dossier, unread: new Set(messages.map(({ place }) => relative(folder, place.path))) },
    messages,
  };
}

async function readChapters(folder: string, settings: Settings, messages: Message[]): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  for (const { id: edition } of settings.editions) {
    let page = settings.paper.pages[0];
    for (const { id, section } of settings.chapters) {
      const path = join(folder, 'chapters', edition, `${id}.mdx`);
      const source = await readText(path, messages);
      if (source === undefined) continue;
      const parsed = parseNotation(source, shown(path));
      if ('messages' in parsed) {
        messages.push(...parsed.messages);
        continue;
      }
      const chapter = readChapter(parsed.tree, { id, section, edition, path: shown(path), page });
      page = chapter.segments.at(-1)?.pages[1] ?? page;
      chapters.push(chapter);
    }
  }
  return chapters;
}

async function findStrays(folder: string, { editions, chapters }: Settings): Promise<Place[]> {
  const strays: string[] = [];
  for (const edition of await namesIn(folder, 'chapters')) {
    if (!editions.some(({ id }) => id === edition)) strays.push(join(folder, 'chapters', edition));
    else {
      for (const name of await namesIn(folder, 'chapters', edition)) {
        if (!chapters.some(({ id }) => name === `${id}.mdx`))
          strays.push(join(folder, 'chapters', edition, name));
      }
    }
  }
  return strays.map((path) => startOf(shown(path)));
}

async function readCases(folder: string, settings: Settings, messages: Message[]): Promise<CaseEntry[]> {
  const cases: CaseEntry[] = [];
  for (const id of await namesIn(folder, 'cases')) {
    const sourced = await readYaml(join(folder, 'cases', id, 'case.yaml'), caseSchema, messages);
    if (!sourced) continue;
    const prose: Prose[] = [];
    for (const { id: edition } of settings.editions) {
      const path = join(folder, 'cases', id, `${edition}.mdx`);
      const source = await readText(path, messages);
      if (source === undefined) continue;
      const parsed = parseNotation(source, shown(path));
      if ('messages' in parsed) messages.push(...parsed.messages);
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
  folder: string,
  schema: S,
  messages: Message[],
): Promise<Entry<z.output<S>>[]> {
  const entries: Entry<z.output<S>>[] = [];
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.yaml')) continue;
    const sourced = await readYaml(join(folder, name), schema, messages);
    if (sourced) entries.push({ id: basename(name, '.yaml'), ...sourced });
  }
  return entries;
}
