import type { Locator } from '../../model/locator.ts';
import type { CslDate, Name, Work } from '../../model/work.ts';
import type { Field, FieldType } from './fields.ts';
import { isRange, pageLocator, pageRange, tidied, withFields, type Draft } from './parsed-citation.ts';
import { languageOf } from './work-language.ts';

// What follows in every language from the fields that were read.

type Told = { [K in Exclude<keyof Draft, 'type' | 'title' | 'language' | 'custom'>]?: Draft[K] | undefined };

/** A work of which the fields told say all that is known, in their order; what is empty is left out. */
export const makeWork = (type: Work['type'], title: string, isAbridged: boolean, told: Told): Draft =>
  withFields(
    { type, language: languageOf(title), title },
    {
      ...told,
      author: someNames(told.author),
      editor: someNames(told.editor),
      translator: someNames(told.translator),
      edition: editionNumber(told.edition),
      volume: told.volume?.replace(/[–—]/g, '-'),
      issue: told.issue?.replace(/[–—]/g, '-'),
      custom: isAbridged ? { authorsAbridged: true } : undefined,
    },
  );

const someNames = (names: Name[] | undefined): Name[] | undefined => (names?.length ? names : undefined);

/** An edition as CSL has it: its number where it has nothing but a number, else as it is printed. */
function editionNumber(printed: string | undefined): string | undefined {
  const [, figure, word = ''] = /^(?:(\d{1,2})(?:st|nd|rd|th)|(\p{L}+)) ed/iu.exec(printed ?? '') ?? [];
  const number = ordinals.indexOf(word.toLowerCase()) + 1;
  return figure ?? (number > 0 ? String(number) : printed);
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** The values of fields by their types, each of the last field of a type that has one. */
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
    all: (type: FieldType): string[] => fields.flatMap((field) => (field.type === type ? [field.value] : [])),
  };
}

/** The pages of a work that is part of another; pages that a book is cited at are not its own. */
export const extentOf = (type: Work['type'], pages: string | undefined): string | undefined =>
  parts.has(type) && pages !== undefined && isRange(pages) ? pageRange(pages) : undefined;

const parts = new Set<Work['type']>(['article-journal', 'chapter', 'article-magazine', 'paper-conference']);

/** Where in the work a citation points. */
export function locatorOf(pages: string | undefined, chapter?: string): Locator | undefined {
  if (pages !== undefined) return pageLocator(pages);
  return chapter === undefined ? undefined : { label: 'chapter', value: chapter };
}

/** A warning for each address that is printed without its scheme. */
export const schemeless = (fields: readonly Field[]): { offset: number; reason: string }[] =>
  fields
    .filter(({ isSchemeless }) => isSchemeless)
    .map(({ start }) => ({
      offset: start,
      reason: 'The address is printed without its scheme; http:// was put before it.',
    }));
