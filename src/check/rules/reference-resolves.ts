import type { Scheme } from '../../markdown/nodes.ts';
import { countedEditions } from '../../model/alignment.ts';
import { WHOLE_PAPER } from '../../model/entries.ts';
import { formatPassage, type Passage } from '../../model/passage.ts';
import { parseSegmentId } from '../../model/segment-id.ts';
import type { Place } from '../../model/place.ts';
import type { Dossier, PlacedTarget } from '../../read/dossier.ts';
import { notesIn, segmentsIn } from '../../read/text-in.ts';
import type { EntryKind } from '../../model/urls.ts';
import { divisionOf } from '../unit-boundaries.ts';
import { knownTargets } from '../known-targets.ts';
import { nearest } from '../../model/nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { atStray, strayNotationOf } from '../stray-notation.ts';

/** Whatever the text or an entry points to is there. */
export const referenceResolves: Rule = {
  id: 'reference-resolves',
  isConsequent: true,
  *judge(dossier) {
    const known = knownTargets(dossier);
    const unread = [...dossier.unread];
    const counted = countedEditions(dossier.settings.value.editions).map(({ id }) => id);
    const unwritten = (scheme: Scheme, id: string): Pick<Finding, 'note'> => {
      const parts = scheme === 'seg' ? parseSegmentId(id) : undefined;
      const chapter = dossier.settings.value.chapters.find(
        ({ section }) => parts && 'section' in parts && section === parts.section,
      );
      return chapter && !dossier.chapters.some((one) => one.id === chapter.id)
        ? { note: `Chapter “${chapter.id}”, which would have it, is not written.` }
        : {};
    };
    function* unresolved(scheme: Scheme, id: string, place: Place): Generator<Finding> {
      if (known[scheme].includes(id)) return;
      const path = fileOf[scheme](id);
      if (unread.some((file) => file.startsWith(path) || path.startsWith(`${file}/`))) return;
      const reason =
        id === ''
          ? `Missing id after ${scheme}:, expected one that the dossier has`
          : `Unexpected reference to unknown ${scheme} “${id}”, expected one that the dossier has`;
      const within = scheme === 'seg' ? { within: id } : {};
      yield {
        place,
        ...within,
        reason: reason + nearest(id, known[scheme]),
        actual: id,
        expected: known[scheme],
        ...unwritten(scheme, id),
      };
    }
    function* unresolvedPassage(passage: Passage, place: Place): Generator<Finding> {
      const { segment, units } = passage;
      const found = segmentsIn(dossier).filter(({ id }) => id === segment);
      const texts = found.filter(({ edition }) => counted.includes(edition));
      const count = Math.min(...texts.map((one) => one.units.length));
      const note = divisionOf(texts);
      if (found.length === 0) yield* unresolved('seg', segment, place);
      else if (units && units[1] > count) {
        yield {
          place,
          reason: `Unexpected passage ${formatPassage(passage)}, expected units of ${segment} up to ${count}`,
          ...(note === undefined ? {} : { note }),
        };
      }
    }
    const kinds = dossier.settings.value.caseKinds.map(({ id }) => id);
    function* unresolvedKind(kind: string, place: Place): Generator<Finding> {
      if (kinds.includes(kind)) return;
      const reason = `Unexpected kind of case “${kind}”, expected one from caseKinds in dossier.yaml`;
      yield { place, reason: reason + nearest(kind, kinds), actual: kind, expected: kinds };
    }
    for (const stray of strayNotationOf(dossier, 'link')) {
      const [words = ''] = /(?<=^[[［])[^[\](］（]+/.exec(stray.written) ?? [];
      yield {
        ...atStray(stray),
        reason: `Unexpected “${stray.written}”, expected a link: [${words || 'text'}](${stray.label})`,
        note: 'To print a bracket, put a backslash before it: \\[',
      };
    }
    const named = targetsByName(dossier);
    for (const stray of strayNotationOf(dossier, 'brackets')) {
      const target = named.get(stray.label.toLowerCase());
      if (target === undefined) continue;
      yield {
        ...atStray(stray),
        reason: `Unexpected ${stray.written} without a target, expected a link: ${stray.written}(${target})`,
        note: 'To print a bracket, put a backslash before it: \\[',
      };
    }
    for (const { scheme, id, place } of linksOf(dossier)) yield* unresolved(scheme, id, place);
    for (const { value, at } of dossier.cases) {
      yield* unresolvedKind(value.kind, at('kind'));
      for (const [i, id] of value.actors.entries()) yield* unresolved('actor', id, at('actors', i));
      for (const [i, id] of value.related.entries()) yield* unresolved('case', id, at('related', i));
      for (const [i, passage] of value.passages.entries())
        yield* unresolvedPassage(passage, at('passages', i));
      for (const [i, number] of value.notes.entries())
        yield* unresolved('note', String(number), at('notes', i));
    }
    const written = new Set(dossier.chapters.map(({ section }) => section));
    for (const { value, at } of dossier.terms) {
      // A term may be defined in a section that is still to be written.
      const { definedIn } = value;
      const section = definedIn === undefined ? undefined : parseSegmentId(definedIn);
      if (definedIn !== undefined && (!section || !('section' in section) || written.has(section.section))) {
        yield* unresolved('seg', definedIn, at('definedIn'));
      }
      for (const [i, id] of value.seeAlso.entries()) yield* unresolved('term', id, at('seeAlso', i));
    }
    for (const { id, type, place } of segmentsIn(dossier))
      if (type === 'exhibit') yield* unresolved('exhibit', id, place);
    for (const [i, { segment }] of dossier.editorNotes.value.entries()) {
      yield* unresolved('seg', segment, dossier.editorNotes.at(i, 'segment'));
    }
    for (const [i, { passage, note, work, concerns }] of dossier.checks.value.entries()) {
      const at = (...keys: PropertyKey[]): Place => dossier.checks.at(i, ...keys);
      yield* unresolvedPassage(passage, at('passage'));
      if (note !== undefined) yield* unresolved('note', String(note), at('note'));
      if (work !== undefined) yield* unresolved('work', work, at('work'));
      for (const [j, concerned] of concerns.entries()) {
        const [scheme = '', id = ''] = concerned.split(':');
        yield* unresolved(scheme as EntryKind, id, at('concerns', j));
      }
    }
    for (const { value, at } of dossier.exhibits) {
      if (value.type === 'diagram')
        for (const [i, id] of (value.reconstructedFrom ?? []).entries())
          yield* unresolved('seg', id, at('reconstructedFrom', i));
      if (value.type !== 'table') continue;
      for (const [i, { kind }] of value.rows.entries())
        if (kind !== undefined) yield* unresolvedKind(kind, at('rows', i, 'kind'));
    }
    const sections = dossier.settings.value.chapters.map(({ section }) => String(section));
    for (const id of Object.keys(dossier.argument.value))
      if (id !== WHOLE_PAPER && !sections.includes(id)) yield* unresolved('seg', id, dossier.argument.at(id));
    for (const [i, quantity] of dossier.quantities.value.entries()) {
      yield* unresolvedPassage(quantity.passage, dossier.quantities.at(i, 'passage'));
      if (quantity.note !== undefined)
        yield* unresolved('note', String(quantity.note), dossier.quantities.at(i, 'note'));
      if (quantity.case !== undefined)
        yield* unresolved('case', quantity.case, dossier.quantities.at(i, 'case'));
    }
  },
};

/** The file that a reference of each kind leads into; for text, any chapter may hold it. */
const fileOf: Record<Scheme, (id: string) => string> = {
  case: (id) => `cases/${id}/case.yaml`,
  term: (id) => `terms/${id}.yaml`,
  actor: () => 'actors.yaml',
  work: () => 'works.json',
  exhibit: (id) => `exhibits/${id}.yaml`,
  seg: () => 'chapters/',
  note: () => 'chapters/',
};

/** What a link to a case, term or actor would lead to, by its names in small letters and its slug. */
function targetsByName({ cases, terms, actors }: Dossier): Map<string, string> {
  const lists = (texts: Record<string, string[]>): string[] => Object.values(texts).flat();
  const named = [
    ...actors.map(({ id, value }) => ({
      target: `actor:${id}`,
      names: [id, ...Object.values(value.name), ...lists(value.forms)],
    })),
    ...cases.map(({ id, value }) => ({ target: `case:${id}`, names: [id, ...Object.values(value.title)] })),
    ...terms.map(({ id, value }) => ({
      target: `term:${id}`,
      names: [id, ...Object.values(value.name), ...lists(value.forms), ...lists(value.aliases)],
    })),
  ];
  return new Map(named.flatMap(({ target, names }) => names.map((name) => [name.toLowerCase(), target])));
}

const linksOf = (dossier: Dossier): PlacedTarget[] =>
  [...segmentsIn(dossier), ...notesIn(dossier), ...dossier.cases.flatMap(({ prose }) => prose)].flatMap(
    ({ targets }) => targets,
  );
