import type { PhrasingContent } from 'mdast';
import katex from 'katex';
import { withUnitMarks } from '../markdown/remark-html.ts';
import { renderBlocks } from '../markdown/render.ts';
import type { Dossier, Note, Prose, Segment } from '../read/dossier.ts';
import { urls, withBase } from '../model/urls.ts';
import { renderContext } from '../render/render-context.ts';
import { unitMarks } from '../render/unit-marks.ts';

/** The text of a dossier as HTML, for every page but the chapters. */
export interface HtmlRenderer {
  /** As on the page of its chapter, with the ids of its permalinks. */
  inChapter: (segment: Segment) => string;
  /** A segment whose notes and editors’ remarks are on the same page, or in the chapter. */
  segment: (segment: Segment, notes?: 'here' | 'in chapter') => string;
  /** The nth unit (from 1) of a segment as a paragraph, on a page that has its notes and the editors’ remarks. */
  unit: (words: PhrasingContent[], segment: string, unit: number, edition: string) => string;
  note: (note: Note) => string;
  prose: (prose: Prose) => string;
}

/** `base` is the path prefix of links. */
export function htmlRenderer(dossier: Dossier, base: string): HtmlRenderer {
  const options = { ...renderContext(dossier, base), withAnchors: false };
  const marks = { unitMarks: unitMarks(dossier) };
  return {
    inChapter: ({ blocks, edition }) =>
      renderBlocks(blocks, { ...options, ...marks, withAnchors: true, edition }),
    segment: ({ blocks, edition, chapter }, notes = 'here') =>
      renderBlocks(blocks, {
        ...options,
        edition,
        ...(notes === 'in chapter'
          ? { noteAddress: (number) => withBase(base, urls.noteInChapter(edition, chapter, number)) }
          : marks),
      }),
    unit: (words, segment, unit, edition) => {
      const children = withUnitMarks(words, marks.unitMarks(segment, unit, edition));
      return renderBlocks([{ type: 'paragraph', children }], { ...options, edition });
    },
    note: ({ blocks, edition, label }) => renderBlocks(blocks, { ...options, edition, note: label }),
    prose: ({ tree, edition }) => renderBlocks(tree.children, { ...options, edition }),
  };
}

/** Converts a formula from TeX to MathML, which needs neither fonts nor a style sheet. */
export const renderFormula = (tex: string): string =>
  katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true });
