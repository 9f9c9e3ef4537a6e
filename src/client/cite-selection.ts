import type { CitationStyle } from '../model/citation-style.ts';
import { HAN } from '../model/language.ts';
import { inMarks } from '../model/quotation-marks.ts';
import type { EditionRecord } from '../exchange/edition-record.ts';
import type { Words } from '../exchange/words.ts';
import sheet from '../styles/selection.css?url';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { handedOn, isOwnMachine } from './full-address.ts';
import { isModified } from './held-keys.ts';
import { isTyping } from './is-typing.ts';
import { loadStyle } from './load-style.ts';
import {
  addressOf,
  askKnown,
  creditOf,
  quote,
  quoteInAll,
  saidOf,
  type Known,
  type Quotation,
} from './quotation.ts';
import { remember, remembered } from './remember.ts';
import { textDirective } from './text-directive.ts';
import { askWords } from './words.ts';
import { contentOf, copiedContent } from './selected-content.ts';
import { BLOCK, elementAt } from './selected-texts.ts';
import { selectedText, type Selected } from './selected.ts';
import { wholeSentences } from './whole-sentences.ts';

/**
 * Offers to cite selected words: in quotation marks with a footnote in a style, by the address of their sentence, or in
 * all editions. Any other copy of an edition’s text says whose wording it is and where it is from.
 */

/** The current selection, with its citation data if known. */
let offered: { selected: Selected; known: Known | undefined } | undefined;

document.addEventListener('copy', (event) => {
  const selection = getSelection();
  const selected = selectedText(selection);
  if (!selection || !event.clipboardData) return;
  if (!selected && isInReference(selection)) {
    const { plain, html } = copiedContent(selection.getRangeAt(0));
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  }
  if (!selected) return;
  const said = offered?.selected.words === selected.words ? saidOf(selected, offered.known) : undefined;
  const credit = said ? creditOf(selected, said) : selected.label;
  const lines = [credit, selected.source, toldPlace(selected, said)];
  const shown = lines.filter(Boolean);
  const foot = element('p', {}, ...shown.flatMap((line, i) => (i > 0 ? [element('br'), line] : [line])));
  const range = selection.getRangeAt(0);
  const main = document.querySelector('main');
  // Whoever selects the whole page gets everything on it.
  const { plain, html } =
    main && selection.containsNode(main)
      ? { plain: selection.toString().trim(), html: element('div', {}, contentOf(range)).innerHTML }
      : copiedContent(range);
  event.clipboardData.setData('text/plain', `${plain}\n\n${shown.join('\n')}`);
  event.clipboardData.setData('text/html', html + foot.outerHTML);
  event.preventDefault();
});

/** Whether a selection is of references in a list, which are copied without the places beside them. */
const isInReference = ({ anchorNode, isCollapsed }: Selection): boolean =>
  !isCollapsed && anchorNode !== null && elementAt(anchorNode)?.closest('.of-works') != null;

/** The address of a selection. */
const linkTo = (selected: Selected, said: EditionRecord | undefined): string =>
  new URL(said ? addressOf(selected, said) : selected.address, location.href).href;
/** The same for readers elsewhere: if nobody else can open it, a text that says where the words are from. */
function toldPlace(selected: Selected, said: EditionRecord | undefined): string {
  const address = handedOn(linkTo(selected, said));
  const template = address.startsWith('/') ? spoken.get(selected.edition)?.local : undefined;
  return fill(template ?? '{}', address);
}
/** What marks the other sentences of a selection of several in a paragraph. */
const beyondSentence = ({ words, segments, units: [first, last] }: Selected): string =>
  segments.length === 1 && first !== last
    ? textDirective(words, document.querySelector('main')?.textContent ?? '')
    : '';
/** The interface words in the languages of editions from which something was selected. */
const spoken = new Map<string, Words['select']>();

