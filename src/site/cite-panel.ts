import { toHtml } from 'hast-util-to-html';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isInText } from '../model/citation-style.ts';
import { dayOfCopying } from '../exchange/edition-record.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import { permalink } from '../model/urls.ts';
import { attributionOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoizeWith } from '../model/memoize.ts';
import { citedIn, listed, type Cited, type InStyle } from './citing.ts';
import type { Printed } from './joined-references.ts';
import { inLanguage } from './in-language.ts';
import { partOf } from './own-record.ts';
import { quotesOthers } from './quotation-records.ts';
import { filesOfOwn, filesOfPaper, type RecordFile } from './record-files.ts';

/** A text to copy, with its label. */
type Form = [name: string, content: ElementContent[]];

/**
 * The panel that says how to cite a page, as HTML: the paper as quoted through the page, the paper alone, and the page
 * alone (first if it is the whole dossier), each in every style and as records. What needs the script is hidden without
 * it: the date of copying, and that selected words have citations of their own.
 */
export const citePanel = memoizeWith(makePanel);

function makePanel(dossier: Dossier, base: string, edition: Edition, cited: Cited): string {
  const { cite, dossier: whole } = translationsFor(edition.lang);
  const { own, paper } = cited;
  const styles = citedIn(dossier, base, edition, cited);
  const hasJoint = styles.some(({ chain }) => chain);
  const hasOwn = styles.some((one) => one.own);
  const whose = own && attributionOf(edition, partOf(own));
  const isReconstructed = own?.isReconstructed === true;
  const named =
    own && partOf(own) === 'account' ? 'account' : isReconstructed ? ('reconstruction' as const) : whose;
  const isAccount = paper?.subject !== undefined;
  const inOne = isAccount ? cite.own.account : isReconstructed ? cite.inOneReconstructed : cite.inOne;
  const inOneSays = isAccount ? cite.ownExplanation.account : cite.inOneExplanation;
  const path = pathOf(dossier, base, edition, own);
  const alone = (part: 'own' | 'paper') => (one: InStyle) => formsOf(edition, one, one[part]);
  const parts = [
    hasJoint &&
      part(styles, inOne, inOneSays, (one) => jointForms(edition, one), path).concat(
        own && isAccount ? files(edition, filesOfOwn(dossier, base, edition, own)) : [],
      ),
    paper &&
      part(
        styles,
        hasJoint ? cite.alone : cite.paper,
        paper.pages ? cite.paperExplanation : cite.paperUnpaged,
        alone('paper'),
      ).concat(files(edition, filesOfPaper(dossier, edition, paper.pages))),
    own &&
      hasOwn &&
      !isAccount &&
      named !== undefined &&
      named !== 'original' &&
      part(
        styles,
        own.kind === 'dossier' ? whole.heading : cite.own[named],
        own.kind === 'dossier' ? '' : cite.ownExplanation[named],
        alone('own'),
        path,
      ).concat(files(edition, filesOfOwn(dossier, base, edition, own))),
  ].filter((one) => one !== false && one !== undefined);
  // On its own front page, the dossier is what readers want to cite.
  if (own?.kind === 'dossier') parts.reverse();
  const sections = parts.map((content, i) =>
    h('section', i === 0 ? { id: `cite-${edition.id}` } : {}, content),
  );
  if (own && quotesOthers(dossier, edition, own))
    sections[0]?.children.push(h('p', { className: ['by-selecting'], hidden: true }, cite.ofQuoted));
  return toHtml(sections).replaceAll(`[${dayOfCopying}]`, '<span class="opened" hidden></span>');

  function part(
    all: InStyle[],
    name: string,
    says: string,
    forms: (one: InStyle) => Form[],
    below: ElementContent[] = [],
  ): ElementContent[] {
    const groups = all.flatMap((one) =>
      forms(one).map(([form, content], i, { length }) =>
        h('div', { dataStyle: one.style, dataName: one.name, dataOnly: length === 1 && '' }, [
          h('dt', form),
          // An in-text citation is part of a sentence, and its reference in the list has the path.
          h('dd', copyable(edition, {}, h('span', content, isInText(one.style) && i === 0 ? [] : below))),
        ]),
      ),
    );
    return [h('p', h('b', name), says && ` ${says}`), h('dl', groups)];
  }
}

/**
 * Below a reference to the editors’ account, where the dossier has no public address: the path in a copy. References to
 * the text name its paragraph and release, in which anyone can find it.
 */
function pathOf(dossier: Dossier, base: string, edition: Edition, own: Cited['own']): ElementContent[] {
  const { site } = dossier.settings.value.dossier;
  if (!own || own.kind === 'dossier' || partOf(own) !== 'account' || site !== undefined) return [];
  const address = permalink(site, base, own.address);
  return [h('br'), { type: 'text', value: `\n${translationsFor(edition.lang).cite.local({ address })}` }];
}

const copyable = (edition: Edition, said: object, shown: ElementContent): ElementContent => {
  const { copy, copied } = translationsFor(edition.lang).cite;
  return h('copy-text', { dataCopy: copy, dataCopied: copied, ...said }, shown);
};

const files = (edition: Edition, records: RecordFile[]): ElementContent => {
  const { downloads, download } = translationsFor(edition.lang).cite;
  const rows = records.map(({ name, file, text }) => {
    const shown = h('details', h('summary', name), h('pre', { tabIndex: 0 }, text.replace(/[\r\n]+$/, '')));
    return h('li', copyable(edition, { dataDownload: download, dataFile: file }, shown));
  });
  return h('details', { className: ['files'] }, h('summary', downloads), h('ul', rows));
};

function formsOf(edition: Edition, { style, name }: InStyle, printed: Printed | undefined): Form[] {
  if (!printed) return [];
  const { cite } = translationsFor(edition.lang);
  const { note, entry } = printed;
  const inList = isInText(style) ? cite.inList({ style: name }) : cite.chicagoEntry;
  return [
    [isInText(style) ? cite.inText({ style: name }) : name, inLanguage(edition, printed.lang, note)],
    ...(entry ? [[inList, inLanguage(edition, printed.lang, entry)] satisfies Form] : []),
  ];
}

/** A style that cites in the text has both entries in its list. */
function jointForms(edition: Edition, one: InStyle): Form[] {
  const { cite } = translationsFor(edition.lang);
  if (!one.chain) return [];
  const content = one.chain.flatMap(({ lang, pieces }) => inLanguage(edition, lang, pieces));
  if (!isInText(one.style)) return [[one.name, content]];
  return [
    [cite.inText({ style: one.name }), content],
    ...listed(one).flatMap((printed) => formsOf(edition, one, printed).slice(1)),
  ];
}
