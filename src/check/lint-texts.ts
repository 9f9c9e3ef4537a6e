import { primaryLanguage } from '../model/language.ts';
import type { Lint } from './lints.ts';
import type { Dossier } from '../read/dossier.ts';
import type { Finding } from './rule.ts';
import { placedTextsOf, type PlacedText } from './placed-texts.ts';

/** Applies lints to every running text of a dossier, except originals, according to its language. */
export function* lintTexts(
  dossier: Dossier,
  languages: Record<string, Lint[]>,
  otherFindings: (placed: PlacedText, language: string) => Found[] = () => [],
): Generator<Finding> {
  const languageOf = new Map(
    dossier.settings.value.editions
      .filter(({ role }) => role !== 'original')
      .map(({ id, lang }) => [id, primaryLanguage(lang)]),
  );
  for (const placed of placedTextsOf(dossier)) {
    const language = languageOf.get(placed.edition);
    if (language === undefined) continue;
    const found: Found[] = [
      ...(languages[language] ?? []).flatMap(({ pattern, message, correct }) =>
        [...placed.text.matchAll(pattern)].map(({ index, 0: { length } }) => {
          const expected = correct && [correct(placed.text, index)];
          return { offset: index, length, message: message.replace('{correct}', String(expected)), expected };
        }),
      ),
      ...otherFindings(placed, language),
    ];
    for (const { offset, length = 1, message, expected } of found) {
      const text = placed.textAt(offset);
      const actual = placed.text.slice(offset, offset + length);
      yield {
        ...(text === undefined ? {} : { text }),
        place: placed.placeAt(offset, length),
        reason: `Unexpected ${message.replace('{}', actual)}`,
        actual,
        expected,
      };
    }
  }
}

/** A lint’s finding: where it is, what the message says, and what should be there instead. */
interface Found {
  offset: number;
  length?: number;
  message: string;
  expected?: string[] | undefined;
}
