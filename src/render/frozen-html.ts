import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { blocksToHast } from '../markdown/render.ts';
import type { Target } from '../markdown/nodes.ts';
import { hasOwnPage, htmlId } from '../model/segment-id.ts';
import { urls } from '../model/urls.ts';
import type { Dossier, Note, Segment } from '../read/dossier.ts';
import { exhibitOf, segmentIn } from '../read/text-in.ts';
import { exhibitHast } from '../read/exhibit-hast.ts';
import { exhibitWords } from '../release/entities.ts';
import { pictureHast } from './picture.ts';
import { chapterOfNote, renderContext, targetAddress } from './render-context.ts';

/** HTML of segments and notes in the form that a release keeps. */
export function frozenHtml(dossier: Dossier): {
  segment: (segment: Segment) => string;
  note: (note: Note) => string;
} {
  // All pages of a release are four folders below the root.
  const root = '../../../..';
  const { version } = dossier.settings.value.dossier;
  const options = {
    ...renderContext(dossier, root),
    address: (target: Target, edition: string): string => {
      const { scheme, id } = target;
      const chapter =
        scheme === 'note'
          ? chapterOfNote(dossier, id, edition)
          : scheme === 'seg' || scheme === 'exhibit'
            ? segmentIn(dossier, edition, id)?.chapter
            : undefined;
      if (chapter !== undefined)
        return `${root}${urls.chapterInRelease(version, edition, chapter)}#${scheme === 'note' ? `note-${id}` : htmlId(id)}`;
      // If the edition lacks the segment, link to its page of all editions.
      if (scheme === 'seg' && hasOwnPage(id)) return root + urls.segmentInRelease(version, id);
      return root + targetAddress(dossier, target, edition);
    },
  };
  return {
    segment: ({ id, edition, blocks }) => {
      const exhibit = exhibitOf(dossier, id);
      if (exhibit === undefined)
        return toHtml(bare(blocksToHast(blocks, { ...options, withAnchors: true, edition })));
      const picture = pictureHast(dossier, id, edition, (name) => root + urls.picture(name));
      return toHtml(exhibitHast({ ...exhibitWords(exhibit, edition), picture }));
    },
    note: ({ blocks, edition, label }) =>
      toHtml(bare(blocksToHast(blocks, { ...options, withAnchors: false, edition, note: label }))),
  };
}

/** Removes everything that only current pages use: the segment’s own anchor and number, classes, hints. */
function bare(tree: Root): Root {
  for (const block of tree.children) if (block.type === 'element') delete block.properties['id'];
  visit(tree, 'element', (element, index, parent) => {
    const { className, dataPagefindIgnore: _, title: _title, ...properties } = element.properties;
    if (!parent || index === undefined) return;
    if (Array.isArray(className) && className.includes('permalink')) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    element.properties = properties;
    if (element.tagName === 'span' && Object.keys(properties).length === 0) {
      parent.children.splice(index, 1, ...element.children);
      return [SKIP, index];
    }
    return undefined;
  });
  return tree;
}
