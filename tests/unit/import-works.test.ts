import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { citationsOf } from '../../src/import/import-paper.ts';
import { readPaper } from '../../src/import/paper-segments.ts';
import { papersWith } from '../support/papers.ts';

// Which works the notes and lists of the eight invented papers name, against a careful reader’s keys:
// tests/fixtures/papers/README.md. import-expected.test.ts compares the works themselves.

const keySchema = z.object({
  firstPage: z.int(),
  notes: z
    .array(
      z.object({
        number: z.int(),
        works: z.array(z.int()),
        locators: z.array(z.string().nullable()),
      }),
    )
    .default([]),
  references: z.array(z.object({ work: z.int() })).default([]),
});

const papers = papersWith(keySchema).map(({ name, key, decoded }) => ({
  name,
  key,
  citations: citationsOf(readPaper(decoded.text, key.firstPage)),
}));

/** The keys contain locators that are not pages; the notes’ citations have page locators only. */
const NOT_A_PAGE = /[^\d-]/;

describe.each(papers)('the works of $name', ({ key, citations }) => {
  const { works, notes, references } = citations;

  test('are cited by the same notes as in the key, at the same pages', () => {
    const place = new Map(works.map(({ id }, i) => [id, i]));
    const cited = notes.map((pieces) =>
      pieces.flatMap(({ work, locator }) =>
        work === undefined
          ? []
          : [[place.get(work), locator?.value.replace(/[\u2013\u2014]+/g, '-') ?? null]],
      ),
    );
    expect(cited).toEqual(
      key.notes.map(({ works: own, locators }) =>
        own.map((work, i) => {
          const locator = locators[i] ?? null;
          return [work, locator === null || NOT_A_PAGE.test(locator) ? null : locator];
        }),
      ),
    );
  });

  test('match the list entry by entry', () => {
    expect(references.map(([id]) => works.findIndex((work) => work.id === id))).toEqual(
      key.references.map(({ work }) => work),
    );
  });
});
