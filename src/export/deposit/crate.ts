import { paperAuthors, recordOfPaper } from '../../cite/own-items.ts';
import { indentedJson } from '../../model/json.ts';
import { localised } from '../../model/localised.ts';
import type { Edition } from '../../model/settings.ts';
import { absolute, doiAddress, urls } from '../../model/urls.ts';
import type { Dossier } from '../../read/dossier.ts';
import { labelOf } from '../../render/label.ts';
import { releaseAsItStands } from '../../site/releases.ts';
import { formName } from '../form-names.ts';

/** A file of a crate. */
export interface CrateFile {
  path: string;
  /** The form that the file belongs to; undefined for files about the whole crate. */
  form: string | undefined;
  mediaType: string;
  /** The editions whose wording it contains. */
  editions: Edition[];
  content: Uint8Array;
  sha256: string;
}

export const METADATA = 'ro-crate-metadata.json';
const PROFILE = 'https://w3id.org/ro/crate/1.2';
const PAPER = '#paper';
const EDITORS = '#editors';
const RIGHTS = '#rights';

/** The metadata of a crate (RO-Crate 1.2, https://www.researchobject.org/ro-crate/specification/1.2/), as JSON-LD. */
export function describeCrate(dossier: Dossier, files: readonly CrateFile[]): string {
  const { paper, dossier: metadata, editions } = dossier.settings.value;
  const first = editions[0]!;
  const release = releaseAsItStands(dossier);
  const source = paper.DOI === undefined ? PAPER : doiAddress(paper.DOI);
  const licence = { '@id': metadata.licence?.url ?? RIGHTS };
  const record = recordOfPaper(dossier.settings.value, first);
  const authors = paperAuthors(dossier.settings.value, first);
  return indentedJson({
    '@context': `${PROFILE}/context`,
    '@graph': [
      {
        '@id': METADATA,
        '@type': 'CreativeWork',
        conformsTo: { '@id': PROFILE },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: localised(metadata.title, first),
        alternateName:
          editions.length > 1 ? editions.slice(1).map(({ id }) => localised(metadata.title, id)) : undefined,
        description: [
          localised(metadata.description, first),
          ...editions.map((edition) => labelOf(dossier.settings.value, edition)),
        ].join('\n'),
        version: metadata.version,
        datePublished: metadata.issued,
        inLanguage: editions.map(({ lang }) => lang),
        keywords: editions.flatMap(({ id }) => paper.keywords?.[id] ?? []),
        author: { '@id': EDITORS },
        publisher: { '@id': EDITORS },
        license: licence,
        isBasedOn: { '@id': source },
        url: metadata.site && absolute(metadata.site, release ? urls.release(release.version) : '/'),
        hasPart: files.map(({ path }) => ({ '@id': path })),
      },
      ...files.map(({ path, form, mediaType, editions: of, content, sha256 }) => ({
        '@id': path,
        '@type': 'File',
        name: form === undefined ? path : formName(form, first),
        encodingFormat: mediaType,
        contentSize: String(content.length),
        sha256,
        inLanguage: of.length > 0 ? of.map(({ lang }) => lang) : undefined,
        license: licence,
      })),
      { '@id': EDITORS, '@type': 'Organization', name: localised(metadata.editors, first) },
      {
        ...licence,
        '@type': 'CreativeWork',
        name: metadata.licence?.name ?? 'All rights reserved',
        description: metadata.licence && localised(metadata.licence.covers, first),
      },
      {
        '@id': source,
        '@type': 'ScholarlyArticle',
        name: record.title,
        inLanguage: paper.language,
        author: authors.map((_, i) => ({ '@id': authorId(i) })),
        datePublished: paper.year?.toString(),
      },
      ...authors.map((name, i) => ({ '@id': authorId(i), '@type': 'Person', name })),
    ],
  });
}

const authorId = (i: number): string => `#author-${i + 1}`;
