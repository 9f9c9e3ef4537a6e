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
      .map(async ([name, { summary }]) =>
        [`## ${name}`, `${capital(summary)}.`, fence(await helpOf(name))].join('\n\n'),
      ),
  );
  return [
    '# Commands',
    written('the help of each command'),
    'In a dossier’s folder, run a command with `npx dossier <command>`. In the engine’s own repository, use the npm script of the same name (for `audit-source`, `audit:source`; `init`, `upgrade` and `completion` are only for dossiers), with `--` before options: `npm run check -- --strict`. `npx dossier <command> --help` prints the text on this page.',
    'The dossier is the folder `content`, or the folder that `DOSSIER` names, which may be anywhere. Every command that reads a dossier first prints which one. In the engine’s repository, if `DOSSIER` is not set, a command asks before it writes into `content/`; in a script, it needs `--yes`.',
    `| exit code | meaning |
    | --- | --- |
    | 0 | all is well |
    | 1 | something was found, or failed |
    | 2 | there is nothing to read, or the command was called wrongly |`.replace(/^ +/gm, ''),
    `| variable | meaning |
    | --- | --- |
    | \`DOSSIER\` | the folder of the dossier; the default is \`content\` |
    | \`OUT\` | the folder of the site; the default is \`dist\`, with \`--private\` \`dist-private\` |
    | \`SITE\` | the full public address of the site; replaces \`site\` in \`dossier.yaml\` |
    | \`SITE_BASE\` | the base path of a site without an address |
    | \`PORT\` | the port of \`start\`, \`dev\` and \`preview\`; the default is 4321 |`.replace(/^ +/gm, ''),
    ...sections,
  ].join('\n\n');
}

async function helpOf(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/dossier.ts', command, '--help']);
  return stdout.trim();
}

/** Each kind of file: its path, its description and, if an editor chooses its keys, what is under each. */
const files: Record<SchemaName, [path: string, what: string, keys?: string]> = {
  dossier: ['dossier.yaml', 'The paper, the dossier, its editions and its chapters.'],
  edition: [
    'chapters/<edition>/edition.yaml',
    'A private edition, which is not in `dossier.yaml`. `import` writes this file.',
  ],
  works: [
    'works.json',
    'The works that notes cite: a list of CSL-JSON items, with the dossier’s own fields under `custom`.',
  ],
  case: ['cases/<slug>/case.yaml', 'An event or a state of affairs that the paper uses as evidence.'],
  term: ['terms/<slug>.yaml', 'A term of the glossary.'],
  exhibit: ['exhibits/<figure-1 or table-1>.yaml', 'A table, a diagram, a picture or lines of text.'],
  actors: ['actors.yaml', 'The states, organisations and people that act in the paper, each under a slug.'],
  quantities: ['quantities.yaml', 'A list of the amounts and dates in the paper.'],
  'editor-notes': ['editor-notes.yaml', 'A list of the editors’ remarks on the paper as printed.'],
  checks: ['checks.yaml', 'A list of source checks, in the order of the paper.'],
  quotations: [
    'quotations.yaml',
    'A list that says whose words the text has in quotation marks, for citations of them.',
  ],
  romanised: [
    'romanised.yaml',
    'The titles of chapters, cases, terms, actors, figures and tables in Latin script, by the titles in another, as references in English print them:\n\n```yaml romanised.yaml\n滨水区: Binshuiqu\n```',
    'The title in Latin script.',
  ],
  argument: [
    'argument.yaml',
    'The argument of each section in one sentence, by the section’s number, and of the whole paper, under `paper`:\n\n```yaml argument.yaml\npaper: { zh: …, en: … }\n"1": { zh: …, en: … }\n"1.1": { zh: …, en: … }\n```',
    'What the section with this number argues, or the paper.',
  ],
  permalinks: [
    'permalinks.json',
    'Every address that was ever published. `permalinks` and `release` write this file; lines are only ever added.',
  ],
  confirmed: [
    'confirmed.json',
    'The fingerprints of the texts that an editor has compared. `confirm` writes this file.',
  ],
};

export function filesPage(): string {
  return [
    '# Files and fields',
    written('the schemas'),
    'A _text by edition_ has a text for each edition, under the edition’s id: `{ zh: …, en: … }`. A _slug_ consists of lower-case ASCII letters, digits and hyphens. A key in bold is required; inside a group, it is required if the group is given. A key with dots is inside another key. `[]` means each entry of a list, and `*` each name. The type “list: text” is a list of texts. A _name_ has [fields of its own](#names). “By name” is a group whose keys you choose, such as the ids of editions.',
    ...Object.entries(files).flatMap(([name, [path, what, keys = '']]) => [
      `## \`${path}\``,
      what,
      ...tablesOf(jsonSchemaOf(name as SchemaName), keys),
    ]),
    '## `releases.json` and `releases/`',
    'The releases: `releases.json` lists them, and `releases/` holds their texts and pictures. `release` writes these files; never change them.',
    '## Names',
    'A name is a group, as in CSL-JSON. It has either `family` or `literal`, never both.',
    ...nameTables(),
  ].join('\n\n');
}

/** The fields of a name in parts, and of one that is not divided. */
function nameTables(): string[] {
  const work = jsonSchemaOf('works').items as Schema;
  const authors = work.properties?.['author']?.items as Schema;
  return variantsOf(authors).map((variant) => tableOf(rowsOf(variant, '')));
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

/** A table of fields, or one table per variant. `keys` says what a file’s keys stand for, if an editor chooses them. */
function tablesOf(schema: Schema, keys: string): string[] {
  const { items } = schema;
  const variants = variantsOf(items && !Array.isArray(items) ? items : schema);
  return variants.flatMap((variant) => {
    const rows = rowsOf(variant, '');
    if (rows.length === 0 && keys !== '')
      rows.push(`| \`*\` | ${kindOf(variant.additionalProperties as Schema)} | ${keys} |`);
    if (rows.length === 0) return [];
    const type = variant.properties?.['type']?.const;
    return [...(type === undefined ? [] : [`Where \`type\` is \`${String(type)}\`:`]), tableOf(rows)];
  });
}

const tableOf = (rows: string[]): string =>
  ['| key | type | meaning |', '| --- | --- | --- |', ...rows].join('\n');

/** True for a name as CSL writes it: in parts, or undivided. */
const isName = (schema: Schema): boolean => {
  const variants = schema.anyOf ?? schema.oneOf ?? [];
  return (
    variants.length > 0 &&
    variants.every(({ properties }) => properties && ('family' in properties || 'literal' in properties))
  );
};

function rowsOf(schema: Schema, at: string): string[] {
  if (isName(schema)) return [];
  const { properties, required = [], items, additionalProperties } = schema;
  if (properties)
    return Object.entries(properties).flatMap(([key, field]) => {
      if (field.description?.startsWith('Retired')) return [];
      const path = at === '' ? key : `${at}.${key}`;
      const name = required.includes(key) ? `**\`${path}\`**` : `\`${path}\``;
      // The fields of `custom` are listed once, with those of a work.
      const isListed = key === 'custom' && at !== '';
      const meaning = cell(field.description ?? '') + (isListed ? ' See [works](#worksjson).' : '');
      return [`| ${name} | ${kindOf(field)} | ${meaning} |`, ...(isListed ? [] : rowsOf(field, path))];
    });
  if (Array.isArray(items)) return [];
  if (items)
    return (isName(items) ? [] : variantsOf(items)).flatMap((one) => rowsOf(one, `${at}[]`)).filter(isFirst);
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
  if (isName(schema)) return 'name';
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
