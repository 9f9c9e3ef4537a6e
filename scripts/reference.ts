import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { commands } from '../src/cli/command-table.ts';
import { jsonSchemaOf, type SchemaName } from '../src/model/file-schemas.ts';

// Usage: node scripts/reference.ts. Writes the pages of the manual that are generated from the code: every command,
// every field.

/** The comment at the top of a page, for people who want to edit it. */
const written = (what: string): string => `<!-- Written by scripts/reference.ts out of ${what}. -->`;

/** The pages, by file name in docs/reference. */
const referencePages = async (): Promise<Record<string, string>> => ({
  'commands.md': await commandsPage(),
  'files.md': filesPage(),
});

async function commandsPage(): Promise<string> {
  const sections = await Promise.all(
    Object.entries(commands)
      .filter(([name]) => name !== 'help')
      .map(async ([name, { does }]) =>
        [`## ${name}`, `${capital(does)}.`, fence(await helpOf(name))].join('\n\n'),
      ),
  );
  return [
    '# Commands',
    written('the help of each command'),
    'In a dossier’s folder, run a command as `npx dossier <command>`; in the engine’s own repository, as the npm script of the same name, with `--` before options: `npm run check -- --strict`. `npx dossier <command> --help` prints the text below.',
    'The dossier is the folder `content` or the one set as `DOSSIER`, which may be anywhere; every command first prints which dossier it uses. If `DOSSIER` is not set in the engine’s repository, commands that write into a dossier ask before they write into `content/`, and need `--yes` if there is no terminal.',
    `| exit code | means |
    | --- | --- |
    | 0 | success |
    | 1 | problems were found, or something failed |
    | 2 | there is nothing to read, or the command was used wrongly |`.replace(/^ +/gm, ''),
    `| variable | sets |
    | --- | --- |
    | \`DOSSIER\` | the dossier’s folder; default \`content\` |
    | \`OUT\` | the site’s folder; default \`dist\`, or \`dist-private\` with \`--private\` |
    | \`SITE\` | the full public address of the site, overriding \`site\` in \`dossier.yaml\` |
    | \`SITE_BASE\` | the path of a site without a public address |
    | \`PORT\` | the port for \`start\`, \`dev\` and \`preview\`; default 4321 |`.replace(/^ +/gm, ''),
    ...sections,
  ].join('\n\n');
}

async function helpOf(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/dossier.ts', command, '--help']);
  return stdout.trim();
}

/** Each kind of file: its path and description. */
const files: Record<SchemaName, [path: string, what: string]> = {
  dossier: ['dossier.yaml', 'The paper, the dossier, its editions and its chapters.'],
  edition: [
    'chapters/<edition>/edition.yaml',
    'A private edition, which is not listed in `dossier.yaml`; `import` writes it.',
  ],
  works: [
    'works.json',
    'The works that notes cite: a list of CSL-JSON items, with our own fields under `custom`.',
  ],
  case: [
    'cases/<slug>/case.yaml',
    'Something that happened or exists in the world, and that the paper uses as evidence.',
  ],
  term: ['terms/<slug>.yaml', 'A term of the glossary.'],
  exhibit: ['exhibits/<figure-1 or table-1>.yaml', 'A table, a diagram, or lines of text.'],
  actors: ['actors.yaml', 'The actors in the paper, by slug.'],
  quantities: ['quantities.yaml', 'A list of the paper’s amounts and dates.'],
  'editor-notes': ['editor-notes.yaml', 'A list of the editors’ notes on faults in the printed paper.'],
  checks: ['checks.yaml', 'A list of source checks, in the order of the paper.'],
  argument: ['argument.yaml', 'What each section argues, in a sentence, by section number.'],
  permalinks: [
    'permalinks.json',
    'Every address ever published. `permalinks` and `release` write it; lines are never removed.',
  ],
  confirmed: [
    'confirmed.json',
    'Fingerprints of the texts that an editor has compared. `confirm` writes it.',
  ],
};

export function filesPage(): string {
  return [
    '# Files and fields',
    written('the schemas'),
    'A _text by edition_ has one text for each edition, under its id: `{ zh: …, en: … }`. A _slug_ is lower-case ASCII: letters, digits, hyphens. Keys in bold are required, if their group is present. A key with dots is nested in another; `[]` means each entry of a list, `*` each name.',
    ...Object.entries(files).flatMap(([name, [path, what]]) => [
      `## \`${path}\``,
      what,
      ...tablesOf(jsonSchemaOf(name as SchemaName)),
    ]),
  ].join('\n\n');
}

interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | Schema[];
  additionalProperties?: Schema | boolean;
  minProperties?: number;
  pattern?: string;
  format?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** A table of fields, or one table per variant. */
function tablesOf(schema: Schema): string[] {
  const { items } = schema;
  const variants = variantsOf(items && !Array.isArray(items) ? items : schema);
  return variants.flatMap((variant) => {
    const rows = rowsOf(variant, '');
    if (rows.length === 0) return [];
    const type = variant.properties?.['type']?.const;
    return [
      ...(type === undefined ? [] : [`If \`type\` is \`${String(type)}\`:`]),
      ['| key | is | |', '| --- | --- | --- |', ...rows].join('\n'),
    ];
  });
}

function rowsOf(schema: Schema, at: string): string[] {
  const { properties, required = [], items, additionalProperties } = schema;
  if (properties)
    return Object.entries(properties).flatMap(([key, field]) => {
      if (field.description?.startsWith('Retired')) return [];
      const path = at === '' ? key : `${at}.${key}`;
      const name = required.includes(key) ? `**\`${path}\`**` : `\`${path}\``;
      return [`| ${name} | ${kindOf(field)} | ${cell(field.description ?? '')} |`, ...rowsOf(field, path)];
    });
  if (Array.isArray(items)) return [];
  if (items)
    return variantsOf(items)
      .flatMap((one) => rowsOf(one, `${at}[]`))
      .filter(isFirst);
  if (typeof additionalProperties === 'object' && !isText(additionalProperties))
    return rowsOf(additionalProperties, at === '' ? '*' : `${at}.*`);
  return (schema.anyOf ?? schema.oneOf ?? []).flatMap((one) => rowsOf(one, at)).filter(isFirst);
}

const variantsOf = (schema: Schema): Schema[] => schema.oneOf ?? schema.anyOf ?? [schema];
const isFirst = (row: string, index: number, rows: string[]): boolean => rows.indexOf(row) === index;
const isText = ({ type }: Schema): boolean => type === 'string';

/** The type of a value, in a few words. */
function kindOf(schema: Schema): string {
  const { type, enum: values, items, additionalProperties, format: form } = schema;
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return [...new Set(variants.map(kindOf))].join(' or ');
  if (values) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (type === 'array') {
    if (Array.isArray(items)) return `list of ${items.length}: ${items.map(kindOf).join(', ')}`;
    return items ? `list: ${kindOf(items)}` : 'list';
  }
  if (type === 'object') {
    if (typeof additionalProperties !== 'object') return 'group';
    return isText(additionalProperties) ? 'text by edition' : `by name: ${kindOf(additionalProperties)}`;
  }
  if (form === 'uri') return 'address';
  return names[type ?? ''] ?? 'anything';
}

const names: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
};

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('\n', ' ').replace(/[<{]/g, '\\$&');
const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
const fence = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

if (import.meta.main)
  for (const [file, text] of Object.entries(await referencePages()))
    writeFileSync(`docs/reference/${file}`, `${text}\n`);
