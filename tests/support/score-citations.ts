import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readCitations } from '../../src/import/citations/read-citations.ts';
import type { Name, Work } from '../../src/model/work.ts';

// Real notes and entries with their fields entered by hand: tests/fixtures/citations/README.md.

const people = z.array(z.string()).default([]);
const keyedSchema = z.strictObject({
  type: z.string().optional(),
  title: z.string(),
  author: people,
  editor: people,
  translator: people,
  'container-title': z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  edition: z.string().optional(),
  issued: z.string().optional(),
  accessed: z.string().optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  locator: z.string().optional(),
});
const works = z.array(keyedSchema).min(1);
const itemSchema = z.union([
  z.strictObject({ note: z.string(), works }),
  z.strictObject({ entry: z.string(), works }),
]);

type Item = z.output<typeof itemSchema>;
/** The values of a work by field, normalised for comparison. */
type Fields = Record<Field, string[]>;
export type Field = keyof typeof keyedSchema.shape;
export const fields = Object.keys(keyedSchema.shape) as Field[];

/** The number of the key’s values that were read or missed, and of values read that are not in the key. */
export interface Score {
  right: number;
  missed: number;
  wrong: number;
}
export type Scores = Record<Field, Score>;

/** A value that was missed or misread. */
export interface Miss {
  text: string;
  field: Field;
  expected: string[];
  found: string[];
}

export const partNames = ['known', 'held-out'] as const;
export type Part = (typeof partNames)[number];
const folder = 'tests/fixtures/citations';

export const formsOf = (part: Part): string[] =>
  readdirSync(join(folder, part))
    .map((file) => basename(file, '.yaml'))
    .sort();

export const itemsOf = (part: Part, form: string): Item[] =>
  z.array(itemSchema).parse(parse(readFileSync(join(folder, part, `${form}.yaml`), 'utf8')));

/** Chinese forms; the others are in Latin script. */
export const chineseForms = new Set([
  'gbt',
  'author-date-zh',
  'journal-notes',
  'law-reviews-zh',
  'foreign-in-chinese',
]);

export function scoreItems(items: readonly Item[]): { scores: Scores; misses: Miss[] } {
  const scores = Object.fromEntries(
    fields.map((field) => [field, { right: 0, missed: 0, wrong: 0 }]),
  ) as Scores;
  const misses: Miss[] = [];
  for (const item of items) {
    const found = readItem(item);
    const pairs = pair(item.works.map(fieldsOfKey), found);
    for (const [expected, read] of pairs)
      for (const field of fields) {
        const [wanted, got] = comparable(expected, read, field);
        const right = wanted.filter((value) => got.includes(value)).length;
        scores[field].right += right;
        scores[field].missed += wanted.length - right;
        scores[field].wrong += got.length - right;
        if (right < Math.max(wanted.length, got.length))
          misses.push({ text: textOf(item), field, expected: wanted, found: got });
      }
  }
  return { scores, misses };
}

const textOf = (item: Item): string => ('note' in item ? item.note : item.entry);

function readItem(item: Item): Fields[] {
  const read = 'note' in item ? readCitations([item.note]) : readCitations([], [item.entry]);
  const locators = new Map(
    read.notes.flat().flatMap(({ work, locator }) => (work && locator ? [[work, locator.value]] : [])),
  );
  return read.works.map((work) => fieldsOfWork(work, locators.get(work.id)));
}

/** Fields that the key may omit although they are printed. */
const optional = new Set<Field>(['URL', 'DOI', 'accessed', 'type', 'locator']);

function comparable(expected: Fields, read: Fields, field: Field): [wanted: string[], got: string[]] {
  const [wanted, got] = [expected[field], read[field]];
  if (wanted.length === 0 && optional.has(field)) return [[], []];
  // The pages that a note cites may be the whole work or part of it.
  if (field === 'page' && [...wanted, ...got].every((value) => expected.locator.includes(value)))
    return [[], []];
  // A day is more precise than the key requires.
  if (field === 'issued' && wanted[0] && got[0]?.startsWith(wanted[0])) return [wanted, wanted];
  return [wanted, got];
}

/** Pairs each work in the key with the work read that has the same title, or else with the next one left. */
function pair(expected: readonly Fields[], found: readonly Fields[]): [Fields, Fields][] {
  const rest = [...found];
  const take = (at: number): Fields | undefined => (at === -1 ? undefined : rest.splice(at, 1)[0]);
  const sure = expected.map((work) => take(rest.findIndex(({ title }) => title[0] === work.title[0])));
  const pairs = expected.map((work, i): [Fields, Fields] => [work, sure[i] ?? rest.shift() ?? nothing()]);
  return [...pairs, ...rest.map((work): [Fields, Fields] => [nothing(), work])];
}

const nothing = (): Fields => Object.fromEntries(fields.map((field) => [field, []])) as unknown as Fields;

function fieldsOfKey(key: z.output<typeof keyedSchema>): Fields {
  return Object.fromEntries(
    fields.map((field) => {
      const value = key[field];
      return [field, Array.isArray(value) ? value.map(personKey) : value === undefined ? [] : [plain(value)]];
    }),
  ) as Fields;
}

function fieldsOfWork(work: Work, locator: string | undefined): Fields {
  const read = { ...work, locator } as Record<string, unknown>;
  return Object.fromEntries(
    fields.map((field) => {
      const value = read[field];
      if (field === 'author' || field === 'editor' || field === 'translator')
        return [field, (work[field] ?? []).map(nameKey)];
      if (field === 'issued' || field === 'accessed') return [field, dateKey(work[field])];
      return [field, typeof value === 'string' ? [plain(value)] : []];
    }),
  ) as Fields;
}

const dateKey = (date: Work['issued']): string[] =>
  date === undefined
    ? []
    : [(date['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0')).join('')];

/** Only letters and digits, in lower case. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=\d)/, '');

/** Family name and first initial; for a Chinese name, its characters. */
function nameKey(name: Name): string {
  if ('literal' in name) return plain(name.literal);
  const { family, given = '' } = name;
  const whole = (name['non-dropping-particle'] ?? '') + family;
  if (!/^\p{Script=Han}/u.test(family)) return `${plain(whole)} ${plain(given).charAt(0)}`.trim();
  return /[·•]/u.test(given) || /\p{Script=Han}{4}/u.test(given) || given.length + family.length > 4
    ? plain(given + family)
    : plain(family + given);
}

function personKey(written: string): string {
  const [family = '', given] = written.split(', ');
  return given === undefined ? plain(written) : `${plain(family)} ${plain(given).charAt(0)}`;
}

export const precision = ({ right, wrong }: Score): number => right / (right + wrong || 1);
export const recall = ({ right, missed }: Score): number => right / (right + missed || 1);

export const sumOf = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, one) => ({
      right: sum.right + one.right,
      missed: sum.missed + one.missed,
      wrong: sum.wrong + one.wrong,
    }),
    { right: 0, missed: 0, wrong: 0 },
  );
