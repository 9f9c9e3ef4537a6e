import type { Scheme } from '../../markdown/nodes.ts';
import { WHOLE_PAPER } from '../../model/entries.ts';
import { formatPassage, type Passage } from '../../model/passage.ts';
import { parseSegmentId } from '../../model/segment-id.ts';
import type { Place } from '../../model/place.ts';
import type { Dossier, PlacedTarget } from '../../read/dossier.ts';
import type { Sourced } from '../../read/read-yaml.ts';
import { recordFiles } from '../../read/record-files.ts';
import { hasCountedUnits, notesIn, segmentsIn } from '../../read/text-in.ts';
import type { EntryKind } from '../../model/urls.ts';
import { explainBoundaries } from '../unit-boundaries.ts';
import { knownTargets } from '../known-targets.ts';
import { nearest } from '../../model/nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { atStray, strayNotationOf } from '../stray-notation.ts';

export const referenceResolves: Rule = {
  id: 'reference-resolves',
  isSuppressedByCause: true,
  *judge(dossier) {
    yield* unwrittenLinks(dossier);
    const known = knownTargets(dossier);
    for (const pointer of [...linksOf(dossier), ...pointersOf(dossier)])
      if ('scheme' in pointer) yield* unresolvedId(dossier, known, pointer);
      else if ('passage' in pointer) yield* unresolvedPassage(dossier, known, pointer);
      else yield* unknownName(dossier, pointer);
  },
};

/** The target of a pointer in an entry or a text: an entry by its id, a passage, a source check, or a kind of case. */
type Pointer = ToEntry | ToPassage | ToNamed;
interface ToEntry {
  place: Place;
  scheme: Scheme;
  id: string;
}
interface ToPassage {
  place: Place;
  passage: Passage;
}
interface ToNamed {
  place: Place;
  name: string;
  among: 'checks' | 'caseKinds';
}

