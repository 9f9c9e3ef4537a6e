import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hostilePaper, importText } from '../support/hostile-paper.ts';
import { isWhole } from '../support/whole.ts';

// Any content of a paper’s text is imported as plain text, into files with import’s usual names.

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</title></script>]]>',
  '<!-- c --><?xml?><![CDATA[x]]>',
  '[here](javascript:alert(1))',
  '![x](data:text/html,<script>1</script>)',
  '{process.exit(0)}',
  '${constructor.constructor("return process")()}',
  '{{x}} <%= x %> #{x}',
  'import x from "y"',
  'export default {}',
  '---',
  'key: value',
  '- item: [a, b]',
  '&a [*a, *a]',
  '<<: *b !!js/function x',
  '%YAML 1.2',
  '../../etc/passwd',
  'C:\\x',
  '__proto__',
  '\u202Eabc\u202C \u2066x\u2069',
  '=1+1',
  '@book{a, title={}}',
  'TY  - JOUR',
  '[^1]: x',
  '[^x]',
  '{/* 1.0.1 */}',
  '\\ \\\\ \\{',
  '$$x$$ ~~a~~ **b** __c__ `d`',
  '| a | b |',
  '# h',
  '> q',
  '1. x',
  '* * *',
  '&lt;b&gt; &#0; &amp;',
  '[@key-2000, p. 3]',
  '[a](work:nope-2000) [b](case:x)',
  'http://a.b/c?d=<e>&f="g"',
  'a@b.example www.x.example井',
  '\uFFFE\uFDD0\u0085',
];

const places = ['title', 'author', 'abstract', 'paragraph', 'heading', 'row', 'caption', 'note', 'book'];

describe.each(payloads.map((payload, i) => [payload, i] as const))('%j in a paper', (payload, i) => {
  // Each payload in a third of the places, and each place with a third of the payloads.
  const some = places.filter((_, j) => isWhole || (i + j) % 3 === 0);
  test.each(some)('stays text in its %s', (place) => {
    const { files, faults, ledger } = importText(hostilePaper(payload, place));
    // The written files have been parsed again and match the text, or there would be faults.
    expect(faults).toEqual([]);
    expect(ledger.remainder).toBe(0);
    for (const [path, text] of files) {
      expect(path).toMatch(
        /^(?:dossier\.yaml|works\.json|permalinks\.json|exhibits\/[a-z]+-\d+\.yaml|chapters\/zh\/\d+-[a-z]+\.mdx)$/,
      );
      if (path.endsWith('.yaml')) expect(() => parse(text) as unknown).not.toThrow();
      if (path.endsWith('.json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  });
});

test('a literal note mark, and an address before Chinese text, are written so that neither is misread', () => {
  const text = hostilePaper('[^1] （http://a.example/b）井', 'paragraph');
  const chapter = importText(text).files.get('chapters/zh/0-introduction.mdx');
  expect(chapter).toContain('\\[^1]');
  expect(chapter).toContain('[http://a.example/b](http://a.example/b)）');
});
