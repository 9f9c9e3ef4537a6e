import { afterEach, describe, expect, test } from 'vitest';
import { leave, openPage, type OpenedPage } from '../support/open-page.ts';

let page: OpenedPage | undefined;
afterEach(() => leave(page));

const paragraphs = ['1.0.1', '1.1.1', '1.1.2', '1.2.1', '1.2.2', '1.2.3'];

describe.each(['zh', 'en'])('a chapter in %s', (edition) => {
  test('has every paragraph at its address', async () => {
    page = await openPage(`${edition}/1-theory/`);
    for (const id of paragraphs) {
      expect(
        await page.evaluate((p) => document.getElementById(p)?.textContent?.length ?? 0, `p${id}`),
        id,
      ).toBeGreaterThan(60);
    }
  });

  test('is complete without JavaScript, including notes and back links', async () => {
    page = await openPage(`${edition}/1-theory/`, { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('ebb right');
    expect(await page.locator('button:not([popovertarget]):visible').count()).toBe(0);
    await page.locator('sup a').filter({ hasText: /^6$/ }).click();
    expect(new URL(page.url()).hash).toBe('#note-6');
    const note = page.locator('#note-6');
    expect(await note.innerText()).toContain('Who Pays for the Dyke?');
    await note.locator('.back').click();
    expect(new URL(page.url()).hash).toBe('#note-6-mark');
    await page
      .getByRole('link', { name: edition === 'zh' ? '钥匙' : 'key' })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe(`/${edition}/cases/sluice-key/`);
  });

  test('begins no line with a note mark', async () => {
    page = await openPage(`${edition}/1-theory/`);
    for (const width of [360, 700, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const atHead = await page.evaluate(
        () =>
          [...document.querySelectorAll('.prose sup')].filter((mark) => {
            const before = document.createRange();
            const previous = mark.previousSibling;
            if (!previous) return true;
            before.selectNodeContents(previous);
            const last = [...before.getClientRects()].at(-1);
            return !last || last.left > mark.getBoundingClientRect().left;
          }).length,
      );
      expect(atHead, `at ${width} px`).toBe(0);
    }
  });
});

test.each([
  [
    'zh',
    '文字与责任',
    '论文的观点和论据由作者例如、某甲负责。转述的文字以及案例的编者所述、编者按和来源核查，均由本卷宗编者负责；只有引号内的文字是引文。',
  ],
  [
    'en',
    'Words and responsibility',
    'The paper’s argument and evidence are the responsibility of Li Ru and Mou Jia. The wording of the paraphrase and the editors’ accounts of cases, the editors’ notes and source checks are the responsibility of the example’s editors; only what stands in quotation marks is quoted.',
  ],
])(
  'a link below the title of the front page in %s leads to who answers for what',
  async (edition, name, says) => {
    page = await openPage(`${edition}/`);
    await page.getByRole('link', { name }).click();
    expect(new URL(page.url()).pathname).toBe(`/${edition}/about/`);
    expect(await page.locator('#whose + p').innerText()).toBe(says);
  },
);

test('the page about a dossier says whose the rights and the sentences are', async () => {
  page = await openPage('en/about/');
  expect(await page.locator('#rights + p').innerText()).toBe(
    'This dossier restates the paper in the editors’ own words. Of the paper’s wording it has only short passages, in quotation marks, and the headings marked ※.',
  );
  expect(await page.locator('.about').innerText()).toContain(
    'A sentence that names nobody reports the paper, too',
  );
});

test('how a term is defined is said in a sentence of its own', async () => {
  page = await openPage('en/terms/');
  await page.locator('.index > li > a').first().click();
  expect(await page.locator('.definition > small').innerText()).toMatch(/^The /);
});

describe('the abstract', () => {
  test.each(['zh/0-introduction/', 'parallel/0-introduction/'])(
    'is in %s under its own heading, after that of the chapter',
    async (path) => {
      page = await openPage(`${path}#abstract`);
      const headings = await page.getByRole('main').getByRole('heading').allInnerTexts();
      expect(headings.slice(0, 2).map((text) => text.split(/[\n/]/)[0]?.trim())).toEqual([
        '引言',
        '内容摘要',
      ]);
      const [abstract, title, text] = await page.evaluate(() =>
        ['#abstract', 'h1', '#p0\\.0\\.1'].map(
          (place) => document.querySelector(place)?.getBoundingClientRect().top ?? NaN,
        ),
      );
      expect(title).toBeLessThan(abstract!);
      expect(abstract).toBeLessThan(text!);
    },
  );

  test('opens terms in place, like the text', async () => {
    page = await openPage('en/0-introduction/');
    await page.locator('#abstract').getByRole('link', { name: 'foreshore' }).first().hover();
    await page.getByRole('dialog').waitFor();
    expect(new URL(page.url()).pathname).toBe('/en/0-introduction/');
  });

  test('is complete on the front page, with a link to its own page', async () => {
    page = await openPage('en/');
    const abstract = page.getByRole('region', { name: 'Abstract' });
    expect(await abstract.getByRole('link', { name: 'foreshore' }).count()).toBeGreaterThan(0);
    await abstract.getByRole('link', { name: 'p. 41' }).click();
    expect(page.url()).toMatch(/\/p\/abstract\/$/);
  });
});

test('note 6 has the number 6 everywhere', async () => {
  for (const path of ['zh/1-theory/', 'en/1-theory/', 'p/1.1.2/']) {
    page = await openPage(path);
    expect(await page.locator('a[href="#note-6"]').allInnerTexts(), path).toEqual(
      path.startsWith('p/') ? ['6', '6'] : ['6'],
    );
    const printed = await page.evaluate(() => {
      const note = document.querySelector<HTMLLIElement>('#note-6')!;
      const all = [...note.parentElement!.children] as HTMLLIElement[];
      const [last = note] = all
        .slice(0, all.indexOf(note) + 1)
        .filter(({ value }) => value > 0)
        .slice(-1);
      return last.value > 0
        ? last.value + all.indexOf(note) - all.indexOf(last)
        : (note.parentElement as HTMLOListElement).start + all.indexOf(note);
    });
    expect(printed, path).toBe(6);
    await leave(page);
  }
  page = await openPage('note/6/');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('6');
});

test('switching languages keeps the segment that is being read', async () => {
  page = await openPage('zh/1-theory/');
  await page.evaluate(() => {
    const top = document.getElementById('p1.2.3')?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: top - innerHeight / 4, behavior: 'instant' });
  });
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(/\/en\/1-theory\/#p1\.2\.3$/);
});

test('a chapter prints on the same number of sheets from a wide screen, with notes beside it, as from a narrow one', async () => {
  const sheets: number[] = [];
  for (const width of [1280, 600]) {
    page = await openPage('zh/2-actions/', { viewport: { width, height: 900 } });
    if (width > 1000) await page.locator('.notes[data-placed]').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    sheets.push([...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length);
    await leave(page);
  }
  expect(sheets[0]).toBeGreaterThan(2);
  expect(sheets[0]).toBe(sheets[1]);
});

test('each printed sheet says whose wording it is', async () => {
  page = await openPage('zh/2-actions/');
  const margins = await page.evaluate(() =>
    [...document.styleSheets]
      .filter(({ media }) => media.mediaText === 'print')
      .flatMap(({ cssRules }) => [...cssRules].slice(0, 2).map(({ cssText }) => cssText))
      .join(),
  );
  expect(margins).toContain('转述，非原文');
  // In full at the head of the first sheet, so not again after the text.
  expect(margins).toContain('转述版：');
  await page.emulateMedia({ media: 'print' });
  for (const part of await page.locator('.site-header > :is(nav, .foot-bar)').all())
    expect(await part.isVisible()).toBe(false);
  expect(await page.locator('.site-title').isVisible()).toBe(true);
  expect(await page.locator('.label').isVisible()).toBe(false);
});

test('an unknown address has links to other pages', async () => {
  page = await openPage('zh/no-such-page/');
  expect(await page.getByRole('link', { name: '首页' }).count()).toBe(1);
});
