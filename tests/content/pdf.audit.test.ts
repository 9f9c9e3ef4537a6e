import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { filesOf } from '../../src/export/forms.ts';
import { pdf } from '../../src/export/pdf/pdf.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { htmlRenderer } from '../../src/site/html.ts';
import { hasText, readPdf } from '../support/read-pdf.ts';

const dossier = await dossierIn('content');

test('the book of both languages has every sentence, note and printed page, and no letter is missing', async () => {
  const { extent, pages } = dossier.settings.value.paper;
  const [, , both] = filesOf(dossier, pdf);
  const read = await readPdf(both!);
  const html = htmlRenderer(dossier, '');
  for (const { segments, notes } of dossier.chapters) {
    for (const { id, units } of segments)
      for (const { index, text } of units) expect(hasText(read, text), `${id}-${index}`).toBe(true);
    for (const note of notes) {
      const said = toString(fromHtml(html.note(note), { fragment: true }));
      expect(hasText(read, said), `note ${note.number} ${said}`).toBe(true);
    }
  }
  const texts = read.pages.flatMap(({ items }) => items.map(({ text }) => text.trim()));
  expect(texts.filter((text) => text.includes('□'))).toEqual([]);
  // The continuation of a note on the next page has no label.
  const begun = read.pages.flatMap(({ roles }) =>
    roles.filter((role, i) => role === 'Note' && roles[i + 1] === 'Lbl'),
  );
  expect(begun).toHaveLength(extent!.notes);
  const [first, last] = pages!;
  for (let page = first; page <= last; page++) expect(texts).toContain(String(page));
});
