import type { Templates, Translations } from '../i18n/translations.ts';
import type { ArchiveNote } from '../exchange/saved-site.ts';
import { element } from './element.ts';
import { canKeep, forgetSite, keepSite, keptNote, presentNote } from './keep-site.ts';

/** The texts of the control; names in braces are placeholders for values. */
export type OfflineTexts = Templates<Translations['offline']>;

/**
 * Shows whether this browser stores the site, and offers to store, update or remove it; stores it at once if `isAsked`.
 * Without a request it fetches only the note that tells whether a stored site has changed.
 */
export async function takeOffline(control: HTMLElement, isAsked: boolean): Promise<void> {
  const t: OfflineTexts = JSON.parse(control.dataset['texts'] ?? '{}');
  const root = new URL(control.dataset['root'] ?? '/', location.href);
  const status = control.querySelector<HTMLElement>('[role=status]')!;
  const actions = control.querySelector<HTMLElement>('.actions')!;

  let isBusy = false;
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    await act().catch((error: unknown) => {
      console.info('Not taken offline:', error);
      status.textContent = canKeep() ? t.failed : t.unsupported;
    });
    isBusy = false;
  };
  const offer = (...choices: [name: string, act: () => Promise<void>][]): void => {
    const wasHere = actions.contains(document.activeElement);
    const buttons = choices.map(([name, act]) =>
      element('button', { onclick: () => void attempt(act) }, name),
    );
    actions.replaceChildren(...buttons);
    if (wasHere) buttons[0]?.focus();
  };
  const show = async (known?: ArchiveNote): Promise<void> => {
    const kept = await keptNote(root);
    status.textContent = kept ? say(t.kept, { ...kept, size: megabytes(kept.bytes) }) : '';
    if (!kept) return offer([t.take, take]);
    offer([t.remove, remove]);
    // Without a network there can be no update.
    const present = known ?? (await presentNote(root).catch(() => kept));
    if (present.archive === kept.archive) return;
    status.append(` ${t.newer}`);
    offer([t.update, take], [t.remove, remove]);
  };
  const take = async (): Promise<void> => {
    const note = await keepSite(root, (share, { bytes }) => {
      const said = say(t.taking, { share: Math.floor(share * 10) * 10, size: megabytes(bytes) });
      // Screen readers announce every change.
      if (status.textContent !== said) status.textContent = said;
    });
    await show(note);
  };
  const remove = async (): Promise<void> => {
    await forgetSite(root);
    await show();
  };
  await attempt(isAsked ? take : () => show());
}

const say = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
