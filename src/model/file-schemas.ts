import { basename, extname } from 'node:path/posix';
import { z } from 'zod';
import {
  actorSchema,
  argumentSchema,
  caseSchema,
  editorNoteSchema,
  exhibitSchema,
  quantitySchema,
  quotationSchema,
  romanisedSchema,
  termSchema,
} from './entries.ts';
import { confirmedSchema, permalinkSchema } from './permalink.ts';
import { privateEditionSchema, settingsSchema } from './settings.ts';
import { slugSchema } from './slug.ts';
import { sourceCheckSchema } from './source-check.ts';
import { workSchema } from './work.ts';

/**
 * The schema of each YAML or JSON file in a dossier, by file name, or by the singular of the folder name for folders
 * with one file per entry.
 */
export const fileSchemas = {
  dossier: settingsSchema,
  edition: privateEditionSchema,
  works: z.array(workSchema),
  case: caseSchema,
  term: termSchema,
  exhibit: exhibitSchema,
  actors: z.record(slugSchema, actorSchema),
  quantities: z.array(quantitySchema),
  'editor-notes': z.array(editorNoteSchema),
  checks: z.array(sourceCheckSchema),
  quotations: z.array(quotationSchema),
  romanised: romanisedSchema,
  argument: argumentSchema,
  permalinks: z.array(permalinkSchema),
  confirmed: confirmedSchema,
} satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof fileSchemas;

/** The schema of a file, from its path within the dossier’s folder: `case` for `cases/long-fog/case.yaml`. */
export function schemaOfFile(path: string): SchemaName | undefined {
  if (!/\.(?:yaml|json)$/.test(path) || path.startsWith('releases/')) return undefined;
  const [folder] = path.split('/');
  const name =
    folder === 'terms' || folder === 'exhibits' ? folder.slice(0, -1) : basename(path, extname(path));
  return isSchemaName(name) ? name : undefined;
}

const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(fileSchemas, name);

/** A schema as JSON Schema, for the input form. It cannot express how one value depends on another. */
export const jsonSchemaOf = (name: SchemaName): Record<string, unknown> =>
  // The draft that YAML and JSON editors support.
  z.toJSONSchema(fileSchemas[name], {
    io: 'input',
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      const protocol = zodSchema instanceof z.ZodURL ? zodSchema._zod.def.protocol : undefined;
      if (protocol) jsonSchema.pattern = protocol.source.replace('$', ':');
    },
  });

/** The first line of a YAML file, by which editors find its schema. */
export const schemaLine = (address: string): string => `# yaml-language-server: $schema=${address}\n`;
