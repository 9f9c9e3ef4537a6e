import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { fromHtml } from 'hast-util-from-html';
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import mammoth from 'mammoth';
import { SKIP, visit } from 'unist-util-visit';
import { fromXml } from 'xast-util-from-xml';
import { CONTENTS, LEVELS, nameStyles, outlineStyle } from './docx-styles.ts';
import { takeCover } from './cover.ts';
import { isNames } from '../words/bylines.ts';
import { attribute, textOf } from './elements.ts';
import { texOfOmml } from './omml.ts';
import type { OpenedTree } from './read-tree.ts';

/** The maximum size of all parts when unpacked: far more than any paper needs, and soon exceeded by a zip bomb. */
const MAX_BYTES = 64 * 1024 * 1024;

/** The parts with a paper’s text; pictures and embedded files remain packed. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?(?:document\d*|footnotes|endnotes|styles|numbering|comments|commentsExtended)\.xml(?:\.rels)?)$/;

/** A Word document as HTML elements, with what mammoth could not convert. Nothing outside the file is ever read. */
export async function openDocx(bytes: Uint8Array): Promise<OpenedTree> {
  const parts = unpack(bytes);
  if ('refusal' in parts) return parts;
  const main = Object.keys(parts.files).find((name) => /^word\/document\d*\.xml$/.test(name));
  if (main === undefined)
    return { refusal: 'it is a ZIP archive, but not a Word document: save the paper as .docx' };
  let unread = 0;
  const files: Unzipped = {};
  for (const [name, content] of Object.entries(parts.files)) {
    const xml = strFromU8(content);
    if (/<!DOCTYPE|<!ENTITY/i.test(xml))
      return { refusal: 'it declares entities, which Word documents never do: save it again' };
    const named = name === main ? nameStyles(xml, partOf(parts.files, 'word/styles.xml'), isKnown) : xml;
    const written = withFormulas(named);
    unread += written.unread;
    files[name] = strToU8(written.xml);
  }
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(files, { level: 0 })) },
      {
        styleMap: styles,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    const tree = fromHtml(value, { fragment: true });
    formulasIn(tree);
    joinAuthors(tree);
    const leftOut = [...takeContents(tree), ...takeCover(tree)];
    const passedOver = messages.flatMap(
      ({ message }) => /(?<=element was ignored: )w:\w+/.exec(message) ?? [],
    );
    const losses = [...new Set(passedOver)].map((name) => `Word’s element ${name} is ignored`);
    if (unread > 0) losses.unshift(`${unread} formulas could not be read`);
    const title = /<dc:title>([^<]+)<\/dc:title>/.exec(partOf(parts.files, 'docProps/core.xml'))?.[1]?.trim();
    return { tree, losses, leftOut, metadata: title ? { title } : {} };
  } catch (error) {
    if (error instanceof Error)
      return { refusal: `it is a damaged Word document (${firstLine(error.message)}): save it again` };
    throw error;
  }
}

const partOf = (files: Unzipped, name: string): string => (files[name] ? strFromU8(files[name]) : '');
const firstLine = (message: string): string => message.split('\n')[0]!.trim().replace(/\.$/, '');

function unpack(bytes: Uint8Array): { files: Unzipped } | { refusal: string } {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        size += originalSize;
        return size <= MAX_BYTES;
      },
    });
    if (size > MAX_BYTES)
      return { refusal: `it unpacks to more than ${MAX_BYTES / 1024 / 1024} MB, far more than any paper` };
    return { files };
  } catch (error) {
    if (error instanceof Error)
      return { refusal: 'it is damaged, or not a Word document: download it again, or save it again' };
    throw error;
  }
}

