import { inject } from 'vitest';
import { testSearchExactly } from './search-exactly.ts';

testSearchExactly(inject('siteOut'), 0.5);
