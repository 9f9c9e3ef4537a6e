/** Sets the notes of a chapter beside the lines where they are marked, where the style sheet has a column for them. */
const wide = matchMedia('screen and (width >= 70rem)');
const list = document.querySelector<HTMLElement>('.chapter > .notes');
const GAP_PX = 12;

/** The note of a mark, if it stands beside its line. */
export const noteBeside = (mark: HTMLAnchorElement): HTMLElement | null =>
  list && wide.matches ? document.getElementById(mark.hash.slice(1)) : null;

/** Shows which note is meant and gives it the focus, without moving the text. */
export function highlight(note: HTMLElement): void {
  for (const other of document.querySelectorAll('[data-highlighted]'))
    other.removeAttribute('data-highlighted');
  note.dataset['highlighted'] = '';
  note.tabIndex = -1;
  note.focus({ preventScroll: true });
  note.scrollIntoView({ block: 'nearest' });
}

function place(): void {
  if (!list) return;
  const items = [...list.querySelectorAll('li')];
  list.toggleAttribute('data-placed', wide.matches);
  list.style.minBlockSize = '';
  if (!wide.matches) return;
  const start = list.getBoundingClientRect().top;
  const wanted = items.map(({ id }) => {
    const mark = document.getElementById(`${id}-mark`);
    return mark ? mark.getBoundingClientRect().top - start : 0;
  });
  const heights = items.map(({ offsetHeight }) => offsetHeight);
  let free = 0;
  items.forEach((item, i) => {
    const top = Math.max(wanted[i] ?? 0, free);
    item.style.insetBlockStart = `${top}px`;
    free = top + (heights[i] ?? 0) + GAP_PX;
  });
  list.style.minBlockSize = `${free}px`;
}

if (list) {
  place();
  // A note that the page was asked for has been moved since the browser looked for it.
  if (wide.matches && location.hash.startsWith('#note-'))
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' });
  const sizes = new ResizeObserver(place);
  for (const text of document.querySelectorAll('[data-segments]')) sizes.observe(text);
  wide.addEventListener('change', place);
  void document.fonts.ready.then(place);
}
