import { remembered } from './remember.ts';

/**
 * Leads whoever has chosen a language from a page of all editions to the one that speaks it, which takes its place in the
 * history, so that Back leads to where one came from. A language that nobody chose by hand leads nowhere.
 */
export function leadOn(): void {
  const { neutral, base = '/' } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
  const chosen = remembered('edition');
  const offered = [...document.querySelectorAll<HTMLElement>('.languages [data-edition]')];
  if (neutral === undefined || !offered.some(({ dataset }) => dataset['edition'] === chosen)) return;
  location.replace(`${base}${chosen}${neutral}${location.search}${location.hash}`);
}
