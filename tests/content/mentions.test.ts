import { testMentions } from '../unit/mentions-of.ts';

testMentions(() => 'content');
