import katex from 'katex';
import type { Rule } from '../rule.ts';
import { atStray, strayNotationOf } from '../stray-notation.ts';
import { nodesIn, treesOf } from '../trees.ts';

export const formulasParse: Rule = {
  id: 'formulas-parse',
  *judge(dossier) {
    const formulas = [
      ...nodesIn(treesOf(dossier), 'inlineMath', 'math').map(({ node, place }) => ({
        tex: node.value,
        place,
      })),
      ...dossier.terms.map(({ value, at }) => ({ tex: value.formula ?? '', place: at('formula') })),
    ];
    for (const { tex, place } of formulas) {
      const reason = faultOf(tex);
      if (reason !== undefined) yield { place, reason };
    }
    for (const stray of strayNotationOf(dossier, 'formula'))
      yield {
        ...atStray(stray),
        reason: `Unexpected formula between single dollars, ${stray.written}, expected $${stray.written}$`,
        note: 'To print a dollar, put a backslash before it: \\$',
      };
  },
};

function faultOf(formula: string): string | undefined {
  try {
    const html = katex.renderToString(formula, { output: 'mathml', throwOnError: true, strict: 'ignore' });
    return / style=/.test(html) ? 'Unexpected styling in a formula, expected plain TeX' : undefined;
  } catch (error) {
    return `Unexpected formula, expected valid TeX: ${error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : String(error)}`;
  }
}
