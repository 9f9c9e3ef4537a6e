import type { Locator } from '../../model/locator.ts';
import type { CslDate, Name, Work } from '../../model/work.ts';
import type { Field, FieldType } from './fields.ts';
import { isRange, pageLocator, pageRange, tidied, withFields, type Draft } from './parsed-citation.ts';
import { languageOf } from './work-language.ts';

// The parts of a work that do not depend on its language.

type WorkFields = {
  [K in Exclude<keyof Draft, 'type' | 'title' | 'language' | 'custom'>]?: Draft[K] | undefined;
};

/** A work with the given fields, in their order, without empty ones. */
export const makeWork = (type: Work['type'], title: string, isAbridged: boolean, fields: WorkFields): Draft =>
  withFields(
    { type, language: languageOf(title), title },
    {
      ...fields,
      author: someNames(fields.author),
      editor: someNames(fields.editor),
      translator: someNames(fields.translator),
      edition: editionNumber(fields.edition),
      volume: fields.volume?.replace(/[–—]/g, '-'),
      issue: fields.issue?.replace(/[–—]/g, '-'),
      custom: isAbridged ? { authorsAbridged: true } : undefined,
    },
  );

const someNames = (names: Name[] | undefined): Name[] | undefined => (names?.length ? names : undefined);

/** An edition in CSL form: a number, or the printed text if it says more. */
function editionNumber(printed: string | undefined): string | undefined {
  const [, figure, word = ''] = /^(?:(\d{1,2})(?:st|nd|rd|th)|(\p{L}+)) ed/iu.exec(printed ?? '') ?? [];
  const number = ordinals.indexOf(word.toLowerCase()) + 1;
  return figure ?? (number > 0 ? String(number) : printed);
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Access to the values of fields by type; the last field of a type that has a value counts. */
export function valuesOf(fields: readonly Field[]) {
  const value = (type: FieldType): string | undefined =>
    fields.findLast((field) => field.type === type && field.value !== '')?.value;
  return {
    value,
    tidy: (type: FieldType): string | undefined => {
      const printed = value(type);
      return printed === undefined ? undefined : tidied(printed);
    },
    date: (wanted: FieldType): CslDate | undefined =>
      fields.findLast(({ type, date }) => type === wanted && date !== undefined)?.date,
    values: (type: FieldType): string[] =>
      fields.flatMap((field) => (field.type === type ? [field.value] : [])),
  };
}

/** The pages of a work that is part of another; the pages cited from a book are not an extent. */
export const extentOf = (type: Work['type'], pages: string | undefined): string | undefined =>
  parts.has(type) && pages !== undefined && isRange(pages) ? pageRange(pages) : undefined;

const parts = new Set<Work['type']>(['article-journal', 'chapter', 'article-magazine', 'paper-conference']);

/** The locator of a citation. */
export function locatorOf(pages: string | undefined, chapter?: string): Locator | undefined {
  if (pages !== undefined) return pageLocator(pages);
  return chapter === undefined ? undefined : { label: 'chapter', value: chapter };
}

/** A warning for each URL that is printed without its scheme. */
export const schemeless = (fields: readonly Field[]): { offset: number; reason: string }[] =>
  fields.filter(({ isSchemeless }) => isSchemeless).map(({ start }) => schemeAdded(start));

export const schemeAdded = (offset: number): { offset: number; reason: string } => ({
  offset,
  reason: 'The URL is printed without its scheme; http:// was added.',
});
