import { remembered } from './remember.ts';

/**
 * Redirects readers who have chosen a language from a neutral page to the page in that language. Replaces the history
 * entry, so that Back skips the neutral page. Only a language chosen by hand is remembered and counts.
 */
export function leadOn(): void {
  const { neutral, base = '/' } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
  const chosen = remembered('edition');
  const offered = [...document.querySelectorAll<HTMLElement>('.languages [data-edition]')];
  if (neutral === undefined || !offered.some(({ dataset }) => dataset['edition'] === chosen)) return;
  location.replace(`${base}${chosen}${neutral}${location.search}${location.hash}`);
}
