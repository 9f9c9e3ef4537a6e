import { expect, test } from 'vitest';
import { isFormula } from '../../src/model/formula.ts';

test.each(['a = b', 'a = b,', 'L(s) = 8 max(s − 1.6, 0). (4.6)', 'x ∈ [a, b], y := c.', 'y ＝ f(x)（3）'])(
  '%s is a formula',
  (text) => {
    expect(isFormula(text)).toBe(true);
  },
);

test.each(['a, b', 'The share is a = b.', 'a = b. c = d', '比例为 a = b。'])(
  '%s is not a formula',
  (text) => {
    expect(isFormula(text)).toBe(false);
  },
);
