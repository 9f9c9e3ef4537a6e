import { describe, expect, inject, test } from 'vitest';
import { excessWidth } from '../support/axe.ts';
import { leave, openPage } from '../support/open-page.ts';
import { oneIn } from '../support/whole.ts';

// Tests of the engine use small dossiers; these follow a reader through the shipped one.

describe.each(['zh', 'en'])('in %s', (edition) => {
  test('a chapter is complete without JavaScript, including notes and back links', async () => {
    const page = await openPage(`${edition}/1-theory/`, { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    expect(text.replaceAll('\u00ad', '')).toContain('Anthropocene');
    await page.locator('sup a').filter({ hasText: /^16$/ }).click();
    const note = page.locator('#note-16');
    expect(await note.innerText()).toContain('The Geopolitics of Renewable Energy');
    await note.locator('.back').click();
    expect(new URL(page.url()).hash).toBe('#note-16-mark');
    const link = page.getByRole('link', { name: edition === 'zh' ? '波兰' : 'Poland' });
    await link.first().click();
    expect(new URL(page.url()).pathname).toBe(`/${edition}/cases/poland-coal/`);
    await leave(page);
  });

  test('a query is found, and its result goes to the exact words', async () => {
    const query = edition === 'zh' ? '人类世' : 'carbon leakage';
    const page = await openPage(`${edition}/search/?q=${query}`);
    await page.locator('.exact a.place').first().click();
    await page.waitForURL(/[?]q=/);
    await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
    expect(page.complaints).toEqual([]);
    await leave(page);
  });

  test('no chapter, index or exhibit needs sideways scrolling at 320 px', async () => {
    const page = await openPage('404.html', { viewport: { width: 320, height: 800 } });
    const paths = ['1-theory', '2-actions', 'cases', 'works', 'actors', 'data', 'argument', 'exhibits/table-1'];
    for (const path of oneIn(2, paths)) {
      await page.goto(`${inject('site')}${edition}/${path}/`);
      expect(await excessWidth(page), path).toBe(0);
    }
    await leave(page);
  });
});

test('the paper is cited at its printed pages', async () => {
  const page = await openPage('p/2.4.2/', { javaScriptEnabled: false });
  const cite = page.locator('details.cite').first();
  await cite.locator('> summary').click();
  expect(await cite.innerText()).toContain('《国际展望》2021年第4期，第125—127页');
  await leave(page);
});

test('numbers in the margin are those of sentences, as in references', async () => {
  const page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 800 } });
  // The first unit of the paragraph has two sentences, and the third three.
  const unit = page.locator('[id="p2.3.2-4"]');
  await expect.poll(() => unit.getAttribute('data-sentence')).toBe('7');
  expect(await unit.evaluate((one) => getComputedStyle(one, '::before').position)).toBe('absolute');
  await page.evaluate(() => localStorage.setItem('signs', 'numbered'));
  await page.reload();
  await page.locator('link[href*=at-hand]').waitFor({ state: 'attached' });
  await expect
    .poll(() => page.locator('[id="p2.3.2-2"]').evaluate((one) => getComputedStyle(one, '::before').content))
    .toBe('"3" / ""');
  await leave(page);
});

test('the list of works begins with the first in pinyin', async () => {
  const page = await openPage('zh/works/');
  const ids = await page.locator('.of-works li').evaluateAll((items) => items.map(({ id }) => id));
  expect(ids.slice(0, 3)).toEqual(['chen-2019', 'cheng-2021', 'xinhua-2021a']);
  await leave(page);
});

test('the words of a wide table and its remark can be selected to their ends', async () => {
  const page = await openPage('en/3-effects/', { viewport: { width: 1280, height: 900 } });
  await page.locator('.notes[data-placed]').waitFor();
  for (const chosen of ['tbody tr:nth-child(4) td:last-child', '.below'] as const) {
    const words = page.locator('.exhibit:has(table)').locator(chosen).first();
    await words.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const [from, to, says] = await words.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 2);
      const [first, last] = [boxes[0]!, boxes.at(-1)!];
      return [
        { x: first.left + 1, y: first.top + first.height / 2 },
        { x: last.right - 1, y: last.top + last.height / 2 },
        element.textContent,
      ] as const;
    });
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await page.mouse.up();
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected.replace(/\s/g, ''), chosen).toBe(says.replace(/\s/g, ''));
    await page.mouse.click(2, 600);
  }
  await leave(page);
});

