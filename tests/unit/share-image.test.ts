import { describe, expect, test } from 'vitest';
import { drawShareImage, renderShareImage, SHARE_HEIGHT, SHARE_WIDTH } from '../../src/draw/share-image.ts';
import { rulerOf } from '../../src/site/ruler.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const ruler = rulerOf((await fixtureDossier('moon-table')).dossier);
const glyphs = (svg: string): number => svg.split('<path transform=').length - 1;

describe('the preview image for links', () => {
  test('is a PNG of 1200 by 630, with the same bytes each time', async () => {
    const card = { titles: ['The Moon'], bylines: ['Paraphrased from 1987'], ruler };
    const png = Buffer.from(await renderShareImage(card));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([SHARE_WIDTH, SHARE_HEIGHT]);
    expect(png.equals(await renderShareImage(card))).toBe(true);
  });

  test('has the first title that the site’s own fonts can draw, as outlines', () => {
    const svg = drawShareImage({ titles: ['月', 'Moon'], bylines: [], ruler });
    expect(svg).not.toContain('<text');
    expect(glyphs(svg)).toBe('Moon'.length + '101'.length);
  });

  test('has no text if its fonts suit no edition, but still the ruler', () => {
    const svg = drawShareImage({ titles: ['月'], bylines: ['转述'], ruler });
    expect(glyphs(svg)).toBe('101'.length);
    expect(svg.split('v48').length - 1).toBe(ruler.passages.length);
  });
});
