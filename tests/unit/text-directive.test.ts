import { expect, test } from 'vitest';
import { textDirective } from '../../src/client/text-directive.ts';

const page = `The dyke was raised. The dyke was raised again in spring, and its well-\u00adkept banks held.
  Nobody objected. It rained all summer, but the flats were dry.`;

test('selected words are named by their beginning and their end, as long as these need to be', () => {
  expect(
    textDirective(
      'The dyke was raised again in spring, and its well-kept banks held. Nobody objected. It rained all summer',
      page,
    ),
  ).toBe(':~:text=The%20dyke%20was%20raised%20again,It%20rained%20all%20summer');
  expect(textDirective('its well-kept banks held. Nobody objected. It rained', page)).toBe(
    ':~:text=its%20well%2Dkept%20banks,Nobody%20objected.%20It%20rained',
  );
});

test('words that the page has twice, or differently, are not named', () => {
  expect(textDirective('The dyke was raised. The dyke was raised', page)).toBe('');
  expect(textDirective('The dike was raised again in spring, and its banks', page)).toBe('');
  expect(textDirective('', page)).toBe('');
});
