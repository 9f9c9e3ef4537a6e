import { afterEach, describe, expect, inject, test } from 'vitest';
import { dossierIn } from '../support/dossier-in.ts';
import { atHand, leave, openPage, settled, type OpenedPage } from '../support/open-page.ts';
import { oneIn } from '../support/whole.ts';

let page: OpenedPage | undefined;
afterEach(() => leave(page));

const wide = { viewport: { width: 1280, height: 800 } };
const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true };
const focused = (): Promise<string> => page!.evaluate(() => document.activeElement?.id ?? '');

// The narrowest window with notes beside the text; in an audit also wider ones.
describe.each(oneIn(4, [896, 1120, 1280, 1920]))('at %i px', (width) => {
  test('every note and remark is beside its line or directly below the previous one, without overlaps', async () => {
    const dossier = await dossierIn('tests/fixtures/dossiers/dyke');
    let seen = 0;
    page = await openPage('404.html', { viewport: { width, height: 900 } });
    for (const { edition, id, notes } of dossier.chapters) {
      await page.goto(`${inject('site')}${edition}/${id}/`);
      await page.locator('.notes[data-placed]').waitFor();
      const places = await page.evaluate(() => {
        const text = document.querySelector('.text')!.getBoundingClientRect();
        const foot = document.querySelector('.turn')!.getBoundingClientRect();
        return [...document.querySelectorAll(':is(.notes, .remarks) > ol > li')]
          .map((item) => {
            const { top, bottom, left } = item.getBoundingClientRect();
            const { id } = item.id ? item : item.querySelector('[id]')!;
            const mark = document.querySelector(`[data-segments] a[href='#${id}']`)!.getBoundingClientRect();
            return { top, bottom, mark: mark.top, beside: left > text.right, above: bottom <= foot.top };
          })
          .sort((a, b) => a.top - b.top);
      });
      // One sentence of the second chapter has an editors’ note.
      expect(places.length).toBe(notes.length + (id === '2-actions' ? 1 : 0));
      places.forEach((place, i) => {
        const before = places[i - 1]?.bottom ?? -Infinity;
        expect(place.beside && place.above, `${edition} ${id} ${i}`).toBe(true);
        expect(place.top, `${edition} ${id} ${i}`).toBeGreaterThan(before);
        if (place.top > before + 13)
          expect(Math.abs(place.top - place.mark), `${edition} ${id} ${i}`).toBeLessThan(2);
      });
      seen += places.length;
    }
    expect(seen).toBe(47);
  });
});

test('addresses in notes break only after a sign that divides them, and no line begins with the stop after one', async () => {
  page = await openPage('en/2-actions/', narrow);
  await atHand(page);
  await page.locator('.notes > summary').click();
  const broken = await page.locator('.notes .url').evaluateAll((all) =>
    all.flatMap((address) => {
      const item = address.closest('li')!;
      const stop = address.nextSibling;
      const ends: string[] = [];
      for (let width = 260; width < 360; width += 7) {
        item.style.inlineSize = `${width}px`;
        const walker = document.createTreeWalker(address, NodeFilter.SHOW_TEXT);
        let [before, last] = ['', -1];
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
          for (let i = 0; i < node.length; i++) {
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const { top } = range.getBoundingClientRect();
            if (last >= 0 && top > last + 8) ends.push(before);
            before += node.data[i];
            last = top;
          }
        const range = document.createRange();
        if (stop instanceof Text && /^[.,;]/.test(stop.data)) {
          range.setStart(stop, 0);
          range.setEnd(stop, 1);
          if (range.getBoundingClientRect().top > last + 8) ends.push(`${before} |`);
        }
      }
      return ends;
    }),
  );
  expect(broken.length).toBeGreaterThan(0);
  for (const line of broken) expect(line).toMatch(/[^/][/._?-]$/);
});

/** Makes the text and the column of its notes so small that they have too little room. */
async function crowd(page: OpenedPage): Promise<void> {
  await page.locator('.notes[data-placed]').waitFor();
  await page.evaluate(() => {
    for (const list of document.querySelectorAll<HTMLElement>('.chapter > [data-placed]'))
      list.style.maxInlineSize = '9rem';
    const text = document.querySelector<HTMLElement>('.chapter > .text');
    if (text) text.style.fontSize = '9px';
  });
  await page.locator('[data-placed] [data-cut]').first().waitFor();
}

