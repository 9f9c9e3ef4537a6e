import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (targets: [type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="r${i}" Type="${TYPE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

/**
 * A Word document from the WordprocessingML of its body and notes; blocks may follow a note’s first line. `more` adds
 * parts by name.
 */
export function layDocx(
  body: string,
  notes: Record<number, string>,
  more: Record<string, string> = {},
): Uint8Array {
  const noteXml = Object.entries(notes).map(
    ([id, text]) =>
      `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${text.split('<')[0]}</w:t></w:r></w:p>${/<.*/s.exec(text)?.[0] ?? ''}</w:footnote>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['footnotes', 'footnotes.xml'],
      ['numbering', 'numbering.xml'],
    ]),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${NAMESPACES}>${noteXml.join('')}</w:footnotes>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}>${style('a', 'Title')}${style('1', 'heading 1')}${style('2', 'heading 2')}${style('q', 'Quote')}${style('c', 'caption')}${style('Author', 'Author')}${style('Subtitle', 'Subtitle')}${style('TableCaption', 'Table Caption')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
export const styled = (id: string, content: string): string =>
  paragraph(content, `<w:pStyle w:val="${id}"/>`);
export const item = (content: string): string =>
  paragraph(content, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const noteMark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
