/** For each code unit that was asked for: 0 unknown, 1 no letter, 2 a letter, 3 a Han character. */
const known = new Uint8Array(0x10000);

const kindOf = (character: string): number =>
  /\p{Script=Han}/u.test(character) ? (/\p{L}/u.test(character) ? 3 : 1) : /\p{L}/u.test(character) ? 2 : 1;

/**
 * The number of letters in a text, and of the Han characters among them. A PDF has a run of text for every few letters,
 * and to match a pattern against each run takes far longer.
 */
export function countLetters(text: string): { letters: number; han: number } {
  let [letters, han] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isPair = code >= 0xd800 && code < 0xdc00 && i + 1 < text.length;
    const kind = isPair ? kindOf(text.slice(i, i + 2)) : (known[code] ||= kindOf(text.charAt(i)));
    if (isPair) i++;
    if (kind > 1) letters++;
    if (kind === 3) han++;
  }
  return { letters, han };
}
