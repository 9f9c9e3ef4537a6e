import { today } from './today.ts';

/** References that say when an address was opened say today: the page that they are to is open. */
for (const day of document.querySelectorAll<HTMLElement>('.cite .opened')) {
  day.textContent = `[${today()}]`;
  day.hidden = false;
}
