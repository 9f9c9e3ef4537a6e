/** Adds a style sheet to the page. Resolves when it has loaded or failed, since the content is legible without it. */
export const loadStyle = (href: string): Promise<void> =>
  new Promise((resolve) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = href;
    sheet.onload = sheet.onerror = () => resolve();
    document.head.append(sheet);
  });
