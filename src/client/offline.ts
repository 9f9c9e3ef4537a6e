/** Takes the site offline on request, and shows whether it has been. The rest of the code is only loaded then. */

const control = document.querySelector<HTMLElement>('.offline');
const load = (isAsked: boolean): void =>
  void import('./take-offline.ts').then(({ takeOffline }) => control && takeOffline(control, isAsked));

control?.querySelector('button')?.addEventListener('click', () => load(true), { once: true });
// A worker controls this page only if the site has been taken offline.
if (navigator.serviceWorker?.controller) load(false);
