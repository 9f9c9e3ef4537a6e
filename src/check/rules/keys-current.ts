import type { Rule } from '../rule.ts';

export const keysCurrent: Rule = {
  id: 'keys-current',
  *judge({ settings }) {
    if (settings.value.voice === undefined) return;
    yield {
      level: 'todo',
      place: settings.at('voice'),
      reason: 'Unexpected key “voice”, which is no longer read, expected it to be deleted',
    };
  },
};
