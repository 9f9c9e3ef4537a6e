import { stringify } from 'yaml';
import { asAuthor, recordOfPaper } from '../cite/own-items.ts';
import { indentedJson } from '../model/json.ts';
import { localised } from '../model/localised.ts';
import { publicEditions, type Settings } from '../model/settings.ts';
import { absolute, doiAddress, urls } from '../model/urls.ts';
import { wordingOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { labelOf } from '../render/label.ts';
import { editorsThen, releasedEdition } from './released-record.ts';
import { releasesOf } from './releases.ts';

// The metadata that repositories require for a deposit of the dossier or a release.

/** What the dossier or a release says about itself, in each public edition. */
interface Deposit {
  version: string;
  issued: string;
  editions: {
    id: string;
    lang: string;
    /** Whose wording it has. */
    wording: string;
    title: string;
    editors: string;
    label: string | undefined;
  }[];
  licence: { name: string; url: string } | undefined;
  address: string | undefined;
}

function citedDeposit(dossier: Dossier, version: string | undefined): Deposit {
  const { dossier: own, ...settings } = dossier.settings.value;
  const release = releasesOf(dossier).find((one) => one.version === version);
  // What names a release has an address in it.
  const named = release ?? releasesOf(dossier).find((one) => one.version === own.version);
  const address = own.site && absolute(own.site, named ? urls.release(named.version) : '/');
  if (release)
    return {
      version: release.version,
      issued: release.issued,
      editions: release.editions.map((frozen) => ({
        id: frozen.edition.id,
        lang: frozen.edition.lang,
        wording: wordingOf(releasedEdition(frozen)).type,
        title: frozen.title,
        editors: asAuthor(editorsThen({ dossier: own, ...settings }, frozen.edition.id, frozen.editors)),
        label: frozen.label,
      })),
      licence: release.editions[0]?.licence,
      address,
    };
  return {
    version: own.version,
    issued: own.issued,
    editions: publicEditions({ dossier: own, ...settings }).map((edition) => ({
      id: edition.id,
      lang: edition.lang,
      wording: wordingOf(edition).type,
      title: localised(own.title, edition),
      editors: asAuthor(localised(own.editors, edition)),
      label: undefined,
    })),
    licence: own.licence,
    address,
  };
}

/**
 * The metadata of the dossier, or of a release, in DataCite’s JSON (schema 4.6, https://schema.datacite.org), which
 * repositories need to register a DOI. The dossier derives from the paper and describes it.
 */
export function toDataCite(dossier: Dossier, version?: string): string {
  const settings = dossier.settings.value;
  const { paper } = settings;
  const { issued, editions, licence, address, ...deposit } = citedDeposit(dossier, version);
  const [first] = editions;
  const spdx = licence && spdxOf(licence.url);
  return indentedJson({
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    types: { resourceTypeGeneral: 'Text', resourceType: 'Dossier' },
    creators: [{ name: first?.editors, nameType: 'Organizational', lang: first?.lang }],
    titles: editions.map(({ title, lang }, i) => ({
      title,
      lang,
      titleType: i > 0 ? 'TranslatedTitle' : undefined,
    })),
    // The editors publish it themselves.
    publisher: { name: first?.editors, lang: first?.lang },
    publicationYear: issued.slice(0, 4),
    dates: [{ date: issued, dateType: 'Issued' }],
    language: first?.lang,
    version: deposit.version,
    rightsList: licence && [
      {
        rights: licence.name,
        rightsUri: licence.url,
        ...(spdx && {
          rightsIdentifier: spdx,
          rightsIdentifierScheme: 'SPDX',
          schemeUri: 'https://spdx.org/licenses/',
        }),
      },
    ],
    descriptions: editions.flatMap(({ id, lang, label }) => [
      { description: localised(settings.dossier.description, id), descriptionType: 'Abstract', lang },
      ...(label === undefined ? [] : [{ description: label, descriptionType: 'Other', lang }]),
    ]),
    subjects: editions.flatMap(({ id, lang }) =>
      (paper.keywords?.[id] ?? []).map((subject) => ({ subject, lang })),
    ),
    relatedIdentifiers: [
      ...(paper.DOI === undefined
        ? []
        : [
            'IsDerivedFrom',
            'Describes',
            // A paraphrase is not a translation.
            ...(editions.some(({ wording }) => wording === 'translation') ? ['IsTranslationOf'] : []),
          ].map((relationType) => ({
            relatedIdentifier: paper.DOI,
            relatedIdentifierType: 'DOI',
            relationType,
            resourceTypeGeneral: 'JournalArticle',
          }))),
      ...(version !== undefined && settings.dossier.site
        ? [
            {
              relatedIdentifier: absolute(settings.dossier.site, '/'),
              relatedIdentifierType: 'URL',
              relationType: 'IsVersionOf',
            },
          ]
        : []),
    ],
    formats: ['text/html', 'application/json'],
    url: address,
  });
}

/**
 * The same as `CITATION.cff` (Citation File Format 1.2.0, https://citation-file-format.github.io), with the paper as a
 * reference.
 */
export function toCitationFile(dossier: Dossier, version?: string): string {
  const settings = dossier.settings.value;
  const { issued, editions, licence, address, ...deposit } = citedDeposit(dossier, version);
  const [first] = editions;
  const edition = settings.editions.find(({ id }) => id === first?.id) ?? settings.editions[0]!;
  const spdx = licence && spdxOf(licence.url);
  return stringify(
    {
      'cff-version': '1.2.0',
      // Users must first learn whose wording this is.
      message: first?.label ?? labelOf(settings, edition),
      type: 'dataset',
      title: first?.title,
      authors: [{ name: first?.editors }],
      version: deposit.version,
      'date-released': issued,
      license: spdx,
      'license-url': spdx === undefined ? licence?.url : undefined,
      url: address,
      abstract: localised(settings.dossier.description, edition),
      keywords: settings.paper.keywords?.[edition.id],
      references: [paperReference(settings, edition)],
    },
    { lineWidth: 0 },
  );
}

function paperReference(settings: Settings, edition: Settings['editions'][number]): Record<string, unknown> {
  const item = recordOfPaper(settings, edition);
  const [start, end] = settings.paper.pages ?? [];
  return {
    type: 'article',
    title: item.title,
    authors: (item.author ?? []).map((name) =>
      'literal' in name ? { name: name.literal } : { 'family-names': name.family, 'given-names': name.given },
    ),
    journal: item['container-title'],
    year: settings.paper.year,
    volume: item.volume,
    issue: item.issue,
    start: start?.toString(),
    end: end?.toString(),
    doi: item.DOI,
    url: item.DOI && doiAddress(item.DOI),
  };
}

/** The SPDX identifier of a Creative Commons licence, from its address: CC-BY-4.0. */
function spdxOf(url: string): string | undefined {
  const [, terms, version] =
    /^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)\/?/.exec(url) ?? [];
  if (terms === undefined) return undefined;
  return terms === 'zero' ? `CC0-${version}` : `CC-${terms.toUpperCase()}-${version}`;
}