/** Text that was meant as a link but is not one. */
function* unwrittenLinks(dossier: Dossier): Generator<Finding> {
  const note = 'To print a bracket, put a backslash before it: \\[';
  for (const stray of strayNotationOf(dossier, 'link')) {
    const [words = ''] = /(?<=^[[［])[^[\](］（]+/.exec(stray.written) ?? [];
    yield {
      ...atStray(stray),
      reason: `Unexpected “${stray.written}”, expected a link: [${words || 'text'}](${stray.label})`,
      note,
    };
  }
  const named = targetsByName(dossier);
  for (const stray of strayNotationOf(dossier, 'brackets')) {
    const target = named.get(stray.label.toLowerCase());
    if (target === undefined) continue;
    yield {
      ...atStray(stray),
      reason: `Unexpected ${stray.written} without a target, expected a link: ${stray.written}(${target})`,
      note,
    };
  }
}

function* unresolvedId(
  dossier: Dossier,
  known: Record<Scheme, string[]>,
  { scheme, id, place }: ToEntry,
): Generator<Finding> {
  if (known[scheme].includes(id)) return;
  const path = fileOf[scheme](id);
  if ([...dossier.unread].some((file) => file.startsWith(path) || path.startsWith(`${file}/`))) return;
  const reason =
    id === ''
      ? `Missing id after ${scheme}:, expected one in the dossier`
      : `Unexpected reference to unknown ${scheme} “${id}”, expected one in the dossier`;
  const parts = scheme === 'seg' ? parseSegmentId(id) : undefined;
  const chapter = dossier.settings.value.chapters.find(
    ({ section }) => parts && 'section' in parts && section === parts.section,
  );
  yield {
    place,
    ...(scheme === 'seg' ? { about: id } : {}),
    reason: reason + nearest(id, known[scheme]),
    actual: id,
    expected: known[scheme],
    ...(chapter && !dossier.chapters.some((one) => one.id === chapter.id)
      ? { note: `It belongs to chapter “${chapter.id}”, which is not written yet.` }
      : {}),
  };
}

function* unresolvedPassage(
  dossier: Dossier,
  known: Record<Scheme, string[]>,
  { passage, place }: ToPassage,
): Generator<Finding> {
  const { segment, units } = passage;
  const found = segmentsIn(dossier).filter(({ id }) => id === segment);
  if (found.length === 0) return yield* unresolvedId(dossier, known, { scheme: 'seg', id: segment, place });
  const texts = found.filter(({ edition }) => hasCountedUnits(dossier, edition));
  // The units of an id that is used twice are unknown; `segments-ordered` reports that.
  if (new Set(texts.map(({ edition }) => edition)).size < texts.length) return;
  const count = Math.min(...texts.map((one) => one.units.length));
  if (!units || units[1] <= count) return;
  const note = explainBoundaries(texts);
  yield {
    place,
    reason: `Unexpected passage ${formatPassage(passage)}, expected units of ${segment} up to ${count}`,
    ...(note === undefined ? {} : { note }),
  };
}

function* unknownName({ checks, settings }: Dossier, { name, among, place }: ToNamed): Generator<Finding> {
  const known = (among === 'checks' ? checks.value : settings.value.caseKinds).map(({ id }) => id);
  if (known.includes(name)) return;
  const reason =
    among === 'checks'
      ? `Unexpected source check “${name}”, expected one from checks.yaml`
      : known.length === 0
        ? `Unexpected kind of case “${name}”, expected it among caseKinds in dossier.yaml, which has none`
        : `Unexpected kind of case “${name}”, expected one of ${known.join(', ')} (caseKinds in dossier.yaml)`;
  yield { place, reason: reason + nearest(name, known), actual: name, expected: known };
}

/** The targets of links in the text. */
const linksOf = (dossier: Dossier): PlacedTarget[] =>
  [...segmentsIn(dossier), ...notesIn(dossier), ...dossier.cases.flatMap(({ prose }) => prose)].flatMap(
    ({ targets }) => targets,
  );

const to = (scheme: Scheme, id: string | number, place: Place): Pointer => ({
  scheme,
  id: String(id),
  place,
});

/** All other pointers. */
function* pointersOf(dossier: Dossier): Generator<Pointer> {
  const { editorNotes, checks, quotations, argument, quantities } = dossier;
  for (const { value, at } of dossier.cases) {
    yield { name: value.kind, among: 'caseKinds', place: at('kind') };
    for (const [i, id] of value.actors.entries()) yield to('actor', id, at('actors', i));
    for (const [i, id] of value.related.entries()) yield to('case', id, at('related', i));
    for (const [i, passage] of value.passages.entries()) yield { passage, place: at('passages', i) };
    for (const [i, number] of value.notes.entries()) yield to('note', number, at('notes', i));
  }
  const written = new Set(dossier.chapters.map(({ section }) => section));
  for (const { value, at } of dossier.terms) {
    // A term may be defined in a section that is not written yet.
    const { definedIn } = value;
    const section = definedIn === undefined ? undefined : parseSegmentId(definedIn);
    if (definedIn !== undefined && (!section || !('section' in section) || written.has(section.section)))
      yield to('seg', definedIn, at('definedIn'));
    for (const [i, id] of value.seeAlso.entries()) yield to('term', id, at('seeAlso', i));
  }
  for (const { id, type, place } of segmentsIn(dossier))
    if (type === 'exhibit') yield to('exhibit', id, place);
  for (const [i, { segment }] of editorNotes.value.entries())
    yield to('seg', segment, editorNotes.at(i, 'segment'));
  for (const records of [checks, quotations, quantities]) yield* passagesOf(records);
  for (const [i, { concerns }] of checks.value.entries())
    for (const [j, concerned] of concerns.entries()) {
      const [scheme = '', id = ''] = concerned.split(':');
      yield to(scheme as EntryKind, id, checks.at(i, 'concerns', j));
    }
  for (const [i, { check }] of quotations.value.entries())
    if (check !== undefined) yield { name: check, among: 'checks', place: quotations.at(i, 'check') };
  for (const { value, at } of dossier.exhibits) {
    if (value.type === 'diagram')
      for (const [i, id] of (value.reconstructedFrom ?? []).entries())
        yield to('seg', id, at('reconstructedFrom', i));
    if (value.type !== 'table') continue;
    for (const [i, { kind }] of value.rows.entries())
      if (kind !== undefined) yield { name: kind, among: 'caseKinds', place: at('rows', i, 'kind') };
  }
  const sections = dossier.settings.value.chapters.map(({ section }) => String(section));
  for (const id of Object.keys(argument.value))
    if (id !== WHOLE_PAPER && !sections.includes(id)) yield to('seg', id, argument.at(id));
}

/** The passage of each record, and the note, work or case that it names. */
function* passagesOf({ value, at }: Sourced<Passaged[]>): Generator<Pointer> {
  for (const [i, record] of value.entries()) {
    yield { passage: record.passage, place: at(i, 'passage') };
    for (const scheme of ['note', 'work', 'case'] as const)
      if (record[scheme] !== undefined) yield to(scheme, record[scheme], at(i, scheme));
  }
}

interface Passaged {
  passage: Passage;
  note?: number | undefined;
  work?: string | undefined;
  case?: string | undefined;
}

/** The file that contains a target of each scheme; text may be in any chapter. */
const fileOf: Record<Scheme, (id: string) => string> = {
  case: (id) => `cases/${id}/case.yaml`,
  term: (id) => `terms/${id}.yaml`,
  actor: () => recordFiles.actors,
  work: () => recordFiles.works,
  exhibit: (id) => `exhibits/${id}.yaml`,
  seg: () => 'chapters/',
  note: () => 'chapters/',
};

/** The link target for each case, term and actor, by slug and by name in lower case. */
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
