import { afterEach, expect, inject, test } from 'vitest';
import { atHand, leave, openPage, settled, type OpenedPage } from '../support/open-page.ts';
import { isWhole, oneIn } from '../support/whole.ts';

// Navigation and reading preferences: on phones, for returning readers, and with chosen colours and text size.

/** Variants that only audits have time for. */
const inAudit = test.runIf(isWhole);

let page: OpenedPage | undefined;
afterEach(() => leave(page));

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

test('on a phone, the bar links from the middle of a chapter to others, and shows the position', async () => {
  page = await openPage('en/2-actions/', phone);
  await page.evaluate(() => document.getElementById('p2.1.2')?.scrollIntoView());
  const bar = page.locator('.foot-bar');
  await bar.getByRole('link', { name: '2.1.2' }).waitFor();
  expect(await bar.getByRole('link', { name: '2.1.2' }).getAttribute('href')).toMatch(/\/en\/p\/2\.1\.2\/$/);
  const sizes = await bar
    .locator(':scope > a, :scope > button, .languages a, .position > a')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    );
  expect(sizes.length).toBeGreaterThan(5);
  for (const [width = 0, height = 0] of sizes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  const { right, bottom } = await bar.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
  expect([right, bottom]).toEqual([320, 640]);
  await bar.getByRole('button', { name: 'Contents' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).first().getByRole('link').first().click();
  await page.waitForURL(/\/en\/0-[a-z]+\/$/);
  expect(page.complaints).toEqual([]);
});

test('the bar shows the passage a third down the screen, and at the top of a page the first', async () => {
  page = await openPage('zh/0-introduction/', { ...phone, viewport: { width: 390, height: 844 } });
  const named = page.locator('.position > a');
  expect((await named.innerText()).trim()).toBe('内容摘要');
  await atHand(page);
  expect((await named.innerText()).trim()).toBe('内容摘要');
  const ids = await page.locator('[data-segments] > p[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(1);
  for (const id of ids.slice(1))
    for (const [top, isReached] of [
      [250, true],
      [500, false],
    ] as const) {
      const [at, before, own] = await page.evaluate(
        ([id = '', top]) => {
          const one = document.getElementById(id as string)!;
          scrollBy({ top: one.getBoundingClientRect().top - (top as number), behavior: 'instant' });
          const all = [...document.querySelectorAll('[data-segments] > p[id]')];
          const label = (passage: Element | undefined) => passage?.querySelector('.permalink')?.textContent;
          const before = all[all.indexOf(one) - 1];
          // Above it there may be a gap, which belongs to what follows.
          const isAbove = (before?.getBoundingClientRect().bottom ?? 0) > innerHeight / 3;
          return [one.getBoundingClientRect().top, isAbove ? label(before) : label(one), label(one)] as const;
        },
        [id, top] as const,
      );
      // Near the end of the page it cannot be scrolled so far.
      if (Math.abs(at - top) < 2) await expect.poll(() => named.textContent()).toBe(isReached ? own : before);
    }
});

test('in a table, the bar of a phone shows the paragraph above it', async () => {
  page = await openPage('en/2-actions/#table-1', phone);
  const above = page.locator('[data-segments] > [id^=p]:has(~ #table-1) > .permalink').last();
  await page
    .locator('.position')
    .getByRole('link', { name: (await above.textContent())! })
    .waitFor();
});

test('a link to a section shows its first paragraph as the position, and one to that paragraph shows the heading', async () => {
  page = await openPage('en/2-actions/#p2.2', phone);
  await page.locator('.position').getByRole('link', { name: '2.2.1' }).waitFor();
  for (const window of [phone, { viewport: { width: 1280, height: 800 } }]) {
    await leave(page);
    page = await openPage('en/2-actions/#p2.2.1', window);
    await expect.poll(() => page!.evaluate(() => scrollY)).toBeGreaterThan(0);
    const [heading, head] = await page.evaluate(() =>
      ['h2[id="p2.2"]', '.site-header'].map((one) => document.querySelector(one)!.getBoundingClientRect()),
    );
    expect(heading!.top).toBeGreaterThan(Math.max(0, head!.bottom));
  }
});

test('search forms look alike, and the frame of the focus does not cut into their button', async () => {
  page = await openPage('404.html', { viewport: { width: 390, height: 844 } });
  const looks: string[] = [];
  for (const path of ['404.html', 'en/', 'en/search/']) {
    await page.goto(inject('site') + path);
    const field = page.locator('main form[role=search] input').first();
    await field.focus();
    const { look, gap } = await field.evaluate((one) => {
      const [own, button] = [one, one.nextElementSibling!].map((part) => getComputedStyle(part));
      const [left, right] = [one, one.nextElementSibling!].map((part) => part.getBoundingClientRect());
      const frame = parseFloat(own!.outlineWidth) + parseFloat(own!.outlineOffset);
      const sides = [
        own!.borderTop,
        own!.borderLeft,
        button!.borderRight,
        button!.color,
        button!.backgroundColor,
      ];
      return { look: sides.join(' '), gap: right!.left - left!.right - frame };
    });
    looks.push(look);
    expect(gap, path).toBeGreaterThanOrEqual(0);
  }
  expect(new Set(looks).size).toBe(1);
});

test('in a wide window, the contents link to a section by its number', async () => {
  page = await openPage('en/2-actions/', { viewport: { width: 1280, height: 800 } });
  await page.getByRole('button', { name: 'Contents' }).click();
  const sheet = page.locator('#contents-sheet');
  await sheet.getByRole('link', { name: '2.2 Dykes by levy' }).waitFor();
  const { top, bottom } = await sheet.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
  expect(top).toBeGreaterThan(40);
  expect(bottom).toBeLessThanOrEqual(800);
  await sheet.getByRole('link', { name: '2.2 Dykes by levy' }).click();
  await page.waitForURL(/\/en\/2-actions\/#p2\.2$/);
  expect(await sheet.isVisible()).toBe(false);
  expect(page.complaints).toEqual([]);
});

test('a note and an adjacent editors’ note have separate touch targets', async () => {
  page = await openPage('zh/2-actions/', phone);
  const found = await page
    .locator('.marked:has([role=doc-noteref]) + .check-mark')
    .first()
    .evaluate((check) => {
      check.scrollIntoView({ block: 'center' });
      const note = check.previousElementSibling!.querySelector('a')!;
      const [left, right] = [note, check].map((mark) => mark.getBoundingClientRect());
      const at = (x: number, box: DOMRect) =>
        document
          .elementFromPoint(x, (box.top + box.bottom) / 2)
          ?.closest('a')
          ?.getAttribute('href');
      return [
        [at(left!.left - 12, left!), note.getAttribute('href')],
        [at((left!.left + left!.right) / 2, left!), note.getAttribute('href')],
        [at(Math.min(right!.right - 6, innerWidth - 1), right!), check.getAttribute('href')],
      ];
    });
  for (const [touched, meant] of found) expect(touched).toBe(meant);
});

// cite.test.ts opens the citation of another chapter.
inAudit('a chapter shows its citation, at its printed pages', async () => {
  page = await openPage('en/1-theory/');
  await page.locator('.byline').getByRole('link', { name: 'Cite' }).click();
  const panel = page.getByRole('region', { name: 'Cite' });
  await panel.waitFor();
  expect(await panel.innerText()).toContain('43–46');
  expect(await panel.innerText()).toContain('The paper, as paraphrased here');
  expect(await panel.innerText()).not.toMatch(/localhost|127\.0/);
  await page.locator('.byline').getByRole('link', { name: 'Cite' }).click();
  await panel.waitFor({ state: 'detached' });
  expect(page.complaints).toEqual([]);
});

test('an error can be reported from the number of a paragraph and from the bottom of a chapter', async () => {
  page = await openPage('en/1-theory/#p1.2.1');
  const panel = page.locator('#preview');
  await page.locator('[data-segments] .permalink', { hasText: '1.2.1' }).click();
  await panel.getByRole('link', { name: 'Prepare an error report' }).click();
  await expect.poll(() => panel.locator('pre').innerText()).toContain(`\n${inject('site')}p/1.2.1/\n`);
  // The first words are enough to find the passage, and leave the place to write in sight.
  expect(await panel.locator('pre').innerText()).toMatch(/^“[^“”]{20,61}”\nError:$/m);
  const isInSight = await panel.getByRole('button', { name: 'Copy error report' }).evaluate((button) => {
    const { bottom } = button.getBoundingClientRect();
    return bottom <= button.closest('#preview')!.getBoundingClientRect().bottom;
  });
  expect(isInSight).toBe(true);
  await page.keyboard.press('Escape');
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 720 },
  ]) {
    await page.setViewportSize(viewport);
    const foot = page.locator('.chapter > .report');
    if (viewport.width === 1280) await foot.locator('summary').click();
    await expect.poll(() => foot.locator('pre').innerText()).toContain(`\n${inject('site')}en/1-theory/\n`);
    const copy = foot.getByRole('button', { name: 'Copy error report' });
    await copy.waitFor();
    const [own, text, button] = await Promise.all(
      [foot, page.locator('.chapter > .text'), copy].map((one) => one.boundingBox()),
    );
    expect(own!.x).toBeCloseTo(text!.x, 0);
    expect(button!.x + button!.width).toBeLessThanOrEqual(text!.x + text!.width + 1);
  }
  expect(page.url()).toMatch(/^http.*\/en\/1-theory\/#p1\.2\.1$/);
  expect(page.complaints).toEqual([]);
});

test('the last line of a page is above the bar', async () => {
  page = await openPage('zh/2-actions/', phone);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const [last, bar] = await page.evaluate(() =>
    ['.colophon', '.foot-bar'].map((one) => document.querySelector(one)!.getBoundingClientRect()),
  );
  expect(last!.bottom).toBeLessThanOrEqual(bar!.top);
});

test('returning readers can continue where they stopped', async () => {
  page = await openPage('');
  expect(await page.getByRole('link', { name: 'Continue at' }).count()).toBe(0);
  await page.goto(new URL('en/1-theory/', page.url()).href);
  await page.evaluate(() => document.getElementById('p1.2.3')?.scrollIntoView());
  await expect.poll(() => page!.evaluate(() => JSON.stringify(localStorage))).toContain('p1.2.3');
  await page.goto(new URL('../../', page.url()).href);
  await page.getByRole('link', { name: /^Continue at 1\.2\.3 · [A-Z]\w+ / }).click();
  await page.waitForURL(/\/en\/1-theory\/#p1\.2\.3$/);
});

test.each(oneIn(2, ['larger', '']))(
  'the link to where they stopped is no wider than a phone: in text size “%s”',
  async (size) => {
    page = await openPage('en/1-theory/', { ...phone, viewport: { width: 390, height: 844 } });
    await page.evaluate(() => document.getElementById('p1.2.3')?.scrollIntoView());
    await expect.poll(() => page!.evaluate(() => JSON.stringify(localStorage))).toContain('p1.2.3');
    await page.evaluate((size) => {
      localStorage.setItem('size', size);
      for (const [key, kept] of Object.entries(localStorage) as [string, string][])
        if (key.startsWith('place '))
          localStorage.setItem(
            key,
            JSON.stringify({ ...JSON.parse(kept), part: 'Long words in a heading '.repeat(9) }),
          );
    }, size);
    for (const path of ['../../', '../']) {
      await page.goto(new URL(path, new URL('en/1-theory/', inject('site'))).href);
      await page.getByRole('link', { name: /^Continue at 1\.2\.3 · Long words/ }).waitFor();
      expect(await page.evaluate(() => document.body.scrollWidth)).toBe(390);
    }
  },
);

test('the display settings fit the largest text on a phone and close by a cross; keys are not listed there', async () => {
  page = await openPage('en/2-actions/', { ...phone, viewport: { width: 390, height: 844 } });
  await page.evaluate(() => localStorage.setItem('size', 'larger'));
  await page.reload();
  await page.getByRole('button', { name: 'Aa' }).click();
  const dialog = page.getByRole('dialog', { name: 'Display' });
  await dialog.waitFor();
  const sizes = await dialog.evaluate((one) => [
    one.scrollHeight - one.clientHeight,
    one.scrollWidth - one.clientWidth,
  ]);
  expect(sizes).toEqual([0, 0]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await dialog.isVisible()).toBe(false);
  await expect.poll(() => page!.locator('[data-keys]').isVisible()).toBe(false);
});

test('a reopened chapter offers the place where the reader stopped, also on parallel pages, until they read on', async () => {
  page = await openPage('en/parallel/1-theory/', { viewport: { width: 1280, height: 600 } });
  await page.evaluate(() => document.getElementById('p1.2.3')?.scrollIntoView());
  await expect.poll(() => page!.evaluate(() => JSON.stringify(localStorage))).toContain('#p1.2.3');
  await page.goto(new URL('../../1-theory/', page.url()).href);
  const offer = page.locator('.offer');
  // No interaction has taken place yet.
  await offer.waitFor();
  expect(await page.locator('link[href*=at-hand]').count()).toBe(0);
  await offer
    .getByRole('link', { name: /^You stopped at 1\.2\.3 \(\p{Lu}[^)]+\)\. Continue there$/u })
    .click();
  expect(page.url()).toMatch(/\/en\/1-theory\/#p1\.2\.3$/);
  expect(await offer.count()).toBe(0);
  await page.goto(new URL('../2-actions/', page.url()).href);
  await atHand(page);
  expect(await offer.count()).toBe(0);
  await page.goto(new URL('../1-theory/', page.url()).href);
  await atHand(page);
  await offer.getByRole('button', { name: 'Stay here' }).click();
  expect(await offer.count()).toBe(0);
  expect(page.complaints).toEqual([]);
});

test('the place where the reader stopped is kept while it is offered, even if they browse first', async () => {
  page = await openPage('en/1-theory/', { viewport: { width: 1280, height: 600 } });
  const stored = (): Promise<string> => page!.evaluate(() => JSON.stringify(localStorage));
  await page.evaluate(() => document.getElementById('p1.2.3')?.scrollIntoView());
  await expect.poll(stored).toContain('#p1.2.3');
  await page.goto(new URL('../', page.url()).href);
  await page.goto(new URL('1-theory/', page.url()).href);
  const offer = page.locator('.offer');
  await offer.waitFor();
  await page.mouse.move(600, 300);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction(() => scrollY > 200);
  await settled(page);
  expect(await stored()).toContain('#p1.2.3');
  await offer.getByRole('button', { name: 'Stay here' }).click();
  await page.mouse.wheel(0, 400);
  await expect.poll(stored).not.toContain('#p1.2.3');
});

test('the breadcrumb of a paragraph has the numbers of its chapter and section', async () => {
  page = await openPage('en/p/1.2.3/');
  const way = page.getByRole('navigation', { name: 'Breadcrumb' });
  expect(await way.getByRole('link').allInnerTexts()).toEqual([
    'Home',
    expect.stringMatching(/^1 \p{Lu}/u),
    expect.stringMatching(/^1\.2 \p{Lu}/u),
  ]);
});

test('the position in the bar opens the sections of a chapter', async () => {
  page = await openPage('en/2-actions/#p2.1.2', phone);
  await page.locator('.position a').click();
  const panel = page.locator('#preview');
  await panel.locator('[aria-current=location]', { hasText: '2.1' }).waitFor();
  await panel.locator('ol a', { hasText: '2.3' }).click();
  await page.waitForURL(/#2\.3$|#p2\.3$/);
  expect(await panel.isVisible()).toBe(false);
});

test('the contents open at the top if the current place is visible there', async () => {
  page = await openPage('en/0-introduction/', phone);
  await page.getByRole('button', { name: 'Contents' }).click();
  await settled(page);
  expect(await page.locator('#contents-sheet').evaluate((one) => one.scrollTop)).toBe(0);
});

test('a sign after a sentence is a sufficient touch target', async () => {
  page = await openPage('en/2-actions/', { ...phone, hasTouch: true });
  const sizes = await page.locator('[data-segments] .check-mark').evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      // All signs of a sentence lead to the same card, so are one target.
      const cardOf = (mark: Element | null) =>
        mark instanceof HTMLAnchorElement && document.getElementById(mark.hash.slice(1))?.closest('li');
      const isOneOfSeveral = [one.previousElementSibling, one.nextElementSibling].some(
        (other) => other?.matches('.check-mark') && cardOf(other) === cardOf(one),
      );
      return {
        width,
        height,
        isOneOfSeveral,
        isBehindNote: one.matches('.marked + *'),
        beyond: parseFloat(getComputedStyle(one).paddingInlineEnd),
      };
    }),
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.min(...sizes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
  const alone = sizes.filter(({ isOneOfSeveral }) => !isOneOfSeveral);
  expect(alone.some(({ isBehindNote }) => isBehindNote)).toBe(true);
  expect(Math.min(...alone.map(({ width }) => width))).toBeGreaterThanOrEqual(24);
  // A selection can begin at the word after it.
  expect(Math.max(...sizes.map(({ beyond }) => beyond))).toBeLessThanOrEqual(5);
});

test.each(
  oneIn(2, [
    ['en/2-actions/', '.byline summary'],
    ['en/2-actions/', '.byline a'],
    ['en/2-actions/', '.appearance'],
    ['en/cases/', '.byline a'],
    ['en/terms/', '.index > li > a'],
    ['en/actors/', '.index > li > a'],
    ['en/note/', '.row a'],
    ['en/argument/', 'summary'],
  ]),
)('a finger has 44 px on the page %s for %s', async (address, target) => {
  page = await openPage(address, { ...phone, viewport: { width: 390, height: 844 } });
  const heights = await page.locator(`:is(main, .site-header) ${target}`).evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .slice(0, 5)
      .map((one) => {
        one.scrollIntoView({ block: 'center' });
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const isHit = (y: number): boolean =>
          one.contains(document.elementFromPoint((left + right) / 2, y)) === true;
        let [above, below] = [(top + bottom) / 2, (top + bottom) / 2];
        while (isHit(above - 1)) above--;
        while (isHit(below + 1)) below++;
        return below - above;
      }),
  );
  expect(heights.length).toBeGreaterThan(0);
  // Two lines of links share their places to the half pixel.
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(43);
});

test('readers who stop, or switch languages, in the middle of a paragraph continue at the same sentence', async () => {
  page = await openPage('en/1-theory/', { viewport: { width: 1280, height: 600 } });
  await page.evaluate(() => document.getElementById('p1.2.1-3')?.scrollIntoView());
  await expect.poll(() => page!.evaluate(() => JSON.stringify(localStorage))).toContain('#p1.2.1-3');
  await page.locator('a[data-edition=zh]').click();
  await page.waitForURL(/\/zh\/1-theory\/#p1\.2\.1-3$/);
  await page.locator('a[data-edition=en]').click();
  await page.waitForURL(/\/en\/1-theory\/#p1\.2\.1-3$/);
});

test('clicks before a page is interactive are handled once it is', async () => {
  page = await openPage('404.html', { viewport: { width: 1280, height: 800 } });
  await page.route(/at-hand[^/]*\.js$/, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  const start = new URL('zh/1-theory/', page.url()).href;
  await page.goto(start);
  await page.locator('#note-5-mark').click();
  await expect
    .poll(() => page!.evaluate(() => document.activeElement?.id), { timeout: 10_000 })
    .toBe('note-5');
  await page.goto(start);
  for (let i = 0; i < 3; i++) await page.keyboard.press(']');
  const third = await page.evaluate(() => document.querySelectorAll('[data-segments] > [id]')[2]?.id);
  await page.waitForURL((url) => url.hash === `#${third}`);
  await page.goto(start);
  await page.locator('a[data-edition=en]').click();
  await page.waitForURL(/\/en\/1-theory\/$/);
  expect(await page.evaluate(() => localStorage.getItem('edition'))).toBe('en');
});

test('the choice of colours and text size applies to every page', async () => {
  page = await openPage('en/1-theory/', { viewport: { width: 1280, height: 800 } });
  const looks = (): Promise<string[]> =>
    page!.evaluate(() => {
      const { colorScheme, fontSize } = getComputedStyle(document.documentElement);
      return [colorScheme, fontSize];
    });
  expect(await looks()).toEqual(['light dark', '16px']);
  await page.getByRole('button', { name: 'Aa' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('radio', { name: 'Large', exact: true }).check();
  expect(await looks()).toEqual(['dark', '18px']);
  await page.goto(new URL('../2-actions/', page.url()).href);
  expect(await looks()).toEqual(['dark', '18px']);
  expect(page.complaints).toEqual([]);
});

test('a change of text size keeps the current sentence in place', async () => {
  page = await openPage('en/2-actions/', { viewport: { width: 1280, height: 800 } });
  await page.evaluate(() => document.getElementById('p2.2.1')?.scrollIntoView());
  const top = (): Promise<number> =>
    page!.evaluate(() => document.getElementById('p2.2.1')!.getBoundingClientRect().top);
  const [before, scrolled] = [await top(), await page.evaluate(() => scrollY)];
  await page.getByRole('button', { name: 'Aa' }).click();
  await page.getByRole('radio', { name: 'Larger' }).check();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 100);
  expect(Math.abs((await top()) - before)).toBeLessThan(4);
});

test('hidden signs stay hidden on the next page', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 800 } });
  const sign = page.locator('[data-segments] .check-mark').first();
  expect(await sign.isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Aa' }).click();
  await page.getByRole('radio', { name: '隐藏，便于通读' }).check();
  expect(await sign.isVisible()).toBe(false);
  await page.reload();
  expect(await sign.isVisible()).toBe(false);
  expect(await page.locator('[data-segments] [role=doc-noteref]').first().isVisible()).toBe(true);
});

test('every sentence begins a line if a reader wants it, on the next page too, and is copied as before', async () => {
  page = await openPage('en/1-theory/', { viewport: { width: 1280, height: 800 } });
  const sentences = page.locator('[id="p1.2.3"] > span[id]');
  const areApart = (): Promise<boolean> =>
    sentences.evaluateAll((all) => {
      const left = all[0]!.parentElement!.getBoundingClientRect().left;
      return all.every((one) => one.getClientRects()[0]!.left < left + 1);
    });
  const copied = (): Promise<string> =>
    page!.evaluate(() => {
      getSelection()!.selectAllChildren(document.getElementById('p1.2.3')!);
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData('text/plain');
    });
  await expect.poll(copied).toContain('what the authors think. The dyke');
  await expect.poll(copied).toContain('#p1.2.3-1');
  const before = await copied();
  expect(await areApart()).toBe(false);
  await page.getByRole('button', { name: 'Aa' }).click();
  await page.getByRole('radio', { name: 'Each sentence on a new line' }).check();
  await page.keyboard.press('Escape');
  expect(await areApart()).toBe(true);
  await expect.poll(copied).toBe(before);
  await page.reload();
  expect(await areApart()).toBe(true);
});

test('sentences are numbered, if a reader wants them', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 800 } });
  const third = page.locator('[id="p2.1.2-3"]');
  const isNumbered = (): Promise<boolean> =>
    third.evaluate((one) => getComputedStyle(one, '::before').verticalAlign === 'super');
  expect(await isNumbered()).toBe(false);
  await page.getByRole('button', { name: 'Aa' }).click();
  await page.getByRole('radio', { name: '显示，并标句子序号' }).check();
  await expect.poll(isNumbered).toBe(true);
  expect(await third.getAttribute('data-sentence')).toBe('3');
});

