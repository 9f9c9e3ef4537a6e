/**
 * What every page does beyond HTML: `/` opens the search, what the address asks for is marked, and the language chosen is
 * remembered and keeps the segment. Whatever else that takes is loaded when it is wanted.
 */

const searchLink = document.querySelector<HTMLAnchorElement>('a[data-search]');
const box = document.querySelector<HTMLElement>('dossier-search');
const query = new URLSearchParams(location.search).get('q');

function openSearch(asked?: string): void {
  if (!searchLink) return;
  const { close = '', name = '' } = searchLink.dataset;
  import('./search-dialog.ts')
    .then((dialog) => dialog.openSearch(searchLink.href, { close, name }, asked))
    .catch((error: unknown) => {
      console.info('The search opens as a page:', error);
      location.href = searchLink.href;
    });
}

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  if (box) box.querySelector('input')?.focus();
  else openSearch();
});

if (box) {
  const start = (): void => void import('./search-box.ts');
  if (query) start();
  else box.addEventListener('focusin', start, { once: true });
} else {
  searchLink?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
  if (query)
    void import('./mark-hits.ts').then((marks) =>
      marks.markHits(query, JSON.parse(searchLink?.dataset['marked'] ?? '{}')),
    );
  // Back from a result leads to the results.
  if (typeof history.state?.search === 'string') openSearch(history.state.search);
}

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
