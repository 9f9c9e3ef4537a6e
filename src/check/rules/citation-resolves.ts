import { nearest } from '../../model/nearest.ts';
import { chaptersIn, notesIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';
import { atStray, strayNotationOf, type PlacedNotation } from '../stray-notation.ts';
import { nodesIn, treesOf } from '../trees.ts';

export const citationResolves: Rule = {
  id: 'citation-resolves',
  *judge(dossier) {
    const keys = dossier.works.map(({ id }) => id);
    for (const { label, citations } of notesIn(dossier))
      for (const { key, place } of citations) {
        if (keys.includes(key) || dossier.unread.has('works.json')) continue;
        yield {
          place,
          invalidates: [`note ${label}`],
          reason: `Unexpected citation of unknown work “${key}”, expected an id from works.json${nearest(key, keys)}`,
          actual: key,
          expected: keys,
        };
      }
    const printed = dossier.settings.value.editions
      .filter(({ role }) => role === 'original')
      .map(({ id }) => id);
    // What a paper itself prints is not a citation in our syntax.
    const asPrinted = printed.flatMap((edition) => chaptersIn(dossier, edition).map(({ path }) => path));
    const written = treesOf(dossier).filter(({ path }) => !asPrinted.includes(path));
    for (const { node, place, isNotes } of nodesIn(written, 'citation')) {
      if (!isNotes) yield { place, reason: 'Unexpected citation in the text, expected it in a note' };
      const extra = node.items.find(({ prefix, suffix }) => /@/.test(prefix + suffix));
      if (extra)
        yield {
          place,
          reason: `Unexpected @ beside the citation of ${extra.key}, expected a semicolon between works`,
        };
    }
    for (const stray of strayNotationOf(dossier, 'citation', 'citationPart', 'at')) {
      if (stray.type === 'at' && printed.includes(stray.edition)) continue;
      yield {
        ...atStray(stray),
        reason: saysOf(stray, keys),
        note: 'To print an @, put a backslash before it: \\@',
      };
    }
  },
};

function saysOf({ type, label }: PlacedNotation, keys: string[]): string {
  switch (type) {
    case 'citation':
      return `Unexpected @${label}, which looks like a citation without its brackets, expected [@${label}, …] in a note${keys.includes(label) ? '' : nearest(label, keys)}`;
    case 'citationPart':
      return `Unexpected @${label} beside a part that cites nothing, expected [@key, p. 4; @other] with a key in every part`;
    default:
      return `Unexpected @${label} outside a citation, expected [@key, p. 4; @other] with a key in every part`;
  }
}
