import { describe, expect, test } from 'vitest';
import {
  chineseForms,
  formsOf,
  itemsOf,
  partNames,
  precision,
  recall,
  scoreItems,
  sumOf,
} from '../support/score-citations.ts';

// The share of fields read correctly in real notes and entries; tests/bench/citations.ts prints the failures.

const floors = { known: { Chinese: 0.97, English: 0.97 }, 'held-out': { Chinese: 0.95, English: 0.92 } };

describe.each(partNames)('in texts that are %s', (part) => {
  test.each(['Chinese', 'English'] as const)('the fields in %s styles are read', (language) => {
    const forms = formsOf(part).filter((form) => chineseForms.has(form) === (language === 'Chinese'));
    const scores = forms.map((form) => scoreItems(itemsOf(part, form)).scores);
    const sum = sumOf(scores.flatMap((one) => Object.values(one)));
    expect(recall(sum)).toBeGreaterThan(floors[part][language]);
    expect(precision(sum)).toBeGreaterThan(floors[part][language]);
  });

  test('no style is read badly', () => {
    for (const form of formsOf(part))
      expect(recall(sumOf(Object.values(scoreItems(itemsOf(part, form)).scores))), form).toBeGreaterThan(0.8);
  });
});

test('there are more than 300 texts, half of them held out', () => {
  const [known = 0, heldOut = 0] = partNames.map(
    (part) => formsOf(part).flatMap((form) => itemsOf(part, form)).length,
  );
  expect(known + heldOut).toBeGreaterThan(300);
  expect(Math.abs(known - heldOut)).toBeLessThan(10);
});
