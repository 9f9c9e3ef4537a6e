import './copy-passage.ts';

/**
 * What every page does beyond HTML: `/` opens the search, the language chosen is remembered and keeps the segment, and
 * what is copied says whose wording it is.
 */

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const box = document.querySelector<HTMLInputElement>('input[type=search]');
  event.preventDefault();
  if (box) box.focus();
  else document.querySelector<HTMLAnchorElement>('a[data-search]')?.click();
});

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-edition]')) {
  link.addEventListener('click', () => {
    const chosen = link.dataset['edition'];
    if (chosen) remember(chosen);
    if (link.hash === '') link.hash = segmentInView() ?? location.hash;
    if (link.search === '') link.search = location.search;
  });
}

const last = remembered();
for (const mark of document.querySelectorAll<HTMLElement>('[data-chosen]'))
  mark.hidden = mark.dataset['chosen'] !== last;

// A browser may forbid storage altogether: then nothing is remembered, and all else works.
function remember(edition: string): void {
  try {
    localStorage.setItem('edition', edition);
  } catch (error) {
    console.info('The choice of language is not remembered:', error);
  }
}

function remembered(): string | undefined {
  try {
    return localStorage.getItem('edition') ?? undefined;
  } catch {
    return undefined;
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The id of the last segment that begins in the upper part of the window, or above it. */
function segmentInView(): string | undefined {
  const segments = [...document.querySelectorAll<HTMLElement>('[data-segments] > [id]')];
  return segments.findLast((segment) => segment.getBoundingClientRect().top < innerHeight / 4)?.id;
}
