/**
 * The share of a text’s bigrams that another text still contains, with multiplicity, from 0 to 1. This is the
 * containment of A. Broder, “On the Resemblance and Containment of Documents” (1997), not the Dice coefficient, so
 * that a passage into which another was merged still counts as the same.
 *
 * Bigrams are of Han characters, or of words in scripts that separate words: two unrelated English paragraphs share
 * three quarters of their letter bigrams.
 */
export function keptShare(before: string, after: string): number {
  const [wanted, there] = [bigramsOf(before), bigramsOf(after)];
  let [kept, all] = [0, 0];
  for (const [bigram, count] of wanted) {
    kept += Math.min(count, there.get(bigram) ?? 0);
    all += count;
  }
  return all === 0 ? 1 : kept / all;
}

const WORDS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

function bigramsOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(WORDS) ?? [];
  const counts = new Map<string, number>();
  // The ends of the text count as words, so that a text of one word has bigrams too.
  const row = words.length === 0 ? [] : ['', ...words, ''];
  for (let i = 0; i + 1 < row.length; i++) {
    const bigram = `${row[i]} ${row[i + 1]}`;
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}
