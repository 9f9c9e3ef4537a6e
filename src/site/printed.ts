import { inEdition } from '../model/localised.ts';
import type { Work } from '../model/work.ts';
import type { Words } from '../i18n/words.ts';

/** What the paper prints of a work where the record differs, and what the editors remark on that, apart from each other. */
export const sayPrinted = ({ custom }: Work, edition: string, { works }: Words): string[] =>
  Object.entries(custom?.sic ?? {}).flatMap(([field, { printed, remark }]) => {
    const name = (Object.hasOwn(works.fields, field) ? works.fields[field] : undefined) ?? field;
    return [
      ...(printed === undefined ? [] : [works.printedAs(name, printed)]),
      ...(remark === undefined ? [] : [works.remarkOn(name, inEdition(remark, edition))]),
    ];
  });
