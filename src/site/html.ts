import { renderBlocks } from '../markdown/render.ts';
import type { Note, Prose, Segment } from '../read/dossier.ts';
import { base, dossier } from './dossier.ts';
import { pageForm } from './page-form.ts';

const form = pageForm(dossier, base);

/** The segment's text as HTML, for every surface but its own chapter. */
export const renderSegment = ({ blocks, edition }: Segment): string =>
  renderBlocks(blocks, { ...form, home: false, edition });

export const renderNote = ({ blocks, edition }: Note): string =>
  renderBlocks(blocks, { ...form, home: false, edition });

export const renderProse = ({ tree, edition }: Prose): string =>
  renderBlocks(tree.children, { ...form, home: false, edition });
