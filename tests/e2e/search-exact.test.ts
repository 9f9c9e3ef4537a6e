import { inject } from 'vitest';
import { testSearchExactly } from '../support/search-exactly.ts';

testSearchExactly(inject('siteOut'), 0.1);
