import { primaryLanguage } from '../model/language.ts';
import type { Lint } from './lints.ts';
import type { Dossier } from '../read/dossier.ts';
import type { Finding } from './rule.ts';
import { runsOf, type Run } from './runs.ts';

/** Judges every running text of a dossier, but not the paper itself, by what its language does not write. */
export function* lintRuns(
  dossier: Dossier,
  languages: Record<string, Lint[]>,
  more: (run: Run, language: string) => { offset: number; length?: number; says: string }[] = () => [],
): Generator<Finding> {
  const languageOf = new Map(
    dossier.settings.value.editions
      .filter(({ role }) => role !== 'original')
      .map(({ id, lang }) => [id, primaryLanguage(lang)]),
  );
  for (const run of runsOf(dossier)) {
    const language = languageOf.get(run.edition);
    if (language === undefined) continue;
    const found = [
      ...(languages[language] ?? []).flatMap(({ pattern, says, type }) =>
        [...run.text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
          offset: index,
          length,
          says: type ? says.replace('{type}', type(run.text, index)) : says,
        })),
      ),
      ...more(run, language),
    ];
    for (const { offset, length, says } of found) {
      const text = run.textAt(offset);
      yield {
        ...(text === undefined ? {} : { text }),
        place: run.placeAt(offset, length),
        reason: `Unexpected ${says.replace('{}', run.text.charAt(offset))}`,
      };
    }
  }
}
