import type { Element } from 'xast';
import { x } from 'xastscript';
import { translationsFor } from '../../i18n/translations.ts';
import { localised, type Localised } from '../../model/localised.ts';
import type { Edition } from '../../model/settings.ts';
import { absolute, urls } from '../../model/urls.ts';
import type { Dossier } from '../../read/dossier.ts';
import { labelOf } from '../../render/label.ts';
import { filesFor, type Form } from '../form.ts';
import { xmlDocument } from '../xml.ts';

/** Terms and names in all languages (TBX-Basic of ISO 30042:2019, data categories as attributes). */
export const tbx: Form = {
  id: 'tbx',
  name: 'terms and names in TBX, for terminologists and translators',
  mediaType: 'application/x-tbx',
  files: (dossier) => {
    const whole = dossier.terms.length + dossier.actors.length === 0 ? [] : [dossier.settings.value];
    return filesFor(dossier, 'tbx', whole, writeTbx);
  },
};

/** The fields that terms and the names of actors have in common. */
interface Concept {
  kind: 'term' | 'actor';
  id: string;
  name: Localised;
  aliases: Record<string, string[]>;
  seeAlso: string[];
  definition?: Localised;
  /** Who gave the definition, in an edition’s language. */
  by?: (edition: Edition) => string;
}

function writeTbx(dossier: Dossier): string {
  const { dossier: metadata, editions } = dossier.settings.value;
  const [first] = editions;
  const concepts: Concept[] = [
    ...dossier.terms.map(({ id, value }): Concept => ({
      ...value,
      kind: 'term',
      id,
      by: ({ lang }) => translationsFor(lang).terms.definedBy[value.definedBy],
    })),
    ...dossier.actors.map(({ id, value }): Concept => ({ ...value, kind: 'actor', id, seeAlso: [] })),
  ];
  // One section per language, even if several editions share it.
  const inLanguages = [...new Map(editions.toReversed().map((edition) => [edition.lang, edition]))]
    .toReversed()
    .map(([, edition]) => edition);
  const document = x(
    'tbx',
    {
      xmlns: 'urn:iso:std:iso:30042:ed-2',
      type: 'TBX-Basic',
      style: 'dca',
      'xml:lang': first?.lang,
    },
    [
      x('tbxHeader', [
        x('fileDesc', [
          x('titleStmt', [x('title', localised(metadata.title, first?.id ?? ''))]),
          x(
            'sourceDesc',
            [
              `${localised(metadata.editors, first?.id ?? '')}, ${metadata.version}, ${metadata.issued}`,
              ...(metadata.licence ? [`${metadata.licence.name} ${metadata.licence.url}`] : []),
              ...editions.map((edition) => labelOf(dossier.settings.value, edition, 'account')),
            ].map((text) => x('p', text)),
          ),
        ]),
      ]),
      x('text', [
        x(
          'body',
          concepts.map((concept) => entry(dossier, inLanguages, concept)),
        ),
      ]),
    ],
  );
  return xmlDocument(document, [
    ...['tbx', 'tbxHeader', 'fileDesc', 'sourceDesc', 'text', 'body'],
    ...['conceptEntry', 'langSec', 'descripGrp', 'termSec'],
  ]);
}

function entry(dossier: Dossier, editions: Edition[], concept: Concept): Element {
  const { kind, id, name, aliases, seeAlso, definition, by } = concept;
  const { site } = dossier.settings.value.dossier;
  const [first] = editions;
  const field = first && translationsFor(first.lang).collections[kind];
  return x(
    'conceptEntry',
    { id: `${kind}-${id}` },
    x('descrip', { type: 'subjectField' }, field),
    seeAlso.map((other) => x('ref', { type: 'crossReference', target: `${kind}-${other}` }, other)),
    site && x('xref', { type: 'externalCrossReference', target: absolute(site, urls.entry(kind, id)) }, id),
    editions.map((edition) => {
      const preferred = name[edition.id];
      if (preferred === undefined) return undefined;
      const defined = definition?.[edition.id];
      const others = (aliases[edition.id] ?? []).filter((alias) => alias !== preferred);
      return x(
        'langSec',
        { 'xml:lang': edition.lang },
        defined === undefined
          ? undefined
          : x('descripGrp', [
              x('descrip', { type: 'definition' }, defined),
              by && x('admin', { type: 'source' }, by(edition)),
            ]),
        term(preferred, 'preferredTerm-admn-sts'),
        others.map((alias) => term(alias, 'admittedTerm-admn-sts')),
      );
    }),
  );
}

const term = (text: string, status: string): Element =>
  x('termSec', [x('term', text), x('termNote', { type: 'administrativeStatus' }, status)]);
