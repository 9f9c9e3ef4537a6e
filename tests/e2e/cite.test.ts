import { text as textOf } from 'node:stream/consumers';
import { select as selectIn, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { afterEach, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { leave, openPage, type OpenedPage } from '../support/open-page.ts';
import { attribute, builtTree, textIn } from '../support/page-tree.ts';
import { isWhole, oneIn } from '../support/whole.ts';

/** Variants that only audits have time for; `tests/unit/site-citing.test.ts` tests the references themselves. */
const inAudit = test.runIf(isWhole);

let opened: OpenedPage[] = [];
afterEach(async () => {
  for (const page of opened) await leave(page);
  opened = [];
});

async function open(path: string, options: Parameters<typeof openPage>[1] = {}) {
  const page = await openPage(path, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  opened.push(page);
  return page;
}

/** Selects nothing, and waits until the actions for what was selected before are gone. */
async function deselect(page: Page): Promise<void> {
  await page.evaluate(() => {
    // A press in the text would take the focus from the actions.
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
  });
  await page.locator('.cite-selection').waitFor({ state: 'hidden' });
}

/** Selects the text of an element and copies it, more slowly than what then loads, like a reader. */
async function copyText(
  page: Page,
  selector: string,
  isOffered = true,
): Promise<{ plain: string; html: string }> {
  await deselect(page);
  await page
    .locator(selector)
    .first()
    .evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.locator('.cite-selection').waitFor({ state: isOffered ? 'visible' : 'attached' });
  return page.evaluate(() => {
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    document.dispatchEvent(event);
    return { plain: data.getData('text/plain'), html: data.getData('text/html') };
  });
}

/** Selects the text of an element, or up to the end of another, and waits for the actions offered. */
async function select(page: Page, selector: string, to = selector) {
  await deselect(page);
  const end = await page.locator(to).first().elementHandle();
  await page
    .locator(selector)
    .first()
    .evaluate((element, last) => {
      getSelection()?.setBaseAndExtent(element, 0, last!, last!.childNodes.length);
    }, end);
  const bar = page.locator('.cite-selection');
  await bar.waitFor();
  return {
    bar,
    copy: async (name: string): Promise<string> => {
      const more = bar.getByRole('button', { name: /^(?:More|更多)$/ });
      // Its text may still say that an earlier press has copied.
      const button = bar.locator(`[data-name="${name}"]`);
      if (!(await button.isVisible())) await more.click();
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await button.click();
      await expect.poll(() => clipboard(page)).not.toBe('');
      await bar.getByText(/^(?:Copied|已复制)/).waitFor();
      return clipboard(page);
    },
  };
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describe('a segment’s page', () => {
  test('shows without scripts how to cite the paper, at its printed pages', async () => {
    const page = await open('p/2.4.2/', { javaScriptEnabled: false });
    const cite = page.locator('details.cite').first();
    await cite.locator('> summary').click();
    await cite.locator('.files > summary').first().click();
    await cite.getByText('BibTeX').first().click();
    const text = await cite.innerText();
    expect(text).toContain('《堤防学刊》1986年第3期，第51—53页');
    expect(text).toContain('堤防学刊, 1986(3): 51-53');
    expect(text).toContain('author = {例, 如 and 某, 甲}');
    expect(text).not.toMatch(/9999/);
    expect(await cite.locator('button').count()).toBe(0);
  });

  test('shows and copies the current address if there is no public one; references and records name no host', async () => {
    const page = await open('p/2.4.2/');
    const permalink = page.locator('.own-address').last();
    expect(await permalink.innerText()).toContain('This is a local copy');
    expect(await permalink.getByRole('link').innerText()).toBe(`${inject('site')}p/2.4.2/`);
    await permalink.getByRole('button', { name: 'Copy link' }).click();
    await permalink.getByRole('button', { name: 'Copied (opens on this computer only)' }).waitFor();
    expect(await clipboard(page)).toBe(`${inject('site')}p/2.4.2/`);
    const cite = page.locator('details.cite').last();
    await cite.locator('> summary').click();
    const own = cite.locator('section').last();
    for (const record of await own.locator('pre').allTextContents()) {
      expect(record).toContain('/p/2.4.2/');
      expect(record).not.toMatch(/localhost|127\.0/);
    }
    await cite.getByRole('combobox', { name: 'Style' }).selectOption('gbt');
    const references = (await cite.locator('section > dl').allInnerTexts()).join('\n');
    expect(references).toContain(
      '（English paraphrase, release 1.0.0）[EB/DK]. 1987：para. 2.4.2（1987-02-03）.',
    );
    expect(references).not.toContain('/p/2.4.2/');
  });

  test.each(['argument', 'cases', 'terms', 'actors', 'works', 'timeline', 'data', 'status', 'about'])(
    'is on the page %s, with its permalink and the report of an error',
    (name) => {
      const page = builtTree(inject('siteOut'), `en/${name}/`);
      for (const part of ['.own-address', 'details.cite', 'details.report'])
        expect(selectAll(part, page), part).toHaveLength(1);
      expect(attribute(selectIn('.own-address a', page)!, 'href')).toBe(`/en/${name}/`);
    },
  );

  test('shows without scripts the path of its permalink, without a host', () => {
    const page = builtTree(inject('siteOut'), 'p/2.4.2/');
    expect(textIn(selectIn('.own-address a', page)!)).toBe('/p/2.4.2/');
    expect(toHtml(page)).not.toMatch(/localhost|127\.0\.0\.1/);
  });

  test.each(
    oneIn(3, [
      ['p/2.4.2/', 'p/2.4.2/'],
      ['note/12/', 'note/12/'],
      ['case/sluice-key/', 'case/sluice-key/'],
      ['en/cases/sluice-key/', 'case/sluice-key/'],
      ['term/foreshore/', 'term/foreshore/'],
      ['en/', ''],
    ] as const),
  )('shows a permalink and a reference to itself: %s', async (path, cited) => {
    const page = await open(path);
    const neutral = inject('site') + cited;
    for (const permalink of await page.locator('.own-address').all()) {
      expect(await permalink.isVisible()).toBe(true);
      expect(await permalink.getByRole('link').innerText()).toBe(neutral);
    }
    expect(await page.locator('.own-address').count()).toBe(await page.locator('details.cite').count());
    await page.locator('details.cite > summary').first().click();
    const sections = page.locator('details.cite').first().locator('section');
    // The front page offers the dossier first, a case or a term the editors’ account.
    const own = /^$|^case/.test(cited) ? sections.first() : sections.last();
    expect(await own.locator('dd:visible').first().innerText()).toMatch(/Example’s editors|本卷宗编者/);
  });

  test('cites its own wording as the editors’, in the release that contains it', async () => {
    const page = await open('p/0.0.1/', { site: inject('other'), locale: 'de' });
    const cite = page.locator('details.cite').first();
    await cite.locator('> summary').click();
    const section = cite.locator('section').last();
    await section.getByText('For reference managers').click();
    await section.getByText('BibTeX').first().click();
    const own = await section.innerText();
    expect(own).toContain(
      'Die Herausgeber des Beispiels, Dossier: Der Brunnen und das Dorf, German paraphrase, release 2.0.0 (2001), para. 0.0.1,',
    );
    expect(own).toContain('https://example.net/sub/dir/v/2.0.0/p/0.0.1/');
    const permalink = await page.locator('.own-address').first().innerText();
    expect(permalink).toContain('https://example.net/sub/dir/p/0.0.1/');
    expect(permalink).not.toContain('local copy');
    expect(own).toContain('author = {{Die Herausgeber des Beispiels}}');
    expect(own).not.toContain('Muster, Erika');
  });

  test('copies a reference with one click, including italics', async () => {
    const page = await open('en/p/2.4.2/');
    const cite = page.locator('details.cite').first();
    await cite.locator('> summary').click();
    await cite.locator('section').nth(1).getByRole('button').first().click();
    await cite.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await clipboard(page)).toMatch(/^Li Ru and Mou Jia, .*, https:\/\/doi\.org\/10\.5555\S+\.$/);
    const rich = await page.evaluate(async () => {
      const [copied] = await navigator.clipboard.read();
      return (await copied!.getType('text/html')).text();
    });
    expect(rich).toMatch(/<i\b[^>]*>Difang xuekan<\/i> \[Journal of Dykes\], /);
  });
});

test('a record of the paper is saved as a file, at the pages of the passage', async () => {
  const page = await open('p/2.4.2/');
  const cite = page.locator('details.cite').first();
  await cite.locator('> summary').click();
  const records = cite.locator('section').nth(1).locator('.files');
  await records.locator('> summary').click();
  const record = records.locator('li', { hasText: 'RIS' });
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    record.getByRole('link', { name: '下载' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('li-1986-p51-53.ris');
  expect(await textOf(await saved.createReadStream())).toMatch(
    /^TY {2}- JOUR\n[^]*SP {2}- 51\nEP {2}- 53\n[^]*\nER {2}- \n$/,
  );
  expect(page.complaints).toEqual([]);
});

test('no two visible buttons of a panel have the same name', async () => {
  const page = await open('en/p/2.4.2/');
  const cite = page.locator('details.cite').first();
  await cite.locator('> summary').click();
  await cite.getByRole('combobox').selectOption('apa');
  for (const files of await cite.locator('.files > summary').all()) await files.click();
  const buttons = cite.getByRole('button').filter({ visible: true });
  const names = await buttons.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel ?? ''));
  expect(names).toContain('Copy – The paper, as paraphrased here – APA (7th ed.), in the text');
  expect(names).toContain('Copy – The paper alone – BibTeX');
  expect(new Set(names).size).toBe(names.length);
});

test('a chapter shows its citation, as a reference and as a record for reference managers', async () => {
  const page = await open('zh/2-actions/');
  await page.locator('a[data-cite]').click();
  const panel = page.locator('section.cite');
  await panel.waitFor();
  const files = panel.locator('copy-text[data-file]');
  const names = await files.evaluateAll((found) => found.map(({ dataset }) => dataset['file']));
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => name?.endsWith('.ris'))).toHaveLength(2);
  await panel.locator('.files > summary').first().click();
  await files.first().locator('summary').click();
  expect(await files.first().locator('pre').innerText()).toMatch(/47--5\d/);
});

test('the citation of a chapter has an address, which opens it', async () => {
  const page = await open('zh/2-actions/');
  const link = page.locator('a[data-cite]');
  await link.click();
  await page.locator('section.cite').waitFor();
  expect(new URL(page.url()).hash).toBe('#cite-zh');
  await page.reload();
  await page.locator('section.cite').waitFor();
  await link.click();
  await page.locator('section.cite').waitFor({ state: 'detached' });
  expect(new URL(page.url()).hash).toBe('');
});

describe('copied text', () => {
  test('says whose wording it is, with segment and printed page', async () => {
    const page = await open('zh/2-actions/');
    const { plain, html } = await copyText(page, '[id="p2.4.2"]');
    expect(plain).toMatch(
      /\n\n转述，非原文：.*\n《海堤与滩地的重分》卷宗，段落2\.4\.2，论文第51—53页\n本地副本路径：\/zh\/2-actions\/#p2\.4\.2-1$/,
    );
    expect(html).toContain('转述，非原文');
  });

  test('has only words: no marks, no number of a paragraph, no letter of the next block', async () => {
    const page = await open('en/2-actions/');
    const copyFrom = (first: string, last: string, letters: number) =>
      page.evaluate(
        ([first, last, letters]) => {
          for (const details of document.querySelectorAll('details')) details.open = true;
          const textOf = (selector: string) => {
            const texts = document.createTreeWalker(document.querySelector(selector)!, NodeFilter.SHOW_TEXT);
            let text = texts.nextNode();
            while (text && (!/\S/.test(text.nodeValue ?? '') || text.parentElement?.closest('.permalink')))
              text = texts.nextNode();
            return text!;
          };
          getSelection()?.setBaseAndExtent(textOf(first), 0, textOf(last), letters);
          const data = new DataTransfer();
          const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
          document.dispatchEvent(event);
          const [plain = ''] = data.getData('text/plain').split('\n\n');
          const copy = document.querySelector(first)!.cloneNode(true) as Element;
          for (const mark of copy.querySelectorAll('sup, .check-mark, .permalink')) mark.remove();
          const html = data.getData('text/html');
          return { plain, html, words: copy.textContent.replace(/\s+/g, ' ').trim() };
        },
        [first, last, letters] as const,
      );
    await select(page, '[id="p2.1.1"]');
    const paragraph = await copyFrom('[id="p2.1.2"]', '[id="p2.2"]', 1);
    expect(paragraph.plain).toBe(paragraph.words);
    expect(paragraph.html).not.toMatch(/<sup|permalink|<h2/);
    const note = await copyFrom('#note-12 .note-text', '#note-13 .note-text', 1);
    expect(note.plain).toBe(note.words);
    const rest = await copyFrom('#note-13 .note-text', '.site-footer .label', 9);
    expect(rest.html).not.toContain('site-footer');
  });

  test('says so on every kind of page that shows our wording', async () => {
    const page = await open('en/');
    for (const [path, selector] of oneIn(3, [
      ['en/1-theory/', '[id="p1.1.1"]'],
      ['p/1.1.1/', '.text .prose'],
      ['note/12/', '.note-text'],
      ['en/cases/sluice-key/', '.summary'],
      ['case/sluice-key/', '.summary'],
      ['term/foreshore/', '.definition'],
      ['zh/terms/foreshore/', '.uses'],
      ['en/argument/', 'main'],
      ['en/timeline/', 'main'],
    ] as const)) {
      await page.goto(inject('site') + path);
      expect((await copyText(page, selector)).plain, path).toMatch(
        /(?:转述，非原文|编者所述，非原文|not the authors’ words)[^]*\n(?:本地副本路径：|In a local copy: )\/\S+$/,
      );
    }
  });

  test('says it for the column that it is copied from, if editions are side by side', async () => {
    const page = await open('parallel/2-actions/');
    const zh = await copyText(page, '[id="p2.4.2"] [data-wording="zh"]');
    const en = await copyText(page, '[id="p2.4.2"] [data-wording="en"]');
    expect(zh.plain).toMatch(
      /\n\n转述，非原文：.*\n.*卷宗，段落2\.4\.2，论文第\d+页\n.*\/zh\/2-actions\/#p2\.4\.2(?:-1)?$/,
    );
    expect(en.plain).toMatch(
      /not the authors’ words\.\nThe Sea Dyke.*, Paragraph 2\.4\.2, the paper’s p\. \d+\n.*\/en\/2-actions\/#p2\.4\.2(?:-1)?$/,
    );
  });

  test('has all editions side by side unless it begins in one, even while how to cite the page is shown', async () => {
    const page = await open('parallel/2-actions/');
    await page.locator('a[data-cite]').first().click();
    await page.locator('.cite [data-only]').first().waitFor({ state: 'attached' });
    const { plain, html } = await copyText(page, '[id="p2.1.2-1"]');
    for (const copied of [plain, html]) expect(copied).toMatch(/滩地[^]*foreshore/);
  });

  test('includes its public address if there is one', async () => {
    const page = await open('de/1-tiefe/', { site: inject('other') });
    expect((await copyText(page, '[id="p1.0.1"]')).plain).toMatch(
      /Paragraph 1\.0\.1, the paper’s p\. 7\nhttps:\/\/example\.net\/sub\/dir\/v\/2\.0\.0\/de\/1-tiefe\/#p1\.0\.1-1$/,
    );
  });

  test('of a list of works is the reference alone, without the places beside it', async () => {
    const page = await open('zh/works/');
    const { plain } = await copyText(page, '.of-works li', false);
    const reference = page.locator('.of-works li > span[lang]').first();
    expect(plain).toBe((await reference.innerText()).replace(/\s+/g, ' ').trim());
  });

  test('of an entry has its date apart, even if only its content is selected', async () => {
    const page = await open('en/timeline/');
    const entry = 'li[data-entry]';
    // As if the heading above it only had the year.
    const date = await page
      .locator(`${entry} > b`)
      .first()
      .evaluate((bold: HTMLElement) => {
        bold.classList.remove('visually-hidden');
        return bold.innerText;
      });
    const { copy } = await select(page, entry);
    expect(await copy('Copy with citation')).toContain(`${date}: `);
  });

  test('of a row has its cells apart, in a citation without quotation marks', async () => {
    const page = await open('en/data/');
    const row = 'tbody tr[data-entry]';
    const cells = await page
      .locator(row)
      .first()
      .locator('th, td')
      .evaluateAll((all) => all.map((one) => one.firstChild?.textContent?.trim() ?? ''));
    const { plain } = await copyText(page, row);
    const own = plain.split('\n')[0]!.split('\t');
    // Empty cells at the end are left out.
    expect(own.length).toBe(cells.findLastIndex((cell) => cell !== '') + 1);
    expect(own.every((cell, i) => cell.startsWith(cells[i]!))).toBe(true);
    const { bar, copy } = await select(page, row);
    await bar.getByRole('combobox').selectOption('gbt');
    const [quoted = ''] = (await copy('Copy with citation')).split('\n');
    expect(quoted).toBe(`${plain.split('\n')[0]}[1]`);
  });
});

describe('selected words', () => {
  test('are those that are copied, even if the actions still belong to others', async () => {
    const page = await open('en/2-actions/');
    const { bar } = await select(page, '[id="p2.1.1-2"]');
    await bar.getByRole('button', { name: 'Copy with citation' }).evaluate((button: HTMLElement) => {
      getSelection()?.selectAllChildren(document.getElementById('p2.1.2-1')!);
      button.click();
    });
    await expect.poll(() => clipboard(page)).toContain('para. 2.1.2, sentence 1, ');
  });

  test('are quoted with a footnote that links to their sentence, and say whose they are', async () => {
    const page = await open('en/2-actions/');
    const { copy } = await select(page, '[id="p2.1.1-2"]');
    const lines = (await copy('Copy with citation')).split('\n');
    // The full stop of a sentence stands within the mark that closes it.
    expect(lines[0]).toMatch(/^“[^[\]]+\.”\[1\]$/);
    expect(lines[2]).toMatch(
      /^\[1\] Example’s editors, The Sea Dyke.*: A Dossier, English paraphrase, release 1\.0\.0 \(1987\), para\. 2\.1\.1, sentence 2, paraphrasing Li Ru and Mou Jia, “Haidi yu tandi de chongfen” .* \(1986\): 47, .*\.$/,
    );
    expect(lines.slice(3)).toEqual([
      '',
      'Paraphrase by the dossier’s editors, not the authors’ words. Paragraph 2.1.1, the paper’s p. 47.',
      'In a local copy: /en/2-actions/#p2.1.1-2',
    ]);
    const rich = await page.evaluate(async () =>
      (await (await navigator.clipboard.read())[0]!.getType('text/html')).text(),
    );
    expect(rich).toMatch(/<p\b[^>]*>“[^]*<sup\b/);
    expect(rich).not.toContain('<blockquote');
    expect(page.complaints).toEqual([]);
  });

  test('are quoted in an error report by their first words, with their place', async () => {
    const page = await open('en/2-actions/');
    const { copy } = await select(page, '[id="p2.1.1-2"]');
    const words = (await page.locator('[id="p2.1.1-2"]').innerText()).replace(/\d+$/, '');
    const lines = (await copy('Copy error report')).split('\n');
    expect(lines[0]).toMatch(/^Paragraph 2\.1\.1, the paper’s p\. 47 \(English, release \d/);
    expect(lines[1]).toBe(`${inject('site')}en/2-actions/#p2.1.1-2`);
    expect(lines[2]).toContain(words.slice(0, 40));
    expect(lines.slice(3)).toEqual(['Error:', 'Correction, and its source:']);

    const all = await (await select(page, '[id="p2.1.1"]')).copy('Copy error report');
    expect(all.split('\n')[2]).toMatch(/^“(?:\S+ ){25}…”$/);
  });

  test('are cited at their own printed page, not at all pages of their passage', async () => {
    const page = await open('en/p/2.4.2/');
    const paperOf = async (selector: string): Promise<string> => {
      const { bar, copy } = await select(page, selector);
      await bar.getByRole('combobox').selectOption('gbt');
      return (await copy('Copy with citation')).split('\n')[2] ?? '';
    };
    const units = '[data-wording="en"] [data-unit]';
    const all = await page.locator(units).count();
    const first = await paperOf(`:nth-match(${units}, 1)`);
    const last = await paperOf(`:nth-match(${units}, ${all})`);
    expect(first).toContain('1986（3）：51.');
    expect(last).toContain('1986（3）：53.');
  });

  test('are quoted in the style chosen before, even on another page', async () => {
    const page = await open('zh/2-actions/');
    const { bar } = await select(page, '[id="p2.1.1-1"]');
    await bar.getByRole('combobox').selectOption('gbt');
    await page.goto(`${inject('site')}zh/1-theory/`);
    const again = await select(page, '[id="p1.1.1-1"]');
    expect(await again.copy('复制并附出处')).toMatch(
      /\[1\] .*（中文转述，1\.0\.0版）\[EB\/DK\]\. 1987：段落1\.1\.1第1句（1987-02-03）\. 转述自例如，某甲\. .*\[J\].*/,
    );
  });

  inAudit('no longer show “Copied” when another style is chosen', async () => {
    const page = await open('zh/2-actions/');
    const { bar, copy } = await select(page, '[id="p2.1.1-1"]');
    await copy('复制并附出处');
    await bar.getByRole('button', { name: '已复制' }).waitFor();
    await bar.getByRole('combobox').selectOption('gbt');
    await bar.getByRole('button', { name: '复制并附出处' }).waitFor();
  });

  inAudit('are quoted by author and year, the rest in entries of a list', async () => {
    const page = await open('en/2-actions/');
    const { bar, copy } = await select(page, '[id="p2.1.1-2"]');
    await bar.getByRole('combobox').selectOption('chicago-author-date');
    const lines = (await copy('Copy with citation')).split('\n');
    // The paraphrases in both languages have the same authors, year and title: letters distinguish them.
    expect(await copy('Copy with parallel text')).toMatch(
      /editors 1987a, para\. 2\.1\.1, sentence 2, paraphrasing [^]*editors\. 1987a\. [^]* English paraphrase[^]*editors 1987b, para\. 2\.1\.1, sentence 2, paraphrasing [^]*editors\. 1987b\. [^]* Chinese paraphrase/,
    );
    const [quoted, , own, , credit, paper, path] = lines;
    expect(quoted).toMatch(
      /^“[^”]+[^.]” \(Example’s editors 1987, para\. 2\.1\.1, sentence 2, paraphrasing Li and Mou 1986, 47\)\.$/,
    );
    expect(own).toMatch(
      /^Example’s editors\. 1987\. The Sea Dyke[^“]*\. English paraphrase\. Release 1\.0\.0\.$/,
    );
    expect(credit).toMatch(/^Paraphrase by /);
    expect(paper).toMatch(/^The paper: Li Ru and Mou Jia\. 1986\. .*https:\/\/doi\.org\/10\.5555\S+\.$/);
    expect(path).toBe('In a local copy: /en/2-actions/#p2.1.1-2');
    expect(lines).toHaveLength(7);
    const both = await copy('Copy with parallel text');
    expect(both.split('The paper: ')).toHaveLength(2);
  });

  test('are quoted without connecting marks at their ends, with messages in the language of their edition', async () => {
    const page = await open('p/2.1.1/');
    const texts = page.locator('[data-wording="en"] [data-unit]');
    const place = await texts.evaluateAll((units) => {
      const walker = document.createTreeWalker(units[0]!.parentElement!, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
        const at = text.data.indexOf(', ');
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(text, at, text, text.data.length);
        return text.data.slice(at);
      }
      return undefined;
    });
    expect(place).toMatch(/^, \p{L}/u);
    const bar = page.locator('.cite-selection');
    await bar.getByRole('button', { name: '复制并附出处' }).click();
    await bar.getByText('已复制').waitFor();
    const lines = (await clipboard(page)).split('\n');
    expect(lines[0]).toMatch(/^“\p{L}/u);
    expect(lines.at(-1)).toMatch(/^In a local copy: \/en\/2-actions\/#p2\.1\.1/);
    await bar.getByRole('button', { name: '复制链接' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/en\/2-actions\/#p2\.1\.1/);
    await bar.getByRole('button', { name: '已复制（仅本机可打开）' }).waitFor();
  });

  test.each(oneIn(2, ['.byline a[data-cite]', '[data-appearance]']))(
    'have no actions after a click on %s',
    async (other) => {
      const page = await open('zh/1-theory/', { viewport: { width: 1280, height: 800 } });
      await select(page, '[id="p1.1.1-1"]');
      const bar = page.locator('.cite-selection');
      await bar.waitFor();
      await page.locator(other).first().click();
      await bar.waitFor({ state: 'hidden' });
      // They do not come back.
      await page.waitForTimeout(400);
      expect(await bar.isVisible()).toBe(false);
    },
  );

  test('have no actions while the pointer is still selecting them', async () => {
    const page = await open('zh/2-actions/');
    const words = page.locator('[id="p2.1.1-1"]');
    await words.scrollIntoViewIfNeeded();
    // The paragraph’s second line does not begin with a link.
    const [, line] = await words.evaluate((unit) => [...unit.getClientRects()].map(({ x, y }) => ({ x, y })));
    await page.mouse.move(line!.x + 5, line!.y + 10);
    await page.mouse.down();
    await page.mouse.move(line!.x + 105, line!.y + 10, { steps: 5 });
    const bar = page.locator('.cite-selection');
    await bar.waitFor({ state: 'attached' });
    // Longer than the delay after which actions are offered for a finished selection.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
    expect(await bar.isVisible()).toBe(false);
    await page.mouse.up();
    await bar.waitFor();
    expect(await bar.getByRole('combobox').getByRole('option').allTextContents()).toEqual([
      '中文期刊脚注',
      'GB/T 7714—2025',
      'GB/T 7714—2015',
      'GB/T 7714—2015（著者—出版年制）',
      '芝加哥格式第18版（注释）',
      '芝加哥格式第18版（著者—出版年制）',
      'APA第7版',
      'MLA第9版',
    ]);
  });

  test('are quoted in every edition, sentence by sentence, each with its own footnote', async () => {
    const page = await open('parallel/2-actions/');
    const { copy } = await select(page, '[id="p2.1.1-2"] [data-wording="en"]');
    const copied = await copy('复制双语对照');
    expect(copied).toMatch(
      /^“[^”]+”\[1\]\n\n\[1\] Example’s editors.* paraphrasing Li Ru and Mou Jia, [^]*\n\n[^\n]*\nIn a local copy: \/en\/2-actions\/#p2\.1\.1-2\n/,
    );
    expect(copied).toMatch(
      /\n\n“[^”]+”\[2\]\n\n\[2\] Example’s editors, 《海堤与滩地的重分》卷宗 \[The sea dyke.*\], Chinese paraphrase, .* para\. 2\.1\.1, sentence 2, paraphrasing Li Ru and Mou Jia, .*\.\n\n转述，非原文[^\n]*\n本地副本路径：\/zh\/2-actions\/#p2\.1\.1-2$/,
    );
  });

  inAudit('are cited in the release that contains them unchanged', async () => {
    const page = await open('p/1.0.1/', { site: inject('other'), locale: 'de' });
    const { copy } = await select(page, '.text .prose [data-unit]');
    expect(await copy('Copy link')).toBe('https://example.net/sub/dir/v/2.0.0/de/1-tiefe/#p1.0.1-1');
  });

  test('include the date of copying if their address is public', async () => {
    const page = await open('p/1.0.1/', { site: inject('other'), locale: 'de' });
    const { bar, copy } = await select(page, '.text .prose [data-unit]');
    await bar.getByRole('combobox').selectOption('gbt');
    const today = new Date().toLocaleDateString('sv');
    const [, , footnote] = (await copy('Copy with citation')).split('\n');
    expect(footnote).toMatch(
      /（.*, release 2\.0\.0）\[EB\/OL\]\. 2001：Paragraph 1\.0\.1, sentence 1（2001-02-03）\[/,
    );
    expect(footnote).toContain(`[${today}]. https://example.net/sub/dir/v/2.0.0/de/1-tiefe/#p1.0.1-1`);
  });

  test('of several passages are cited in their chapter', async () => {
    const page = await open('en/2-actions/');
    await page.evaluate(() =>
      getSelection()?.setBaseAndExtent(
        document.getElementById('p2.1.1-2')!,
        0,
        document.getElementById('p2.1.2-1')!,
        1,
      ),
    );
    const bar = page.locator('.cite-selection');
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await bar.getByText('Copied').waitFor();
    expect(await clipboard(page)).toMatch(
      /, English paraphrase, .* paras\. 2\.1\.1–2\.1\.2, paraphrasing .*\.\n\n.* Paragraphs 2\.1\.1–2\.1\.2, .*\n.*\/en\/2-actions\/#p2\.1\.1-2$/,
    );
  });

  inAudit('of a note or a case are cited at its page', async () => {
    const page = await open('en/2-actions/');
    expect(await (await select(page, '#note-12 .note-text')).copy('Copy link')).toBe(
      `${inject('site')}note/12/`,
    );
    await page.goto(`${inject('site')}en/cases/sluice-key/`);
    expect(await (await select(page, 'article .summary')).copy('Copy with citation')).toContain(
      '\nIn a local copy: /case/sluice-key/',
    );
  });

  inAudit('of a list or a front page are cited at its page, under the heading above them', async () => {
    const page = await open('en/cases/');
    const { bar, copy } = await select(page, '.index li');
    const copied = await copy('Copy with citation');
    // In English, a full stop is inside the marks in a journal’s footnote, too.
    const style = bar.getByRole('combobox');
    const usual = await style.inputValue();
    await style.selectOption('journal');
    expect(await copy('Copy with citation')).toMatch(/, “Cases,” in [^\n]*, under “[^”]+\.”\n/);
    await style.selectOption(usual);
    expect(copied).toMatch(/\[1\] Example’s editors, “Cases,” in [^\n]*, under “[^”]+\.”\n/);
    expect(copied).toMatch(/\nIn a local copy: \/en\/cases\/$/);
    // Its name is a line of its own.
    const [name = ''] = copied.split('\n');
    expect(name.replace(/^“/, '')).toBe(await page.locator('.index li > a').first().innerText());
    // The page of an entry has its words, too, and knows whom they quote.
    const { id, title } = await page
      .locator('.index li')
      .first()
      .evaluate((item) => ({ id: item.id, title: item.querySelector('a')!.textContent.trim() }));
    const summary = await (await select(page, '.index li > p')).copy('Copy with citation');
    expect(summary.toLowerCase()).toContain(
      `[1] example’s editors, “${title.toLowerCase()},” editors’ account`,
    );
    expect(summary).toMatch(new RegExp(`\nIn a local copy: /case/${id}/$`));
    await page.goto(`${inject('site')}en/`);
    expect(await (await select(page, '.description')).copy('Copy with citation')).toMatch(
      /\[1\] Example’s editors, The Sea Dyke [^“\n]*[.)]\n/,
    );
  });

  inAudit('of an actor or the timeline are cited at its page, too', async () => {
    const page = await open('en/timeline/');
    const several = await (await select(page, '.dates')).copy('Copy with citation');
    expect(several).toMatch(/^“?1843\n“?The great breach\n/);
    const { bar, copy } = await select(page, '.dates li span');
    await bar.getByRole('combobox').selectOption('chicago');
    expect(await copy('Copy with citation')).toMatch(
      /^“[^]*\n\n\[1\] Example’s editors, “Timeline,” in The Sea Dyke[^\n]*, release 1\.0\.0 \(1987\), entry for 1843\.\n[^]*not the authors’ words\.[^]*\/en\/timeline\/#q0\.0\.1-1$/,
    );
    await bar.getByRole('combobox').selectOption('apa');
    expect(await copy('Copy with citation')).toContain(', “Timeline” section, entry for 1843)');
    await page.goto(`${inject('site')}zh/timeline/`);
    const chinese = await select(page, '.dates li span');
    expect(await chinese.copy('复制并附出处')).toContain(
      ', “Shijianxian” [Timeline] section, entry for 1843)',
    );
    await chinese.bar.getByRole('combobox').selectOption('journal');
    expect(await chinese.copy('复制并附出处')).toMatch(/《时间线》[^\n]*，1843年条。\n/);
    for (const path of ['en/timeline/', 'en/data/', 'en/actors/north-shoal/']) {
      await page.goto(`${inject('site')}${path}`);
      expect(await page.locator('details.cite').count(), path).toBe(1);
    }
  });

  test('of a heading are cited as its section, with its number', async () => {
    const page = await open('en/2-actions/');
    const { copy } = await select(page, '[id="p2.1"]');
    const copied = await copy('Copy with citation');
    expect(copied).toMatch(
      /^“Land for dykes”\[1\]\n\n\[1\] Example’s editors, “Building Dykes: Intentions and Practice,” English paraphrase, in .* \(1987\), sec\. 2\.1, “Land for Dykes,” paraphrasing .*: 47, /,
    );
    expect(copied).toMatch(/ words\.\nIn a local copy: \/en\/2-actions\/#p2\.1$/);
  });

  inAudit(
    'from the title of a chapter on are cited at the passages below it, and at their pages',
    async () => {
      const page = await open('en/2-actions/');
      const reference = async (from: string): Promise<string> => {
        const { copy } = await select(page, from, '[id="p2.1.2"]');
        return /\[1\] .*/.exec(await copy('Copy with citation'))?.[0] ?? '';
      };
      const below = await reference('[id="p2.1.1"]');
      expect(below).toMatch(/, paras\. 2\.1\.1–2\.1\.2, paraphrasing .*: \d+(?:–\d+)?, /);
      expect(await reference('h1')).toBe(await reference('[data-segments] > p'));
      expect(await reference('[id="p2.1"]')).toBe(below);
    },
  );

  inAudit('of several sections of the argument are cited at all of them', async () => {
    const page = await open('en/argument/');
    const { copy } = await select(page, '[id="section-2.1"]', '[id="section-2.2"] > p');
    expect(await copy('Copy with citation')).toMatch(/\[1\] .*, secs\. 2\.1–2\.2\.\n/);
  });

  inAudit(
    'of a table are cited as the table, with their row and column in the language of the style',
    async () => {
      const page = await open('en/exhibits/table-1/');
      const { bar, copy } = await select(page, 'tbody td:not(:empty)');
      await bar.getByRole('combobox').selectOption('mla');
      expect(await copy('Copy with citation')).toMatch(
        / \(Example’s editors, table 1, row “[^”]+,” column “[^”]+,” paraphrasing /,
      );
      await bar.getByRole('combobox').selectOption('gbt');
      const copied = await copy('Copy with citation');
      expect(copied).toMatch(
        /\[1\] Example’s editors\. .*Table 1：.*\[EB\/DK\].*：row “[^”]+”, column “[^”]+”.*\. Paraphrasing 例如，某甲\. /,
      );
      expect(copied).toMatch(
        / words\.(?: Words [^.]*\.)? Table 1, row “[^”]+”, the paper’s p\. \d+\.\nIn a local copy: \/en\/exhibits\/table-1\/$/,
      );
      expect((await copyText(page, 'tbody td:not(:empty)')).plain).toMatch(
        /\nThe Sea Dyke[^\n]*, Table 1, row “[^”{]+”, the paper’s p\. \d+\n/,
      );
      await page.locator('.trail a').last().click();
      await page.waitForURL(/-\w+\/#/);
      const again = await select(page, 'figure tbody td:not(:empty)');
      expect(await again.copy('Copy with citation')).toBe(copied);

      await page.goto(`${inject('site')}zh/exhibits/table-1/`);
      const chinese = await select(page, 'tbody td:not(:empty)');
      expect(await chinese.copy('复制并附出处')).toMatch(
        /\[EB\/DK\].*：“[^”]+”行“[^”]+”列（1987-02-03）[.[]/,
      );
      await chinese.bar.getByRole('combobox').selectOption('chicago');
      expect(await chinese.copy('复制并附出处')).toMatch(
        /, row “[^”\p{Script=Han}]+,” column “[^”\p{Script=Han}]+,” paraphrasing /u,
      );
    },
  );

  test('from the editors’ remarks are the editors’, and not ascribed to the authors', async () => {
    const page = await open('zh/2-actions/');
    const { copy } = await select(page, '.editor-note');
    const lines = (await copy('复制并附出处')).split('\n');
    expect(lines[0]).toMatch(/^“论文印作/);
    expect(lines[2]).toMatch(/，段落2\.1\.2编者按。$/);
    expect(lines.slice(3)).toEqual([
      '',
      '编者所述，非原文：文字出自本卷宗编者。其中引号内的文字不是编者的话。',
      '本地副本路径：/p/2.1.2/#editor-note-2.1.2-1',
    ]);
    expect(lines.join()).not.toMatch(/转述自|某甲/);
    expect((await copyText(page, '.editor-note')).plain).toMatch(
      /\n\n编者所述，非原文：[^\n]*\n《海堤与滩地的重分》卷宗\n[^\n]*editor-note/,
    );
  });

  inAudit('from the editors’ remarks on other pages are the editors’, too', async () => {
    const page = await open('p/2.1.2/');
    const english = await select(page, '.editor-note[data-wording="en"]');
    expect(await english.copy('复制并附出处')).toMatch(
      /\[1\] Example’s editors, The Sea Dyke[^\n]*release 1\.0\.0 \(1987\), editors’ note to para\. 2\.1\.2\.\n\nBy the dossier’s editors, not the authors’ words\. Words that they quote are not their own\.\n/,
    );

    await page.goto(`${inject('site')}en/2-actions/`);
    const remark = await select(page, 'figure [data-part="account"]');
    const copied = await remark.copy('Copy with citation');
    expect(copied).toMatch(/\[1\] Example’s editors, “(?:Table|Figure) 1: .*,” editors’ note, /);
    expect(copied).not.toContain('paraphrasing');
    expect(copied).toMatch(/ words\.(?: Words [^.]*\.)? (?:Table|Figure) 1, the paper’s p\. \d+\.\n/);
  });

  test.each(
    oneIn(3, [
      [
        'zh/cases/sluice-key/',
        '.passages [data-shown-segment] > p',
        '段落1\\.2\\.2(?:第\\d+(?:—\\d+)?句)?，',
        '4[56]',
      ],
      [
        'note/12/',
        '[data-wording="zh"] [data-shown-segment]',
        '段落2\\.1\\.2(?:第\\d+(?:—\\d+)?句)?，',
        '48',
      ],
      ['zh/terms/foreshore/', '.uses [data-shown-segment] > p', '内容摘要(?:第\\d+(?:—\\d+)?句)?，', '\\d+'],
    ]),
  )('of the text on another page are cited as their paragraph: %s', async (path, selector, name, at) => {
    const page = await open(path);
    const { copy } = await select(page, selector);
    const copied = await copy('复制并附出处');
    expect(copied).toMatch(new RegExp(`${name}[^\\n]*转述自例如、某甲[^\\n]*第${at}(?:—\\d+)?页`));
    expect(copied).toMatch(/\n转述，非原文：[^\n]*。(?:段落[\d.]+|内容摘要)，论文第/);
  });

  inAudit(
    'from two passages on the page of a case name both, at their pages, without the links to them',
    async () => {
      const page = await open('zh/cases/sluice-key/');
      const { copy } = await select(page, '.passages');
      const [words, second, , note, , credit, path] = (await copy('复制并附出处')).split('\n');
      expect(words + (second ?? '')).toMatch(/^“\p{Script=Han}.*”\[1\]$/u);
      // Neither English text nor the links to the passages.
      expect(words + (second ?? '')).not.toMatch(/\d\.\d\.\d|第\d+页|the /);
      expect(note).toMatch(
        /^\[1\] 本卷宗编者：《〈.*卷宗》（中文转述，1\.0\.0版），.*，段落1\.2\.2、2\.3\.2，转述自例如、某甲：.*1986年第3期，第4\d、(?:4\d—)?5\d页，/,
      );
      expect(credit).toMatch(/。段落1\.2\.2、2\.3\.2，论文第4\d、(?:4\d—)?5\d页。$/);
      expect(path).toBe('本地副本路径：/zh/1-theory/#p1.2.2-3');
      const [english = '', reference] = (await copy('复制双语对照')).split('\n\n').slice(-3);
      expect(reference).toMatch(
        /^\[2\] .* English paraphrase, .* paras\. 1\.2\.2, 2\.3\.2, paraphrasing .*: 4\d, (?:4\d–)?5\d, https:/,
      );
      const units = page.locator('.passages [data-wording="en"] [data-unit]');
      expect(english.replaceAll(/[‘’“”]/g, '')).toContain(
        (await units.last().innerText()).replaceAll(/[‘’“”]/g, ''),
      );
      expect(english.split('. ').length).toBeLessThanOrEqual(await units.count());

      const account = await select(page, 'article');
      const whole = await account.copy('复制并附出处');
      expect(whole).toContain('盐户公会、乡里与堤工局争掌闸门的钥匙。');
      expect(whole).not.toMatch(/BibTeX|永久链接|段落1\.2\.2/);
    },
  );

  inAudit(
    'from the authors’ definition name the paper as their source, its own term before that, unlike other words',
    async () => {
      const page = await open('zh/terms/ebb-right/');
      const { bar, copy } = await select(page, '.definition');
      const copied = await copy('复制并附出处');
      expect(copied).toMatch(
        /《退潮权》（编者所述）[^\n]*，定义出自例如、某甲：《海堤与滩地的重分》[^\n]*第4\d/,
      );
      expect(copied).toContain('\n作者的定义，由编者据论文表述。\n');
      await bar.getByRole('combobox').selectOption('chicago');
      expect(await copy('复制并附出处')).toMatch(/, definition from Li Ru and Mou Jia, /);
      const name = await (await select(page, 'article h1')).copy('复制并附出处');
      expect(name).toMatch(/\n\[1\] Li Ru and Mou Jia, [^\n]*, quoted in [^\n]*“退潮权” \[Ebb right\], /);
      expect(name).toContain('\n论文原有的用语。');
      await page.goto(`${inject('site')}zh/terms/foreshore/`);
      expect(await (await select(page, '.definition')).copy('复制并附出处')).not.toContain('定义出自');
    },
  );

  test('from a quotation in the text are quoted in one pair of marks, and not ascribed to the editors', async () => {
    const page = await open('en/2-actions/');
    await page.evaluate(() => {
      const texts = document.createTreeWalker(document.getElementById('p2.1.2')!, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
        const at = text.data.indexOf('the dyke done, the bargain');
        if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + 13);
      }
    });
    const bar = page.locator('.cite-selection');
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await bar.getByText('Copied').waitFor();
    const lines = (await clipboard(page)).split('\n');
    expect(lines[0]).toBe('“the dyke done”[1]');
    expect(lines[2]).toMatch(
      /^\[1\] Li Ru and Mou Jia, .*, trans\. and quoted in Example’s editors, The Sea Dyke.* para\. 2\.1\.2, sentence 3\.$/,
    );
    expect(lines[4]).toMatch(
      /^Quoted in the paraphrase, from the paper or from a source that it quotes\. Paragraph 2\.1\.2, the paper’s p\. 48\.$/,
    );

    // In every style, and also if they are selected with their marks.
    await bar.getByRole('combobox').selectOption('mla');
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^“the dyke done” \(.*, trans\. and qtd\. in /);
    await deselect(page);
    await page.evaluate(() => {
      const texts = document.createTreeWalker(document.getElementById('p2.1.2')!, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
        const [quotation, before = '', marked = ''] =
          /^(.*?)(“[^”]*the dyke done[^”]*”)/s.exec(text.data) ?? [];
        if (quotation !== undefined)
          getSelection()?.setBaseAndExtent(text, before.length, text, before.length + marked.length);
      }
    });
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^“the dyke done[^“”]*bargain[^“”]*” \(.*, trans\. and qtd\. in /);
  });

  test('from a quotation whose source is known are quoted as the source’s', async () => {
    const page = await open('en/2-actions/');
    await page.evaluate(() => {
      const texts = document.createTreeWalker(document.getElementById('p2.2.2')!, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
        const at = text.data.indexOf('the larger the Board');
        if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + 20);
      }
    });
    const bar = page.locator('.cite-selection');
    await bar.getByRole('combobox').selectOption('apa');
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await bar.getByText('Copied').waitFor();
    const lines = (await clipboard(page)).split('\n');
    expect(lines[0]).toMatch(
      /^“the larger the Board” \(陈例 et al., 1958, p\. 52, as translated and cited in Example’s editors, /,
    );
    expect(lines.join('\n')).toContain(
      '\nWords of the source, translated by the editors from Chinese. Paragraph 2.2.2, ',
    );
  });

  inAudit('of an edition on the page for choosing a language are cited as its front page', async () => {
    const page = await open('');
    const { copy } = await select(page, '.welcome:lang(en) .description');
    await page.locator('.cite-selection select').selectOption('chicago');
    expect(await copy('复制并附出处')).toMatch(
      /^“An invented example: [^”]+”\[1\]\n\n\[1\] Example’s editors, The Sea Dyke [^\n]+\n\nBy the dossier’s editors/,
    );
  });

  test('that contain a quotation are said to contain words of others', async () => {
    const page = await open('en/2-actions/');
    const credit =
      'Paraphrase by the dossier’s editors, not the authors’ words. Words quoted within are the paper’s or those of its sources.';
    const { copy } = await select(page, '[id="p2.1.2"]');
    expect(await copy('Copy with citation')).toContain(
      `\n${credit} Paragraph 2.1.2, the paper’s pp. 47–48.\n`,
    );
    expect((await copyText(page, '[id="p2.1.2"]')).plain).toContain(`\n${credit}\n`);
    expect((await copyText(page, '[id="p2.1.2-1"]')).plain).not.toContain('quoted within');
  });

  test('of a reference in a note are cited as the work, which the paper’s note cites', async () => {
    const page = await open('en/2-actions/');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const reference = '.note-text:not(:has(p > :not(span))) cite';
    const { copy } = await select(page, reference);
    const quoted = await copy('Copy with citation');
    expect(quoted).toMatch(/\[1\] (?!Example’s editors).*, cited in Li Ru and Mou Jia, .*: \d+n\d+, https/);
    expect(quoted).toMatch(/\nFrom a reference in the paper\. Note \d+, the paper’s p\. \d+\.\n/);
    // With the full stop behind it.
    const { copy: copyNote } = await select(page, '#note-13 .note-text');
    expect(await copyNote('Copy with citation')).toMatch(/\[1\] (?!Example’s editors).*, cited in Li Ru /);
    // Of several.
    const { copy: copyAll } = await select(page, '#note-14 .note-text');
    expect(await copyAll('Copy with citation')).toMatch(/\[1\] Li Ru and Mou Jia, .*: \d+n\d+, https/);
  });

  inAudit('of several items of a list in the text are quoted as one sentence', async () => {
    const page = await open('en/2-actions/');
    await page.evaluate(() => {
      const list = '<ul><li>oil;</li><li>wicks and <i>lamps</i>.</li></ul>';
      document.getElementById('p2.1.1')?.insertAdjacentHTML('afterend', `<p>They need:</p>${list}`);
    });
    const between = (first: string, last: string) =>
      page.evaluate(
        ([first, last]) => {
          const [from, to] = [document.querySelector(first), document.querySelector(last)];
          getSelection()?.setBaseAndExtent(from!, 0, to!, to!.childNodes.length);
        },
        [first, last] as const,
      );
    const bar = page.locator('.cite-selection');
    for (const [first, words] of [
      ['#p2\\.1\\.1 + p + ul > li', 'oil; wicks and lamps.'],
      ['#p2\\.1\\.1 + p', 'They need: oil; wicks and lamps.'],
    ] as const) {
      await deselect(page);
      await between(first, '#p2\\.1\\.1 + p + ul > :last-child');
      await bar.getByRole('button', { name: 'Copy with citation' }).click();
      await expect.poll(() => clipboard(page)).toMatch(new RegExp(`^“${words}”\\[1\\]\\n\\n\\[1\\] `));
    }
  });

  inAudit('of names in a list are quoted with commas between them', async () => {
    for (const [path, names, button, words] of [
      ['en/2-actions/', ['Mou Jia', 'Li Ru', 'the ferry'], 'Copy with citation', 'Mou Jia, Li Ru, the ferry'],
      ['zh/2-actions/', ['某甲', '例如', '渡口'], '复制并附出处', '某甲、例如、渡口'],
    ] as const) {
      const page = await open(path);
      await page.evaluate((items) => {
        const list = `<ul><li>${items.join('</li><li>')}</li></ul>`;
        document.getElementById('p2.1.1')?.insertAdjacentHTML('afterend', list);
        const [from, to] = [':first-child', ':last-child'].map((end) =>
          document.querySelector(`#p2\\.1\\.1 + ul > ${end}`),
        );
        getSelection()?.setBaseAndExtent(from!, 0, to!, 1);
      }, names);
      await page.locator('.cite-selection').getByRole('button', { name: button }).click();
      await expect.poll(() => clipboard(page)).toContain(`“${words}”`);
    }
  });

  inAudit('of several entries of the argument leave out what is folded between them', async () => {
    const page = await open('en/argument/');
    const [folded = ''] = await page.locator('.steps details section b').allTextContents();
    await page.evaluate(() => {
      const all = [...document.querySelectorAll('main .steps li[data-entry] > p')];
      const [from, to] = [all[0]!, all.at(-1)!];
      getSelection()?.setBaseAndExtent(from, 0, to, to.childNodes.length);
    });
    const bar = page.locator('.cite-selection');
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await bar.getByText('Copied').waitFor();
    const [words = ''] = (await clipboard(page)).split('\n\n');
    expect(folded).not.toBe('');
    expect(words).not.toContain(folded);
  });

  test('that begin or end within a word are quoted as whole words', async () => {
    const page = await open('en/2-actions/');
    const part = await page.evaluate(() => {
      const unit = document.getElementById('p2.1.1-2')!;
      const text = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const [first, , third] = [...text.data.matchAll(/[a-z\u00ad]{4,}/gi)];
      getSelection()?.setBaseAndExtent(text, first!.index + 2, text, third!.index + 2);
      return text.data.slice(first!.index, third!.index + third![0].length).replaceAll('\u00ad', '');
    });
    const bar = page.locator('.cite-selection');
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await expect.poll(() => clipboard(page)).toContain(`“${part}”`);
  });

  test('of several sentences have a link that marks all of them', async () => {
    const page = await open('en/2-actions/');
    await page.evaluate(() => {
      const [first, last] = ['p2.1.1-1', 'p2.1.1-2'].map((id) => document.getElementById(id)!);
      getSelection()?.setBaseAndExtent(first!, 0, last!, last!.childNodes.length);
    });
    await page.locator('.cite-selection').getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/#p2\.1\.1-1:~:text=[^,]+,[^,]+$/);
    const link = await clipboard(page);
    await page.goto('about:blank');
    await page.goto(link);
    // Browsers that have found the words make what contains all of them the target.
    expect(await page.evaluate(() => [location.hash, document.querySelector(':target')?.id])).toEqual([
      '#p2.1.1-1',
      'p2.1.1',
    ]);
    expect(page.complaints).toEqual([]);
  });

  test('can be extended to their whole sentences, in their own column', async () => {
    const page = await open('en/2-actions/');
    const bar = page.locator('.cite-selection');
    const selectPart = (selector: string) =>
      page.evaluate((selector) => {
        const unit = document.querySelector(selector)!;
        const texts = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
        let text = texts.nextNode() as Text;
        while (text.length < 9) text = texts.nextNode() as Text;
        getSelection()?.setBaseAndExtent(text, 2, text, 8);
      }, selector);
    const selected = () => page.evaluate(() => getSelection()?.toString().trim());
    for (const [path, unit] of [
      ['', '[id="p2.1.1-2"]'],
      ['en/parallel/2-actions/', '[id="p2.1.1-2"] [data-wording="en"]'],
    ] as const) {
      if (path !== '') await page.goto(inject('site') + path);
      await selectPart(unit);
      await bar.getByRole('button', { name: 'Whole sentence' }).click();
      const sentence = (await page.locator(unit).innerText()).trim();
      await expect.poll(selected).toBe(sentence);
      await expect.poll(() => bar.getByRole('button', { name: 'Whole sentence' }).count()).toBe(0);
      await bar.getByRole('button', { name: 'Copy with citation' }).click();
      await expect.poll(() => clipboard(page)).toContain(' para. 2.1.1, sentence 2, ');
    }
  });

  inAudit('can be extended to one sentence of a unit of several', async () => {
    const page = await open('en/2-actions/');
    const sentence = await page.locator('[id="p2.1.1-2"]').evaluate((unit) => {
      const [before, after] = [unit.previousElementSibling!, unit.nextElementSibling!];
      const words = unit.textContent;
      unit.prepend(...before.childNodes, ' ');
      unit.append(' ', ...after.childNodes);
      const text = [...unit.childNodes].findLast(
        (node): node is Text => node instanceof Text && node.length > 9 && words.includes(node.data),
      )!;
      getSelection()?.setBaseAndExtent(text, 2, text, 8);
      return words;
    });
    await page.getByRole('button', { name: 'Whole sentence' }).click();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(sentence.trim());
  });

  test.each(oneIn(2, ['start', 'center', 'end'] as const))(
    'have their actions beside them, on no line before or after them: at the %s of the window',
    async (block) => {
      const page = await open('en/2-actions/');
      await page.locator('[id="p2.1.1-2"]').evaluate((unit, block) => unit.scrollIntoView({ block }), block);
      const { bar } = await select(page, '[id="p2.1.1-2"]');
      const box = (await bar.boundingBox())!;
      const [top, bottom, line] = await page.evaluate(() => {
        const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
        const { lineHeight } = getComputedStyle(document.getElementById('p2.1.1')!);
        return [top, bottom, parseFloat(lineHeight)] as const;
      });
      const isBelow = box.y >= bottom + line;
      expect(isBelow || box.y + box.height <= top - line).toBe(true);
      expect(isBelow).toBe(block !== 'end');
    },
  );

  test('of a note are named as the note, with its printed page', async () => {
    const page = await open('en/2-actions/');
    const { copy } = await select(page, '#note-12 .note-text');
    expect(await copy('Copy with citation')).toMatch(
      /\nParaphrase by the dossier’s editors, not the authors’ words\.(?: Words [^.]*\.)? Note 12, the paper’s p\. 48\.\n/,
    );
  });

  test('from one of the paper’s own headings are cited as the paper’s, quoted in the section', async () => {
    const page = await open('zh/2-actions/');
    const { bar, copy } = await select(page, '[id="p2.1"]');
    expect((await copy('复制并附出处')).split('\n').slice(1)).toEqual([
      '',
      expect.stringMatching(
        /^\[1\] 例如、某甲：《海堤与滩地的重分》，《堤防学刊》1986年第3期，第47页，.*，转引自.*2\.1/,
      ),
      '',
      '本地副本路径：/zh/2-actions/#p2.1',
    ]);
    await bar.getByRole('combobox').selectOption('apa');
    expect((await copy('复制并附出处')).split('\n')[0]).toMatch(
      /” \(Li & Mou, 1986, p\. 47, as cited in .*[Ss]ection 2\.1/,
    );
    expect((await copyText(page, '[id="p2.1"]')).plain).not.toContain('转述');
  });

  inAudit(
    'of a case name their paragraph in APA, and a Chinese text has its own parentheses in GB/T',
    async () => {
      const page = await open('en/cases/sluice-key/');
      const { bar, copy } = await select(page, 'article .summary');
      await bar.getByRole('combobox').selectOption('apa');
      const [quoted, , entry] = (await copy('Copy with citation')).split('\n');
      expect(quoted).toMatch(
        /” \(Example’s editors, 1987, “The Key of the Sluice” section, para\. 1, on Li & Mou, 1986, pp\. 45, 50\)\.$/,
      );
      expect(entry).toMatch(/\(1987\)\. .*: A dossier \(Release 1\.0\.0\)\.$/);
      await page.goto(`${inject('site')}zh/2-actions/`);
      const chinese = await select(page, '[id="p2.1.1-1"]');
      await chinese.bar.getByRole('combobox').selectOption('gbt-author-date');
      const copied = await chinese.copy('复制并附出处');
      expect(copied).toMatch(/”（本卷宗编者，1987，段落2\.1\.1第1句，转述自例如 等，1986）⁴⁷。\n/);
      await chinese.bar.getByRole('combobox').selectOption('apa');
      expect(await chinese.copy('复制并附出处')).toMatch(/, para\. 2\.1\.1, paraphrasing [^\n]*\)\.\n/);
    },
  );

  inAudit('up to the start of the next paragraph belong to their own paragraph only', async () => {
    const page = await open('en/2-actions/');
    const first = page.locator('[id="p2.1.1-1"]');
    await first.scrollIntoViewIfNeeded();
    await first.click({ clickCount: 3, position: { x: 200, y: 10 } });
    const bar = page.locator('.cite-selection');
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await bar.getByText('Copied').waitFor();
    expect(await clipboard(page)).toContain(' para. 2.1.1, paraphrasing ');
    await deselect(page);
    await page.evaluate(() =>
      getSelection()?.setBaseAndExtent(
        document.getElementById('p2.1.1')!,
        0,
        document.getElementById('p2.1.2')!,
        0,
      ),
    );
    await bar.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/#p2\.1\.1-1:~:text=[^#]*arose$/);
  });

  test('do not include a note or a paragraph of which the selection has only the first letter', async () => {
    const page = await open('en/2-actions/');
    const bar = page.locator('.cite-selection');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      const textOf = (id: string) =>
        document.createTreeWalker(document.querySelector(id)!, NodeFilter.SHOW_TEXT).nextNode()!;
      getSelection()?.setBaseAndExtent(textOf('#note-12 .note-text'), 0, textOf('#note-13 .note-text'), 1);
    });
    const note = (await page.locator('#note-12 .note-text').textContent()) ?? '';
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await bar.getByText('Copied').waitFor();
    const [quoted = ''] = (await clipboard(page)).split('\n');
    expect(quoted.replace(/\W/g, '')).toBe(`${note.replace(/\W/g, '')}1`);
  });

  test('up to the end of a page are quoted without its notes and links, and have their actions in the window', async () => {
    const page = await open('en/2-actions/');
    const last = page.locator('[data-segments] > p').last();
    await last.scrollIntoViewIfNeeded();
    await last.evaluate((element) =>
      getSelection()?.setBaseAndExtent(element, 0, document.body, document.body.childNodes.length),
    );
    const bar = page.locator('.cite-selection');
    await bar.waitFor();
    const box = (await bar.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(page.viewportSize()!.height);
    await bar.getByRole('button', { name: 'Copy with citation' }).click();
    await bar.getByText('Copied').waitFor();
    const [quoted = ''] = (await clipboard(page)).split('\n\n');
    const words = await last.evaluate((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const mark of copy.querySelectorAll('sup, .check-mark, .permalink, small')) mark.remove();
      return copy.textContent.trim();
    });
    expect(quoted.replace(/\W/g, '')).toContain(words.replace(/\W/g, ''));
    expect(quoted).not.toMatch(/Abstract|0\.0\.1|Notes|Who Pays/);
  });

  inAudit('are quoted without the remarks beside them', async () => {
    const page = await open('en/terms/foreshore/');
    const remark = await page.locator('.definition small').innerText();
    const { copy } = await select(page, '.definition');
    const [quoted] = (await copy('Copy with citation')).split('\n');
    expect(remark).not.toBe('');
    expect(quoted).toMatch(/^“.{20,}”\[1\]$/);
    expect(quoted).not.toContain(remark);
  });

  test('can be cited from the keyboard, and the actions close with Esc', async () => {
    const page = await open('en/2-actions/');
    const { bar } = await select(page, '[id="p2.1.1-2"]');
    await page.keyboard.press('c');
    await expect.poll(() => bar.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await bar.isVisible()).toBe(false);
  });

  test('have their actions at the bottom of a phone’s screen, fully visible', async () => {
    const page = await open('zh/2-actions/', {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const { bar } = await select(page, '[id="p2.1.1-1"]');
    const box = (await bar.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.width).toBeLessThanOrEqual(320);
    const foot = (await page.locator('.foot-bar').boundingBox())!;
    expect(Math.round(box.y + box.height)).toBeLessThanOrEqual(Math.ceil(foot.y));
    expect(Math.round(foot.y + foot.height)).toBe(640);
    for (const button of await bar.getByRole('button').all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    // A note that is opened meanwhile does not cover them.
    await page.locator('[id="p2.1.1"] a[role=doc-noteref]').first().tap();
    await page.locator('#preview:popover-open').waitFor();
    const overlap = async (): Promise<number> => {
      const [upper, lower] = [
        (await page.locator('#preview').boundingBox())!,
        (await bar.boundingBox())!,
      ].toSorted((one, other) => one.y - other.y);
      return Math.floor(upper!.y + upper!.height) - lower!.y;
    };
    await expect.poll(overlap).toBeLessThanOrEqual(0);
  });

  inAudit('can be cited on a phone in styles with fully visible names', async () => {
    const page = await open('en/2-actions/', {
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    const { bar } = await select(page, '[id="p2.1.1-2"]');
    const styles = bar.getByRole('combobox');
    for (const option of await styles.getByRole('option').all()) {
      await styles.selectOption((await option.getAttribute('value'))!);
      const [needed, shown] = await styles.evaluate((select: HTMLSelectElement) => {
        const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
        const canvas = document.createElement('canvas').getContext('2d')!;
        canvas.font = font;
        const name = select.selectedOptions[0]?.text ?? '';
        const padding = parseFloat(paddingInlineStart) + parseFloat(paddingInlineEnd);
        return [canvas.measureText(name).width + padding, select.clientWidth];
      });
      expect(shown).toBeGreaterThanOrEqual(Math.floor(needed));
    }
    const box = (await bar.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(390);
  });

  inAudit('are not covered on a phone, wherever they are on the screen', async () => {
    const page = await open('zh/2-actions/', {
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    for (const block of ['start', 'center', 'end'] as const) {
      await deselect(page);
      await page.locator('[id="p2.1.1-2"]').evaluate((unit, block) => unit.scrollIntoView({ block }), block);
      const { bar } = await select(page, '[id="p2.1.1-2"]');
      const box = (await bar.boundingBox())!;
      const [top, bottom] = await page.evaluate(() => {
        const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
        return [top, bottom];
      });
      expect(bottom <= box.y || top >= box.y + box.height, block).toBe(true);
    }
  });

  test.each(
    oneIn(4, [
      ['#note-12-mark', '.note-text', / English paraphrase, .* note \d+, /, /: \/note\/\d+\/$/],
      [
        '.check-mark[href*=editor-note]',
        '.editor-note',
        /, editors’ note to para\. 2\.1\.2\.$/,
        /#editor-note/,
      ],
      [
        'a[href*="/terms/"]',
        '.definition',
        /“[^”]+,” editors’ account, in The Sea Dyke/,
        /: \/term\/[\w-]+\/$/,
      ],
      ['a[href*="/cases/"]', '.summary', /“[^”]+,” editors’ account, in The Sea Dyke/, /: \/case\/[\w-]+\/$/],
    ]),
  )(
    'selected in a sheet on a phone, can be cited above the sheet: %s',
    async (link, shown, reference, address) => {
      const page = await open('en/2-actions/', {
        viewport: { width: 390, height: 700 },
        hasTouch: true,
        isMobile: true,
      });
      await page.locator(`[data-segments] ${link}`).first().tap();
      const sheet = page.locator('#preview');
      await sheet.waitFor();
      const { bar, copy } = await select(page, `#preview ${shown}`);
      const [over, under] = [(await bar.boundingBox())!, (await sheet.boundingBox())!];
      expect(Math.round(over.y + over.height)).toBeLessThanOrEqual(Math.round(under.y));
      expect(over.y).toBeGreaterThanOrEqual(0);
      expect([over.x, over.width]).toEqual([0, 390]);
      const lines = (await copy('Copy with citation')).split('\n');
      expect(await sheet.isVisible()).toBe(true);
      expect(lines.find((line) => line.startsWith('[1]'))).toMatch(reference);
      expect(lines.at(-1)).toMatch(address);

      // The same bar then serves a selection on the page.
      await page.evaluate(() => document.getElementById('preview')?.hidePopover());
      expect(await bar.isVisible()).toBe(false);
      await select(page, '[id="p2.1.1-2"]');
      expect(await bar.evaluate((element) => element.parentElement === document.body)).toBe(true);
      expect(page.complaints).toEqual([]);
    },
  );

  test('selected in a preview of a paragraph, are cited beside it as part of its chapter', async () => {
    const page = await open('en/1-theory/');
    await page.locator('[data-segments] a[href*="/#p0.0.1"]').first().hover();
    const shown = page.locator('#preview');
    await shown.waitFor();
    const { bar, copy } = await select(page, '#preview p');
    const [own, beside] = [(await bar.boundingBox())!, (await shown.boundingBox())!];
    expect(own.y + own.height <= beside.y || own.y >= beside.y + beside.height).toBe(true);
    const lines = (await copy('Copy with citation')).split('\n');
    expect(lines.find((line) => line.startsWith('[1]'))).toContain(', para. 0.0.1, ');
    expect(lines.slice(-3)).toEqual([
      '',
      'Paraphrase by the dossier’s editors, not the authors’ words. Paragraph 0.0.1.',
      expect.stringMatching(/^In a local copy: \/en\/[\w-]+\/#p0\.0\.1$/),
    ]);
    expect(page.complaints).toEqual([]);
  });

  inAudit('are quoted in the style chosen in a panel, in any language', async () => {
    const page = await open('p/2.4.2/');
    const cite = page.locator('details.cite').first();
    await cite.locator('> summary').click();
    await cite.getByRole('combobox').selectOption('mla');
    expect(await page.locator('details.cite').last().locator('select').inputValue()).toBe('mla');
    await page.goto(`${inject('site')}en/2-actions/`);
    const { bar } = await select(page, '[id="p2.1.1-2"]');
    expect(await bar.getByRole('combobox').inputValue()).toBe('mla');
  });

  test('are quoted in the style that is chosen in a panel while they are selected', async () => {
    const page = await open('en/2-actions/');
    await page.locator('a[data-cite]').click();
    const panel = page.locator('.cite');
    await panel.waitFor();
    const { bar, copy } = await select(page, '[id="p2.1.1-2"]');
    await bar.getByRole('combobox').selectOption('mla');
    await copy('Copy with citation');
    await panel.getByRole('combobox').selectOption('gbt');
    expect(await bar.getByRole('combobox').inputValue()).toBe('gbt');
    expect(await copy('Copy with citation')).toContain('[EB/');
    await bar.getByRole('combobox').selectOption('apa');
    expect(await panel.getByRole('combobox').inputValue()).toBe('apa');
  });
});

describe('the list of works', () => {
  test('is sorted by pinyin, Chinese works first, and can be filtered by type and language', async () => {
    const page = await open('zh/works/');
    const ids = await page.locator('.of-works li').evaluateAll((items) => items.map(({ id }) => id));
    expect(ids.slice(0, 3)).toEqual(['north-shoal-1859', 'chen-1958', 'dyke-board-1844']);
    await page.getByRole('combobox', { name: '语言' }).selectOption('en');
    expect(await page.locator('.of-works li:visible').count()).toBe(6);
    await page.getByLabel('类型').selectOption('book');
    expect(
      await page.locator('.of-works li:visible').evaluateAll((items) => items.map(({ id }) => id)),
    ).toEqual(['hall-1881']);
  });

  test('is available in other styles, each entry in its own language', async () => {
    const page = await open('zh/works/gbt/');
    const text = await page.locator('.of-works').innerText();
    expect(text).toContain('陈例，某乙，某丙，等. 论堤工之费[J]');
    expect(text).toContain('Moor S，Reed O，Sand E，et al. Who Pays');
    await page.goto(`${inject('site')}zh/works/gbt-2015/`);
    expect(await page.locator('.of-works').innerText()).toContain('陈例, 某乙, 某丙, 等. 论堤工之费[J]');
    await page.goto(`${inject('site')}en/works/`);
    expect(await page.locator('.of-works').innerText()).toContain('陈例、某乙、某丙等：《论堤工之费');
  });
});

test('a note shortens a repeated citation', async () => {
  const page = await open('en/2-actions/');
  expect(await page.locator('#note-14').textContent()).toContain('https://example.org/ice-on-the-sluices');
  expect(await page.locator('#note-21').textContent()).not.toContain(
    'https://example.org/ice-on-the-sluices',
  );
});
