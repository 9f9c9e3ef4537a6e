import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { visit } from 'unist-util-visit';
import { filesOf, forms } from '../../src/export/forms.ts';
import type { Dossier } from '../../src/read/dossier.ts';

/** The files of a form as texts, by name. */
export async function textsOf(dossier: Dossier, id: string): Promise<Map<string, string>> {
  const form = forms.find((one) => one.id === id);
  if (!form) throw new Error(`There is no form ${id}`);
  const made = filesOf(dossier, form).map(
    async ({ name, make }) => [name, new TextDecoder().decode(await make())] as const,
  );
  return new Map(await Promise.all(made));
}

/** Every element of an XML document, in document order. */
export function xmlElements(document: string): Element[] {
  const found: Element[] = [];
  visit(fromXml(document), 'element', (element: Element) => void found.push(element));
  return found;
}

/** The text of an element. */
export function wordsIn(element: Element): string {
  const words: string[] = [];
  visit(element, 'text', ({ value }: { value: string }) => void words.push(value));
  return words.join('');
}
