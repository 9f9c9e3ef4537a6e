import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import type { AxeResults } from 'axe-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { currentHit } from '../support/current-hit.ts';
import { leave, openPage, settled, type OpenedPage } from '../support/open-page.ts';
import { askBox } from '../support/search-cost.ts';
import { isWhole, oneIn } from '../support/whole.ts';

const inAudit = test.runIf(isWhole);

let page: OpenedPage | undefined;
afterEach(() => leave(page));

describe('the box', () => {
  test('loses no keystrokes while it loads, and restores the focus', async () => {
    page = await openPage('zh/1-theory/');
    await page.route('**/zh/search/', async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await page.locator('.prose a').first().focus();
    await page.keyboard.press('/');
    await page.keyboard.type('tuichaoquan');
    const box = page.getByRole('dialog').getByRole('searchbox');
    await box.waitFor();
    expect(await box.inputValue()).toBe('tuichaoquan');
    await page.locator('dialog[open] .exact li').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog.search').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.matches('.prose a'))).toBe(true);
  });

  test('opens over any page, finds a segment and goes to the exact words', async () => {
    page = await openPage('zh/1-theory/');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: '检索' });
    await dialog.getByRole('searchbox').fill('退潮权');
    const hit = dialog.getByRole('listitem').filter({ hasText: '1.1.1' }).first();
    await hit.waitFor();
    expect(await hit.locator('mark').first().innerText()).toBe('退潮权');
    expect(await hit.innerText()).toContain('转述');
    expect(loaded).toContain('/search/contents.json');
    await hit.getByRole('link').first().click();
    await page.waitForURL(/\/zh\/1-theory\/\?q=.*#p1\.1\.1$/);
    await page.getByRole('region', { name: '检索命中' }).waitFor();
    expect(await currentHit(page)).toEqual({ text: '退潮权', within: 'p1.1.1' });
    expect(page.complaints).toEqual([]);
  });

  inAudit('leaves the page below it unchanged', async () => {
    page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 900 } });
    const note = page.locator('#note-15');
    await page.waitForLoadState('networkidle');
    const before = await note.boundingBox();
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await note.boundingBox()).toEqual(before);
  });

  inAudit('highlights matches in searchable content, not in content repeated from other places', async () => {
    page = await openPage('zh/1-theory/?q=滩地#p1.1.1');
    await page.getByRole('region', { name: '检索命中' }).waitFor();
    const outside = await page.evaluate(() =>
      [...CSS.highlights.get('search-hit')!]
        .map((range) => (range as Range).startContainer.parentElement!)
        .filter((place) => !place.closest('h1, .prose, .notes'))
        .map(({ outerHTML }) => outerHTML),
    );
    expect(outside).toEqual([]);
  });

  test('does not highlight labels that are not part of the text', async () => {
    page = await openPage('en/terms/foreshore/?q=the');
    await page.locator('.hit-steps').waitFor();
    const places = await page.evaluate(() =>
      [...CSS.highlights.get('search-hit')!].map(
        (range) => (range as Range).startContainer.parentElement!.closest('p, small')!.className,
      ),
    );
    expect(places).toEqual(['definition', 'definition', 'addition']);
  });

  inAudit('stays at the requested passage, even if the match is only after it', async () => {
    page = await openPage('zh/1-theory/?q=抗税#p1.1.1');
    await page.getByRole('region', { name: '检索命中' }).waitFor();
    await settled(page);
    const { top } = await page.locator('#p1\\.1\\.1').evaluate((one) => one.getBoundingClientRect());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
  });

  test('finds and highlights text that differs only in quotation marks, beside exact matches', async () => {
    page = await openPage('zh/search/?q=退潮权之争');
    const marks = page.locator('.exact > li .excerpt mark:first-of-type');
    await marks.first().waitFor();
    expect(await marks.allInnerTexts()).toEqual(['退潮权之争', '退潮权”之争']);
    await page.locator('.exact > li', { hasText: '2.1.1' }).getByRole('link').first().click();
    await page.getByRole('region', { name: '检索命中' }).waitFor();
    expect((await currentHit(page)).text).toBe('退潮权”之争');
  });

  test.each(oneIn(2, ['100%', '%E4%BA']))(
    'highlights matches if the address ends in #%s',
    async (fragment) => {
      page = await openPage(`zh/1-theory/?q=滩地#${fragment}`);
      await page.getByRole('region', { name: '检索命中' }).waitFor();
      expect(page.complaints).toEqual([]);
    },
  );

  test('closes with Escape at the place where it was opened, and Back from a result reopens it', async () => {
    page = await openPage('zh/1-theory/');
    const opener = page.getByRole('link', { name: /^检索/ });
    await opener.focus();
    await page.keyboard.press('Enter');
    const box = page.getByRole('dialog').getByRole('searchbox');
    await box.fill('堤工局');
    await page.locator('.exact li').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('place');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.goBack();
    await page.locator('dialog[open] .exact li').first().waitFor();
    expect(await box.inputValue()).toBe('堤工局');
    await page.getByRole('button', { name: '关闭' }).click();
    await page.locator('dialog.search').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).search).toBe('');
  });

  test('loads nothing of the search before it is needed', async () => {
    page = await openPage('zh/search/');
    await page.waitForLoadState('networkidle');
    const names = () =>
      page!.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect((await names()).filter((name) => /search(?!\.astro).*\.js/.test(name))).toEqual([]);
    const asked = page.waitForResponse(/contents\.json/);
    await page.getByRole('searchbox').focus();
    await asked;
  });

  test.each(oneIn(2, ['zh/1-theory/', 'zh/search/']))(
    'on %s, a held or repeated / is never typed into the box',
    async (path) => {
      page = await openPage(path);
      for (let i = 0; i < 3; i++) await page.keyboard.down('/');
      const box = page.getByRole('searchbox');
      await expect.poll(() => box.evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.press('/');
      await page.keyboard.type('24/7');
      expect(await box.inputValue()).toBe('24/7');
    },
  );

  inAudit('opens with / without losing the previous query or typing the slash', async () => {
    const { keyboard } = (page = await openPage('zh/1-theory/'));
    const dialog = page.locator('dialog.search');
    // A key pressed while the previous dialog is closing is lost.
    const open = (): Promise<void> =>
      expect
        .poll(async () => {
          if (!(await dialog.isVisible())) await keyboard.press('/');
          return dialog.isVisible();
        })
        .toBe(true);
    await open();
    const box = dialog.getByRole('searchbox');
    await box.fill('堤工局');
    await page.locator('.exact li').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await open();
    await keyboard.press('/');
    expect(await box.inputValue()).toBe('堤工局');
  });

  inAudit(
    'has no layout shifts once shown, and immediately says how many matches the other language has',
    async () => {
      page = await openPage('zh/search/?q=Salt Pans');
      await page.locator('.found[data-asked]').waitFor();
      expect(await page.locator('.elsewhere a').innerText()).toMatch(/^“Salt Pans”：英文版中有\d+条结果$/);
      await page.goto(`${inject('site')}zh/search/?q=堤工局&both=1`);
      await page.locator('.found[data-asked]').waitFor();
      expect(await page.locator('.exact .parallel').count()).toBeGreaterThan(2);
      expect(await page.getByRole('status').first().innerText()).toMatch(/^\d+条结果，命中\d+次$/);
      const moved = page.evaluate(
        () =>
          new Promise<number>((done) => {
            let moved = 0;
            const shifts = new PerformanceObserver((list) => (moved += list.getEntries().length));
            shifts.observe({ type: 'layout-shift' });
            setTimeout(() => done(moved + shifts.takeRecords().length), 500);
          }),
      );
      await page.locator('.exact li').nth(1).hover();
      expect(await moved).toBe(0);
    },
  );

  test('opens the first result with one press of Enter, including a printed page by number', async () => {
    for (const [query, address] of [
      ['退潮权', /\/zh\/[\w-]+\/(?:\?q=.*)?/],
      ['50', /\/zh\/[\w-]+\/#p2/],
    ] as const) {
      page = await openPage('zh/1-theory/');
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('searchbox').fill(query);
      const before = page.url();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href !== before && address.test(url.href));
      await leave(page);
    }
  });

  test('waits for the end of input method composition', async () => {
    page = await openPage('zh/search/');
    await page.getByRole('searchbox').focus();
    const typing = await page.context().newCDPSession(page);
    await typing.send('Input.imeSetComposition', { text: 'tan', selectionStart: 3, selectionEnd: 3 });
    await page.clock.install();
    await page.clock.runFor(1000);
    expect(await page.locator('.found li').count()).toBe(0);
    await typing.send('Input.insertText', { text: '堤工税' });
    await page.clock.runFor(1000);
    await page.locator('.exact li').first().waitFor();
    // Its clock cannot be removed.
    await page.context().close();
  });

  test('filters its results, and shows matches aligned in a column', async () => {
    page = await openPage('zh/search/?q=堤工局');
    await page.locator('.exact li').first().waitFor();
    await page.getByText('筛选').click();
    const option = await page.getByLabel('类型').locator('option', { hasText: '案例' }).innerText();
    await page.getByLabel('类型').selectOption({ label: option });
    await expect.poll(() => page!.locator('.exact > li').count()).toBe(Number(/\d+/.exec(option)?.[0]));
    await page.getByLabel('类型').selectOption('');
    await page.getByLabel(/KWIC/).check();
    await page.locator('.lines li').first().waitFor();
    const lefts = await page
      .locator('.lines mark')
      .evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().left)));
    expect(lefts.length).toBeGreaterThan(10);
    expect(new Set(lefts).size).toBe(1);
    // A checkbox takes no text.
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.matches('input[type=search]'))).toBe(true);
  });

  test('has an address for each view of its results, and Back returns to the previous one', async () => {
    page = await openPage('zh/search/?q=堤工局&view=kwic&sort=left');
    const lines = page.locator('.lines > li');
    await lines.first().waitFor();
    const texts = () => page!.locator('.lines').innerText();
    const byLeft = await texts();
    await page.getByLabel('排序').selectOption('按右侧字词');
    await page.waitForURL(/q=%E5.*&view=kwic&sort=right$/);
    expect(await texts()).not.toBe(byLeft);
    await page.goBack();
    await expect.poll(texts).toBe(byLeft);
    expect(await page.getByLabel('排序').inputValue()).toBe('left');
    await page.getByText('筛选').click();
    await page.getByLabel('类型').selectOption('note');
    await page.waitForURL(/&kind=note$/);
    await page.reload();
    await lines.first().waitFor();
    expect(await page.getByLabel('类型').inputValue()).toBe('note');
    expect(await page.locator('.lines .where').allInnerTexts()).toSatisfy((names: string[]) =>
      names.every((name) => name.startsWith('注')),
    );
    expect(page.complaints).toEqual([]);
  });

  test('shows above plain results how often each paragraph has the query, where nothing moves for it', async () => {
    page = await openPage('zh/search/');
    const figure = page.locator('.distribution');
    const before = await figure.boundingBox();
    expect(await figure.locator('svg').isVisible()).toBe(false);
    await askBox(page, '堤工局');
    await figure.locator('svg').waitFor();
    const paragraphs = Number(/\d+/.exec(await figure.locator('figcaption').innerText())?.[0]);
    expect(paragraphs).toBeGreaterThan(1);
    expect(await figure.locator('.hit').count()).toBe(paragraphs);
    expect((await figure.boundingBox())?.height).toBe(before?.height);
  });

  test('shows the distribution of a concordance’s lines and their counterparts in the other language, and saves them', async () => {
    page = await openPage('zh/search/?q=堤工局&view=kwic&both=1', { viewport: { width: 360, height: 740 } });
    const lines = page.locator('.lines > li');
    await lines.first().waitFor();
    const paragraphs = Number(/\d+/.exec(await page.locator('.distribution figcaption').innerText())?.[0]);
    expect(paragraphs).toBeGreaterThan(1);
    expect(await page.locator('.distribution .hit').count()).toBe(paragraphs);
    expect(await page.locator('.there').first().getAttribute('lang')).toBe('en');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const saved = page.waitForEvent('download');
    await page.getByText('TSV').click();
    const table = (await text(await (await saved).createReadStream())).trimEnd().split('\r\n');
    const [head, ...rows] = table.map((row) => row.split('\t'));
    expect(head?.at(-1)).toBe('text_en');
    expect(rows.length).toBe(await lines.count());
    const [kind, wording, chapter] = ['kind', 'wording', 'chapter'].map((name) => head?.indexOf(name) ?? -1);
    const segments = rows.filter((row) => row[kind!] === 'segment');
    expect(new Set(segments.map((row) => row[wording!]))).toEqual(new Set(['转述']));
    expect(segments.map((row) => row[chapter!])).toContain('1-theory');
    expect(page.complaints).toEqual([]);
  });

  test('shows example queries before the first query, and again when it is cleared', async () => {
    page = await openPage('zh/1-theory/');
    // The key that an input method sends for the slash key.
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '、', bubbles: true })),
    );
    const dialog = page.getByRole('dialog', { name: '检索' });
    const example = dialog.locator('.examples a', { hasText: /^[a-z]+$/ }).first();
    await example.click();
    await dialog.locator('.exact li').first().waitFor();
    expect(await example.isVisible()).toBe(false);
    await dialog.getByRole('searchbox').fill('');
    await example.waitFor();
  });

  test('says what was searched for a string, and offers approximate matches separately from exact ones', async () => {
    page = await openPage('zh/search/?q=换滩以堤');
    const near = page.locator('.near');
    await near.getByRole('listitem').first().waitFor();
    const status = page.getByRole('status').first();
    expect(await status.innerText()).toBe('没有含有全部检索词之处，以下最为相近：');
    // The drawing would be empty, so it takes no place.
    expect(await page.locator('.distribution').isVisible()).toBe(false);
    const [said, list] = [await status.boundingBox(), await near.boundingBox()];
    expect(said!.y + said!.height).toBeLessThanOrEqual(list!.y);
    expect(await page.locator('.exact li').count()).toBe(0);
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: /doi\.org/ })
        .count(),
    ).toBe(1);
  });

  test.each(
    oneIn(3, [
      ['第50页', '第50页上有6条结果', ['2.2.2', '2.3.1', '2.3.2', '注16', '注17', '注18']],
      // A note contains these words too, and comes after the page.
      ['第52页', '4条结果 · 第52页上有3条结果', ['2.4.2', '注20', '注21', '注16']],
      // Its parts are neither searched nor highlighted.
      ['p. 50', '第50页上有6条结果', ['2.2.2', '2.3.1', '2.3.2', '注16', '注17', '注18']],
    ]),
  )('%s shows the paragraphs and notes printed there, and says so: %s', async (query, said, ids) => {
    page = await openPage(`zh/search/?q=${query}`);
    const there = page.locator('.exact li .place');
    await there.first().waitFor();
    expect((await there.allTextContents()).map((name) => name.trim())).toEqual(ids);
    expect(await page.getByRole('status').first().innerText()).toBe(said);
    expect(await there.first().getAttribute('href')).toMatch(/zh\/[\w-]+\/#p2/);
    // They are not repeated for the other language.
    expect(await page.locator('.across').count()).toBe(0);
  });

  inAudit('shows a work in its own language', async () => {
    page = await openPage('zh/search/?q=Salt Pans');
    const work = page.locator('.exact li', { hasText: '文献' }).first();
    await work.waitFor();
    expect(await work.locator('.place').getAttribute('lang')).toBe('en');
    expect(await work.locator('.excerpt').getAttribute('lang')).toBe('en');
  });

  test('accepts a page of text, half a character and punctuation as queries', async () => {
    page = await openPage('zh/search/');
    const [box, status] = [page.getByRole('searchbox'), page.getByRole('status').first()];
    for (const query of oneIn(2, [
      '碳中和'.repeat(3000),
      '龘\uD83D龘',
      '👩‍👩‍👧‍👦',
      '(.*)+$[',
      '，。！',
      '"',
      '\u202E碳中和 مرحبا',
    ])) {
      await box.fill('');
      await expect.poll(() => status.innerText()).toBe('');
      await box.evaluate((input: HTMLInputElement, value) => {
        input.value = value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, query);
      // A busy machine takes some time for a page of text.
      await expect
        .poll(() => status.innerText(), { timeout: 30_000 })
        .toContain('正文、注释、案例、概念和来源核查中都没有');
      expect((await status.innerText()).length).toBeLessThan(100);
      // Servers refuse longer addresses, and a reload requests the address again.
      expect(page.url().length).toBeLessThan(5000);
    }
    expect(page.complaints).toEqual([]);
  });

  test('finds through the other language what its own lacks, highlighted in both', async () => {
    page = await openPage('zh/search/?q=land for dykes');
    const across = page.locator('.across li').first();
    await across.waitFor();
    expect(await across.locator('.excerpt mark').first().innerText()).toBe('以堤换滩');
    expect((await across.locator('.parallel mark').first().innerText()).toLowerCase()).toBe('land for dykes');
  });

  test('answers a name that the text lacks with the results of the one that it has, and says so', async () => {
    page = await openPage('zh/search/?q=赶海的先后');
    const status = page.getByRole('status').first();
    const hits = page.locator('.exact li');
    await hits.first().waitFor();
    expect(await hits.first().locator('.place').innerText()).toBe('退潮权');
    await expect.poll(() => status.innerText()).toMatch(/^4条结果，命中4次 · 已检索：\s*“退潮权”$/);
    await page.getByRole('searchbox').fill('South Shoal');
    await expect.poll(() => status.innerText()).toBe('3条结果');
  });

  test('says of each number of results which edition has them', async () => {
    page = await openPage('zh/search/?q=land for dykes');
    await page.locator('.across li').first().waitFor();
    expect(await page.getByRole('status').first().innerText()).toBe('中文版1条结果');
    expect(await page.locator('.across h2').innerText()).toMatch(/^英文版中有\d+条结果，以下列出\d+条$/);
    await page.getByRole('searchbox').fill('以堤换滩');
    await expect.poll(() => page!.locator('.also').first().innerText()).toMatch(/land for dykes 英文版\d+/);
  });

  test('says what pinyin was read as in the other language', async () => {
    page = await openPage('en/search/?q=tuichaoquan');
    await page.locator('.across li').first().waitFor();
    expect(await page.getByRole('status').first().innerText()).toMatch(
      /^退潮权 \(tuichaoquan\): \d+ results? in the other language$/,
    );
    expect(await page.locator('.found > p').count()).toBe(0);
  });

  test('suggests a word that differs by one letter', async () => {
    page = await openPage('en/search/?q=foreshroe');
    // The corrected query’s results replace approximate matches for the misspelt word.
    await page.locator('.hits mark', { hasText: 'foreshore' }).first().waitFor();
    expect(await page.locator('.near').count()).toBe(0);
    await page.getByText('Did you mean:').getByRole('link', { name: 'foreshore' }).click();
    await page.locator('.exact li').first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('foreshore');
  });

  test('moves between matches by keyboard, across marks and links, until it is cleared', async () => {
    page = await openPage('zh/2-actions/?q=修堤的人 滩地#p2.1.2');
    const bar = page.getByRole('region', { name: '检索命中' });
    await bar.waitFor();
    const first = await bar.innerText();
    await page.keyboard.press('n');
    expect(await bar.innerText()).not.toBe(first);
    await page.keyboard.press('N');
    expect(await bar.innerText()).toBe(first);
    await bar.getByRole('link').click();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    // These passages contain a note mark and the beginning of a printed page.
    await page.goto(`${inject('site')}zh/2-actions/?q=其余是泥沼。修堤的人#p2.1.2`);
    await bar.waitFor();
    expect(await currentHit(page)).toEqual({ text: '其余是泥沼。修堤的人', within: 'p2.1.2' });
  });

  inAudit(
    'opens an item requested by its number in the box of a front page, and Back returns there',
    async () => {
      page = await openPage('zh/');
      for (const [asked, place] of [
        ['1.2.3', /\/zh\/1-theory\/#p1\.2\.3$/],
        ['注2', /#note-2$/],
      ] as const) {
        await page.getByRole('main').getByRole('searchbox').fill(asked);
        await page.keyboard.press('Enter');
        await page.waitForURL(place);
        await page.goBack();
        await page.waitForURL(/\/zh\/$/);
      }
      await page.getByRole('main').getByRole('searchbox').fill('堤');
      await page.keyboard.press('Enter');
      await page.locator('.found a.place').first().waitFor();
      expect(decodeURI(page.url())).toMatch(/\/zh\/search\/\?q=堤$/);
    },
  );

  test('opens an item requested by its number with Enter, and puts an item of that name first in its list', async () => {
    page = await openPage('zh/search/');
    const box = page.getByRole('searchbox');
    await box.fill('退潮权');
    // Until its script has loaded, the box is a plain form.
    await page.locator('.found[data-asked]').waitFor();
    await box.press('Enter');
    await page.locator('.exact .place:focus').waitFor();
    expect(await page.locator('.exact .place').first().getAttribute('href')).toMatch(
      /\/zh\/terms\/[a-z-]+\//,
    );
    await box.fill('注16');
    await box.press('Enter');
    await page.waitForURL(/\/zh\/[\w-]+\/#note-16$/);
  });

  test('leads to a page of the site by its name, and to a sentence by its reference', async () => {
    page = await openPage('zh/search/');
    const box = page.getByRole('searchbox');
    const status = page.getByRole('status');
    for (const [asked, said, address] of [
      ['参考文献', '本站页面： 文献', '/zh/works/'],
      ['首页', '本站页面： 首页', '/zh/'],
    ] as const) {
      await box.fill(asked);
      await page.locator(`.found[data-asked="${asked}"]`).waitFor({ state: 'attached' });
      expect((await status.innerText()).startsWith(said), asked).toBe(true);
      expect(await status.getByRole('link').getAttribute('href')).toBe(address);
    }
    expect(await page.locator('.found li').count()).toBe(0);
    await box.fill('段落2.1.2第2句');
    await page.locator('.exact mark').first().waitFor();
    await box.press('Enter');
    await page.waitForURL(/\/zh\/2-actions\/#p2\.1\.2-2$/);
  });

  inAudit(
    'repeats no name in its excerpts, and says whose a definition is, like the term’s page',
    async () => {
      page = await openPage('zh/search/?q=退潮权');
      const term = page.locator('.exact > li').first();
      await term.waitFor();
      const name = await term.locator('.place').innerText();
      expect(await term.locator('.place mark').innerText()).toBe('退潮权');
      expect((await term.locator('.excerpt').innerText()).startsWith(name)).toBe(false);
      const said = await term.locator('small').first().innerText();
      await term.locator('.place').click();
      expect(said).toContain(await page.locator('.definition small').innerText());
    },
  );

  test('has no axe findings when it is open', async () => {
    page = await openPage('zh/1-theory/', { bypassCSP: true });
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('searchbox').fill('堤工局');
    await page.getByLabel('同时检索另一语言').check();
    await page.locator('.exact li .parallel').first().waitFor();
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
});

test('a dossier below a base path is searched in its own languages', async () => {
  page = await openPage('de/search/?q=Brunnen', { site: inject('other') });
  await page.locator('.exact a.place').first().waitFor();
  const found = await page
    .locator('.exact a.place')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(found).toContain('/sub/dir/de/0-anfang/');
  expect(found.every((path) => path.startsWith('/sub/dir/de/'))).toBe(true);
});

test('a text in Traditional characters is found by either script', async () => {
  page = await openPage('hant/search/', { site: inject('other') });
  for (const query of ['村裡有一口井', '村里有一口井']) {
    await page.goto(`${inject('other')}hant/search/?q=${query}`);
    await page.locator('.exact li').first().waitFor();
    expect(await page.locator('.exact mark').first().innerText()).toBe('村裡有一口井');
  }
});

test('several dossiers are searched at once', async () => {
  page = await openPage('en/search/');
  const found = await page.evaluate(`(async () => {
    const { search } = await import('/search/search.js');
    return (await search('foreshore', { language: 'en', others: [location.origin], most: 1000 })).map(({ url }) => url);
  })()`);
  // The two dossiers are the same, so each match occurs twice.
  expect(new Set(found as string[]).size * 2).toBe((found as string[]).length);
});

test('without JavaScript, the search page links to the lists', async () => {
  page = await openPage('en/search/', { javaScriptEnabled: false });
  await page.getByRole('main').getByRole('link', { name: 'Terms' }).click();
  await page.getByRole('link', { name: 'ebb right' }).waitFor();
});
