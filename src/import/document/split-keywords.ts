import type { MappedText } from '../mapped-text.ts';
import { frontParts } from '../words/paper-words.ts';

/** A text, and the length of its opening word. */
interface OpenedText {
  block: { content: MappedText };
  wordLength: number;
}

/**
 * The words of a keyword list; Chinese keywords may be separated by nothing but gaps. `source` is the text of the
 * document, which still has its lines.
 */
export function splitKeywords({ block, wordLength }: OpenedText, source: string): string[] {
  const { offsets } = block.content;
  const printed = source
    .slice(offsets[0], (offsets.at(-1) ?? 0) + 1)
    .replace(/(?<=\p{Script=Han}{3})\s*\n\s*(?=\p{Script=Han}{3})/gu, '\u3000')
    .replace(/(?<=\p{Script=Han})\n(?=\p{Script=Han})/gu, '')
    .replace(/\n/g, ' ');
  const wordless = frontParts.reduce(
    (text, { id, pattern }) => (id === 'keywords' ? text.replace(pattern, '') : text),
    printed,
  );
  const text = /[；;,，、]/.test(wordless) ? block.content.text.slice(wordLength) : wordless;
  return text
    .replace(/\s*\bJEL\b.*/su, '')
    .split(/[；;,，、]|\s{2,}|\u3000+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((word) => word.trim().replace(/(?<=\p{L}{3})[.。]$/u, ''))
    .filter(Boolean);
}