test('beside a text of usual size, no note is cut that has room below', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1120, height: 900 } });
  await page.locator('.notes[data-placed]').waitFor();
  expect(await page.locator('.notes [data-cut]').count()).toBe(0);
  expect(await page.locator('.notes > ol > li').count()).toBeGreaterThan(10);
});

test('a note is cut only if what follows needs its room', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1120, height: 900 } });
  await crowd(page);
  const items = await page.locator('[data-placed] > ol > li').evaluateAll((all) =>
    all
      .map((item) => {
        const { top, bottom } = item.getBoundingClientRect();
        return { top, bottom, isCut: item.matches('.notes [data-folded]:has([data-cut])') };
      })
      .sort((a, b) => a.top - b.top),
  );
  expect(items.some(({ isCut }) => isCut)).toBe(true);
  items.forEach(({ isCut, bottom }, i) => {
    if (isCut) expect(items[i + 1]!.top - bottom, String(i)).toBeLessThan(12 + 21);
  });
});

test('what has no room beside the text is cut between lines, and only that fades to a sign', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1120, height: 900 } });
  await crowd(page);
  const texts = await page.locator('[data-placed] [data-folded] :is(.note-text, .claim)').evaluateAll((all) =>
    all.map((text) => ({
      isCut: text.scrollHeight > text.clientHeight,
      hasSign: getComputedStyle(text, '::after').content.includes('▾'),
      lines: text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight),
    })),
  );
  expect(texts.some(({ isCut }) => isCut)).toBe(true);
  for (const { isCut, hasSign, lines } of texts) {
    expect(hasSign).toBe(isCut);
    if (isCut) expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.05);
  }
  // An address is whole, by its host, or not there.
  const addresses = page.locator('[data-placed] [data-folded] .url');
  const broken = await addresses.evaluateAll(
    (all) =>
      all.filter((url) => {
        const { height, right } = url.getBoundingClientRect();
        return height > 24 || right > (url.closest('.note-text')?.getBoundingClientRect().right ?? 0) + 1;
      }).length,
  );
  expect(await addresses.count()).toBeGreaterThan(0);
  expect(broken).toBe(0);
});

test('with notes beside the text, a mark shows its note without scrolling', async () => {
  page = await openPage('zh/1-theory/', wide);
  await atHand(page);
  await page.locator('#note-5-mark').scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => scrollY);
  await page.locator('#note-5-mark').click();
  expect(await page.evaluate(() => scrollY)).toBe(at);
  expect(await focused()).toBe('note-5');
  await page.locator('#note-5 .back').click();
  expect(await focused()).toBe('note-5-mark');
  expect(await page.evaluate(() => scrollY)).toBe(at);
});

test('with notes beside the text, a note that would push others away from their lines is collapsed until it is read', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1120, height: 900 } });
  await crowd(page);
  const hidden = (at: number): Promise<number> =>
    page!
      .locator('.notes > ol > li .note-text')
      .nth(at)
      .evaluate((one) => one.scrollHeight - one.clientHeight);
  const count = await page.locator('.notes > ol > li').count();
  const cut = await Promise.all(Array.from({ length: count }, (_, at) => hidden(at)));
  const at = cut.findIndex((pixels) => pixels > 10);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(cut.some((pixels) => pixels <= 0)).toBe(true);
  await page
    .locator('.notes > ol > li')
    .nth(at)
    .click({ position: { x: 2, y: 2 } });
  expect(await hidden(at)).toBeLessThanOrEqual(0);
});

test('a table is as wide as text and notes together, below its caption, and covers no note', async () => {
  page = await openPage('en/2-actions/', { viewport: { width: 1280, height: 900 } });
  await page.locator('.notes[data-placed]').waitFor();
  const boxOf = async (of: string) => (await page!.locator(of).first().boundingBox())!;
  const table = await boxOf('.text .exhibit table');
  const notes = await boxOf('.notes > ol > li');
  expect(table.x + table.width).toBeGreaterThan(notes.x + 100);
  expect((await boxOf('.text .exhibit:has(table) .caption')).y).toBeLessThan(table.y);
  const boxes = await page
    .locator(':is(.notes, .remarks) > ol > li')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  for (const { top, bottom } of boxes)
    expect(bottom <= table.y || top >= table.y + table.height, `${top}–${bottom}`).toBe(true);
});

