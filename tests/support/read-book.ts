import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { FormFile } from '../../src/export/form.ts';

/** A book as a reading system opens it. */
export interface Book {
  bytes: Uint8Array;
  /** The names in the archive, in order. */
  names: string[];
  text: (name: string) => string;
  /** Its documents by name, without the table of contents. */
  documents: Map<string, Root>;
}

export async function readBook(file: FormFile): Promise<Book> {
  const bytes = await file.make();
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const documents = new Map(
    names
      .filter((name) => name.endsWith('.xhtml') && !name.endsWith('nav.xhtml'))
      .map((name) => [name.replace('EPUB/', ''), fromHtml(text(name))]),
  );
  return { bytes, names, text, documents };
}

/** Every element of a book with the document that contains it. */
export function elementsOf({
  documents,
}: Book): { file: string; element: Element; parent: Element | Root }[] {
  return [...documents].flatMap(([file, tree]) => {
    const found: { file: string; element: Element; parent: Element | Root }[] = [];
    visit(tree, 'element', (element, _, parent) => {
      if (parent?.type === 'element' || parent?.type === 'root') found.push({ file, element, parent });
    });
    return found;
  });
}

/** All messages of epubcheck-ts about a book, of any severity. */
export async function complaintsOf({ bytes }: Book, name: string): Promise<string[]> {
  const { messages } = await new EpubCheck().check(bytes, name);
  return messages.map(({ id, message, location }) => `${name} ${location?.path ?? ''} ${id} ${message}`);
}
