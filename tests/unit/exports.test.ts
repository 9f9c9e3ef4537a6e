import { describe } from 'vitest';
import { readWorks, testReadBack } from './read-back.ts';
import { worksOfEveryType } from './works-of-every-type.ts';

// Records are written by us and read by others: what a reference manager would import is what the dossier has.

describe.each([
  { name: 'the works of a dossier', works: readWorks('tests/fixtures/dossiers/dyke/works.json') },
  { name: 'works of every type, with all that may be special in them', works: worksOfEveryType() },
])('$name', ({ works }) => testReadBack(works));
