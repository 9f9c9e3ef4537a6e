import { join } from 'node:path';
import { z } from 'zod';
import { actorSchema } from '../../model/entries.ts';
import { fileSchemas } from '../../model/file-schemas.ts';
import { startOf, type Place } from '../../model/place.ts';
import type { Dossier } from '../../read/dossier.ts';
import { typedPath } from '../../read/read-text.ts';
import type { Sourced } from '../../read/read-yaml.ts';
import { workSchema } from '../../model/work.ts';
import { nearest } from '../../model/nearest.ts';
import type { Rule } from '../rule.ts';

export const editionsNamed: Rule = {
  id: 'editions-named',
  *judge(dossier) {
    const editions = dossier.settings.value.editions.map(({ id }) => id);
    for (const { record, name, place } of recordsOf(dossier)) {
      const given = Object.keys(record);
      for (const key of given.filter((one) => !editions.includes(one))) {
        yield {
          place,
          reason: `Unexpected edition “${key}”, expected one of ${editions.join(', ')}${nearest(key, editions)}`,
          actual: key,
          expected: editions,
        };
      }
      const missing = editions.filter((edition) => !given.includes(edition));
      if (!optional.has(name) && missing.length > 0)
        yield {
          place,
          level: 'todo',
          reason: `Missing ${name} in edition ${missing.join(', ')}, expected it in every edition`,
        };
    }
    for (const { id, prose } of dossier.cases) {
      // A case need not have an account.
      if (prose.length === 0) continue;
      for (const edition of editions) {
        const file = `cases/${id}/${edition}.mdx`;
        if (prose.some((one) => one.edition === edition) || dossier.unread.has(file)) continue;
        yield {
          place: startOf(typedPath(join(dossier.folder, file))),
          level: 'todo',
          reason: `Missing account of the case “${id}” in edition ${edition}, expected ${file}`,
        };
      }
    }
    for (const { edition, path, tree } of dossier.cases.flatMap(({ prose }) => prose)) {
      if (tree.children.length > 0) continue;
      const reason = `Missing text in edition ${edition}, expected the account of the case`;
      yield { place: startOf(path), level: 'todo', reason };
    }
  },
};

interface PlacedRecord {
  record: Record<string, unknown>;
  /** The path of keys to the record, without list indices: paper.title. */
  name: string;
  place: Place;
}

/** Fields that an edition may omit permanently. */
const optional = new Set([
  'paper.titleTranslator',
  'paper.romanised.translation',
  'dossier.name',
  'dossier.romanised',
  'editions.translator',
  'custom.translatedTitle',
  'custom.translatedContainer',
  'record.custom.translatedTitle',
  'developments.source.translatedTitle',
  'aliases',
  'forms',
]);

const recordsOf = (dossier: Dossier): PlacedRecord[] => [
  ...recordsIn(fileSchemas.dossier, dossier.settings),
  ...dossier.cases.flatMap((entry) => recordsIn(fileSchemas.case, entry)),
  ...dossier.terms.flatMap((entry) => recordsIn(fileSchemas.term, entry)),
  ...dossier.actors.flatMap((entry) => recordsIn(actorSchema, entry)),
  ...dossier.exhibits.flatMap((entry) => recordsIn(fileSchemas.exhibit, entry)),
  ...dossier.works.flatMap((entry) => recordsIn(workSchema, entry)),
  ...recordsIn(fileSchemas['editor-notes'], dossier.editorNotes),
  ...recordsIn(fileSchemas.checks, dossier.checks),
  ...recordsIn(fileSchemas.quantities, dossier.quantities),
  ...recordsIn(fileSchemas.argument, dossier.argument),
];

/** The parts of a value that its schema keys by edition. */
const recordsIn = (schema: z.core.$ZodType, { value, at }: Sourced<unknown>): PlacedRecord[] =>
  byEdition(schema, value).map(({ record, keys }) => ({
    record,
    name: keys.filter((key) => typeof key === 'string').join('.'),
    place: at(...keys),
  }));

type Keyed = Pick<PlacedRecord, 'record'> & { keys: PropertyKey[] };

function byEdition(schema: z.core.$ZodType, value: unknown, keys: PropertyKey[] = []): Keyed[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return byEdition(schema.unwrap(), value, keys);
  if (typeof value !== 'object' || value === null) return [];
  if (schema instanceof z.ZodUnion)
    return schema.options
      .filter((one) => isVariant(one, value))
      .flatMap((one) => byEdition(one, value, keys));
  if (schema instanceof z.ZodArray)
    return Object.values(value).flatMap((one, i) => byEdition(schema.element, one, [...keys, i]));
  if (schema instanceof z.ZodObject)
    return Object.entries(value).flatMap(([key, one]) => byEdition(schema.shape[key], one, [...keys, key]));
  if (!(schema instanceof z.ZodRecord)) return [];
  const isByEdition = schema.meta()?.['minProperties'] === 1 || schema.valueType instanceof z.ZodArray;
  return isByEdition
    ? [{ record: value as Record<string, unknown>, keys }]
    : Object.entries(value).flatMap(([key, one]) => byEdition(schema.valueType, one, [...keys, key]));
}

/** Whether a value matches a branch of a union: the one with its `type`, if branches have a type. */
const isVariant = (schema: z.core.$ZodType, value: object): boolean =>
  schema instanceof z.ZodObject && 'type' in schema.shape
    ? schema.shape['type'].safeParse((value as { type?: unknown }).type).success
    : schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
