/**
 * What an address needs after its fragment for browsers to mark words from their first to their last, beyond the
 * sentence that the fragment names (https://wicg.github.io/scroll-to-text-fragment/). Browsers match whole words, and
 * mark the first place that has them: empty if the page does not have their beginning and end exactly once.
 */
export function textDirective(words: string, page: string): string {
  const said = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(words)].flatMap(
    ({ index, segment, isWordLike }) => (isWordLike ? [[index, index + segment.length] as const] : []),
  );
  const text = plain(page);
  const edge = (cut: (many: number) => readonly (readonly [number, number])[]): string | undefined => {
    for (let many = FEWEST; many <= MOST && many * 2 <= said.length; many++) {
      const own = cut(many);
      const [start] = own[0]!;
      const [, end] = own.at(-1)!;
      const part = plain(words.slice(start, end));
      if (text.split(part).length === 2) return encode(part);
    }
    return undefined;
  };
  const first = edge((many) => said.slice(0, many));
  const last = edge((many) => said.slice(-many));
  return first === undefined || last === undefined ? '' : `:~:text=${first},${last}`;
}

/** How many words mark the beginning or the end: enough for most to be there once. */
const [FEWEST, MOST] = [4, 12];

const plain = (text: string): string => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ');

/** A hyphen has a meaning of its own there. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
