import type { SourceRule } from './source.ts';

/** The length of a run of Han characters that counts as the paper’s wording: longer than set terms and names. */
const MIN_RUN_CHARACTERS = 16;
const QUOTED = /“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」/gu;

/** Outside quotation marks and titles, a paraphrase contains no run of the paper’s own wording. */
export const sourceWording: SourceRule = {
  id: 'source-wording',
  *judge({ pairs, whole, dossier }) {
    const ownEditions = new Set(
      dossier.settings.value.editions.filter(({ role }) => role !== 'original').map(({ id }) => id),
    );
    const source = han(whole);
    for (const { segment } of pairs) {
      if (!ownEditions.has(segment.edition)) continue;
      for (const unit of segment.units) {
        for (const piece of unit.text.split(QUOTED)) {
          for (const run of sharedRuns(han(piece), source)) {
            yield {
              text: `${segment.id}-${unit.index}`,
              place: unit.place,
              reason: `Unexpected run of ${run.length} characters of the paper’s wording, “${run}”, expected at most ${MIN_RUN_CHARACTERS - 1}`,
            };
          }
        }
      }
    }
  },
};

const han = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '');

/** The longest runs, of at least the limit, that both texts contain. */
function sharedRuns(text: string, source: string): string[] {
  const runs: string[] = [];
  for (let start = 0; start + MIN_RUN_CHARACTERS <= text.length;) {
    let end = start + MIN_RUN_CHARACTERS;
    if (!source.includes(text.slice(start, end))) {
      start++;
      continue;
    }
    while (end < text.length && source.includes(text.slice(start, end + 1))) end++;
    runs.push(text.slice(start, end));
    start = end;
  }
  return runs;
}
