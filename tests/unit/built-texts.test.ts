import { describe, expect, test } from 'vitest';
import { checkTexts } from '../../src/build/built-texts.ts';
import type { BuiltPage } from '../../src/build/check-built.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import { formatMessage } from '../../src/model/message.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { renderContext } from '../../src/render/render-context.ts';

const folder = 'tests/fixtures/dossiers/since-1.0';
const { dossier } = await readDossier(folder);
if (!dossier) throw new Error(`${folder} cannot be read`);
const context = renderContext(dossier, '/');

/** Built pages of chapters, reduced to their main parts. */
const chapters = dossier.chapters.map(({ edition, id, tree, notes }): BuiltPage => {
  const text = renderBlocks(tree.children, { ...context, withAnchors: true, edition });
  const noted = notes.map(
    ({ label, blocks }) =>
      `<li id="note-${label}"><div class="note-text">${renderBlocks(blocks, { ...context, withAnchors: false, edition, note: label })}</div> ↩</li>`,
  );
  const file = `${edition}/${id}/index.html`;
  return {
    file,
    path: `dist/${file}`,
    html: `<html><body>\n<div class="prose">${text}</div><ol>${noted.join('')}</ol></body></html>`,
  };
});

const page = (file: string, body: string): BuiltPage => ({
  file,
  path: `dist/${file}`,
  html: `<html><body>\n${body}</body></html>`,
});

describe('the texts of a built site', () => {
  test('match the source', () => {
    expect(checkTexts(chapters, dossier).map(formatMessage)).toEqual([]);
  });

  test.each([
    [
      'a table without its cells',
      /<t([hd])>.*?<\/t\1>/g,
      '',
      'segment 1.1.1 of edition en, expected “ll, no boat. Year Stroke” as it was read',
      'chapters/en/1-bell.mdx:7:1',
    ],
    [
      'a list without one of its sentences',
      'Patience is needed too.',
      '',
      'segment 1.1.1 of edition en, expected “ll; a rope. Patience is” as it was read',
      'chapters/en/1-bell.mdx:7:1',
    ],
    [
      'two words that run together',
      'lasted 11',
      'lasted11',
      'segment 1.1.2 of edition en, expected “g fog lasted 11 days. Th” as it was read',
      'chapters/en/1-bell.mdx:21:1',
    ],
    [
      'a formula that was not set',
      /<math .*?<\/math>/,
      '',
      'segment 1.0.1 of edition en, expected “a formula, t = \\frac{d}” as it was read',
      'chapters/en/1-bell.mdx:1:1',
    ],
    [
      'a note without its end',
      'The Office’s log has it otherwise; see',
      'The Office’s log',
      'note 2 of edition en, expected “ffice’s log has it other” as it was read',
      'chapters/en/1-bell.mdx:23:1',
    ],
  ])('are reported with the place if a word is lost: %s', (_, from, to, said, source) => {
    const broken = chapters.map((one) => ({
      ...one,
      html: one.file === 'en/1-bell/index.html' ? one.html.replace(from, to) : one.html,
    }));
    const [found, ...more] = checkTexts(broken, dossier).map(formatMessage);
    expect(more).toEqual([]);
    expect(found).toMatch(/^dist\/en\/1-bell\/index\.html:\d+:\d+ error texts-shown Unexpected words “/);
    expect(found).toContain(said);
    expect(found).toContain(`see ${folder}/${source}`);
  });

  test('are compared between citations, whatever form these are printed in', () => {
    const note = (text: string): BuiltPage =>
      page('note/1/index.html', `<section data-wording="en"><div class="note-text">${text}</div></section>`);
    const faults = (text: string): string[] =>
      checkTexts([note(text)], dossier)
        .map(formatMessage)
        .filter((message) => message.includes('edition en'));
    expect(faults('<p>See <cite>any form</cite>; <cite>another</cite>.</p>')).toEqual([]);
    expect(faults('<p>See <cite>any form</cite>; .</p>')).toEqual([
      `dist/note/1/index.html:2:28 error texts-shown Unexpected count of 1 references in note 1 of edition en, expected 2\n  see ${folder}/chapters/en/0-introduction.mdx:5:1`,
    ]);
    expect(faults('<p><cite>any form</cite>; <cite>another</cite>.</p>')).toEqual([
      `dist/note/1/index.html:2:28 error texts-shown Unexpected words “any form; another.” of note 1 of edition en, expected “See” as it was read\n  see ${folder}/chapters/en/0-introduction.mdx:5:1`,
    ]);
  });

  test('are on the segment’s own page in every edition, and side by side', () => {
    const zh = '论文考察一座渡口的雾钟怎样决定开船的时刻。';
    const en = 'The paper asks how the fog bell of a ferry decides when the boats leave.';
    const own = (second: string): BuiltPage =>
      page(
        'p/abstract/index.html',
        `<section data-wording="zh"><div class="prose">${zh}</div></section>\n` +
          `<section data-wording="en"><p class="kind">x</p><div class="prose">${second}</div></section>`,
      );
    expect(checkTexts([own(`<p>${en}</p>`)], dossier)).toEqual([]);
    expect(checkTexts([own('<p>The paper asks.</p>')], dossier).map(formatMessage)).toEqual([
      `dist/p/abstract/index.html:3:49 error texts-shown Unexpected words “e paper asks.” of segment abstract of edition en, expected “e paper asks how the fog” as it was read\n  see ${folder}/chapters/en/0-introduction.mdx:1:1`,
    ]);
    const beside = page(
      'parallel/0-introduction/index.html',
      `<section id="abstract"><div data-wording="zh">${zh}</div><div data-wording="en">${en}</div></section>`,
    );
    expect(
      checkTexts([beside], dossier)
        .map(({ reason }) => reason)
        .filter((reason) => reason.includes('abstract')),
    ).toEqual([]);
    expect(checkTexts([beside], dossier).map(({ reason }) => reason)).toContain(
      'Missing words of segment 0.0.1 of edition zh, expected “1962年，渡口管理处在北岸设立了雾钟。作者认为” as it was read',
    );
  });
});
