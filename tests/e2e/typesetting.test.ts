import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave, openPage, type OpenedPage } from '../support/open-page.ts';

/** A chapter written for measurements, and an English one for the length of Latin lines. */
let zh: OpenedPage;
let en: OpenedPage;

beforeAll(async () => {
  zh = await openPage('zh/3-lines/', wide);
  en = await openPage('en/1-theory/', wide);
});
afterAll(async () => {
  await leave(zh);
  await leave(en);
});

const wide = { viewport: { width: 1280, height: 900 } };

interface Glyph {
  text: string;
  left: number;
  right: number;
  top: number;
  /** Whether it is part of a note mark. */
  isMark: boolean;
}

/** Every character of the elements with its position, in the order of the text. */
const glyphs = (page: Page, selector: string): Promise<Glyph[][]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((block) => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const found: Glyph[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement!;
          if (parent.closest('.permalink, .back')) continue;
          for (let i = 0; i < (node.textContent?.length ?? 0); i++) {
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const { left, right, top, width } = range.getBoundingClientRect();
            if (width > 0)
              found.push({
                text: node.textContent![i]!,
                left,
                right,
                top,
                isMark: parent.closest('sup') !== null,
              });
          }
        }
        return found;
      }),
    selector,
  );

/** The lines of glyphs: a new line begins if the next glyph is further left. */
function linesOf(all: Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of all) {
    const before = lines.at(-1)?.at(-1);
    if (!before || glyph.left < before.left - 1) lines.push([glyph]);
    else lines.at(-1)?.push(glyph);
  }
  return lines;
}

const widths = [320, 341, 360, 393, 412, 500, 611, 768, 800, 1024, 1120, 1280, 1600, 1920];

describe.each(widths)('at %i px', (width) => {
  let blocks: Glyph[][];
  beforeAll(async () => {
    await zh.setViewportSize({ width, height: 900 });
    blocks = await glyphs(zh, '.prose > p, .note-text');
  });

  test('no line begins with ，。、；：？！）》” or a note mark, in text and notes', () => {
    const lines = blocks.flatMap(linesOf);
    expect(lines.length).toBeGreaterThan(15);
    for (const [first] of lines)
      expect('，。、；：？！）》”」'.includes(first!.text) || first!.isMark, first!.text).toBe(false);
  });

  test('a number and its unit are on one line', () => {
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) {
      const lines = linesOf(block).map((line) => line.filter(({ isMark }) => !isMark));
      lines.slice(1).forEach((line, i) => {
        const end = lines[i]?.at(-1)?.text ?? '';
        const start = line[0]?.text ?? '';
        expect(/\d/.test(end) && /[\p{Script=Han}%℃\d]/u.test(start), `${end}|${start}`).toBe(false);
      });
    }
  });
});

test('there is no gap between a Han character and its note mark', async () => {
  const [first = []] = await glyphs(zh, '.prose > p');
  const gaps = first.flatMap((glyph, i) => {
    const before = first[i - 1];
    return glyph.isMark && before && /\p{Script=Han}/u.test(before.text) ? [glyph.left - before.right] : [];
  });
  expect(gaps).toEqual([0]);
});

test('。」 and 。） are half a character narrower, and nothing else is', async () => {
  await zh.setViewportSize(wide.viewport);
  // Justification would change the widths of characters.
  await zh.evaluate(() => {
    for (const paragraph of document.querySelectorAll<HTMLElement>('.prose > p'))
      paragraph.style.textAlign = 'start';
  });
  const text = (await glyphs(zh, '.prose > p')).flat();
  const em = await zh.evaluate(() =>
    parseFloat(getComputedStyle(document.querySelector('.prose')!).fontSize),
  );
  const pairs = text.flatMap((glyph, i) => {
    const next = text[i + 1];
    const isPair = glyph.text === '。' && next && '」）'.includes(next.text) && next.left > glyph.left;
    return isPair ? [(next.right - glyph.left) / em] : [];
  });
  expect(pairs.map((width) => width.toFixed(2))).toEqual(['1.50', '1.50']);
});

test('Chinese emphasis has dots below and is upright', async () => {
  const style = await zh.locator('.prose em').evaluate((one) => {
    const { fontStyle, textEmphasisStyle, textEmphasisPosition } = getComputedStyle(one);
    return [fontStyle, textEmphasisStyle, textEmphasisPosition];
  });
  expect(style).toEqual(['normal', 'dot', 'under']);
});

