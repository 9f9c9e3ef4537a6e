import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { VFileMessage } from 'vfile-message';
import { counted } from '../model/counted.ts';
import { placeOfMessage, type Message } from '../model/message.ts';
import { formatPlace } from '../model/place.ts';
import { withBase } from '../model/urls.ts';

/**
 * The banner at the foot of a page in `dev`: the messages that concern the page and have no place on it, the number of
 * errors elsewhere, and a link to the desk. `base` is the site’s base path.
 */
export function messageBanner(own: Message[], elsewhere: Message[], base: string): string {
  const errors = own.filter(({ level }) => level === 'error');
  const todos = own.filter(({ level }) => level === 'todo');
  const rest = elsewhere.filter(({ level }) => level === 'error').length;
  return toHtml([
    h('style', style),
    h('aside', { id: 'dossier-messages', lang: 'en', ariaLabel: 'What check says' }, [
      errors.length > 0 ? messageList(errors, base) : undefined,
      todos.length > 0
        ? h('details', { open: todos.length <= MAX_OPEN_TODOS }, [
            h('summary', `${todos.length} todo`),
            messageList(todos, base),
          ])
        : undefined,
      h('p', [
        rest > 0 ? `${counted(rest, 'error')} on other pages: ` : undefined,
        h('a', { href: withBase(base, '/desk/') }, 'The desk'),
      ]),
    ]),
  ]);
}

/** The messages next to a passage. */
export const besideHtml = (messages: Message[], base: string): string =>
  toHtml(h('aside', { className: ['dossier-message'], lang: 'en' }, [messageList(messages, base)]));

/** The maximum number of todos that are shown expanded. */
const MAX_OPEN_TODOS = 5;

export const messageList = (messages: Message[], base: string): Element =>
  h(
    'ul',
    messages.map((message) => item(message, base)),
  );

function item(message: Message, base: string): Element {
  const { level, ruleId, reason, cause, note } = message;
  return h(
    'li',
    { className: [level] },
    placeElement(message),
    ' ',
    h('a', { href: withBase(base, `/desk/rules/${ruleId}/`) }, ruleId),
    ' ',
    h('strong', reason),
    cause && [h('br'), 'see ', placeElement(cause)],
    note && [h('br'), note],
  );
}

const placeElement = (message: VFileMessage): Element => h('code', formatPlace(placeOfMessage(message)));

// Not in the site’s style sheet, since no built page needs it.
const style = `
#dossier-messages, .dossier-message {
  padding: 0.5rem 1.25rem; color: #222; background: #fff6e5; font: 0.875rem/1.5 system-ui, sans-serif;
  text-align: start; text-indent: 0;
}
#dossier-messages {
  position: sticky; inset-block-end: 0; z-index: 10; max-block-size: 45vh; overflow: auto;
  border-block-start: 3px solid #c33;
}
.dossier-message { margin-block: 0.5rem; border-inline-start: 3px solid #c33; }
#dossier-messages:not(:has(li)) { padding-block: 0.1rem; border-color: #999; background: #f4f4f4; }
:is(#dossier-messages, .dossier-message) :is(ul, p) { margin: 0; padding: 0; list-style: none; max-inline-size: none; }
:is(#dossier-messages, .dossier-message) a { color: #0645ad; }
:is(#dossier-messages, .dossier-message) code { color: inherit; background: none; overflow-wrap: anywhere; }
:is(#dossier-messages, .dossier-message) li + li { margin-block-start: 0.5rem; }
@media print { #dossier-messages, .dossier-message { display: none; } }
`;
