import { exportFormats } from '../cite/export.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';

/** The name of a form in an edition’s language, if it has one; otherwise its id. */
export function formName(form: string, { lang }: Pick<Edition, 'lang'>): string {
  const names: Record<string, string> = translationsFor(lang).takeAway.forms;
  return names[formGroup(form)] ?? form;
}

/** The group in which a form is offered: records of works together, every other form by itself. */
export const formGroup = (form: string): string => (form in exportFormats ? 'works' : form);
