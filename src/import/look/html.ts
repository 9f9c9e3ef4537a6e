/** A stretch of HTML or SVG in which all text is escaped. */
export interface Html {
  html: string;
}

export type Content = Html | string | Content[];

/**
 * An element as text, at once: a page of the paper has thousands, and a tree of them would take longer than the paper
 * takes to be read. Attributes without a value are left out; an element that never holds anything has no content.
 */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content?: Content,
): Html {
  let html = `<${name}`;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined) html += ` ${attribute}="${escape(String(value))}"`;
  }
  return { html: content === undefined ? `${html}>` : `${html}>${written(content)}</${name}>` };
}

function written(content: Content): string {
  if (typeof content === 'string') return escape(content);
  return Array.isArray(content) ? content.map(written).join('') : content.html;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
