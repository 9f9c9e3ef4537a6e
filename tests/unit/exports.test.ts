import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportFormats } from '../../src/cite/export.ts';
import { workSchema } from '../../src/model/work.ts';
import { readWorks, testReadBack } from '../support/read-back.ts';
import { worksOfEveryType } from '../support/works-of-every-type.ts';

// Our records are read by other programs: a reference manager must import what the dossier contains.

describe.each([
  { name: 'the works of a dossier', works: readWorks('tests/fixtures/dossiers/dyke/works.json') },
  { name: 'works of every type, with all that may be special in them', works: worksOfEveryType() },
])('$name', ({ works }) => testReadBack(works));

test.each([
  ['Sets {1, 2} and { more', String.raw`Sets \{1, 2\} and \textbraceleft{} more`],
  ['} and } {x}', String.raw`\textbraceright{} and \textbraceright{} \{x\}`],
  ['{a {b}', String.raw`\textbraceleft{}a \{b\}`],
])('BibTeX does not count the braces in the title %j', (title, written) => {
  const [work] = z
    .array(workSchema)
    .parse([{ id: 'muster-1950', type: 'book', language: 'en', title, author: [{ family: title }] }]);
  const record = exportFormats.bib.write([work!]);
  expect(record).toContain(`title = {{${written}}}`);
  // BibTeX ignores a backslash before a brace.
  const depths = [...record].map(
    (
      (depth) => (sign) =>
        (depth += sign === '{' ? 1 : sign === '}' ? -1 : 0)
    )(0),
  );
  expect(Math.min(...depths)).toBe(0);
  expect(depths.at(-1)).toBe(0);
  expect(depths.filter((depth, i) => depth === 0 && i > 5).length).toBe(2);
});
