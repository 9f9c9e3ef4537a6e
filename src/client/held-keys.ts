/** Whether a key is held that makes another a shortcut of the browser. */
export const isModified = (event: KeyboardEvent | MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey;

/** Whether a click opens a link elsewhere, or saves it. */
export const opensElsewhere = (event: MouseEvent): boolean => isModified(event) || event.shiftKey;