// How each label on the page names places in its edition’s text.
const labelled = [...document.querySelectorAll<HTMLElement>('.label[data-of]')].map(async ({ dataset }) => {
  const { label } = await askWords(dataset['of']?.split(' ')[0]);
  // A release’s label has its own name of the source.
  Object.assign(dataset, { ...label, ...dataset });
});
const [{ select: says }] = await Promise.all([askWords(), ...labelled]);
const styles = element('select', { ariaLabel: says.style });
const chosenStyle = (): CitationStyle => styles.value as CitationStyle;
const inAll = button(says.all, ({ selected }) => quoteInAll(selected, chosenStyle()));
const report = button(
  says.report,
  ({ selected, known }) => {
    const said = saidOf(selected, known);
    const about: Record<string, string> = {
      place: selected.place || document.title,
      address: linkTo(selected, said),
      words: inMarks(openingOf(selected.words), said?.quotes ?? []),
    };
    const text = says.reportText.replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? '');
    if (says.reportAddress !== undefined)
      location.href = says.reportAddress.replace(/%7B(\w+)%7D/g, (_, name: string) =>
        encodeURIComponent(about[name] ?? ''),
      );
    return { plain: text, html: element('pre', {}, text).outerHTML };
  },
  says.reportCopied,
);
/** The first words of a selection, enough to find it at its address. */
function openingOf(words: string): string {
  const isHan = HAN.test(words);
  const opening = isHan ? [...words].slice(0, 60).join('') : words.split(/\s+/).slice(0, 25).join(' ');
  const whole = isHan ? words : words.split(/\s+/).join(' ');
  return opening === whole ? words : opening + (isHan ? '……' : ' …');
}
/** Reveals the less common actions. */
const more = element('button', { type: 'button' }, says.more);
more.addEventListener('pointerdown', (event) => event.preventDefault());
more.addEventListener('click', () => {
  const wasFocused = more.matches(':focus');
  unfold(true);
  if (wasFocused) bar.querySelector<HTMLElement>('.more-of-it:not([hidden])')?.focus();
  place();
});
/** Extends the selection to whole sentences. */
const whole = element('button', { type: 'button' }, says.whole);
whole.addEventListener('pointerdown', (event) => event.preventDefault());
whole.addEventListener('click', () => {
  const selection = getSelection();
  const sentences = selection?.rangeCount ? wholeSentences(selection.getRangeAt(0)) : undefined;
  if (!selection || !sentences) return;
  const { startContainer, startOffset, endContainer, endOffset } = sentences;
  selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  const selected = selectedText(selection);
  if (selected) taken = take(selected);
});
const bar = element(
  'div',
  { className: 'cite-selection', role: 'toolbar', ariaLabel: says.name, hidden: true },
  styles,
  button(says.quote, ({ selected, known }) => {
    const said = saidOf(selected, known);
    const local = spoken.get(selected.edition)?.local;
    return said && quote(selected.words, selected, said, chosenStyle(), { local });
  }),
  button(
    says.link,
    ({ selected, known }) => {
      const link = linkTo(selected, saidOf(selected, known)) + beyondSentence(selected);
      return { plain: link, html: element('a', { href: link }, link).outerHTML };
    },
    isOwnMachine() ? says.copiedHere : undefined,
  ),
  whole,
  more,
  inAll,
  report,
);
styles.addEventListener('change', () => {
  remember('style', styles.value);
  // The last copy was in another style.
  nameButtons();
  dispatchEvent(new CustomEvent('citation-style', { detail: styles.value }));
});
// Choosing a style in a panel of the page changes this one too, and the last copy was in another.
addEventListener('citation-style', ({ detail: style }: CustomEventInit<string>) => {
  if (style === styles.value || ![...styles.options].some(({ value }) => value === style)) return;
  styles.value = style ?? '';
  nameButtons();
});
for (const one of [inAll, report]) one.className = 'more-of-it';

function unfold(isOpen: boolean): void {
  more.hidden = isOpen;
  report.hidden = !isOpen;
  inAll.hidden = !isOpen || !hasOthers;
}
let hasOthers = false;

type Copying = (of: NonNullable<typeof offered>) => Quotation | undefined | Promise<Quotation>;

function button(name: string, copying: Copying, copiedAs = says.copied): HTMLButtonElement {
  const made = element('button', { type: 'button', ariaLive: 'polite' }, name);
  made.dataset['name'] = name;
  // Keep the selection when the button is pressed.
  made.addEventListener('pointerdown', (event) => event.preventDefault());
  made.addEventListener('click', () => {
    if (offered) void copy(current().then((of) => of && copying(of))).then(() => say(made, copiedAs));
  });
  return made;
}

