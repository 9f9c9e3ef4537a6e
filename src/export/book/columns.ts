import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { translationsFor, type Translations } from '../../i18n/translations.ts';
import { labelOf } from '../../render/label.ts';
import type { Dossier } from '../../read/dossier.ts';
import type { Edition } from '../../model/settings.ts';
import type { Part } from '../../model/wording.ts';

export type Content = ElementContent | string | undefined;

/** The content of each edition: alone, or side by side if there is room, as a block of its own. */
export function columns(
  editions: Edition[],
  inEdition: (edition: Edition, t: Translations) => Content[],
  id?: string,
): ElementContent[] {
  const cells = editions.map((edition) => ({
    edition,
    content: nodes(inEdition(edition, translationsFor(edition.lang))),
  }));
  if (cells.every(({ content }) => content.length === 0)) return [];
  const [only] = cells;
  if (cells.length === 1 && only) return id === undefined ? only.content : [h('div', { id }, only.content)];
  return [
    h(
      'div',
      { className: ['pair'], id },
      cells.map(({ edition, content }) => h('div', { lang: edition.lang }, content)),
    ),
  ];
}

/** A text in each edition’s language, on one line; identical texts only once. */
export function inLine(
  editions: Edition[],
  say: (edition: Edition, t: Translations) => string,
): ElementContent[] {
  const texts = distinctTexts(editions, say).filter(({ text }) => text !== '');
  return nodes(
    texts.length === 1
      ? texts.map(({ text }) => text)
      : texts.flatMap(({ text, lang }, i) => [i > 0 ? SEPARATOR : undefined, h('span', { lang }, text)]),
  );
}

/** A text in each edition’s language; identical texts only once, in the language of the first. */
export function distinctTexts(
  editions: Edition[],
  say: (edition: Edition, t: Translations) => string,
): { text: string; lang: string }[] {
  const said = editions.map((edition) => ({
    text: say(edition, translationsFor(edition.lang)),
    lang: edition.lang,
  }));
  return said.filter(({ text }, i) => said.findIndex((other) => other.text === text) === i);
}

/** The same for a heading, with each language on its own line. */
export const onLines = (title: ElementContent[]): ElementContent[] =>
  structuredClone(title).map((node) => (node.type === 'text' && node.value === SEPARATOR ? h('br') : node));

const SEPARATOR = ' · ';

/** The full label of each edition for a part of the book. */
export const labels = ({ settings }: Dossier, editions: Edition[], part: Part): ElementContent[] =>
  columns(editions, (edition) => [h('p', { className: ['label'] }, labelOf(settings.value, edition, part))]);

const nodes = (content: Content[]): ElementContent[] => h(null, content).children as ElementContent[];

/** Rendered HTML as nodes. */
export const parsed = (html: string): ElementContent[] =>
  fromHtml(html, { fragment: true }).children as ElementContent[];

export const hasClass = (node: ElementContent, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes(name);
