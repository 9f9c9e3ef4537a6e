import katex from 'katex';
import { visit } from 'unist-util-visit';
import { placeOf } from '../../model/place.ts';
import type { Finding, Rule } from '../rule.ts';
import { atStray, strayNotationOf } from '../stray-notation.ts';
import { treesOf } from '../trees.ts';

/** Every formula is TeX that can be set, without styling of its own, which the policy of content security forbids. */
export const formulasParse: Rule = {
  id: 'formulas-parse',
  *judge(dossier) {
    const found: Finding[] = [];
    for (const { tree, path } of treesOf(dossier)) {
      visit(tree, (node) => {
        if (node.type !== 'inlineMath' && node.type !== 'math') return;
        const reason = faultOf(node.value);
        if (reason !== undefined) found.push({ place: placeOf(node, path), reason });
      });
    }
    for (const { value, at } of dossier.terms) {
      const reason = value.formula === undefined ? undefined : faultOf(value.formula);
      if (reason !== undefined) found.push({ place: at('formula'), reason });
    }
    for (const stray of strayNotationOf(dossier, 'formula')) {
      found.push({
        ...atStray(stray),
        reason: `Unexpected formula between single dollars, ${stray.written}, expected $${stray.written}$`,
        note: 'To print a dollar, put a backslash before it: \\$',
      });
    }
    yield* found;
  },
};

function faultOf(formula: string): string | undefined {
  try {
    const html = katex.renderToString(formula, { output: 'mathml', throwOnError: true, strict: 'ignore' });
    return / style=/.test(html) ? 'Unexpected styling in a formula, expected plain TeX' : undefined;
  } catch (error) {
    return `Unexpected formula, expected TeX that can be set: ${error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : String(error)}`;
  }
}
