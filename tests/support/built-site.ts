import { expect, test } from 'vitest';
import { checkLabels } from '../../src/build/check-built.ts';
import { builtPages, idsGivenTwice } from './built-pages.ts';

/** Tests what holds of every built site. That its links lead somewhere the build has made sure of. */
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
