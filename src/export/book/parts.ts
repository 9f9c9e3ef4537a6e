import type { ElementContent, Root } from 'hast';

/** A part of a book, in a file of its own. */
export interface BookPart {
  file: string;
  /** The type of the part, among those that both EPUB and DPUB-ARIA define, except the title page. */
  type: 'titlepage' | 'abstract' | 'chapter' | 'appendix' | 'glossary' | 'bibliography';
  title: ElementContent[];
  /** The entries below its title in the table of contents. */
  headings?: { id: string; title: ElementContent[] }[];
  /** As on pages of the site, with the site’s addresses. */
  body: ElementContent[];
}

/** A part as it appears in the book. */
export interface BoundPart {
  part: BookPart;
  tree: Root;
  /** The content types that the package document must declare for it. */
  holds: { svg: boolean; mathml: boolean };
}
