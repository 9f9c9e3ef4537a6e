import { readWorks, testReadBack } from '../unit/read-back.ts';

testReadBack(readWorks('content/works.json'));
