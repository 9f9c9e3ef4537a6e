import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ReferencePiece } from '../cite/pieces.ts';
import { printedLanguage } from '../cite/printed-language.ts';
import { isWrittenInHan } from '../model/language.ts';
import { readIn } from '../cite/read-in.ts';
import type { Target } from '../markdown/nodes.ts';
import type { RenderContext } from '../markdown/remark-html.ts';
import { hasOwnPage, htmlId } from '../model/segment-id.ts';
import { doiAddress, addressInLanguage, urls, withBase } from '../model/urls.ts';
import { confirmationOf } from '../review/confirmation.ts';
import type { Dossier } from '../read/dossier.ts';
import { segmentIn } from '../read/text-in.ts';
import { referencesIn } from './references-in.ts';
import { betweenMarks, breakAddresses, unbrokenRanges } from './line-breaks.ts';
import { positionsIn } from './positions-in.ts';
import type { Citable } from '../cite/csl-item.ts';
import type { CitationStyle } from '../model/citation-style.ts';
import { citationStyleOf } from '../i18n/phrases.ts';
import { translationsFor, type Translations } from '../i18n/translations.ts';

/** The context for rendering a dossier’s text, on pages whose links begin with `base`. */
export function renderContext(dossier: Dossier, base: string): RenderContext {
  const { editions } = dossier.settings.value;
  const langOf = (edition: string): string => editions.find(({ id }) => id === edition)?.lang ?? edition;
  const works = new Map(dossier.works.map(({ id, value }) => [id, value]));
  return {
    address: (target, edition) => withBase(base, targetAddress(dossier, target, edition)),
    segmentAddress: (id, edition) => withBase(base, addressInLanguage(editions, edition, urls.segment(id))),
    staleness: (id, edition) =>
      edition !== editions[0]?.id && confirmationOf(dossier, id).state === 'stale'
        ? translationsFor(langOf(edition)).status.stale
        : undefined,
    citedIn: (key, printed, edition) => {
      const work = works.get(key);
      return work && printedLanguage(printed, work, langOf(edition));
    },
    measure: (edition) => new RegExp(translationsFor(langOf(edition)).language.measure, 'gu'),
    labels: (edition) => {
      const t = translationsFor(langOf(edition));
      return {
        abstract: t.abstract,
        note: (number) => t.note.name({ number }),
        page: (page) => t.page.one({ page }),
      };
    },
    citation: citationIn(dossier, base),
  };
}

/** A function that prints a citation in a note: its works in the style of the edition, each linked to its page. */
function citationIn(dossier: Dossier, base: string): RenderContext['citation'] {
  const { editions } = dossier.settings.value;
  const works = new Map(dossier.works.map(({ id, value }) => [id, value]));
  const references = referencesIn(dossier);
  const positionIn = positionsIn(dossier);
  return (citation, edition, note) => {
    const { items, takesStop } = citation;
    const t = translationsFor(editions.find(({ id }) => id === edition)?.lang ?? edition);
    const style = citationStyleOf(t);
    const cited = items.map(({ key }) => {
      const work = works.get(key);
      return work && readIn(work, { id: edition, lang: t.lang }, style);
    });
    const positions = note === undefined ? undefined : positionIn(edition, note, citation);
    return items.flatMap(({ key, prefix, locator, suffix }, i): ElementContent[] => {
      const item = cited[i];
      if (!item) return [text(`@${key}`)];
      const position = positions?.[i];
      const reference = references.note(item, style, {
        ...(locator ? { locator } : {}),
        ...(position ? { position } : {}),
      });
      const isStopped = takesStop && i === items.length - 1;
      return [
        ...(i > 0 ? [text(separatorBetween(cited[i - 1], item, t))] : []),
        ...(prefix ? [text(/[a-z]$/i.test(prefix) ? `${prefix} ` : prefix)] : []),
        h(
          'cite',
          { lang: item.language },
          referenceHast(
            isStopped ? stoppedWithinQuotes(reference) : reference,
            withBase(base, urls.entryIn(edition, 'work', key)),
          ),
        ),
        ...(suffix ? [text(/^[\p{P}]/u.test(suffix) ? suffix : ` ${suffix}`)] : []),
      ];
    });
  };
}

const stoppedWithinQuotes = (pieces: ReferencePiece[]): ReferencePiece[] =>
  pieces.map((piece, i) =>
    i === pieces.length - 1 ? { ...piece, text: piece.text.replace(/”$/, '.”') } : piece,
  );

/**
 * Two works in the same script, if that is not the note’s, are separated as that script requires: two English works
 * in a Chinese note.
 */
const separatorBetween = (before: Citable | undefined, work: Citable, t: Translations): string =>
  before &&
  isWrittenInHan(before.language) === isWrittenInHan(work.language) &&
  isWrittenInHan(work.language) !== isWrittenInHan(t.lang)
    ? translationsFor(work.language).typography.citationSeparator
    : t.typography.citationSeparator;

/**
 * A reference whose title links to the work’s page and whose address or DOI is a link. `keep` marks stretches without
 * line breaks in the rest.
 */
export const referenceHast = (
  pieces: ReferencePiece[],
  workPage: string | undefined,
  keep = unbrokenRanges,
): ElementContent[] =>
  pieces.flatMap(({ text: value, italic, variable, lang }) => {
    if (lang !== undefined) return h('span', { lang }, value);
    const shown = italic ? h('i', value) : text(value);
    if (variable === 'URL')
      return h('a', { href: value.startsWith('10.') ? doiAddress(value) : value, className: ['url'] }, value);
    if (variable === 'title' && workPage !== undefined)
      // The marks would be underlined.
      return betweenMarks(value, (words) => h('a', { href: workPage }, italic ? h('i', words) : words));
    return italic || variable === 'title' ? shown : keep(value);
  });

/** The entry of a work in a list of works, as HTML in which lines may break within addresses. */
export const entryHtml = (
  dossier: Dossier,
  item: Citable,
  style: CitationStyle,
  workPage?: string,
  keep = unbrokenRanges,
): string => breakAddresses(toHtml(referenceHast(referencesIn(dossier).entry(item, style), workPage, keep)));

/** The address of a cross reference on a page of that edition, from the dossier’s root. */
export function targetAddress(dossier: Dossier, { scheme, id }: Target, edition: string): string {
  const spoken = (address: string): string =>
    addressInLanguage(dossier.settings.value.editions, edition, address);
  const inChapter = (chapter: string | undefined, fragment: string): string =>
    chapter === undefined ? urls.front(edition) : `${urls.chapter(edition, chapter)}#${fragment}`;
  switch (scheme) {
    case 'exhibit':
      return urls.exhibit(edition, id);
    case 'seg': {
      const chapter = segmentIn(dossier, edition, id)?.chapter;
      return chapter === undefined && hasOwnPage(id)
        ? spoken(urls.segment(id))
        : inChapter(chapter, htmlId(id));
    }
    case 'note': {
      const chapter = chapterOfNote(dossier, id, edition);
      return chapter === undefined ? spoken(urls.note(Number(id))) : inChapter(chapter, `note-${id}`);
    }
    default:
      return urls.entryIn(edition, scheme, id);
  }
}

export const chapterOfNote = (dossier: Dossier, id: string, edition: string): string | undefined =>
  dossier.chapters.find((one) => one.edition === edition && one.notes.some(({ label }) => label === id))?.id;

const text = (value: string): ElementContent => ({ type: 'text', value });
