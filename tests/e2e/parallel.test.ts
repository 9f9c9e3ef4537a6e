import { selectAll } from 'hast-util-select';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { dossierIn } from '../support/dossier-in.ts';
import { leave, openPage, type OpenedPage } from '../support/open-page.ts';
import { attribute, builtTree } from '../support/page-tree.ts';

let page: OpenedPage | undefined;
afterEach(() => leave(page));

test('every sentence of a chapter is beside its counterpart', async () => {
  const dossier = await dossierIn('tests/fixtures/dossiers/dyke');
  for (const id of ['0-introduction', '1-theory', '2-actions']) {
    const shown = selectAll('.row[id]', builtTree(inject('siteOut'), `parallel/${id}/`)).map((row) => [
      attribute(row, 'id'),
      ...selectAll(':scope > *', row).map((cell) => attribute(cell, 'lang')),
    ]);
    const units = dossier.chapters
      .filter((chapter) => chapter.id === id && chapter.edition === 'zh')
      .flatMap((chapter) => chapter.segments.filter(({ type }) => type === 'paragraph'))
      .flatMap((segment) => segment.units.map(({ index }) => `p${segment.id}-${index}`));
    expect(units.length).toBeGreaterThan(5);
    expect(shown.filter(([row]) => row?.startsWith('p'))).toEqual(
      units.map((unit) => [unit, 'zh-Hans', 'en']),
    );
  }
});

test('counterparts are side by side if there is room, and otherwise one below the other', async () => {
  page = await openPage('parallel/2-actions/');
  for (const [width, isBeside] of [
    [1280, true],
    [800, true],
    [360, false],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const boxes = await page
      .locator('[id="p2.1.1-1"] > *')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes[1]!.left > boxes[0]!.right, `${width} px`).toBe(isBeside);
    expect(boxes[1]!.top >= boxes[0]!.bottom, `${width} px`).toBe(!isBeside);
  }
});

describe('a selection that begins in one edition', () => {
  test.each([
    [0, /^[^a-z]*\p{Script=Han}[^]*$/u, /North Shoal/],
    [1, /^[\p{Script=Latin}\s\p{P}\d]*$/u, /\p{Script=Han}/u],
  ])('includes nothing from the others (column %i)', async (column, has, lacks) => {
    page = await openPage('parallel/2-actions/', { viewport: { width: 1280, height: 900 } });
    await page.evaluate(() => document.getElementById('p2.1.2')?.scrollIntoView());
    const cell = (unit: number) => page!.locator(`[id="p2.1.2-${unit}"] [data-column="${column}"] p`);
    const from = (await cell(1).boundingBox())!;
    const to = (await cell(3).boundingBox())!;
    await page.mouse.move(from.x + 2, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 8, { steps: 8 });
    await page.mouse.up();
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected.length).toBeGreaterThan(30);
    expect(selected).toMatch(has);
    expect(selected).not.toMatch(lacks);
  });
});

test('a sentence and its counterpart are highlighted together, by pointer and by keyboard', async () => {
  page = await openPage('parallel/2-actions/');
  const row = page.locator('[id="p2.1.1-1"]');
  const tint = () => row.evaluate((one) => getComputedStyle(one).backgroundColor);
  const plain = await tint();
  await row.locator('[data-column="1"]').hover();
  expect(await tint()).not.toBe(plain);
  await page.mouse.move(0, 0);
  expect(await tint()).toBe(plain);
  await row.locator('a').first().focus();
  expect(await tint()).not.toBe(plain);
});

test('switching between one edition and all keeps the passage, also in the address', async () => {
  page = await openPage('zh/2-actions/');
  await page.evaluate(() => document.getElementById('p2.4.2')?.scrollIntoView());
  await page.getByRole('link', { name: '对照', exact: true }).click();
  await page.waitForURL(/\/parallel\/2-actions\/#p2\.4\.2$/);
  await page.evaluate(() => document.getElementById('p2.3.1')?.scrollIntoView());
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL(/\/en\/2-actions\/#p2\.3\.1$/);
});

test('without JavaScript, both editions and their notes are shown', async () => {
  page = await openPage('parallel/1-theory/', { javaScriptEnabled: false });
  await page.locator('[data-column="1"] a[role=doc-noteref]').first().click();
  const note = page.locator('#note-3');
  expect(await note.innerText()).toContain('Sea Walls and Salt Pans');
  await note.locator('.back').first().click();
  expect(new URL(page.url()).hash).toBe('#p1.0.1');
});
