import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util';

/** The values that an argument or option accepts: one of these words, or ids from the dossier or the engine. */
export type Words = readonly string[] | 'segment' | 'address' | 'form' | 'command' | 'anything';

interface Command {
  /** What it does, in a few words. */
  summary: string;
  /** Its options and the values that they accept; null for an option without a value. `--help` is implied. */
  options: Record<string, Words | null>;
  /** Its positional arguments. */
  positionals: Words;
}

const serving = { '--port': 'anything', '--host': 'anything', '--private': null } as const;

/** The commands, in the order in which users come to need them. Each is a module of the same name in this folder. */
const table = {
  init: {
    summary: 'makes a folder for your own dossier',
    options: { '--host': ['cloudflare', 'github', 'netlify'] },
    positionals: 'anything',
  },
  import: {
    summary: 'makes a dossier from a paper',
    options: {
      '--to': 'anything',
      '--edition': ['original'],
      '--first-page': 'anything',
      '--works': 'anything',
      '--force': null,
    },
    positionals: 'anything',
  },
  start: {
    summary: 'builds the site and serves it',
    options: { ...serving, '--replace': null },
    positionals: [],
  },
  dev: {
    summary: 'serves the site while you write',
    options: serving,
    positionals: [],
  },
  check: {
    summary: 'reports what is wrong, with line and column',
    options: { '--strict': null, '--format': ['text', 'json', 'github'] },
    positionals: 'anything',
  },
  build: {
    summary: 'checks the dossier and builds its site',
    options: { '--private': null, '--replace': null },
    positionals: [],
  },
  preview: {
    summary: 'serves the built site',
    options: serving,
    positionals: [],
  },
  confirm: {
    summary: 'records that the texts of a segment correspond',
    options: { '--yes': null },
    positionals: 'segment',
  },
  status: {
    summary: 'shows what has been compared, and what has changed since',
    options: {},
    positionals: [],
  },
  stats: { summary: 'counts what each edition contains', options: {}, positionals: [] },
  permalinks: {
    summary: 'registers new addresses and redirects old ones',
    options: { '--yes': null, '--move': 'address', '--gone': 'address', '--rewritten': 'address' },
    positionals: 'address',
  },
  release: {
    summary: 'freezes the text of a version permanently',
    options: { '--yes': null },
    positionals: 'anything',
  },
  export: {
    summary: 'writes the dossier in other formats: books, works, data',
    options: { '--to': 'anything' },
    positionals: 'form',
  },
  works: {
    summary: 'adds works from a library or by DOI',
    options: { '--yes': null },
    positionals: ['add'],
  },
  'audit-source': {
    summary: 'compares an edition with the text of the paper',
    options: {},
    positionals: 'anything',
  },
  upgrade: {
    summary: 'replaces the engine with another version',
    options: { '--dry-run': null },
    positionals: 'anything',
  },
  completion: {
    summary: 'makes your shell complete commands and names',
    options: {},
    positionals: ['bash', 'zsh', 'fish'],
  },
  help: { summary: 'shows the help of a command', options: {}, positionals: 'command' },
} as const satisfies Record<string, Command>;

export const commands: Record<string, Command> = table;

type Table = typeof table;
type Values<Options> = {
  [Option in keyof Options as Option extends `--${infer Name}` ? Name : never]: Options[Option] extends null
    ? boolean
    : string | undefined;
};

/** The arguments of a command, parsed by its options. Throws Node’s error for an unknown option. */
export function argumentsOf<Name extends keyof Table>(
  name: Name,
  args = process.argv.slice(2),
): { values: Values<Table[Name]['options']>; positionals: string[] } {
  const { options, positionals: accepted }: Command = table[name];
  const known = Object.entries(options).map(([option, value]): [string, ParseArgsOptionDescriptor] => [
    option.slice(2),
    value === null ? { type: 'boolean', default: false } : { type: 'string' },
  ]);
  const { values, positionals } = parseArgs({
    args,
    options: Object.fromEntries(known),
    allowPositionals: accepted.length > 0,
  });
  return { values: values as Values<Table[Name]['options']>, positionals };
}
