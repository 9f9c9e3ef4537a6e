import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/import/text/decode.ts';
import { importPaper } from '../../src/import/import-paper.ts';
import { readPaper } from '../../src/import/paper-segments.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { layOut, type Layout, type Manuscript } from '../support/lay-out.ts';

// The result must not depend on the width of lines or the length of pages.

const manuscripts = ['spaced-rule', 'form-feed', 'end-notes'].map((name) => ({
  name,
  manuscript: manuscriptOf(name),
}));

function manuscriptOf(name: string): Manuscript {
  const decoded = decode(readFileSync(`tests/fixtures/papers/${name}/paper.txt`));
  if ('refusal' in decoded) throw new Error(decoded.refusal);
  const paper = readPaper(decoded.text);
  const numerals = '\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03';
  const blocks = paper.sections.flatMap(({ number, title, blocks: own }) => [
    ...(number > 0 ? [{ type: 'heading' as const, text: `${numerals[number - 1]}\u3001${title}` }] : []),
    ...own.flatMap((block): Manuscript['blocks'] => {
      if (block.type === 'exhibit' || block.id === 'abstract') return [];
      const text = block.inlines
        .map((inline) =>
          inline.type === 'mark' ? NOTE_MARK : inline.type === 'page' ? '' : inline.content.text,
        )
        .join('');
      if (block.type === 'heading')
        return [
          { type: 'heading', text: `\uFF08${numerals[Number(block.id.split('.')[1]) - 1]}\uFF09${text}` },
        ];
      return block.type === 'paragraph' ? [{ type: 'paragraph', text }] : [];
    }),
  ]);
  const abstract = paper.sections[0]?.blocks.find((block) => block.id === 'abstract');
  return {
    title: paper.title.slice(0, 12),
    authors: paper.authors.map(({ family, given }) => family + given).join('  '),
    abstract:
      abstract && 'inlines' in abstract
        ? abstract.inlines.map((inline) => ('content' in inline ? inline.content.text : '')).join('')
        : '',
    blocks,
    // A line break at a stray space inside an address removes the space.
    notes: paper.notes.map(({ content }) => content.text.replace(/(https?:\S*)\s(?=\S+\.\w)/g, '$1')),
  };
}

/** Everything in the result except printed pages. */
function outcome(text: string): string {
  const { files, faults, ledger } = importPaper({ text, path: 'paper.txt', encoding: 'UTF-8' }, '2020-01-01');
  expect(faults).toEqual([]);
  expect(ledger.remainder).toBe(0);
  return [...files]
    .map(([path, content]) => `${path}\n${content.replace(/\{\/\* p\. \d+ \*\/\}/g, '')}`)
    .join('\n')
    .replace(/pages:\n {4}- \d+\n {4}- \d+/, 'pages');
}

describe.each(manuscripts)('$name, reflowed', ({ manuscript }) => {
  const standard = outcome(layOut(manuscript, { width: 66, height: 40, paragraphs: 'indent' }));

  test.each(
    (['indent', 'trailing space', 'blank line'] as const).flatMap((paragraphs) =>
      [44, 57, 66, 71, 88, 104].map((width): Layout => ({ width, height: 24 + (width % 17), paragraphs })),
    ),
  )('in lines of $width columns and pages of $height lines, by $paragraphs', (layout) => {
    expect(outcome(layOut(manuscript, layout))).toBe(standard);
  });

  test('still has all its paragraphs and notes', () => {
    for (const { type, text } of manuscript.blocks)
      if (type === 'paragraph')
        for (const stretch of text.split(NOTE_MARK)) expect(standard).toContain(stretch.slice(0, 20));
    expect(standard.match(/^\[\^\d+\]: /gm)).toHaveLength(manuscript.notes.length);
  });
});
