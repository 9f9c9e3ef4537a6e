import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The colour schemes of a page. They differ only in colour: layout and names are checked in the first. */
const modes = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;

/** axe’s findings on the current page, in each mode. The page must be opened with `bypassCSP`. */
export const axeFindings = (page: Page, options: { undecided: boolean }): Promise<string[]> =>
  findingsIn(modes, page, options);

/** The same in the first mode only. */
export const axeFindingsInLight = (page: Page, options: { undecided: boolean }): Promise<string[]> =>
  findingsIn(modes.slice(0, 1), page, options);

/** The number of pixels by which a page is wider than its window. */
export const excessWidth = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function findingsIn(
  wanted: readonly (typeof modes)[number][],
  page: Page,
  options: { undecided: boolean },
): Promise<string[]> {
  await page.evaluate(source);
  const found: string[] = [];
  for (const { name, media } of wanted) {
    await page.emulateMedia(media);
    // Colours in a transition still have their old values.
    await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      for (const animation of document.getAnimations()) animation.finish();
    });
    const findings = await findingsNow(page, { ...options, rules: name === 'light' ? 'all' : 'of colour' });
    found.push(...findings.map((finding) => `in ${name}: ${finding}`));
  }
  return found;
}

/**
 * Requires targets of 24 pixels, and reports each contrast that axe cannot decide. axe does not treat a sign such as
 * ✓ or ∑ as text.
 */
async function findingsNow(
  page: Page,
  options: { undecided: boolean; rules: 'all' | 'of colour' },
): Promise<string[]> {
  const { violations, incomplete } = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        resultTypes: ['violations', 'incomplete'],
        ...(rules === 'all'
          ? { rules: { 'target-size': { enabled: true } } }
          : { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }),
      }),
    options.rules,
  );
  const undecided = incomplete
    .filter(({ id }) => options.undecided && id === 'color-contrast')
    .map((rule) => ({
      ...rule,
      // axe treats a drawing as an image; its text is measured below.
      nodes: rule.nodes.filter((node) => reasonOf(node) !== 'nonBmp' && !node.html.startsWith('<text')),
    }))
    .filter(({ nodes }) => nodes.length > 0);
  return [
    ...[...violations, ...undecided].map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`,
    ),
    ...(await faintInDrawings(page)),
  ];
}

/** Text in drawings whose contrast to the page is below 4.5; the boxes are transparent. */
const faintInDrawings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const luminance = (colour: string): number => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('No canvas');
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const backgroundOf = (element: Element | null): string => {
      for (let one = element; one; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if (!/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
      }
      return 'white';
    };
    return [...document.querySelectorAll('svg text')].flatMap((text) => {
      const box = text.closest('.box')?.querySelector('rect');
      const filled = box && !/^(?:none|rgba\(.*, 0\))$/.test(getComputedStyle(box).fill);
      const behind = filled ? getComputedStyle(box).fill : backgroundOf(text.closest('svg'));
      const [light = 0, dark = 0] = [luminance(getComputedStyle(text).fill), luminance(behind)].sort(
        (a, b) => b - a,
      );
      const ratio = (light + 0.05) / (dark + 0.05);
      return ratio < 4.5 ? [`contrast ${ratio.toFixed(2)} in a drawing: ${text.textContent}`] : [];
    });
  });

const reasonOf = ({ any }: NodeResult): unknown => {
  const data: unknown = any[0]?.data;
  return typeof data === 'object' && data !== null && 'messageKey' in data ? data.messageKey : undefined;
};
