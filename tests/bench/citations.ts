import {
  chineseForms,
  fields,
  formsOf,
  itemsOf,
  partNames,
  precision,
  recall,
  scoreItems,
  sumOf,
  type Score,
} from '../support/score-citations.ts';

// Usage: node tests/bench/citations.ts [--misses <form>]. How much of real notes and entries is read: precision and
// recall by form and by field, separately for texts that rules were written for and texts that were held out. Misses
// are printed for the known texts only.

const [option, wanted] = process.argv.slice(2);
const line = (name: string, score: Score): void =>
  console.log(
    `  ${name.padEnd(22)} precision ${percent(precision(score))}  recall ${percent(recall(score))}  of ${score.right + score.missed}`,
  );
const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;

if (option === '--misses')
  for (const form of formsOf('known').filter((name) => wanted === undefined || name === wanted))
    for (const { text, field, expected, found } of scoreItems(itemsOf('known', form)).misses)
      console.log(`${form}: ${text}\n    ${field}: ${expected.join(' + ')} != ${found.join(' + ')}`);
else
  for (const part of partNames) {
    const forms = formsOf(part);
    const items = forms.map((form) => itemsOf(part, form));
    const scored = items.map((some) => scoreItems(some).scores);
    console.log(
      `${part}: ${items.flat().length} texts, ${items.flat().flatMap(({ works }) => works).length} works`,
    );
    forms.forEach((form, i) => line(form, sumOf(Object.values(scored[i] ?? {}))));
    for (const [language, isOf] of [
      ['Chinese', (form: string) => chineseForms.has(form)],
      ['English', (form: string) => !chineseForms.has(form)],
    ] as const)
      line(
        language,
        sumOf(scored.filter((_, i) => isOf(forms[i] ?? '')).flatMap((one) => Object.values(one))),
      );
    for (const field of fields) line(`· ${field}`, sumOf(scored.map((one) => one[field])));
  }
