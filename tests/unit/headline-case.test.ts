import { expect, test } from 'vitest';
import { evenCase, headlineCase } from '../../src/cite/headline-case.ts';

test.each([
  ['a history of wells in the village', 'A History of Wells in the Village'],
  // Since the 18th edition, prepositions of five or more letters are capitalised.
  ['water without pages', 'Water Without Pages'],
  ['What We Talk About With the Well', 'What We Talk About with the Well'],
  ['the well: a reply', 'The Well: A Reply'],
  ['Is it wet? the village asks', 'Is It Wet? The Village Asks'],
  ['what the well is for', 'What the Well Is For'],
  ['link to the river by 2025', 'Link to the River by 2025'],
  ['Re-writing the twenty-first-century well', 'Re-writing the Twenty-First-Century Well'],
  ['Pan-African and socio-technical wells', 'Pan-African and Socio-technical Wells'],
  ['Statement by President von der Quelle', 'Statement by President von der Quelle'],
  ['how UNESCO reads eBooks and mRNA', 'How UNESCO Reads eBooks and mRNA'],
  ['what well.example.org says', 'What well.example.org Says'],
  ['the ‘right’ to water', 'The ‘Right’ to Water'],
  ['1.5°C and the 2nd well', '1.5°C and the 2nd Well'],
])('capitalises %j as %j', (title, headline) => {
  expect(headlineCase(title)).toBe(headline);
});

test('keeps words that MLA treats as prepositions in lower case before a date or a thing', () => {
  expect(headlineCase('wells before 1930 and before they dried', 'mla')).toBe(
    'Wells before 1930 and Before They Dried',
  );
  expect(headlineCase('water after the flood: who pays?', 'mla')).toBe('Water after the Flood: Who Pays?');
});

test.each([
  [
    'Towns to Part with Old Locks on the River, link to the Sea',
    'Towns to Part with Old Locks on the River, Link to the Sea',
  ],
  [
    'Statement by President Quelle on the house of Fuente',
    'Statement by President Quelle on the house of Fuente',
  ],
  ['The Well is Dry on One Side', 'The Well Is Dry on One Side'],
  ['The well is dry on one side', 'The well is dry on one side'],
  ['A Request Over Wells', 'A Request Over Wells'],
])('completes the capitals of a title of which most words have them: %s', (title, whole) => {
  expect(evenCase(title)).toBe(whole);
});
