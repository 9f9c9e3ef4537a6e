// Types for the parts that we use of packages without types.

declare module 'hypher' {
  class Hypher {
    /** `patterns` are the content of a package of patterns. */
    constructor(patterns: unknown);
    /** The parts of a word between which it may be divided. */
    hyphenate(word: string): string[];
  }
  export = Hypher;
}

declare module 'hyphenation.en-gb' {
  const patterns: unknown;
  export = patterns;
}
