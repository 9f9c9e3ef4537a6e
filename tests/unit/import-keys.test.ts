import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Paper } from '../../src/import/paper.ts';
import { readPaper } from '../../src/import/paper-segments.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { papersWith } from '../support/papers.ts';

// Eight invented papers, each with a key written by a careful reader: tests/fixtures/papers/README.md.

const keySchema = z.object({
  firstPage: z.int(),
  title: z.string(),
  authors: z.array(z.string()),
  keywords: z.array(z.string()).default([]),
  segments: z.array(
    z.object({
      id: z.string().nullable(),
      sign: z.string().default(''),
      type: z.string().optional(),
      text: z.string(),
      pages: z.array(z.int()),
      notes: z.array(z.int()).default([]),
      citations: z.array(z.object({ references: z.array(z.int()) })).default([]),
    }),
  ),
  notes: z.array(z.object({ number: z.int(), text: z.string(), page: z.int() })).default([]),
  references: z.array(z.object({ text: z.string() })).default([]),
  exhibits: z
    .array(
      z.object({
        id: z.string(),
        sign: z.string().default(''),
        caption: z.string(),
        lines: z.array(z.string()),
      }),
    )
    .default([]),
});

const papers = papersWith(keySchema).map(({ name, key, decoded: { text } }) => ({
  name,
  key,
  text,
  paper: readPaper(text, key.firstPage),
}));

/** The text of a paragraph, with a character for each note mark and another for each numbered citation. */
function shown({ sections }: Paper, citing: boolean): { id: string; text: string }[] {
  return sections.flatMap(({ number, title, blocks }) => [
    ...(number > 0 ? [{ id: String(number), text: title }] : []),
    ...blocks.flatMap((block, i) => {
      if (block.type === 'exhibit') return [];
      const text = block.inlines
        .map((inline) =>
          inline.type === 'mark' ? NOTE_MARK : inline.type === 'page' ? '' : inline.content.text,
        )
        .join('');
      const behindHeading = blocks[i - 1]?.type === 'minor heading';
      const apart = block.type === 'paragraph' && block.continues && !behindHeading;
      const id = block.type === 'minor heading' || apart ? '-' : block.id;
      return [{ id, text: citing ? text.replace(/\[\d+(?:[-,]\d+)*\]\d*/g, NOTE_MARK) : text }];
    }),
  ]);
}

describe.each(papers)('$name', ({ name, key, paper, text }) => {
  test('has its title, authors, keywords and pages', () => {
    const names = paper.authors.map(({ family, given }) =>
      /\p{Script=Han}/u.test(family) ? family + given : `${given} ${family}`,
    );
    expect({ ...paper, authors: names }).toMatchObject({
      title: key.title,
      authors: key.authors,
      keywords: key.keywords,
    });
    expect(paper.pages?.[0]).toBe(key.firstPage);
    expect(paper.pages?.[1]).toBeGreaterThanOrEqual(Math.max(...key.segments.flatMap(({ pages }) => pages)));
  });

  test('has every paragraph and heading under its id, character for character', () => {
    const ownSign = (id: string | null, sign: string, own: string): string =>
      id === null && own !== '' ? sign + own : own;
    const expected = key.segments.map(({ id, sign, text: own, type }) => ({
      // A formula includes its number.
      id: id ?? '-',
      text: type === 'formula' ? own : ownSign(id, sign, own),
    }));
    const found = shown(
      paper,
      key.segments.some(({ citations }) => citations.length > 0),
    );
    expect(found.map(({ id, text: own }) => ({ id, text: own.replace(/\uFF081\uFF09$/, '') }))).toEqual(
      expected,
    );
  });

  test('has every note with its mark in its paragraph, and every entry of its list', () => {
    expect(
      paper.notes.map(({ number, content }) => ({
        number,
        text: content.text,
        page: paper.pageAt(content.offsets[0]!),
      })),
    ).toEqual(key.notes);
    const marked = paper.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        'inlines' in block && block.type === 'paragraph'
          ? [
              {
                id: block.id,
                notes: block.inlines.flatMap((inline) => (inline.type === 'mark' ? [inline.note] : [])),
              },
            ]
          : [],
      ),
    );
    for (const { id, notes } of key.segments)
      if (id?.includes('.') && notes.length > 0)
        expect(
          marked.filter((one) => one.id === id).flatMap((one) => one.notes),
          id,
        ).toEqual(notes);
    // Typesetting does not tell whether there is a space between a Han name and initials.
    const tight = (own: string): string => own.replace(/(?<=\p{Script=Han}) (?=[A-Z])/gu, '');
    expect(paper.references.map(({ content }) => content.text)).toEqual(
      key.references.map((one) => tight(one.text)),
    );
  });

  test('cites works of its list by number', () => {
    const cited = paper.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        'inlines' in block ? block.inlines.filter((inline) => inline.type === 'cite') : [],
      ),
    );
    const numbers = key.segments.flatMap(({ citations }) => citations.flatMap((one) => one.references));
    const ends = cited
      .map((inline) => inline.content.text)
      .filter((text) => /^\d+$/.test(text))
      .map(Number);
    expect(ends.every((number) => numbers.includes(number))).toBe(true);
    expect(ends.length > 0).toBe(numbers.length > 0);
  });

  test('has its exhibits with their raw lines', () => {
    expect(paper.exhibits.map(({ id, title, rows }) => ({ id, caption: title, lines: rows }))).toEqual(
      key.exhibits.map(({ id, sign, caption, lines }) => ({
        id,
        caption: caption.startsWith(sign) ? caption.slice(sign.length).trim() : caption,
        lines,
      })),
    );
  });

  test('accounts for every character', () => {
    expect(paper.coverage.unclassified().map((offset) => text[offset])).toEqual([]);
    const sum = [...paper.coverage.sums().values()].reduce((total, count) => total + count, 0);
    expect(sum).toBe(text.length);
  });

  test('raises no doubt that a reader would not share', () => {
    expect(paper.warnings.map(({ reason }) => reason)).toEqual(
      { english: [expect.stringContaining('re-membered')] }[name] ?? [],
    );
  });
});