test.each(['en-GB', 'zh-CN'])('on a phone, the choice of languages begins with %s', async (locale) => {
  page = await openPage('', { ...phone, locale });
  const tops = await page
    .locator('.welcome')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('lang')?.slice(0, 2), one.getBoundingClientRect().top] as const),
    );
  const [first] = tops.toSorted(([, a], [, b]) => a - b)[0]!;
  expect(first).toBe(locale.slice(0, 2));
});

test.each([
  ['en-GB', 'en', 'Display'],
  ['zh-CN', 'zh', '显示设置'],
])('to %s, the choice of languages speaks the reader’s own', async (locale, edition, heading) => {
  page = await openPage('', { viewport: { width: 1280, height: 800 }, locale });
  const ruler = page.locator('.ruler.figure').filter({ visible: true });
  expect(await ruler.count()).toBe(1);
  const links = await ruler
    .locator('.chapters a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  // A chapter that only the other edition has is linked there.
  expect(links.filter((href) => !href.includes(`/${edition}/`)).length).toBeLessThan(2);
  expect(links.filter((href) => /\/parallel\//.test(href))).toEqual([]);
  expect((await page.locator('[data-appearance]').getAttribute('title'))?.startsWith(heading)).toBe(true);
  await page.getByRole('button', { name: 'Aa' }).click();
  expect(await page.locator('dialog.settings h2').innerText()).toMatch(new RegExp(`^${heading}`));
});

test('the choice of languages leads to the editions side by side, the source checks and the way to cite, as the front pages do', async () => {
  page = await openPage('', { locale: 'en-GB' });
  const ways = await page.locator('.gains:lang(en)').getByRole('link').allTextContents();
  expect(ways).toEqual(expect.arrayContaining(['Parallel', 'Cite']));
  await page.goto(new URL('en/', page.url()).href);
  expect(await page.locator('.gains').getByRole('link').allTextContents()).toEqual(ways);
});

test.each([
  ['en-GB', 'Home', 'Downloads', 'Paragraph 0.0.1'],
  ['zh-TW', '首页', '下载此发布版', '段落0.0.1'],
])('to %s, a release and its paragraphs speak the reader’s own', async (locale, home, downloads, name) => {
  page = await openPage('v/2.0.0/', { site: inject('other'), locale });
  const first = page.locator('.trail a').first();
  expect(await first.innerText()).toBe(home);
  expect(await page.locator('#take-away h2').innerText()).toBe(downloads);
  await page.goto(new URL('p/0.0.1/', page.url()).href);
  expect(await first.innerText()).toBe(home);
  expect(await page.locator('.trail li').last().innerText()).toBe(name);
  expect(await page.locator('h1').innerText()).toBe(name);
  const tops = await page
    .locator('main section[lang]')
    .evaluateAll((all: HTMLElement[]) =>
      all.map((one) => [one.lang, one.getBoundingClientRect().top] as const),
    );
  expect(tops.length).toBeGreaterThan(1);
  const [own] = tops.toSorted(([, a], [, b]) => a - b)[0]!;
  expect(own).toBe(locale === 'zh-TW' ? 'zh-Hant' : 'de');
  expect(page.complaints).toEqual([]);
});

test('the choice of languages remembers the one that was chosen', async () => {
  page = await openPage('404.html', { viewport: { width: 1280, height: 800 } });
  await page.evaluate(() => localStorage.setItem('edition', 'en'));
  await page.goto(page.url().replace('404.html', ''));
  expect(await page.evaluate(() => document.documentElement.dataset['first'])).toBe('2');
});

test.each([
  ['en-GB', 'Page not found'],
  ['zh-CN', '未找到该页面'],
])('to %s, a missing page begins with “%s”', async (locale, heading) => {
  page = await openPage('nowhere/', { viewport: { width: 1280, height: 800 }, locale });
  await expect.poll(() => page!.locator('h1').filter({ visible: true }).allInnerTexts()).toEqual([heading]);
});

test.each(
  oneIn(2, [
    ['p/9.9.9/', 'There is no paragraph 9.9.9. The paragraphs here run from 0.0.1 to 2.4.2.', 0],
    ['en/p/2.2.77/', 'There is no paragraph 2.2.77. The paragraphs here run from 2.2.1 to 2.2.2.', 1],
    ['en/p/nowhere/', 'The address may have been mistyped.', 0],
    ['en/releases/', 'The address may have been mistyped.', 0],
  ]),
)('a missing page, %s, says “%s”', async (path, says, guesses) => {
  page = await openPage(path, { viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await expect
    .poll(() => page!.locator('[data-no-paragraph]').filter({ visible: true }).innerText())
    .toBe(says);
  await settled(page);
  expect(await page.locator('[data-guess] a[href]').filter({ visible: true }).count()).toBe(guesses);
});

test.each(
  oneIn(2, [
    ['en/actors/guild/', /^Salters’ Guild$/, /\/en\/actors\/salters-guild\/$/],
    ['en/actors/salter-guild/', /^Salters’ Guild$/, /\/en\/actors\/salters-guild\/$/],
    ['en/p/2.2.77/', /^2\.2 Dykes by levy$/, /\/en\/2-actions\/#p2\.2$/],
    ['en/2.1.1/', /2\.1\.1/, /\/en\/p\/2\.1\.1\/$/],
  ]),
)('a mistyped address, %s, leads to the nearest place', async (path, name, address) => {
  page = await openPage(path, { viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const guess = page.locator('[data-guess] a[href]').filter({ visible: true });
  expect((await guess.innerText()).trim()).toMatch(name);
  expect(await guess.evaluate((one: HTMLAnchorElement) => one.href)).toMatch(address);
});

test('the links in the header stay in place on pages without a parallel one', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 800 } });
  const places = (): Promise<number[]> =>
    page!
      .locator('.site-header :is(.to-search, .languages [data-edition="en"])')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  const beside = await places();
  await page.goto(new URL('../terms/', page.url()).href);
  expect(await places()).toEqual(beside);
});

test('the contents of every page link to every heading, figure and table', async () => {
  page = await openPage('en/terms/', phone);
  await page.getByRole('button', { name: 'Contents' }).click();
  const sheet = page.locator('#contents-sheet');
  await sheet.getByRole('link', { name: '2.2 Dykes by levy' }).waitFor();
  const exhibit = sheet.getByRole('link', { name: /^(Figure|Table) 1/ }).first();
  await exhibit.click();
  await page.waitForURL(/\/en\/exhibits\/[a-z]+-1\/$/);
});

test.each(oneIn(3, [['zh/2-actions/'], ['en/cases/'], ['en/']]))(
  'on paper, %s has the light palette',
  async (path) => {
    page = await openPage(path, { viewport: { width: 1280, height: 800 } });
    await settled(page);
    const coloursIn = async (colorScheme: 'light' | 'dark', theme: string): Promise<string[]> => {
      await page!.emulateMedia({ media: 'print', colorScheme });
      await page!.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
      return page!.evaluate(() =>
        [...document.querySelectorAll('html, body *')].map((one) => {
          const { color, backgroundColor, borderTopColor, fill } = getComputedStyle(one);
          return [color, backgroundColor, borderTopColor, fill].join(' ');
        }),
      );
    };
    const light = await coloursIn('light', 'light');
    expect(light.length).toBeGreaterThan(100);
    expect(await coloursIn('dark', 'dark')).toEqual(light);
    expect(await coloursIn('dark', 'auto')).toEqual(light);
  },
);

test('the line at the top of a page shows its chapter’s position in the paper', async () => {
  page = await openPage('en/0-introduction/');
  const place = async (): Promise<[number, number]> => {
    const [line, here] = await page!
      .locator('.paper-strip')
      .evaluate((one) => [one, one.querySelector('rect')!].map((part) => part.getBoundingClientRect()));
    return [here!.left - line!.left, here!.width];
  };
  const [first, width] = await place();
  await page.goto(new URL('../1-theory/', page.url()).href);
  const [second] = await place();
  expect(second).toBeGreaterThanOrEqual(first + width - 1);
  const image = await page.request.get(
    new URL(
      await page.locator('.paper-strip image').evaluate((one) => one.getAttribute('href') ?? ''),
      page.url(),
    ).href,
  );
  expect(image.headers()['content-type']).toContain('image/svg+xml');
});

test('the number of a paragraph offers its link, page, reference and an error report, without scrolling', async () => {
  page = await openPage('en/2-actions/', { viewport: { width: 1280, height: 800 } });
  const number = page.locator('[data-segments] .permalink', { hasText: '2.1.2' });
  await number.click();
  const panel = page.getByRole('dialog', { name: '2.1.2' });
  expect(await panel.locator('.url').innerText()).toMatch(/^http:(?!.*\/en\/).*\/p\/2\.1\.2\/$/);
  const ways = await panel.locator('li a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(ways.map((way) => way?.replace(/.*(?=\/en\/)/, ''))).toEqual([
    '/en/p/2.1.2/',
    '/en/parallel/2-actions/#p2.1.2',
    '/en/p/2.1.2/#cite-en',
    '/en/p/2.1.2/#report-en',
  ]);
  // How to cite it is shown in place.
  await panel.getByRole('link', { name: 'Cite' }).click();
  const cited = page.locator('#preview .cite');
  await cited.getByRole('combobox').selectOption('chicago');
  expect(await cited.locator('dd:visible').first().innerText()).toMatch(/para\. 2\.1\.2, paraphrasing /);
  await page.keyboard.press('Escape');
  expect(await page.locator('#preview').isVisible()).toBe(false);
  expect(await number.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(page.url()).toMatch(/\/en\/2-actions\/$/);
  await page.goto(new URL('../p/2.1.2/#report-en', page.url()).href);
  expect(await page.locator('#report-en').isVisible()).toBe(true);
  expect(page.complaints).toEqual([]);
});

test('the contents open at the current place', async () => {
  page = await openPage('en/2-actions/#p2.2.1', phone);
  await page.getByRole('button', { name: 'Contents' }).click();
  const here = page.locator('#contents-sheet [aria-current=location]');
  expect(await here.innerText()).toContain('2.2');
  await expect
    .poll(() =>
      here.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        const sheet = one.closest('nav')!.getBoundingClientRect();
        return sheet.top <= top && bottom <= sheet.bottom;
      }),
    )
    .toBe(true);
});

test('the page for a missing address is in the language of the address, or in the chosen one', async () => {
  page = await openPage('en/nowhere/');
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('heading', { name: 'Page not found', level: 1 }).waitFor();
  expect(await heading.count()).toBe(1);
  await page.getByRole('link', { name: 'Cases' }).first().waitFor();
  expect(await page.title()).toContain('Page not found – ');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await page.getByText('未找到该页面').isVisible()).toBe(false);
  await page.evaluate(() => localStorage.setItem('edition', 'en'));
  await page.goto(new URL('/nowhere/', page.url()).href);
  await page.getByRole('heading', { name: 'Page not found', level: 1 }).waitFor();
});

test('on the page for choosing a language, the search is in the browser’s', async () => {
  page = await openPage('', { locale: 'en-GB' });
  await page.getByRole('link', { name: 'Search' }).filter({ visible: true }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('button', { name: 'Search' }).waitFor();
  await leave(page);
});

test('each item in the bar of a phone has the same place on every page', async () => {
  const placesOn = async (path: string): Promise<number[]> => {
    page = await openPage(path, { ...phone, viewport: { width: 390, height: 700 } });
    const places = await page
      .locator('.to-contents, .to-search, .position, .languages a[lang]')
      .evaluateAll((all) =>
        all
          .filter((one) => getComputedStyle(one).display !== 'none')
          .map((one) => Math.round(one.getBoundingClientRect().left)),
      );
    await leave(page);
    return places;
  };
  const chapter = await placesOn('en/2-actions/');
  for (const path of ['en/cases/', 'en/cases/great-breach/', 'en/p/1.2.3/', 'en/'])
    expect([path, await placesOn(path)]).toEqual([path, chapter]);
  expect((await placesOn('')).length).toBe(chapter.length);
});

test.each(
  oneIn(3, [
    ['normal', 1440],
    ['normal', 1280],
    ['larger', 1440],
    ['larger', 1280],
  ]),
)(
  'with text of size %s in a window of %d px, the header shows all its links in one row, or those to the overviews below',
  async (size, width) => {
    page = await openPage('en/2-actions/', { viewport: { width, height: 800 } });
    await page.evaluate((chosen) => (document.documentElement.dataset['size'] = chosen), size);
    const boxesOf = (links: string): Promise<[number, number][]> =>
      page!.locator(`.site-header ${links}`).evaluateAll((all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .filter((box) => box.width > 0)
          .map(({ x, y, height }) => [x, y + height / 2]),
      );
    const overviews = await boxesOf('.menu a');
    const others = await boxesOf(':is(a, button):not(.menu a)');
    expect(overviews.length).toBe(await page.locator('.menu a').count());
    expect(others.length).toBeGreaterThan(5);
    // In one row, or in rows of their own.
    const isOneRow = Math.abs(overviews[0]![1] - others[0]![1]) < 12;
    expect(isOneRow).toBe(size === 'normal' || width === 1440);
    for (const row of isOneRow ? [await boxesOf(':is(a, button)')] : [overviews, others])
      for (const [i, [x, middle]] of row.entries()) {
        expect(Math.abs(middle - row[0]![1])).toBeLessThan(12);
        if (i > 0) expect(x).toBeGreaterThan(row[i - 1]![0]);
      }
    const strip = (await page.locator('.paper-strip').boundingBox())!;
    for (const [, middle] of overviews) expect(middle).toBeLessThan(strip.y);
    // What a link leads to is below it, however high it is.
    await page.evaluate(() => (location.hash = 'p2.2.2'));
    const [head, text] = await page.evaluate(() =>
      ['.site-header', '[id="p2.2.2"]'].map((one) => document.querySelector(one)!.getBoundingClientRect()),
    );
    expect(text!.top - head!.bottom).toBeGreaterThan(16);
    expect(text!.top - head!.bottom).toBeLessThan(60);
  },
);

test.each(oneIn(2, ['en/1-theory/', 'en/parallel/1-theory/']))(
  'the offer to continue in %s covers no text',
  async (path) => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 700 },
    ]) {
      page = await openPage(path, { viewport });
      await page.evaluate(() => document.getElementById('p1.2.3')?.scrollIntoView());
      await expect.poll(() => page!.evaluate(() => JSON.stringify(localStorage))).toContain('#p1.2.3');
      await page.goto(new URL('../', page.url()).href);
      await page.goto(new URL(`/${path}`, page.url()).href);
      const offer = page.locator('.offer');
      await offer.waitFor();
      const [own, above, text] = await offer.evaluate((one) =>
        [one, one.previousElementSibling, document.querySelector('article > .prose')].map((part) =>
          part!.getBoundingClientRect(),
        ),
      );
      expect(own!.top).toBeGreaterThanOrEqual(above!.bottom);
      expect(own!.bottom).toBeLessThanOrEqual(text!.top + 1);
      await leave(page);
    }
  },
);

