import { countMessages, formatMessage, type Message } from '../model/message.ts';

/** Prints what was found and a line that counts it; true where nothing stands in the way of a build. */
export function printMessages(messages: Message[], { strict = false } = {}): boolean {
  for (const message of messages) console.log(formatMessage(message));
  const errors = messages.filter(({ level }) => level === 'error').length;
  const todos = messages.length - errors;
  console.log(countMessages(messages));
  return errors === 0 && !(strict && todos > 0);
}
