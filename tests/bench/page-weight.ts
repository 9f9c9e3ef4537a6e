import { weigh } from '../support/weigh.ts';

// Usage: node tests/bench/page-weight.ts. The sizes of the chapters of the site in dist/, and its heaviest other pages.

const LONGEST = 20;

const pages = weigh('dist');
const isChapter = (address: string): boolean =>
  /^\/[^/]+\/\d[^/]*\/$/.test(address) && !/^\/(?:p|note)\//.test(address);
const chapters = pages.filter(({ address }) => isChapter(address));
const heaviest = pages
  .filter(({ address }) => !isChapter(address))
  .sort((a, b) => b.html - a.html)
  .slice(0, LONGEST);
console.table(
  Object.fromEntries(
    [...chapters, ...heaviest].map(({ address, html, styles, scripts, text }) => [
      address,
      {
        text,
        page: html,
        style: styles,
        script: scripts,
        'page ÷ text': (html / text).toFixed(2),
        'first visit ÷ text': ((html + styles + scripts) / text).toFixed(2),
      },
    ]),
  ),
);
