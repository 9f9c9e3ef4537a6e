import type { RootContent } from 'mdast';
import katex from 'katex';
import { renderBlocks } from '../markdown/render.ts';
import type { Note, Prose, Segment } from '../read/dossier.ts';
import { urls } from '../model/urls.ts';
import { base, dossier, link } from './dossier.ts';
import { pageForm } from '../render/page-form.ts';

const form = pageForm(dossier, base);

/** The segment's text as HTML, for every surface but its own chapter. Its notes are on the same page, or in the chapter. */
export const renderSegment = (
  { blocks, edition, chapter }: Segment,
  notes: 'here' | 'in chapter' = 'here',
): string =>
  renderBlocks(blocks, {
    ...form,
    home: false,
    edition,
    ...(notes === 'in chapter'
      ? {
          noteAddress: (number: number) => `${link(urls.chapter(edition, chapter))}#note-${number}`,
        }
      : {}),
  });

/** Blocks of an edition's text, on a page that has their notes. */
export const renderPart = (blocks: RootContent[], edition: string): string =>
  renderBlocks(blocks, { ...form, home: false, edition });

export const renderNote = ({ blocks, edition, label }: Note): string =>
  renderBlocks(blocks, { ...form, home: false, edition, note: label });

export const renderProse = ({ tree, edition }: Prose): string =>
  renderBlocks(tree.children, { ...form, home: false, edition });

/** A formula in TeX as MathML, which needs no fonts and no style sheet. */
export const renderFormula = (tex: string): string =>
  katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true });