/** Ends when the citation data of the last selection are there. */
let taken: Promise<void> | undefined;

/** The selection with its citation data. The actions may be pressed before they are offered for other words. */
async function current(): Promise<typeof offered> {
  const selected = selectedText(getSelection());
  if (selected && selected.words !== offered?.selected.words) taken = take(selected);
  await taken;
  return offered;
}

async function copy(texts: Promise<Quotation | undefined>): Promise<void> {
  const blob = (form: keyof Quotation, type: string): Promise<Blob> =>
    texts.then((text) => new Blob([text?.[form] ?? ''], { type }));
  // Called at once, since browsers may reject copying long after the click.
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob('plain', 'text/plain'), 'text/html': blob('html', 'text/html') }),
  ]);
}

function nameButtons(): void {
  for (const one of bar.querySelectorAll<HTMLElement>('[data-name]'))
    one.textContent = one.dataset['name'] ?? '';
}

/** Makes the pressed button say that it has copied, without changing its width. */
function say(pressed: HTMLElement, copied: string): void {
  nameButtons();
  pressed.style.minInlineSize = `${pressed.offsetWidth}px`;
  pressed.textContent = copied;
}

function offer(): void {
  // On some devices, choosing a style clears the selection.
  if (bar.contains(document.activeElement)) return;
  // A toolbar that appears under a selecting pointer would be selected too.
  if (document.documentElement.matches(':active')) return;
  const selected = selectedText(getSelection());
  if (selected) return void (taken = take(selected));
  offered = undefined;
  bar.hidden = true;
}

async function take(selected: Selected): Promise<void> {
  const own: NonNullable<typeof offered> = { selected, known: undefined };
  offered = own;
  const { edition } = selected;
  const asked = askWords(edition).then(
    ({ select }) => spoken.set(edition, select),
    // For a release of an edition that the dossier no longer has: the language of the page.
    () => spoken.set(edition, says),
  );
  own.known = await askKnown(selected).catch((error: unknown) => {
    console.info('Not cited:', error);
    return undefined;
  });
  await asked;
  await styled;
  if (own === offered) show(own);
}

function show({ selected, known }: NonNullable<typeof offered>): void {
  const footnotes = saidOf(selected, known)?.footnotes ?? [];
  styles.replaceChildren(...footnotes.map(({ style, name }) => element('option', { value: style }, name)));
  const chosen = remembered('style');
  if (footnotes.some(({ style }) => style === chosen)) styles.value = chosen ?? '';
  for (const one of [styles, styles.nextElementSibling as HTMLElement]) one.hidden = footnotes.length === 0;
  hasOthers = selected.segments.length > 0 && Object.keys(known?.editions ?? {}).length > 1;
  unfold(false);
  whole.hidden = !wholeSentences(getSelection()!.getRangeAt(0));
  nameButtons();
  const over = shownOver();
  // What lies over the page hides what is not in it, and closes when that is touched.
  if (bar.parentElement !== (over ?? document.body)) (over ?? document.body).append(bar);
  bar.hidden = false;
  place();
}

/** The popover that contains the selection. */
function shownOver(): HTMLElement | undefined {
  const { commonAncestorContainer: within } = getSelection()!.getRangeAt(0);
  return elementAt(within)?.closest<HTMLElement>('[popover]') ?? undefined;
}

/** Room below the selection for its handles on a touch screen. */
const HANDLES_PX = 56;
const GAP_PX = 8;

/** The top of the line before a selection and the bottom of the line after it, in its block and those beside that. */
function neighbours({ startContainer, endContainer }: Range, { top, bottom }: DOMRect): [number, number] {
  const rows = [startContainer, endContainer].flatMap((node) => {
    const block = elementAt(node)?.closest(BLOCK);
    const within = document.createRange();
    return [block?.previousElementSibling, block, block?.nextElementSibling].flatMap((one) => {
      if (!one) return [];
      within.selectNodeContents(one);
      return [...within.getClientRects()];
    });
  });
  const before = rows.filter((row) => row.height > 0 && row.bottom <= top + 2).map((row) => row.top);
  const after = rows.filter((row) => row.height > 0 && row.top >= bottom - 2).map((row) => row.bottom);
  return [Math.max(top - FAR_PX, ...before), Math.min(bottom + FAR_PX, ...after)];
}
/** Nothing that is farther away is read together with a selection. */
const FAR_PX = 80;

