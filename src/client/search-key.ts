/** The keys that open the search: with Chinese punctuation, the slash key types another character. */
const KEYS = '/、／';

export const isSearchKey = (key: string): boolean => KEYS.includes(key);

/** What was typed after the search key, which is repeated while it is held down. */
export const withoutSearchKeys = (typed: string): string => typed.replace(RegExp(`^[${KEYS}]+`), '');
