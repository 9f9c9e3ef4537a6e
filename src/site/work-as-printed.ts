import { localised } from '../model/localised.ts';
import type { Work } from '../model/work.ts';
import type { Translations } from '../i18n/translations.ts';

/** How the paper prints a work if its record differs, and the editors’ remarks on that, as separate strings. */
export const sayPrinted = ({ custom }: Work, edition: string, { works }: Translations): string[] =>
  Object.entries(custom?.sic ?? {}).flatMap(([field, { printed, remark }]) => {
    const name = new Map(Object.entries(works.fields)).get(field) ?? field;
    return [
      ...(printed === undefined ? [] : [works.printedAs({ field: name, printed })]),
      ...(remark === undefined ? [] : [works.remarkOn({ field: name, remark: localised(remark, edition) })]),
    ];
  });