/**
 * Places the bar below the selection and the line after it, or else above it and the line before it, where there is
 * room. On a phone, it is at the foot of the screen, or at the top if it would cover them. A selection in a popover has
 * the bar above or below the popover.
 */
function place(): void {
  const range = getSelection()!.getRangeAt(0);
  const box = range.getBoundingClientRect();
  const { top, bottom, left } = box;
  const [before, after] = neighbours(range, box);
  const { clientWidth, clientHeight } = document.documentElement;
  bar.classList.remove('at-head');
  const over = shownOver()?.getBoundingClientRect();
  if (over) {
    const above = over.top - bar.offsetHeight;
    const at = above >= 0 ? above : Math.min(over.bottom, clientHeight - bar.offsetHeight);
    bar.style.setProperty('--at', `${at}px`);
    bar.style.setProperty('--beside', `${Math.max(0, Math.min(over.left, clientWidth - bar.offsetWidth))}px`);
    return;
  }
  if (getComputedStyle(bar).position === 'fixed') {
    const foot = bar.getBoundingClientRect().top;
    const isFree =
      Math.max(after, bottom + HANDLES_PX) <= foot || (bottom <= foot && before < bar.offsetHeight);
    const isAtHead = !isFree && top > bar.offsetHeight;
    bar.classList.toggle('at-head', isAtHead);
    // If it would cover the selection in both places, the selection moves above it.
    const covered = isAtHead ? 0 : bottom + GAP_PX - foot;
    if (covered > GAP_PX && bottom - top < foot) scrollBy({ top: covered, behavior: 'instant' });
    return;
  }
  const highest =
    Math.max(0, document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0) + GAP_PX;
  const lowest = clientHeight - bar.offsetHeight - GAP_PX;
  const places = [
    after + GAP_PX,
    before - bar.offsetHeight - GAP_PX,
    bottom + GAP_PX,
    top - bar.offsetHeight - GAP_PX,
  ];
  // A selection that fills the window has it at its foot.
  const at = places.find((one) => highest <= one && one <= lowest) ?? Math.max(highest, lowest);
  bar.style.setProperty('--at', `${at + scrollY}px`);
  bar.style.setProperty(
    '--beside',
    `${Math.max(GAP_PX, Math.min(left, clientWidth - bar.offsetWidth - GAP_PX)) + scrollX}px`,
  );
}

addEventListener('keydown', (event) => {
  if (bar.hidden || isModified(event)) return;
  if (event.key === 'Escape') {
    bar.hidden = true;
    offered = undefined;
  } else if (event.key === 'c' && remembered('keys') !== 'off' && !isTyping(event.target)) {
    event.preventDefault();
    bar.querySelector<HTMLElement>(':is(select, button):not([hidden])')?.focus();
  }
});

/** What leads away from a selection, by event; a link in the text only opens a preview. */
const ELSEWHERE: Record<string, string> = {
  click: ':is(a, button, summary):not([data-segments] *)',
  focusin: 'dialog',
};

const styled = loadStyle(sheet);
if ('clipboard' in navigator) {
  document.body.append(bar);
  let waiting = 0;
  const wait = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(offer, 250);
  };
  document.addEventListener('selectionchange', wait);
  document.addEventListener('pointerup', ({ target }) => {
    if (!bar.contains(target as Node)) wait();
  });
  // Who goes elsewhere has left the selection, even where the browser keeps it.
  for (const kind of ['click', 'focusin'])
    document.addEventListener(kind, ({ target }) => {
      const to = target instanceof Element && !bar.contains(target) && target.closest(ELSEWHERE[kind]!);
      // Words of a dialog can be selected too.
      if (!to || to.contains(getSelection()?.anchorNode ?? null)) return;
      getSelection()?.removeAllRanges();
      wait();
    });
  offer();
}
