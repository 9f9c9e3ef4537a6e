import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { askBox, countCost, type Cost } from '../support/search-cost.ts';
import { serve } from '../support/sites.ts';

// Usage: npm run build && node tests/bench/search-cost.ts [edition] [folder] [query …]. Prints the cost of a first
// answer (first results and all counts), with and without the page, and of a second one: kilobytes (gzip) and requests.

const [edition = 'zh', folder = 'dist', ...asked] = process.argv.slice(2);
const usual =
  edition === 'zh'
    ? [
        '碳边境税',
        '碳中和',
        '氢能',
        '碳中和目标',
        '欧盟',
        '关键矿产',
        'CBAM',
        '注30',
        'tanganshe',
        '碳邊境稅',
      ]
    : ['carbon border tax', 'hydrogen', 'EU', 'power grid', 'note 30'];
const queries = asked.length > 0 ? asked : usual;
const site = await serve(folder, '/');
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
const say = ({ kilobytes, requests }: Cost): string => `${kilobytes.toFixed(1)} KB in ${requests}`;
try {
  for (const [i, query] of queries.entries()) {
    const page = await (await browser.newContext()).newPage();
    const spent = countCost(page);
    await page.goto(`${site.address}${edition}/search/`);
    await page.waitForLoadState('networkidle');
    const own = await spent();
    await askBox(page, query);
    const first = await spent();
    await askBox(page, queries[(i + 1) % queries.length] ?? '');
    const second = await spent();
    const whole = { kilobytes: own.kilobytes + first.kilobytes, requests: own.requests + first.requests };
    console.log(`${query}: ${say(whole)}, of these the page ${say(own)}; then ${say(second)}`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await site.close();
}
