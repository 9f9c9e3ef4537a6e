import { expect, test } from 'vitest';
import { countMessages, createMessage, type Level } from '../../src/model/message.ts';

const todo = (ruleId: string): { level: Level; ruleId: string } => ({ level: 'todo', ruleId });
const error = { level: 'error', ruleId: 'no-code' } as const;

test('messages are counted; if there are many todos, by rule, the most frequent first', () => {
  expect(countMessages([])).toBe('0 errors, 0 todo');
  expect(countMessages([error, todo('terms-linked')])).toBe('1 error, 1 todo');
  const many = ['terms-linked', ...Array.from({ length: 9 }, () => 'editions-named'), 'terms-linked'].map(
    todo,
  );
  expect(countMessages([...many, error])).toBe('1 error, 11 todo\n9 editions-named, 2 terms-linked');
  expect(countMessages(many.slice(1))).toBe('0 errors, 10 todo');
});

test('a message is a vfile message', () => {
  const message = createMessage({
    place: { path: 'terms/well.yaml', line: 2, column: 3, end: { line: 2, column: 7 } },
    level: 'todo',
    rule: 'entries-reached',
    reason: 'Missing passage',
    cause: { path: 'dossier.yaml', line: 1, column: 1 },
    note: 'Write one.',
  });
  expect({ ...message }).toMatchObject({
    file: 'terms/well.yaml',
    line: 2,
    column: 3,
    place: { start: { line: 2, column: 3 }, end: { line: 2, column: 7 } },
    fatal: false,
    source: 'dossier',
    ruleId: 'entries-reached',
    note: 'Write one.',
    url: 'docs/rules/entries-reached.md',
  });
  expect(message.cause).toMatchObject({ file: 'dossier.yaml', line: 1, column: 1 });
  expect(String(message)).toBe('terms/well.yaml:2:3: Missing passage');
});
