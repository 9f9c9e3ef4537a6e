import * as OpenCC from 'opencc-js';
import { foldQuery } from './fold.ts';

// Turns a single Traditional character into the Simplified one, and leaves what is a character of its own there.
const simplify = OpenCC.Converter({ from: 't', to: 'cn' });

/**
 * By a character that stands in texts, those others in them that are the same one in another script: nothing where
 * they are all in one script.
 */
export function scriptsOf(texts: string[]): Record<string, string> {
  const present = [...new Set(foldQuery(texts.join('\n')).match(/\p{Script=Han}/gu) ?? [])].sort();
  const alike = Map.groupBy(present, simplify);
  return Object.fromEntries(
    present.flatMap((character) => {
      const others = alike.get(simplify(character))?.filter((one) => one !== character) ?? [];
      return others.length > 0 ? [[character, others.join('')]] : [];
    }),
  );
}
