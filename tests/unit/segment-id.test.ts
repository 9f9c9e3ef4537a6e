import { expect, test } from 'vitest';
import {
  compareSegmentIds,
  hasOwnPage,
  htmlId,
  parseSegmentId,
  unitHtmlId,
} from '../../src/model/segment-id.ts';

test('parses every form of segment id', () => {
  expect(parseSegmentId('2.4.2')).toEqual({
    type: 'paragraph',
    section: 2,
    subsection: 4,
    paragraph: 2,
    inserted: '',
  });
  expect(parseSegmentId('2.4.2a')).toMatchObject({ type: 'paragraph', inserted: 'a' });
  expect(parseSegmentId('2.4.0a')).toMatchObject({ type: 'paragraph', paragraph: 0, inserted: 'a' });
  expect(parseSegmentId('2')).toEqual({ type: 'heading', section: 2 });
  expect(parseSegmentId('2.4')).toEqual({ type: 'heading', section: 2, subsection: 4 });
  expect(parseSegmentId('abstract')).toEqual({ type: 'abstract' });
  expect(parseSegmentId('table-1')).toEqual({ type: 'exhibit', kind: 'table', number: 1 });
});

test.each(['', '2.', '2.4.0', '2.4.2A', '2.4.2ab', 'p. 126', '|', 'figure', '1.2.3.4', ' 2.4'])(
  'rejects “%s” as a segment id',
  (text) => {
    expect(parseSegmentId(text)).toBeUndefined();
  },
);

test('puts segments in the order of the paper', () => {
  const inOrder = [
    'abstract',
    '0.0.1',
    '1',
    '1.0.1',
    '1.1',
    '1.1.0a',
    '1.1.1',
    '1.1.2',
    '1.1.2a',
    '1.1.3',
    '1.1.10',
    '1.2',
    '2',
  ];
  expect([...inOrder].reverse().sort(compareSegmentIds)).toEqual(inOrder);
});

test('gives numbered segments an id that is valid in HTML and CSS', () => {
  expect(['2.4.2', '2.4', 'abstract', 'figure-1'].map(htmlId)).toEqual([
    'p2.4.2',
    'p2.4',
    'abstract',
    'figure-1',
  ]);
  expect(unitHtmlId('2.4.2', 3)).toBe('p2.4.2-3');
});

test('gives paragraphs and the abstract pages of their own', () => {
  expect(['2.4.2', 'abstract', '2.4', 'figure-1'].filter(hasOwnPage)).toEqual(['2.4.2', 'abstract']);
});
