/** What a page says of itself to its scripts, by name of a data attribute of `main`. */
export const mainData = (): DOMStringMap => document.querySelector<HTMLElement>('main')?.dataset ?? {};