test('a step of the argument counts only departures in its own sentences', async () => {
  const page = await openPage('en/argument/', { javaScriptEnabled: false });
  const evidence = page.locator('#section-3\\.4 details');
  expect(await evidence.locator('summary').innerText()).not.toContain('differ');
  expect(await evidence.locator('.verdict').count()).toBe(0);
  const own = await page
    .locator('#section-2\\.1 .verdict a')
    .evaluateAll((links) => new Set(links.map(({ textContent }) => textContent)).size);
  expect(await page.locator('#section-2\\.1 summary').innerText()).toContain(`${own} claims`);
  await leave(page);
});

test('a check of a claim in a note quotes the note', async () => {
  const page = await openPage('en/check/25b/', { javaScriptEnabled: false });
  const quoted = page.locator('.passages').first();
  expect(await quoted.innerText()).toContain('rapeseed oil');
  expect(await quoted.getByRole('link', { name: 'Note 25' }).getAttribute('href')).toBe('/en/note/25/');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Brazil’s forests/);
  await page.goto(`${inject('site')}en/check/24a/`);
  await page.locator('.passages').first().getByRole('link', { name: 'Note 24' }).waitFor();
  await leave(page);
});

test('beside a crowded text, a claim that departs from its source is never without its verdict', async () => {
  const page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 800 } });
  await page.locator('[data-folded] .claim').first().waitFor({ state: 'attached' });
  const folded = await page.locator('.remarks [data-folded]:not([data-highlighted]) .check').evaluateAll((all) =>
    all.flatMap((check) => {
      const claim = check.querySelector('.claim:not([data-sign="◇"], [data-sign="✓"])');
      const verdict = check.querySelector('.verdict > a')?.textContent;
      return claim ? [{ verdict, before: getComputedStyle(claim, '::before').content }] : [];
    }),
  );
  expect(folded.length).toBeGreaterThan(0);
  for (const { verdict = '', before } of folded) {
    expect(verdict).not.toBe('');
    expect(before).toContain(`${verdict} · 论文：`);
  }
  await leave(page);
});

test.each(['zh', 'en'])('beside the crowded text of the %s chapter, no note is far below its line', async (edition) => {
  const page = await openPage(`${edition}/2-actions/`, { viewport: { width: 1280, height: 800 } });
  await page.locator('.notes[data-placed]').waitFor();
  const far = () =>
    page.locator('.notes > ol > li').evaluateAll((all) =>
      Math.max(
        ...all.map(
          (note) =>
            note.getBoundingClientRect().top -
            document.querySelector(`[data-segments] a[href='#${note.id}']`)!.getBoundingClientRect().top,
        ),
      ),
    );
  await expect.poll(far).toBeLessThan(100);
  await leave(page);
});

test('while actors are filtered, only those found are listed', async () => {
  const page = await openPage('zh/actors/', { viewport: { width: 1280, height: 800 } });
  const tables = page.locator('.matrices').filter({ visible: true });
  expect(await tables.count()).toBe(1);
  await page.locator('filterable-list input').fill('俄罗斯');
  await expect.poll(() => tables.count()).toBe(0);
  expect(await page.locator('.group h2').filter({ visible: true }).allInnerTexts()).toEqual(['国家']);
  await leave(page);
});

test('a list of releases counts the paragraphs that the pages of each mark', async () => {
  const page = await openPage('v/', { locale: 'en-GB' });
  const oldest = page.locator('main section[lang="en"] li').last();
  const [, count, abstract] = /(\d+)( and the abstract)? in English/.exec(await oldest.innerText()) ?? [];
  await oldest.locator('small a').click();
  await page.waitForURL(/#contents$/);
  const marked = page.locator('section[lang="en"] .contents li li a', { hasText: '*' });
  expect(await marked.count()).toBe(Number(count) + (abstract ? 1 : 0));
  await marked.first().click();
  await page.waitForURL(/\/p\//);
  expect(await page.locator('section[lang="en"] .changes del, section[lang="en"] .changes ins').count()).toBeGreaterThan(0);
  await leave(page);
});
