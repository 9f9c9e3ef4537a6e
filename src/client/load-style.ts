import { element } from './element.ts';

/** Adds a style sheet to the page. Resolves when it has loaded or failed, since the content is legible without it. */
export const loadStyle = (href: string): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => resolve();
    document.head.append(element('link', { rel: 'stylesheet', href, onload: end, onerror: end }));
  });
