import { paperKey } from '../../cite/own-items.ts';
import { translationsFor } from '../../i18n/translations.ts';
import { sha256 } from '../../model/fingerprint.ts';
import { localised } from '../../model/localised.ts';
import type { Edition } from '../../model/settings.ts';
import { absolute, doiAddress } from '../../model/urls.ts';
import { wordingOf } from '../../model/wording.ts';
import { escapeXml } from '../../model/xml.ts';
import type { Dossier, Picture } from '../../read/dossier.ts';
import { referenceToPaper } from '../../render/label.ts';
import type { Bound } from '../book/bind.ts';
import { authorsOf, bookTitle } from '../book/title-page.ts';

/** The package document (EPUB 3.3, with the metadata of EPUB Accessibility 1.1): the book’s metadata and content. */
export function packageDocument(
  dossier: Dossier,
  editions: Edition[],
  bound: Bound,
  pictures: ReadonlyMap<string, Picture>,
): string {
  const spine = bound.parts.map((_, i) => `<itemref idref="part-${i + 1}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${editions[0]?.lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadataOf(dossier, editions, bound).join('\n')}
</metadata>
<manifest>
${manifestOf(bound, pictures).join('\n')}
</manifest>
<spine>
${spine.join('\n')}
</spine>
</package>
`;
}

function metadataOf(dossier: Dossier, editions: Edition[], { parts, pages }: Bound): string[] {
  const { paper, dossier: metadata } = dossier.settings.value;
  const [first] = editions as [Edition, ...Edition[]];
  const distinct = (say: (edition: Edition) => string[]): string[] => [...new Set(editions.flatMap(say))];
  const elements = (name: string, values: string[]): string[] =>
    values.map((value) => `<${name}>${escapeXml(value)}</${name}>`);
  const meta = (property: string, values: string[]): string[] =>
    values.map((value) => `<meta property="${property}">${escapeXml(value)}</meta>`);
  const title = editions.map((edition) => bookTitle(dossier, edition)).join(' / ');
  const source =
    paper.DOI === undefined ? referenceToPaper(dossier.settings.value, first) : doiAddress(paper.DOI);
  const hasMath = parts.some(({ holds }) => holds.mathml);
  return [
    `<dc:identifier id="book">${uuid(`${paperKey(paper)} ${paper.DOI ?? localised(paper.title, first)} ${editions.map(({ id }) => id).join(' ')}`)}</dc:identifier>`,
    ...elements('dc:title', [title]),
    ...elements(
      'dc:language',
      distinct(({ lang }) => [lang]),
    ),
    ...whoMade(dossier, editions),
    ...elements(
      'dc:description',
      distinct((edition) => [localised(metadata.description, edition)]),
    ),
    ...elements(
      'dc:subject',
      distinct(({ id }) => paper.keywords?.[id] ?? []),
    ),
    `<dc:source id="paper">${escapeXml(source)}</dc:source>`,
    ...(pages.length > 0 ? ['<meta refines="#paper" property="source-of">pagination</meta>'] : []),
    ...(metadata.site === undefined ? [] : elements('dc:relation', [absolute(metadata.site, '/')])),
    ...elements('dc:date', [metadata.issued]),
    ...(metadata.licence
      ? elements('dc:rights', [
          `${metadata.licence.name} ${metadata.licence.url}. ${localised(metadata.licence.covers, first)}`,
        ])
      : []),
    ...meta('dcterms:modified', [`${metadata.issued}T00:00:00Z`]),
    ...meta('schema:version', [metadata.version]),
    ...meta('schema:accessMode', ['textual', 'visual']),
    ...meta('schema:accessModeSufficient', ['textual']),
    ...meta('schema:accessibilityFeature', [
      'tableOfContents',
      'structuralNavigation',
      'readingOrder',
      'alternativeText',
      'ARIA',
      'displayTransformability',
      ...(pages.length > 0 ? ['pageBreakMarkers', 'pageNavigation'] : []),
      ...(hasMath ? ['MathML'] : []),
    ]),
    ...meta('schema:accessibilityHazard', ['none']),
    ...editions.map(
      ({ lang }) =>
        `<meta property="schema:accessibilitySummary" xml:lang="${lang}">${escapeXml(translationsFor(lang).book.accessibility)}</meta>`,
    ),
  ];
}

function manifestOf({ parts }: Bound, pictures: ReadonlyMap<string, Picture>): string[] {
  return [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="book.css" media-type="text/css"/>',
    '<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>',
    ...[...pictures].map(
      ([file, { mediaType }], i) => `<item id="picture-${i + 1}" href="${file}" media-type="${mediaType}"/>`,
    ),
    ...parts.map(({ part, holds }, i) => {
      const properties = [...(holds.svg ? ['svg'] : []), ...(holds.mathml ? ['mathml'] : [])].join(' ');
      return `<item id="part-${i + 1}" href="${part.file}" media-type="application/xhtml+xml"${properties === '' ? '' : ` properties="${properties}"`}/>`;
    }),
  ];
}

/** The authors are the creators of an original and of its translations; the editors are those of a paraphrase. */
function whoMade(dossier: Dossier, editions: Edition[]): string[] {
  const made = new Map<string, Set<string>>();
  const add = (role: string, name: string): void =>
    void made.set(name, (made.get(name) ?? new Set()).add(role));
  for (const edition of editions) {
    const wording = wordingOf(edition);
    for (const name of authorsOf(dossier, edition)) add('aut', name);
    if (wording.type === 'translation') add('trl', wording.translator);
    add('edt', localised(dossier.settings.value.dossier.editors, edition));
  }
  return [...made].flatMap(([name, roles], i) => {
    const id = `who-${i + 1}`;
    const element = roles.has('aut') ? 'creator' : 'contributor';
    return [
      `<dc:${element} id="${id}">${escapeXml(name)}</dc:${element}>`,
      ...[...roles].map(
        (role) => `<meta refines="#${id}" property="role" scheme="marc:relators">${role}</meta>`,
      ),
    ];
  });
}

/** A UUID derived from a name (RFC 9562, version 8): the same for every version of a book. */
function uuid(name: string): string {
  const hex = sha256(name);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
