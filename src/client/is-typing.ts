/** Whether keys are typed into an element, so that single-key shortcuts must not apply. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(':read-write, select');