describe.each([1024, 1280, 1920])('at %i px', (width) => {
  test('a Chinese line holds 28 to 34 characters', async () => {
    await zh.setViewportSize({ width, height: 900 });
    const [block = []] = await glyphs(zh, '[id="p3.0.3"]');
    const lengths = linesOf(block)
      .slice(0, -1)
      .map(({ length }) => length);
    expect(lengths.length).toBeGreaterThan(3);
    for (const length of lengths) {
      expect(length).toBeGreaterThanOrEqual(28);
      expect(length).toBeLessThanOrEqual(34);
    }
  });

  test('an English line holds 60 to 75 characters on average', async () => {
    await en.setViewportSize({ width, height: 900 });
    const lengths = (await glyphs(en, '.prose > p[id]')).flatMap((block) =>
      linesOf(block)
        .slice(0, -1)
        .map((line) => line.filter(({ isMark }) => !isMark).length),
    );
    const mean = lengths.reduce((all, one) => all + one, 0) / lengths.length;
    expect(lengths.length).toBeGreaterThan(30);
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(75);
  });
});

describe('Latin letters and figures', () => {
  test.each(['.prose p', 'h1'])('are drawn in the site’s own fonts in %s', async (selector) => {
    const faces = await facesIn(en, selector);
    expect(faces).toContainEqual(expect.stringContaining('Source Serif 4'));
    expect(faces.filter((face) => !/Source (?:Serif 4|Sans 3)/.test(face))).toEqual([]);
  });

  test.each([
    ['堤1998', true],
    ['堤Rhine', true],
    ['“堤”', false],
    ['堤——坝…', false],
  ])('including those within Chinese, but not its punctuation: %s', async (written, isOwn) => {
    await zh.evaluate((text) => {
      document.querySelector('#written')?.remove();
      document
        .querySelector('.prose')
        ?.append(Object.assign(document.createElement('p'), { id: 'written', textContent: text }));
    }, written);
    // A font may still be loading.
    const isDrawn = async (): Promise<boolean> =>
      (await facesIn(zh, '#written')).some((face) => face.includes('Source Serif 4'));
    await expect.poll(isDrawn).toBe(isOwn);
  });
});

/** The names of the fonts that render an element’s own text. */
async function facesIn(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName);
}

test('a printed page’s number in the margin is half an em from the text', async () => {
  const gaps = await en.evaluate(() =>
    [...document.querySelectorAll('.text > p .page')].map((page) => {
      const { insetInlineStart, width, fontSize } = getComputedStyle(page, '::after');
      return (-parseFloat(insetInlineStart) - parseFloat(width)) / parseFloat(fontSize);
    }),
  );
  expect(gaps.length).toBeGreaterThan(0);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.5);
});

test('a line may break after a mark even before a number, and never before the mark', async () => {
  const heights = await zh.evaluate(() => {
    const box = document.createElement('div');
    box.className = 'prose text';
    box.lang = 'zh-Hans';
    const sign = '<a class="check-mark" href="#main" data-sign="✓"></a>';
    box.innerHTML = `<p>一二三四五六七八九十一二三四。${sign}<span class="marked">2021年12月</span>，下文。</p>`;
    document.querySelector('main')!.append(box);
    const [mark, number] = [box.querySelector('a')!, box.querySelector('.marked')!];
    const ends: [number, number, number][] = [];
    for (let width = 260; width < 340; width += 2) {
      box.style.inlineSize = `${width}px`;
      const range = document.createRange();
      range.setStart(box.querySelector('p')!.firstChild!, 13);
      range.setEnd(box.querySelector('p')!.firstChild!, 14);
      const middle = (one: { top: number; bottom: number }) => (one.top + one.bottom) / 2;
      ends.push([
        middle(range.getBoundingClientRect()),
        middle(mark.getBoundingClientRect()),
        middle(number.getBoundingClientRect()),
      ]);
    }
    box.remove();
    return ends;
  });
  const isOneLine = (one: number, other: number): boolean => Math.abs(one - other) < 17;
  expect(heights.filter(([last, mark]) => !isOneLine(last, mark))).toEqual([]);
  expect(heights.filter(([, mark, number]) => !isOneLine(mark, number)).length).toBeGreaterThan(5);
});

test('a note’s mark, the sign after it, and the signs of one mark are never on different lines', async () => {
  const broken = await zh.evaluate(() => {
    const box = document.createElement('div');
    box.className = 'prose text';
    box.lang = 'zh-Hans';
    box.innerHTML =
      '<p>一二三四五六七八九十一二三<span class="marked">四<sup><a href="#main">43</a></sup></span>' +
      '<a class="check-mark" href="#main" data-sign="≠↑" data-quiet="≈✓"></a>，下文。</p>';
    document.querySelector('main')!.append(box);
    const [note, mark] = [box.querySelector('sup')!, box.querySelector<HTMLElement>('.check-mark')!];
    const found: number[] = [];
    for (let width = 230; width < 340; width++) {
      box.style.inlineSize = `${width}px`;
      const [own, other] = [note, mark].map((one) => one.getBoundingClientRect());
      const apart = Math.abs((own!.top + own!.bottom) / 2 - (other!.top + other!.bottom) / 2);
      if (mark.getClientRects().length > 1 || apart > 17) found.push(width);
    }
    box.remove();
    return found;
  });
  expect(broken).toEqual([]);
});
