import { expect, test } from 'vitest';
import { checkLabels } from '../../src/build/check-built.ts';
import { builtPages, idsGivenTwice } from './built-pages.ts';

/** Tests that hold for every built site. The build itself checks links. */
export function testBuiltSite(folder: string): void {
  test('no id stands twice on a page', () => {
    expect(idsGivenTwice(folder)).toEqual([]);
  });

  test('every page carries the label of its edition', () => {
    const pages = builtPages(folder).map(({ address, html }) => ({ path: address, html }));
    expect(pages.length).toBeGreaterThan(40);
    expect(checkLabels(pages)).toEqual([]);
  });
}
