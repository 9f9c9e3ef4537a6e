import { z } from 'zod';
import { workSchema, type Work } from '../../src/model/work.ts';

/** Works of every type, with every special case. */
export function worksOfEveryType(): Work[] {
  const types = workSchema.shape.type.options;
  return z.array(workSchema).parse(
    types.map((type, i) => ({
      id: `muster-19${String(i).padStart(2, '0')}`,
      type,
      language: 'en',
      title: 'Wells & {Braces}: 100% of #1, $5_000 ~ <b>',
      author: [
        { family: 'van Berg', given: 'Anna-Lena' },
        { family: '欧阳', given: '修' },
        { literal: 'Office for Wells and Springs' },
      ],
      // No other type has editors in biblatex.
      ...(/^(?:chapter|paper-conference)$/.test(type)
        ? { editor: [{ family: 'Müller', given: 'Åsa' }] }
        : {}),
      'container-title': 'Journal of Wells',
      publisher: 'Well & Sons',
      page: '3-9',
      volume: '2',
      issue: '4',
      issued: { 'date-parts': [[1900 + i, 2, 3]] },
      URL: `https://example.org/a_b?c=%7B1%7D&d=${i}#e`,
    })),
  );
}
