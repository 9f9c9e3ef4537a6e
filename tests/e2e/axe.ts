import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds against a page as it stands, targets of 24 pixels included, and each contrast that it cannot decide. A
 * sign such as a tick or a sum is no text to it. The page must be opened with `bypassCSP`.
 */
export async function axeFindings(page: Page, options: { undecided: boolean }): Promise<string[]> {
  await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations', 'incomplete'],
      rules: { 'target-size': { enabled: true } },
    }),
  );
  const undecided = incomplete
    .filter(({ id }) => options.undecided && id === 'color-contrast')
    .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => reasonOf(node) !== 'nonBmp') }))
    .filter(({ nodes }) => nodes.length > 0);
  return [...violations, ...undecided].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`,
  );
}

const reasonOf = ({ any }: NodeResult): unknown => {
  const data: unknown = any[0]?.data;
  return typeof data === 'object' && data !== null && 'messageKey' in data ? data.messageKey : undefined;
};
