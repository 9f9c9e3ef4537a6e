import type { Templates, Translations } from '../i18n/translations.ts';
import { element } from './element.ts';
import { canKeep, forgetSite, keepSite, keptNote, presentNote } from './keep-site.ts';

/** What the control says; a value goes where its name stands in braces. */
export type OfflineTexts = Templates<Translations['offline']>;

/**
 * Shows whether this browser has saved the site, and offers to save it, to renew what it has saved and to remove that;
 * saves it at once where `isAsked`. Nothing is ever fetched but what somebody asked for and, of what has been saved,
 * whether there is a newer one.
 */
export async function takeOffline(control: HTMLElement, isAsked: boolean): Promise<void> {
  const t: OfflineTexts = JSON.parse(control.dataset['texts'] ?? '{}');
  const root = new URL(control.dataset['root'] ?? '/', location.href);
  const status = control.querySelector<HTMLElement>('[role=status]')!;
  const actions = control.querySelector<HTMLElement>('.actions')!;

  const attempt = (act: () => Promise<void>): Promise<void> =>
    act().catch((error: unknown) => {
      console.info('Not taken offline:', error);
      status.textContent = canKeep() ? t.failed : t.unsupported;
    });
  const offer = (...choices: [name: string, act: () => Promise<void>][]): void => {
    const wasHere = actions.contains(document.activeElement);
    const buttons = choices.map(([name, act]) =>
      element('button', { onclick: () => void attempt(act) }, name),
    );
    actions.replaceChildren(...buttons);
    if (wasHere) buttons[0]?.focus();
  };
  const show = async (): Promise<void> => {
    const kept = await keptNote(root);
    status.textContent = kept ? say(t.kept, { ...kept, size: megabytes(kept.bytes) }) : '';
    if (!kept) return offer([t.take, take]);
    offer([t.remove, remove]);
    // Without a network there is nothing to renew it by.
    const present = await presentNote(root).catch(() => kept);
    if (present.archive === kept.archive) return;
    status.append(` ${t.newer}`);
    offer([t.update, take], [t.remove, remove]);
  };
  const take = async (): Promise<void> => {
    await keepSite(root, (share, { bytes }) => {
      status.textContent = say(t.taking, { share: String(Math.floor(share * 100)), size: megabytes(bytes) });
    });
    await show();
  };
  const remove = async (): Promise<void> => {
    await forgetSite(root);
    await show();
  };
  await attempt(isAsked ? take : show);
}

const say = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
