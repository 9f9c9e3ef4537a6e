import { testMentions } from '../support/mentions-of.ts';

testMentions(() => 'content');
