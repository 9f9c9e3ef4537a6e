import { expect, test } from 'vitest';
import { countMessages, type Message } from '../../src/model/message.ts';

const todo = (rule: string): Message => ({
  place: { path: 'dossier.yaml', line: 1, column: 1 },
  level: 'todo',
  rule,
  reason: 'Missing x, expected it',
});

test('messages are counted, and many todos by rule, the most frequent first', () => {
  expect(countMessages([])).toBe('0 errors, 0 todo');
  expect(countMessages([{ ...todo('no-code'), level: 'error' }, todo('terms-linked')])).toBe(
    '1 error, 1 todo',
  );
  const many = ['terms-linked', ...Array.from({ length: 9 }, () => 'editions-named'), 'terms-linked'].map(
    todo,
  );
  expect(countMessages([...many, { ...todo('no-code'), level: 'error' }])).toBe(
    '1 error, 11 todo\n9 editions-named, 2 terms-linked',
  );
  expect(countMessages(many.slice(1))).toBe('0 errors, 10 todo');
});
