import { escapeXml } from '../../model/xml.ts';

/** HTML or SVG in which all text is escaped. */
export interface Html {
  html: string;
}

export type Content = Html | string | Content[];

/**
 * Writes an element directly as text: a page of the paper has thousands, and building a tree would take longer than
 * reading the paper. Attributes without a value are omitted; void elements have no `content`.
 */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content?: Content,
): Html {
  let html = `<${name}`;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined) html += ` ${attribute}="${escapeXml(String(value))}"`;
  }
  return { html: content === undefined ? `${html}>` : `${html}>${written(content)}</${name}>` };
}

function written(content: Content): string {
  if (typeof content === 'string') return escapeXml(content);
  return Array.isArray(content) ? content.map(written).join('') : content.html;
}
