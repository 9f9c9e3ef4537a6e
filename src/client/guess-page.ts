import { fetchPage } from './fetch-page.ts';
import { speakChosen } from './speak-chosen.ts';

/** On the 404 page: redirects to the same address with a slash, if that exists, or else suggests the likeliest page. */
async function guessPage(): Promise<void> {
  const { pathname, search, hash } = location;
  // This is the address of the 404 page itself.
  if (pathname.endsWith('.html')) return;
  if (!pathname.endsWith('/') && (await fetch(`${pathname}/`, { method: 'HEAD' })).ok)
    return location.replace(`${pathname}/${search}${hash}`);
  const guess = await likeliest(pathname.replace(/\/?$/, '/'));
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
