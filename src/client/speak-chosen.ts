import { fetchPage } from './fetch-page.ts';
import { mainData } from './main-data.ts';
import { remembered } from './remember.ts';

/**
 * Shows a page in all languages only in the one that its address begins with, that the reader has chosen, or that is
 * the browser’s, and translates its frame from the front page in that language, which has the same structure.
 */
export async function speakChosen(): Promise<void> {
  const sections = [...document.querySelectorAll<HTMLElement>('main [data-edition]')];
  const { base = '/' } = mainData();
  const [named] = location.pathname.slice(base.length).split('/');
  const chosen =
    sections.find(({ dataset }) => dataset['edition'] === named) ??
    sections.find(({ dataset }) => dataset['edition'] === remembered('edition')) ??
    sections[Number(document.documentElement.dataset['first']) - 1];
  if (!chosen) return;
  for (const section of sections) section.hidden = section !== chosen;
  const heading = chosen.querySelector('h2');
  if (!heading) return;
  const first = document.createElement('h1');
  first.textContent = heading.textContent;
  heading.replaceWith(first);
  document.documentElement.lang = chosen.lang;
  const front = await fetchPage(`${base}${chosen.dataset['edition']}/`).catch(() => undefined);
  if (!front) return;
  document.title = `${first.textContent} – ${front.title}`;
  for (const part of ['.skip', '.site-header', '.site-footer']) {
    const [own, other] = [document.querySelector(part), front.querySelector(part)];
    if (own && other) speakLike(own, other);
  }
  mainData()['speaks'] = chosen.dataset['edition'];
}

/** Keeps elements in place, since scripts may already listen to them. */
function speakLike(own: Element, other: Element): void {
  for (const { name, value } of other.attributes) own.setAttribute(name, value);
  const [parts, others] = [[...own.childNodes], [...other.childNodes]];
  if (parts.length !== others.length || parts.some((one, i) => one.nodeName !== others[i]?.nodeName))
    return own.replaceChildren(...others.map((one) => document.importNode(one, true)));
  parts.forEach((one, i) => {
    const like = others[i];
    if (one instanceof Element && like instanceof Element) speakLike(one, like);
    else if (one instanceof Text && like instanceof Text) one.data = like.data;
  });
}
