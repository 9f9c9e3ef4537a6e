/** Adds a style sheet to the page; settles when it holds, or cannot be had: what it is for is legible without. */
export const loadStyle = (href: string): Promise<void> =>
  new Promise((resolve) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = href;
    sheet.onload = sheet.onerror = () => resolve();
    document.head.append(sheet);
  });
