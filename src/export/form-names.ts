import { exportFormats } from '../cite/export.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';

/** What a form is called in the language of an edition, where it has a name there; else what the command calls it. */
export function formName(form: string, { lang }: Pick<Edition, 'lang'>): string {
  const names: Record<string, string> = translationsFor(lang).takeAway.forms;
  return names[formGroup(form)] ?? form;
}

/** By what a form is offered: records of the works together, every other form by itself. */
export const formGroup = (form: string): string => (form in exportFormats ? 'works' : form);
