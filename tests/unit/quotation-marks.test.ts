import { expect, test } from 'vitest';
import { inBlock, inMarks } from '../../src/model/quotation-marks.ts';

const chinese = ['“', '”', '‘', '’'];

test.each([
  ['实施“碳干涉”，原因有三', '“实施‘碳干涉’，原因有三”'],
  ['指“试图定义‘碳中和’的责任”。', '“指‘试图定义“碳中和”的责任’。”'],
  ['the dossier’s “carbon ‘tax’ of the EU’s”', '“the dossier’s ‘carbon “tax” of the EU’s’”'],
])('quotation marks within a quotation are exchanged: %s', (words, quoted) => {
  expect(inMarks(words, chinese)).toBe(quoted);
});

test.each([
  ['碳干涉”，原因有三', '“‘碳干涉’，原因有三”'],
  ['原因是“碳干涉', '“原因是‘碳干涉’”'],
  ['指“试图定义‘碳中和', '“指‘试图定义“碳中和”’”'],
  ['变化’的关系。', '“‘变化’的关系。”'],
  ['积极的‘气候’关系', '“积极的‘气候’关系”'],
  ['积极的‘气候', '“积极的‘气候’”'],
  ['the ‘climate', '“the ‘climate’”'],
  ['the states’ rights', '“the states’ rights”'],
])('a quotation that is cut is given the mark that was left out: %s', (words, quoted) => {
  expect(inMarks(words, chinese)).toBe(quoted);
});

test.each([
  ['，而且有选择地加以实施，', '“而且有选择地加以实施”'],
  ['”）一词', '“一词”'],
  ['实现“碳中和”；', '“实现‘碳中和’”'],
  ['分为（', '“分为”'],
  [', and so on.', '“and so on.”'],
  ['’twas said?', '“’twas said?”'],
  ['1.5 °C', '“1.5 °C”'],
])('what only joins words to those around them is left out: %s', (words, quoted) => {
  expect(inMarks(words, chinese)).toBe(quoted);
});

test.each([
  ['他说‘碳中和’。', true, '他说“碳中和”。'],
  ['the dossier’s ‘tax’ of the states’ rights', true, 'the dossier’s “tax” of the states’ rights'],
  ['他说“碳中和”。', false, '他说“碳中和”。'],
  ['碳干涉”，原因有三', false, '“碳干涉”，原因有三'],
  ['原因是“碳干涉', false, '原因是“碳干涉”'],
])('a block has its own marks only, and those that were left out: %s', (words, isWithin, set) => {
  expect(inBlock(words, chinese, isWithin)).toBe(set);
});

test('marks that another language closes with stay', () => {
  expect(inMarks('auf dem Stein steht „Licht“.', chinese)).toBe('“auf dem Stein steht „Licht“.”');
});
