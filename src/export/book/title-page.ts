import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { paperAuthors } from '../../cite/own-items.ts';
import { languageIn, sayDate } from '../../i18n/phrases.ts';
import { translationsFor, type Translations } from '../../i18n/translations.ts';
import { localised } from '../../model/localised.ts';
import type { Edition } from '../../model/settings.ts';
import { absolute } from '../../model/urls.ts';
import { wordingOf } from '../../model/wording.ts';
import type { Dossier } from '../../read/dossier.ts';
import { bylineOf, labelOf, linkPaper } from '../../render/label.ts';
import { columns, inLine, parsed } from './columns.ts';
import type { BookPart } from './parts.ts';

/** The title of the book in each edition’s language: the paper’s title, and the edition. */
export const bookTitle = ({ settings }: Dossier, edition: Edition): string => {
  const wording = wordingOf(edition);
  return translationsFor(edition.lang).cite.title[wording.type]({
    name: localised(settings.value.paper.title, edition),
    translator: wording.type === 'translation' ? wording.translator : 'none',
    language: languageIn(edition.lang, edition.lang),
  });
};

/** The authors of its words: the editors of a paraphrase, or else the paper’s. */
export const authorsOf = ({ settings }: Dossier, edition: Edition): string[] =>
  wordingOf(edition).type === 'paraphrase'
    ? [localised(settings.value.dossier.editors, edition)]
    : paperAuthors(settings.value, edition);

/** What the book is, whose words it contains, which version it is, and where it can be read. */
export function titlePart(dossier: Dossier, editions: Edition[]): BookPart {
  const { paper, dossier: metadata } = dossier.settings.value;
  return {
    file: 'title.xhtml',
    type: 'titlepage',
    title: inLine(editions, (edition) => localised(paper.title, edition)),
    body: columns(editions, (edition, t) => {
      const keywords = paper.keywords?.[edition.id];
      return [
        h('p', { className: ['byline'] }, bylineOf(dossier.settings.value, edition, 'text')),
        h('p', localised(metadata.description, edition)),
        h(
          'p',
          { className: ['label'] },
          parsed(linkPaper(dossier.settings.value, labelOf(dossier.settings.value, edition), edition)),
        ),
        keywords && h('p', [h('b', t.keywords), ` ${keywords.join(t.typography.listSeparator)}`]),
        imprint(dossier, edition, t),
      ];
    }),
  };
}

function imprint(dossier: Dossier, edition: Edition, t: Translations): ElementContent {
  const { version, issued, licence, site, editors, title } = dossier.settings.value.dossier;
  const name = localised(title, edition);
  return h(
    'dl',
    { className: ['imprint'] },
    h('dt', t.dossier.heading),
    h('dd', site === undefined ? name : h('a', { href: absolute(site, '/') }, name)),
    h('dt', t.dossier.editors),
    h('dd', localised(editors, edition)),
    h('dt', t.dossier.version),
    h('dd', `${version}, ${sayDate(t, issued)}`),
    licence && [
      h('dt', t.dossier.licence),
      h('dd', [h('a', { href: licence.url }, licence.name), ' ', localised(licence.covers, edition)]),
    ],
  );
}
