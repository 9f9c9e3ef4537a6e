import type { ElementContent } from 'hast';

/** A part of a book, which is a file of its own. */
export interface BookPart {
  file: string;
  /** What kind of part it is, of those that EPUB and DPUB-ARIA both name, except the title page. */
  type: 'titlepage' | 'abstract' | 'chapter' | 'appendix' | 'glossary' | 'bibliography';
  title: ElementContent[];
  /** What stands under its title in the table of contents. */
  headings?: { id: string; title: ElementContent[] }[];
  /** As pages of the site have it, with the site's addresses. */
  body: ElementContent[];
}
