import { readWorks, testReadBack } from '../support/read-back.ts';

testReadBack(readWorks('content/works.json'));
