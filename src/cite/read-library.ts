import { englishNames } from '../model/language.ts';
import { isLanguageTag } from '../model/slug.ts';
import { workSchema, type Work } from '../model/work.ts';

/** A record from a reference manager, with the fields that works of a dossier have. */
export type LibraryRecord = Omit<Work, 'id' | 'language'> & { language?: string };

/** The formats of library files, by file name extension. */
export const libraryFormats = ['bib', 'ris', 'json'] as const;
export type LibraryFormat = (typeof libraryFormats)[number];

/**
 * The records of a library that Zotero exported as BibTeX or BibLaTeX, RIS or CSL-JSON. Invalid fields and records
 * without a title are omitted. Throws if the text is not in that format.
 */
export async function readLibrary(text: string, format: LibraryFormat): Promise<LibraryRecord[]> {
  const found: unknown = format === 'json' ? JSON.parse(text) : await parse(text);
  return (Array.isArray(found) ? found : [found]).flatMap((record) => validRecord(record) ?? []);
}

async function parse(text: string): Promise<unknown> {
  const [{ Cite }] = await Promise.all([
    import('@citation-js/core'),
    import('@citation-js/plugin-bibtex'),
    import('@citation-js/plugin-ris'),
  ]);
  return new Cite(text, { generateGraph: false }).data.map(asMeant);
}

type Parsed = Record<string, unknown>;

/** Turns names in their own braces into literals, and BibTeX’s own type names into words. */
function asMeant(record: Parsed): Parsed {
  const whole = ([field, value]: [string, unknown]): [string, unknown] => [
    field,
    Array.isArray(value) ? value.map((one) => (isUndivided(one) ? { literal: one.family } : one)) : value,
  ];
  const { genre, ...fields } = record;
  const said = typeof genre === 'string' && Object.hasOwn(genres, genre) ? genres[genre] : genre;
  return {
    ...Object.fromEntries(Object.entries(fields).map(whole)),
    ...(said === undefined ? {} : { genre: said }),
  };
}

/**
 * A name with only a family name. A Chinese name written as one word is excluded: later code that knows surnames
 * divides it.
 */
const isUndivided = (name: unknown): name is { family: string } =>
  typeof name === 'object' &&
  name !== null &&
  Object.keys(name).join() === 'family' &&
  !/\p{Script=Han}/u.test((name as { family: string }).family);

/** BibTeX’s own type names, and the words for those that readers should see. */
const genres: Record<string, string | undefined> = {
  techreport: undefined,
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
};

/** The number of attempts, each without the fields that failed before. More than one invalid field is rare. */
const MAX_ROUNDS = 4;

/** A record with its valid fields; undefined if they do not make a work. */
export function validRecord(found: unknown): LibraryRecord | undefined {
  if (typeof found !== 'object' || found === null) return undefined;
  const fields: Record<string, unknown> = { ...found, id: 'record-nd' };
  const declared = typeof fields['language'] === 'string' ? tagOf(fields['language']) : undefined;
  fields['language'] = declared ?? 'en';
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { success, data, error } = workSchema.safeParse(fields);
    if (success) {
      const { id: _, language, ...record } = data;
      return declared === language ? { ...record, language } : record;
    }
    for (const issue of error.issues)
      for (const key of issue.code === 'unrecognized_keys' && issue.path.length === 0
        ? issue.keys
        : [issue.path[0]])
        if (key === 'type') fields['type'] = 'document';
        else if (key === 'language') fields['language'] = 'en';
        else if (key !== undefined) Reflect.deleteProperty(fields, key);
  }
  return undefined;
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
/** Language tags by English language name in lower case, and by the names of BibLaTeX that are not English ones. */
const tags = new Map([
  ...alphabet
    .flatMap((first) => alphabet.map((second) => first + second))
    .map((code) => [englishNames.of(code)?.toLowerCase() ?? '', code] as const),
  ...Object.entries({
    american: 'en-US',
    british: 'en-GB',
    ngerman: 'de',
    naustrian: 'de-AT',
    brazilian: 'pt-BR',
  }),
]);

/** The language tag for a library’s value, which may also be a name, as in BibLaTeX’s `langid`. */
const tagOf = (said: string): string | undefined =>
  isLanguageTag(said) ? said : tags.get(said.toLowerCase());
