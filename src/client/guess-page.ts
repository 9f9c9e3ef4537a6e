import { fetchPage } from './fetch-page.ts';
import { fill } from './fill.ts';
import { mainData } from './main-data.ts';
import { speakChosen } from './speak-chosen.ts';

/**
 * On the 404 page: redirects to the same address with a slash, if that exists, or else suggests the likeliest page, if
 * one is likely.
 */
async function guessPage(): Promise<void> {
  const { pathname, search, hash } = location;
  // This is the address of the 404 page itself.
  if (pathname.endsWith('.html')) return;
  if (!pathname.endsWith('/') && (await fetch(`${pathname}/`, { method: 'HEAD' })).ok)
    return location.replace(`${pathname}/${search}${hash}`);
  const path = pathname.replace(/\/?$/, '/');
  const asked = paragraphIn(path);
  const guess = asked === undefined ? await likeliest(path) : await numbered(path, asked);
  if (!guess) return;
  for (const line of document.querySelectorAll<HTMLElement>('[data-guess]')) {
    const link = line.querySelector('a');
    if (!link) continue;
    link.href = guess.href;
    link.textContent = guess.name;
    link.lang = guess.lang;
  }
}

type Guess = Record<'href' | 'name' | 'lang', string>;

/** The number of a paragraph that an address asks for, as in `/p/2.4.99/` or `/en/2.4.2`. */
function paragraphIn(path: string): Asked | undefined {
  const { base = '/' } = mainData();
  const parts = path.slice(base.length).split('/').slice(0, -1);
  const [number = '', above = 'p'] = parts.toReversed();
  const edition = document.querySelector<HTMLElement>('.not-found:not([hidden])')?.dataset['edition'];
  return /^\d+(?:\.\d+)+[a-z]?$/.test(number) &&
    edition !== undefined &&
    [edition, 'p', 'parallel'].includes(above)
    ? { number, edition, base }
    : undefined;
}

type Asked = Record<'number' | 'edition' | 'base', string>;

/**
 * The page of a paragraph, if there is one; or else the section that it would belong to, and the page then says which
 * paragraphs there are.
 */
async function numbered(path: string, { number, edition, base }: Asked): Promise<Guess | undefined> {
  // `segmentPage` is bundled with the search, which this page need not load.
  const own = `${base}${edition}/p/${number}/`;
  const passage = own === path ? undefined : await fetchPage(own).catch(() => undefined);
  if (passage)
    return {
      href: own,
      name: passage.querySelector('h1')?.textContent.trim() ?? number,
      lang: passage.documentElement.lang,
    };
  const front = await fetchPage(`${base}${edition}/`);
  // An introduction has no number.
  const place = [...front.querySelectorAll('.contents-sheet > ol a')]
    .map((link) => ({
      section: link.querySelector('.number')?.textContent ?? '0',
      href: link.getAttribute('href') ?? '',
      name: link.textContent.trim(),
    }))
    .findLast(({ section }) => number.startsWith(`${section}.`));
  for (const line of document.querySelectorAll<HTMLElement>('[data-no-paragraph]')) {
    const all = line.dataset['paragraphs']?.split(' ') ?? [];
    const there = place ? all.filter((one) => one.startsWith(`${place.section}.`)) : all;
    const [first, last] = [there[0], there.at(-1)];
    if (first !== undefined && last !== undefined)
      line.textContent = fill(line.dataset['noParagraph'] ?? '', number, first, last);
  }
  return place && { ...place, lang: front.documentElement.lang };
}

/**
 * Among the pages listed on the nearest existing page above: the only one whose address has all words of the requested
 * one (`biden` in `joe-biden`), or else the one with the most similar address.
 */
async function likeliest(path: string): Promise<Guess | undefined> {
  const parts = path.split('/').slice(1, -1);
  for (let kept = parts.length - 1; kept > 0; kept--) {
    const above = `/${parts.slice(0, kept).join('/')}/`;
    const page = await fetchPage(above).catch(() => undefined);
    if (!page) continue;
    const own = new Map(
      [...page.querySelectorAll('main a[href]')].flatMap((link) => {
        const href = link.getAttribute('href') ?? '';
        const [, name] = href.startsWith(above) ? (/^([^/#?]+)\/$/.exec(href.slice(above.length)) ?? []) : [];
        return name === undefined ? [] : [[name, { href, name: link.textContent.trim() }] as const];
      }),
    );
    const asked = parts[kept] ?? '';
    const words = asked.split('-');
    const [named, another] = [...own.keys()].filter((name) =>
      words.every((word) => name.split('-').includes(word)),
    );
    // Bundled with the search, which compares words too.
    const { nearestOf } = await import('../model/nearest.ts');
    const name =
      named !== undefined && another === undefined
        ? named
        : nearestOf(asked, [...own.keys()], Math.max(1, asked.length / 3));
    const found = own.get(name ?? '');
    return found && { ...found, lang: page.documentElement.lang };
  }
  return undefined;
}

void speakChosen();
void guessPage();
