import { isLanguageTag } from '../model/slug.ts';
import { workSchema, type Work } from '../model/work.ts';

/** A record of a reference manager, as far as a dossier's works know its fields. */
export type LibraryRecord = Omit<Work, 'id' | 'language'> & { language?: string };

/** Formats in which a library is read, by the ending of its file. */
export const libraryFormats = ['bib', 'ris', 'json'] as const;
export type LibraryFormat = (typeof libraryFormats)[number];

/**
 * The records of a library as Zotero exports it: BibTeX or BibLaTeX, RIS, CSL-JSON. Fields that are not valid, and
 * records without a title, are left out. Throws where the text is none of its format.
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

/** What stands in braces of its own is one name, and what a library calls its own kind of record is said in words. */
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

/** A name without a given one; a Chinese one that is written together is divided by whoever knows the surnames. */
const isUndivided = (name: unknown): name is { family: string } =>
  typeof name === 'object' &&
  name !== null &&
  Object.keys(name).join() === 'family' &&
  !/\p{Script=Han}/u.test((name as { family: string }).family);

/** Kinds of BibTeX’s, of which some are words for readers. */
const genres: Record<string, string | undefined> = {
  techreport: undefined,
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
};

/** More fields than one are wrong only seldom; each round leaves out those that the one before found. */
const MAX_ROUNDS = 4;

/** A record with those of its fields that are valid; undefined where that leaves no work. */
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
const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
/** The tags of languages by their English names in small letters, and by those of BibLaTeX that are none. */
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

/** The tag that a library means: it may give the name of a language, as BibLaTeX does in `langid`. */
const tagOf = (said: string): string | undefined =>
  isLanguageTag(said) ? said : tags.get(said.toLowerCase());