/**
 * The meanings of styles; Word uses the English names of its built-in styles in every language. Author, Table Caption
 * and Image Caption are styles of Pandoc.
 */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  ...[1, 2, 3, 4, 5].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`),
  "p[style-name='Heading 6'] => h6:fresh",
  ...['Quote', 'Intense Quote', 'Block Text', 'Quotations', 'Quotation', 'Block Quote'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  "p[style-name='Author'] => p.author:fresh",
  ...['Caption', 'Table Caption', 'Image Caption'].map(
    (name) => `p[style-name='${name}'] => p.caption:fresh`,
  ),
  "p[style-name='Bibliography'] => p.reference:fresh",
  `p.${CONTENTS} => p.${CONTENTS}:fresh`,
  ...Array.from(
    { length: LEVELS },
    (_, level) => `p.${outlineStyle(level)} => h${Math.min(level + 2, 6)}:fresh`,
  ),
];

const isKnown = (name: string): boolean =>
  styles.some((style) => style.toLowerCase().includes(`'${name.toLowerCase()}'`));

// Private-use characters that mark a formula in text that mammoth converts; no paper contains them.
const [OPEN, BREAK, CLOSE] = ['\uF8E1', '\uF8E2', '\uF8E3'];

/** Replaces formulas, which mammoth does not support, by their TeX. */
function withFormulas(xml: string): { xml: string; unread: number } {
  let unread = 0;
  const run = (math: string, sign: string): string => {
    try {
      const [root] = fromXml(math).children;
      const tex = root?.type === 'element' ? texOfOmml(root) : '';
      const text = `${OPEN}${sign}${BREAK}${tex}${CLOSE}`.replace(
        /[<&>]/g,
        (one) => `&#${one.charCodeAt(0)};`,
      );
      return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    } catch {
      // The formula is reported as lost; the rest of the paper is not affected.
      unread++;
      return '';
    }
  };
  // A field that numbers captions is replaced by its displayed number.
  const written = xml
    .replace(/<\/?w:fldSimple(?:\s[^>]*)?>/g, '')
    .replace(/<m:oMathPara[\s>][\s\S]*?<\/m:oMathPara>/g, (para) =>
      (para.match(/<m:oMath[\s>][\s\S]*?<\/m:oMath>/g) ?? []).map((math) => run(math, 'display')).join(''),
    )
    .replace(/<m:oMath[\s>][\s\S]*?<\/m:oMath>/g, (math) => run(math, 'inline'));
  return { xml: written, unread };
}

/** Joins authors in paragraphs of their own, one below the other, into one line of names; affiliations stay apart. */
function joinAuthors(tree: Root): void {
  const isAuthor = (node: RootContent | undefined): node is Element =>
    node?.type === 'element' && attribute(node, 'className') === 'author';
  tree.children = tree.children.reduce<RootContent[]>((before, node) => {
    const last = before.at(-1);
    if (isAuthor(node) && textOf(node) === '') return before;
    if (isAuthor(node) && isAuthor(last) && isNames(textOf(node)))
      last.children.push({ type: 'text', value: ', ' }, ...node.children);
    else before.push(node);
    return before;
  }, []);
}

/** Takes a table of contents out of a document; returns its lines. */
function takeContents(tree: Root): string[] {
  const isContents = (node: RootContent): node is Element =>
    node.type === 'element' && attribute(node, 'className') === CONTENTS;
  const lines = tree.children.filter(isContents).map(textOf);
  tree.children = tree.children.filter((node) => !isContents(node));
  return lines;
}

const FORMULA = new RegExp(`${OPEN}(\\w+)${BREAK}([^${CLOSE}]*)${CLOSE}`);

/** Turns the marked formulas into elements. */
function formulasIn(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const found = FORMULA.exec(node.value);
    if (!found) return;
    const [whole, display = 'inline', tex = ''] = found;
    parent.children.splice(
      index,
      1,
      { type: 'text', value: node.value.slice(0, found.index) },
      h('math', { dataTex: tex, display: display === 'display' ? 'block' : 'inline' }, tex),
      { type: 'text', value: node.value.slice(found.index + whole.length) },
    );
    return [SKIP, index + 1];
  });
}