test('with notes beside the text, a link to a note scrolls it into view', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 500 } });
  const notes = page.locator('.notes > ol > li');
  for (const note of [notes.last(), notes.first()]) {
    await page.evaluate((id) => (location.hash = id), (await note.getAttribute('id')) ?? '');
    await expect.poll(async () => (await note.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    expect((await note.boundingBox())!.y).toBeLessThan(500);
  }
});

test('editors’ remarks are shortened beside their sentence, open from their mark, and cover no notes', async () => {
  page = await openPage('zh/2-actions/', wide);
  await atHand(page);
  const mark = page.getByRole('link', { name: '编者按', exact: true }).first();
  const card = page.locator('.remarks li').first();
  await mark.scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => scrollY);
  await mark.click();
  expect(await page.evaluate(() => scrollY)).toBe(at);
  expect(await card.getAttribute('data-highlighted')).toBe('');
  expect(await card.locator('.editor-note').evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
  expect(await card.innerText()).toContain('2590亩');
  const [top, line] = [(await card.boundingBox())!.y, (await mark.boundingBox())!.y];
  expect(Math.abs(top - line)).toBeLessThan(2);
  const boxes = await page
    .locator(':is(.notes, .remarks) > ol > li')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).sort((a, b) => a.top - b.top));
  boxes.forEach((box, i) => expect(box.top).toBeGreaterThan(boxes[i - 1]?.bottom ?? -Infinity));
  await card.getByRole('link', { name: /回到正文/ }).click();
  expect(await mark.evaluate((one) => one === document.activeElement)).toBe(true);
});