test('what is open over a text closes when the address changes', async () => {
  page = await openPage('en/2-actions/#p2.1.2', phone);
  const sheet = page.locator('#contents-sheet');
  await page.evaluate(() => (location.hash = 'p2.2.1'));
  await page.locator('.to-contents').click();
  await sheet.getByRole('link').first().waitFor();
  await page.goBack();
  await sheet.waitFor({ state: 'hidden' });
  await page.locator('[data-segments] a[role=doc-noteref]').first().tap();
  const note = page.locator('#preview');
  await note.waitFor();
  await page.evaluate(() => (location.hash = 'p2.2.2'));
  await note.waitFor({ state: 'hidden' });
  expect(page.complaints).toEqual([]);
});

test('the contents on a phone are one list that can be closed', async () => {
  page = await openPage('en/2-actions/#p2.2.1', phone);
  await page.locator('.to-contents').click();
  const sheet = page.locator('#contents-sheet');
  await sheet.locator('[aria-current=location]').waitFor();
  const [view, chapter] = await sheet.evaluate((one) =>
    [one, one.querySelector('[aria-current=true]')!.closest('li')!].map((part) =>
      part.getBoundingClientRect(),
    ),
  );
  expect(chapter!.top).toBeGreaterThanOrEqual(view!.top);
  expect(Math.min(chapter!.bottom, chapter!.top + view!.height - 60)).toBeLessThanOrEqual(view!.bottom);
  await sheet.getByRole('button', { name: 'Close' }).click();
  expect(await sheet.isVisible()).toBe(false);
});

