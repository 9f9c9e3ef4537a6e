import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { beforeAll, expect, test } from 'vitest';
import { frozenEditionSchema, type FrozenEdition } from '../../src/model/release.ts';
import { publicEditions } from '../../src/model/settings.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { dossierIn } from './dossier-in.ts';
import { freezeEdition } from '../../src/render/freeze.ts';
import { frozenEntities } from '../../src/release/entities.ts';

/** Tests that a release keeps a dossier’s text and what its pages show. */
export function testRelease(content: string): void {
  let dossier: Dossier;
  let editions: FrozenEdition[];
  beforeAll(async () => {
    dossier = await dossierIn(content);
    editions = publicEditions(dossier.settings.value).map((edition) => freezeEdition(dossier, edition));
  });

  test('has every word of every segment and no other', () => {
    for (const frozen of editions) {
      const words = new Map(frozenEntities(frozen).map(({ kind, id, text }) => [`${kind} ${id}`, text]));
      const segments = dossier.chapters
        .filter(({ edition }) => edition === frozen.edition.id)
        .flatMap((chapter) => chapter.segments)
        .filter(({ type }) => type !== 'exhibit');
      const plain = (text = ''): string => text.replace(/\s+/g, ' ').trim();
      for (const { id, text } of segments) expect(plain(words.get(`segment ${id}`)), id).toBe(plain(text));
    }
  });

  test('shows each text as it is kept, in HTML without classes', () => {
    for (const frozen of editions) {
      expect(frozenEditionSchema.parse(JSON.parse(JSON.stringify(frozen)))).toEqual(frozen);
      for (const { id, units, html } of frozen.chapters.flatMap(({ segments }) => segments)) {
        // The text of a figure differs from its drawing, and that of a formula from its markup.
        if (/^(?:figure|table)-/.test(id) || html.includes('<math')) continue;
        const tree = fromHtml(html, { fragment: true });
        visit(tree, { tagName: 'sup' }, (_, index, parent) => {
          parent!.children.splice(index!, 1);
          return [SKIP, index!];
        });
        const bare = (text: string): string => text.replace(/\s+/g, '');
        expect(bare(toText(tree)), id).toBe(bare(units.join('')));
        expect(html).not.toContain('class=');
      }
    }
  });
}
