import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util';

/** The values that an argument or option accepts: one of these words, or ids from the dossier or the engine. */
export type Words = readonly string[] | 'segment' | 'address' | 'form' | 'command' | 'anything';

interface Command {
  /** What it does, in a few words. */
  does: string;
  /** Its options and the values that they accept; null for an option without a value. `--help` is implied. */
  options: Record<string, Words | null>;
  /** Its positional arguments. */
  takes: Words;
}

const serving = { '--port': 'anything', '--host': 'anything', '--private': null } as const;

/** The commands, in the order in which users come to need them. Each is a module of the same name in this folder. */
const table = {
  init: {
    does: 'makes a folder for your own dossier',
    options: { '--host': ['cloudflare', 'github', 'netlify'] },
    takes: 'anything',
  },
  import: {
    does: 'makes a dossier from a paper',
    options: {
      '--to': 'anything',
      '--edition': ['original'],
      '--first-page': 'anything',
      '--works': 'anything',
      '--force': null,
    },
    takes: 'anything',
  },
  start: {
    does: 'builds the site and serves it',
    options: { ...serving, '--replace': null },
    takes: [],
  },
  dev: {
    does: 'serves the site while you write',
    options: serving,
    takes: [],
  },
  check: {
    does: 'reports what is wrong, with line and column',
    options: { '--strict': null, '--format': ['text', 'json', 'github'] },
    takes: 'anything',
  },
  build: {
    does: 'checks the dossier and builds its site',
    options: { '--private': null, '--replace': null },
    takes: [],
  },
  preview: {
    does: 'serves the built site',
    options: serving,
    takes: [],
  },
  confirm: {
    does: 'records that the texts of a segment correspond',
    options: { '--yes': null },
    takes: 'segment',
  },
  status: {
    does: 'shows what has been compared, and what has changed since',
    options: {},
    takes: [],
  },
  stats: { does: 'counts what each edition contains', options: {}, takes: [] },
  permalinks: {
    does: 'registers new addresses and redirects old ones',
    options: { '--yes': null, '--move': 'address', '--gone': 'address', '--rewritten': 'address' },
    takes: 'address',
  },
  release: {
    does: 'freezes the text of a version permanently',
    options: { '--yes': null },
    takes: 'anything',
  },
  export: {
    does: 'writes the dossier in other formats: books, works, data',
    options: { '--to': 'anything' },
    takes: 'form',
  },
  works: {
    does: 'adds works from a library or by DOI',
    options: { '--yes': null },
    takes: ['add'],
  },
  'audit-source': {
    does: 'compares an edition with the text of the paper',
    options: {},
    takes: 'anything',
  },
  upgrade: {
    does: 'replaces the engine with another version',
    options: { '--dry-run': null },
    takes: 'anything',
  },
  completion: {
    does: 'makes your shell complete commands and names',
    options: {},
    takes: ['bash', 'zsh', 'fish'],
  },
  help: { does: 'shows the help of a command', options: {}, takes: 'command' },
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
  const { options, takes }: Command = table[name];
  const known = Object.entries(options).map(([option, value]): [string, ParseArgsOptionDescriptor] => [
    option.slice(2),
    value === null ? { type: 'boolean', default: false } : { type: 'string' },
  ]);
  const { values, positionals } = parseArgs({
    args,
    options: Object.fromEntries(known),
    allowPositionals: takes.length > 0,
  });
  return { values: values as Values<Table[Name]['options']>, positionals };
}
