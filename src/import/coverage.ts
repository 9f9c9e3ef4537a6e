/** The kinds of characters in a source. */
export const kinds = [
  'body',
  'heading',
  'heading number',
  'abstract',
  'note mark',
  'note label',
  'note',
  'reference',
  'citation',
  'caption',
  'table',
  'title',
  'authors',
  'keywords',
  'opening word',
  'running head',
  'page number',
  'rule',
  'editorial',
  'other language',
  'white space',
  'divided word',
] as const;
export type Kind = (typeof kinds)[number];

/** Why characters of these kinds do not appear in any edition. */
export const dropped: Partial<Record<Kind, string>> = {
  'heading number': 'it is part of the segment’s id',
  'note label': 'it is the note’s number',
  caption: 'the number is part of the exhibit’s id',
  'opening word': 'it only announces the next part',
  'running head': 'it is repeated on every page',
  'page number': 'the printed page is marked in the text',
  rule: 'it only separates the notes',
  editorial: 'a notice of the journal on the paper or its author',
  'other language': 'no edition is in that language',
  'white space': 'it only fills or breaks lines',
  'divided word': 'a hyphen that only divides a word at the end of a line',
};

/** Records the kind of every character of a source. Classifying a character twice is a bug. */
export interface Coverage {
  classify: (kind: Kind, offsets: Iterable<number>) => void;
  kindAt: (offset: number) => Kind | undefined;
  /** Characters (UTF-16 code units) by kind. */
  sums: () => Map<Kind, number>;
  /** Offsets without a kind. */
  unclassified: () => number[];
}

export function startCoverage(source: string): Coverage {
  const entries = new Uint8Array(source.length);
  return {
    classify(kind, offsets) {
      const entry = kinds.indexOf(kind) + 1;
      for (const origin of offsets) {
        const before = entries[origin];
        if (before !== 0 && before !== undefined)
          throw new Error(`Character ${origin} is classified as ${kind} and as ${kinds[before - 1]}`);
        entries[origin] = entry;
      }
    },
    kindAt: (offset) => kinds[(entries[offset] ?? 0) - 1],
    sums() {
      const counts = kinds.map(() => 0);
      for (const entry of entries) if (entry > 0) counts[entry - 1]!++;
      return new Map(kinds.flatMap((kind, i) => (counts[i]! > 0 ? [[kind, counts[i]!] as const] : [])));
    },
    unclassified() {
      const offsets: number[] = [];
      for (let at = entries.indexOf(0); at >= 0; at = entries.indexOf(0, at + 1)) offsets.push(at);
      return offsets;
    },
  };
}
