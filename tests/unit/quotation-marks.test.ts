import { expect, test } from 'vitest';
import { inMarks } from '../../src/client/quotation-marks.ts';

const chinese = ['“', '”', '‘', '’'];

test.each([
  ['实施“碳干涉”，原因有三', '“实施‘碳干涉’，原因有三”'],
  ['指“试图定义‘碳中和’的责任”。', '“指‘试图定义“碳中和”的责任’。”'],
  ['碳干涉”，原因有三', '“碳干涉’，原因有三”'],
  ['the dossier’s “carbon ‘tax’ of the EU’s”', '“the dossier’s ‘carbon “tax” of the EU’s’”'],
])('quotation marks within a quotation are exchanged: %s', (words, quoted) => {
  expect(inMarks(words, chinese)).toBe(quoted);
});
