/** Takes the site offline when that is asked for, and says so where it has been. All else of it is loaded then. */

const control = document.querySelector<HTMLElement>('.offline');
const load = (isAsked: boolean): void =>
  void import('./take-offline.ts').then(({ takeOffline }) => control && takeOffline(control, isAsked));

control?.querySelector('button')?.addEventListener('click', () => load(true), { once: true });
// A worker answers for this page only where the site has been taken offline.
if (navigator.serviceWorker?.controller) load(false);
