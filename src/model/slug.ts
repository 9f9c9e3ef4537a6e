import { z } from 'zod';
import { SLUG } from './is-slug.ts';

/** A name in addresses and file names. */
export const slugSchema = z
  .string()
  .regex(SLUG, 'Unexpected slug, expected lower-case letters, digits and single hyphens');

/** A BCP 47 language tag: zh-Hans, en. */
export const languageSchema = z
  .string()
  .refine(isLanguageTag, 'Unexpected language tag, expected one of BCP 47 such as zh-Hans or en')
  .meta({ pattern: '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$' });

export function isLanguageTag(tag: string): boolean {
  try {
    // No language has a longer code yet: a longer one is a language’s name, such as french.
    return /^[a-z]{2,3}(?:-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
