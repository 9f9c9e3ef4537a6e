import { countDossier } from '../check/count-dossier.ts';
import { readingLevels, verdicts } from '../model/source-check.ts';
import { requireDossier } from './open-dossier.ts';
import { run } from './run.ts';

const usage = `Usage: dossier stats

Counts what each edition contains, compared with the paper; works, cases, terms and other entries; and source checks.
Lists every quotation with its length in characters, the longest first. Exit code 2 if there is nothing to read.`;

await run(usage, async () => {
  const { dossier } = await requireDossier();
  const { extent } = dossier.settings.value.paper;
  const of = (has: number, whole: number | undefined): string =>
    whole === undefined ? String(has) : `${has} of ${whole}`;
  const row = (name: string, ...cells: (number | string)[]): void =>
    console.log(name.padEnd(14) + cells.map((cell) => String(cell).padStart(12)).join(''));
  const counts = countDossier(dossier);
  row('edition', ...counts.map(({ edition }) => edition));
  row('segments', ...counts.map(({ paragraphs }) => of(paragraphs, extent?.paragraphs)));
  row('units', ...counts.map(({ units }) => units));
  row('notes', ...counts.map(({ notes }) => of(notes, extent?.notes)));
  row('works cited', ...counts.map(({ works }) => of(works.size, dossier.works.length)));
  row('quotations', ...counts.map(({ quotations }) => quotations.length));
  row('longest', ...counts.map(({ quotations }) => Math.max(0, ...quotations.map((q) => q.length))));

  console.log();
  const { quantities, editorNotes, checks } = dossier;
  for (const name of ['works', 'cases', 'terms', 'actors', 'exhibits'] as const)
    row(name, dossier[name].length);
  row('quantities', quantities.value.length);
  row('editor’s notes', editorNotes.value.length);

  if (checks.value.length > 0) {
    console.log('\nSource checks, by verdict and by what was read');
    row('', 'all', ...readingLevels);
    for (const verdict of [undefined, ...verdicts]) {
      const own = checks.value.filter((check) => verdict === undefined || check.verdict === verdict);
      const counts = readingLevels.map((read) => own.filter((check) => check.read === read).length);
      row(verdict ?? 'all', own.length, ...counts);
    }
  }

  for (const { edition, quotations } of counts) {
    console.log(`\nQuotations in edition ${edition}`);
    const byText = Map.groupBy(quotations, ({ text }) => text);
    for (const [text, places] of [...byText].sort((a, b) => b[1][0]!.length - a[1][0]!.length)) {
      const { length, where } = places[0]!;
      const more = places.length > 1 ? ` and ${places.length - 1} more` : '';
      console.log(`${String(length).padStart(5)}  ${text}  (${where}${more})`);
    }
  }
  return 0;
});
