import { fromHtml } from 'hast-util-from-html';
import type { SourceDocument } from '../source-document.ts';
import { decodeMarkup } from './decode-markup.ts';
import { openDocx } from './docx.ts';
import { htmlMetadata } from './html-metadata.ts';
import { isPacked } from './is-markup.ts';
import { jatsToHtml } from './jats.ts';
import { readTree, type OpenedTree } from './read-tree.ts';

/** A paper in one of these formats, or one sentence on why it cannot be read. */
type ReadMarkup = { format: 'DOCX' | 'HTML' | 'JATS'; document: SourceDocument } | { refusal: string };

/** The most characters of an HTML or XML file, of which tags may be the greater part. */
const MAX_CHARACTERS = 20_000_000;

/** Reads a Word document, an HTML page or a JATS article (https://jats.nlm.nih.gov). */
export async function readMarkup(bytes: Uint8Array): Promise<ReadMarkup> {
  try {
    const result = isPacked(bytes) ? documentOf('DOCX', await openDocx(bytes)) : readText(bytes);
    if ('refusal' in result || result.document.blocks.some(({ kind }) => kind === 'paragraph')) return result;
    return { refusal: 'it contains no paragraph of text' };
  } catch (error) {
    // A tree this deep cannot be walked; no paper needs it.
    if (error instanceof RangeError) return { refusal: 'its elements are nested thousands deep' };
    throw error;
  }
}

function documentOf(format: 'DOCX' | 'HTML' | 'JATS', opened: OpenedTree): ReadMarkup {
  if ('refusal' in opened) return opened;
  const { tree, ...about } = opened;
  return { format, document: readTree(tree, about) };
}

function readText(bytes: Uint8Array): ReadMarkup {
  const decoded = decodeMarkup(bytes);
  if ('refusal' in decoded) return decoded;
  const { text } = decoded;
  if (text.length > MAX_CHARACTERS)
    return { refusal: `it has ${Math.round(text.length / 1e6)} million characters, far more than any paper` };
  const root = /<([a-z][\w:-]*)/i.exec(text.replace(/<!--[^]*?-->/g, ''))?.[1] ?? '';
  const isPage = /^\s*<!DOCTYPE html\b/i.test(text) || !/^\s*<\?xml\b|<front[\s>]/.test(text);
  if (isPage || root === 'html') {
    const tree = fromHtml(text);
    return documentOf('HTML', { tree, metadata: htmlMetadata(tree), isPage: true });
  }
  if (root !== 'article')
    return {
      refusal: `it is XML of an unknown kind, with the root element <${root}>: expected JATS, whose root is <article>`,
    };
  return documentOf('JATS', jatsToHtml(text));
}
