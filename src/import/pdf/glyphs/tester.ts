/**
 * A test of characters that remembers its results: the pages of a paper have a hundred thousand characters, but only a
 * few thousand different ones.
 */
export function tester(pattern: RegExp): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const is = pattern.test(text);
    known.set(text, is);
    return is;
  };
}
