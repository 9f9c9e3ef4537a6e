import { fetchPage } from './fetch-page.ts';
import { mainData } from './main-data.ts';
import { speakChosen } from './speak-chosen.ts';

/** On the 404 page: redirects to the same address with a slash, if that exists, or else suggests the likeliest page. */
async function guessPage(): Promise<void> {
  const { pathname, search, hash } = location;
  // This is the address of the 404 page itself.
  if (pathname.endsWith('.html')) return;
  if (!pathname.endsWith('/') && (await fetch(`${pathname}/`, { method: 'HEAD' })).ok)
    return location.replace(`${pathname}/${search}${hash}`);
  const path = pathname.replace(/\/?$/, '/');
  const guess = (await numbered(path)) ?? (await likeliest(path));
  if (!guess) return;
  for (const line of document.querySelectorAll<HTMLElement>('[data-guess]')) {
    const link = line.querySelector('a');
    if (!link) continue;
    link.href = guess.href;
    link.textContent = guess.name;
    link.lang = guess.lang;
  }
}

interface Guess {
  href: string;
  name: string;
  lang: string;
}

/**
 * For the number of a passage, as in `/p/2.4.99/` or `/en/2.4.2`: its page if there is one, or else the section or
 * chapter that it would belong to, or the last chapter before it.
 */
async function numbered(path: string): Promise<Guess | undefined> {
  const { base = '/' } = mainData();
  const parts = path.slice(base.length).split('/').slice(0, -1);
  const [asked = '', above = 'p'] = parts.toReversed();
  const edition = document.querySelector<HTMLElement>('.not-found:not([hidden])')?.dataset['edition'];
  if (
    !/^\d+(?:\.\d+)+[a-z]?$/.test(asked) ||
    edition === undefined ||
    ![edition, 'p', 'parallel'].includes(above)
  )
    return undefined;
  const own = `${base}${edition}/p/${asked}/`;
  const passage = own === path ? undefined : await fetchPage(own).catch(() => undefined);
  if (passage)
    return {
      href: own,
      name: passage.querySelector('h1')?.textContent.trim() ?? asked,
      lang: passage.documentElement.lang,
    };
  const front = await fetchPage(`${base}${edition}/`);
  // An introduction has no number.
  const places = [...front.querySelectorAll('.contents-sheet > ol a')].map((link) => ({
    number: link.querySelector('.number')?.textContent ?? '0',
    href: link.getAttribute('href') ?? '',
    name: link.textContent.trim(),
  }));
  const place =
    places.findLast(({ number }) => `${asked}.`.startsWith(`${number}.`)) ??
    places.findLast(({ number }) => !number.includes('.') && Number(number) <= parseInt(asked));
  return place && { ...place, lang: front.documentElement.lang };
}

/**
 * The page with the most similar address among those listed on the nearest existing page above, or else that page,
 * unless it is a front page.
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
    // Bundled with the search, which compares words too.
    const { nearestOf } = await import('../model/nearest.ts');
    const name = nearestOf(asked, [...own.keys()], Math.max(2, asked.length / 2));
    const near = own.get(name ?? '');
    // The page has a link to each front page anyway.
    if (!near && page.querySelector('main > .front')) return undefined;
    const found = near ?? {
      href: above,
      name: page.querySelector('h1')?.textContent.trim() ?? above,
    };
    return { ...found, lang: page.documentElement.lang };
  }
  return undefined;
}

void speakChosen();
void guessPage();