test('the contents on a phone have the display settings and the other pages at hand', async () => {
  page = await openPage('en/2-actions/#p2.2.1', phone);
  const sheet = page.locator('#contents-sheet');
  const terms = sheet.getByRole('link', { name: 'Terms', exact: true });
  await page.locator('.to-contents').click();
  await sheet.getByRole('button', { name: 'Look up' }).click();
  const within = (): Promise<boolean> =>
    terms.evaluate((one) => {
      const [own, view] = [one, one.closest('nav')!].map((part) => part.getBoundingClientRect());
      return own!.top > view!.top && own!.bottom <= view!.bottom;
    });
  expect(await within()).toBe(true);
  await sheet.getByRole('button', { name: 'Display' }).click();
  expect(await sheet.isVisible()).toBe(false);
  await page.getByRole('dialog', { name: 'Display' }).waitFor();
  await page.goto(new URL('../cases/', page.url()).href);
  await page.locator('.to-contents').click();
  await sheet.getByRole('button', { name: 'Display' }).waitFor();
  expect(await sheet.evaluate((one) => one.scrollTop)).toBe(0);
  expect(await within()).toBe(true);
});

test('the page of a case shows how to cite it below its title', async () => {
  page = await openPage('en/case/great-breach/');
  const cite = page.locator('.byline').getByRole('link', { name: 'Cite' });
  const panel = page.locator('details.cite[lang=en]');
  await cite.click();
  expect(await panel.evaluate((one) => one.previousElementSibling?.className)).toBe('byline');
  expect(await page.locator('#cite-en').isVisible()).toBe(true);
  await cite.click();
  await expect.poll(() => panel.evaluate((one) => one.previousElementSibling?.className)).not.toBe('byline');
  expect(await page.locator('#cite-en').isVisible()).toBe(false);
  // Though it moves, each reference has one button.
  const buttons = page
    .locator('copy-text')
    .evaluateAll((all) => all.map((one) => one.querySelectorAll(':scope > button').length));
  expect(new Set(await buttons)).toEqual(new Set([1]));
  expect(page.complaints).toEqual([]);
});

test('corresponding sentences on the page of a paragraph are in the same row', async () => {
  page = await openPage('p/1.2.3/', { viewport: { width: 1280, height: 800 } });
  const [left = [], right = []] = await page
    .locator('.aligned > .text')
    .evaluateAll((texts) =>
      texts.map((text) =>
        [...text.querySelectorAll('[data-unit]')].map((unit) => Math.round(unit.getBoundingClientRect().top)),
      ),
    );
  expect(left.length).toBeGreaterThan(1);
  expect(left).toEqual(right);
});