describe('on a narrow screen', () => {
  test('editors’ remarks on a sentence open at its mark', async () => {
    page = await openPage('parallel/2-actions/', narrow);
    await page.getByRole('link', { name: 'Editors’ note', exact: true }).click();
    const shown = page.getByRole('dialog', { name: 'Editors’ note' });
    await shown.waitFor();
    expect(await shown.innerText()).toMatch(/2,590 mu(?![^]*2590亩)/);
    expect(page.complaints).toEqual([]);
  });

  test('notes and remarks below the text are folded, and open by hand, by an address and on paper', async () => {
    page = await openPage('zh/2-actions/', narrow);
    const folded = page.locator('.chapter > details:is(.notes, .remarks)');
    const shown = page.locator('.notes > ol');
    expect(await folded.locator('> summary').allInnerTexts()).toEqual([
      `注释 ${await page.locator('.notes > ol > li').count()}`,
      '编者按 1',
    ]);
    expect(await shown.isVisible()).toBe(false);
    await folded.first().locator('summary').click();
    expect(await shown.isVisible()).toBe(true);

    await page.reload();
    expect(await shown.isVisible()).toBe(false);
    const note = page.locator('.notes > ol > li').last();
    await page.goto(`${page.url()}#${await note.getAttribute('id')}`);
    await expect.poll(async () => (await note.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect(await shown.isVisible()).toBe(true);

    await page.goto(`${inject('site')}zh/1-theory/`);
    expect(await shown.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await shown.isVisible()).toBe(true);
  });

  test('a hit in a folded note opens it', async () => {
    page = await openPage('zh/1-theory/?q=两乡的口碑', narrow);
    await page.locator('.hit-steps').waitFor();
    await expect.poll(() => page!.locator('#note-4').isVisible()).toBe(true);
  });

  test('a note opens at its mark and closes with Esc, and the focus returns to the mark', async () => {
    page = await openPage('zh/1-theory/', narrow);
    const mark = page.locator('#note-4-mark');
    await mark.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    await mark.focus();
    const at = await page.evaluate(() => scrollY);
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog', { name: '注4' });
    await note.waitFor();
    expect(await note.innerText()).toContain('两乡的口碑');
    const [box, own] = [(await note.boundingBox())!, (await mark.boundingBox())!];
    expect(own.y + own.height).toBeLessThanOrEqual(box.y);
    expect([box.x, box.width]).toEqual([0, 360]);
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
    expect(await focused()).toBe('note-4-mark');
    expect(await page.evaluate(() => scrollY)).toBe(at);
  });

  test('a preview at the bottom does not cover the sentence of its mark', async () => {
    page = await openPage('zh/1-theory/', narrow);
    const mark = page.locator('#note-4-mark');
    await mark.evaluate((one) => one.scrollIntoView({ block: 'end' }));
    await mark.click();
    const note = page.getByRole('dialog', { name: '注4' });
    await note.waitFor();
    const [box, own] = [(await note.boundingBox())!, (await mark.boundingBox())!];
    expect(own.y + own.height).toBeLessThanOrEqual(box.y);
    expect(own.y).toBeGreaterThan(200);
  });

  test('a preview closes with a tap elsewhere or its button', async () => {
    page = await openPage('en/1-theory/', narrow);
    await page.locator('#note-3-mark').click();
    const note = page.getByRole('dialog', { name: 'Note 3' });
    await note.waitFor();
    await page.locator('h1').click();
    expect(await note.isVisible()).toBe(false);
    await expect.poll(focused).toBe('note-3-mark');
    await page.locator('#note-3-mark').click();
    await note.getByRole('button', { name: 'Close' }).click();
    expect(await note.isVisible()).toBe(false);
    await expect.poll(focused).toBe('note-3-mark');
  });
});

describe('a term or case', () => {
  test('shows a preview at its link, which links to its page', async () => {
    page = await openPage('zh/2-actions/', wide);
    const link = page.locator('.prose a[href="/zh/terms/land-for-dykes/"]').first();
    await link.hover();
    const shown = page.getByRole('dialog');
    await shown.waitFor();
    expect(await shown.innerText()).toContain('作者的定义');
    // The focus stays in the text, and the preview closes when the pointer leaves.
    expect(await focused()).toBe('');
    await page.mouse.move(5, 5);
    await shown.waitFor({ state: 'hidden' });
    await link.click();
    await page.waitForURL(/\/zh\/terms\/land-for-dykes\/$/);
  });

  test.each([
    ['a paragraph', 'en/p/2.1.1/', '.prose a[href="/en/cases/great-breach/"]'],
    ['a paragraph, where it is a note', 'en/p/2.1.1/', '.prose [role=doc-noteref]'],
    ['a case, where it is a paragraph', 'en/cases/great-breach/', '.passages .source a'],
    ['the argument', 'en/argument/', '.evidence a[href*="/cases/"]'],
  ])('has a preview on the page of %s', async (_, address, link) => {
    page = await openPage(address, wide);
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    await page.locator(link).first().hover();
    await page.locator('#preview p').first().waitFor();
    expect((await page.locator('#preview p').first().innerText()).length).toBeGreaterThan(20);
  });

  test('opens as a preview by touch and keyboard, with a link to its page', async () => {
    page = await openPage('zh/2-actions/', narrow);
    const link = page.locator('.prose a[href="/zh/terms/land-for-dykes/"]').first();
    await link.tap();
    const shown = page.getByRole('dialog');
    await shown.waitFor();
    await page.keyboard.press('Escape');
    await link.press('Enter');
    await shown.waitFor();
    await shown.getByRole('link').first().click();
    await page.waitForURL(/\/zh\/terms\/land-for-dykes\/$/);
  });

  test('opens like any link in a new tab', async () => {
    page = await openPage('zh/2-actions/', wide);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      // A pointer that rests on the link would open its preview.
      page.locator('.prose a[href*="/terms/"]').first().press('Control+Enter'),
    ]);
    await tab.waitForURL(/\/zh\/terms\//);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('links to its page if it cannot be fetched', async () => {
    page = await openPage('zh/2-actions/', wide);
    await page.route('**/zh/terms/**', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await page.locator('.prose a[href*="/terms/"]').first().click();
    await page.waitForURL(/\/zh\/terms\/[a-z-]+\/$/);
  });
});

test('without JavaScript, folded notes open', async () => {
  page = await openPage('zh/1-theory/', { ...narrow, javaScriptEnabled: false });
  expect(await page.locator('#note-4').isVisible()).toBe(false);
  await page.locator('.notes > summary').click();
  expect(await page.locator('#note-4').isVisible()).toBe(true);
});

test.each([1120, 1280])('without JavaScript, notes are at the end of the chapter at %i px', async (width) => {
  page = await openPage('zh/1-theory/', { viewport: { width, height: 800 }, javaScriptEnabled: false });
  const [text, notes] = await Promise.all(
    ['.text', '.notes'].map((part) => page!.locator(part).boundingBox()),
  );
  expect(notes!.y).toBeGreaterThan(text!.y + text!.height);
  expect(Math.abs(notes!.x - text!.x)).toBeLessThan(2);
});

test('nothing opens by itself', async () => {
  page = await openPage('zh/2-actions/', wide);
  await page.locator('.prose a[href*="/terms/"]').first().hover();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await settled(page);
  expect(await page.locator('#preview, dialog[open]').count()).toBe(0);
});
