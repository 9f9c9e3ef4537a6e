import { join } from 'node:path';
import { startOf, type Place } from '../../model/place.ts';
import type { Dossier } from '../../read/dossier.ts';
import { shown } from '../../read/read-text.ts';
import type { Sourced } from '../../read/read-yaml.ts';
import { nearest } from '../../model/nearest.ts';
import type { Rule } from '../rule.ts';

/** What is written edition by edition is written for the editions there are; one that is missing is a `todo`. */
export const editionsNamed: Rule = {
  id: 'editions-named',
  *judge(dossier) {
    const editions = dossier.settings.value.editions.map(({ id }) => id);
    for (const { record, name, place, optional } of recordsOf(dossier)) {
      const given = Object.keys(record);
      for (const key of given.filter((one) => !editions.includes(one))) {
        yield {
          place,
          reason: `Unexpected edition “${key}”, expected one of ${editions.join(', ')}${nearest(key, editions)}`,
          actual: key,
          expected: editions,
        };
      }
      const missing = editions.filter((edition) => !given.includes(edition));
      if (!optional && missing.length > 0)
        yield {
          place,
          level: 'todo',
          reason: `Missing ${name} in edition ${missing.join(', ')}, expected it in every edition`,
        };
    }
    for (const { id, prose } of dossier.cases) {
      // A case may do without.
      if (prose.length === 0) continue;
      for (const edition of editions) {
        const file = `cases/${id}/${edition}.mdx`;
        if (prose.some((one) => one.edition === edition) || dossier.unread.has(file)) continue;
        yield {
          place: startOf(shown(join(dossier.folder, file))),
          level: 'todo',
          reason: `Missing account of the case “${id}” in edition ${edition}, expected ${file}`,
        };
      }
    }
    for (const { edition, path, tree } of dossier.cases.flatMap(({ prose }) => prose)) {
      if (tree.children.length > 0) continue;
      const reason = `Missing text in edition ${edition}, expected the account of the case`;
      yield { place: startOf(path), level: 'todo', reason };
    }
  },
};

interface PlacedRecord {
  record: Record<string, unknown>;
  /** The keys under which it stands, those of lists left out: paper.title. */
  name: string;
  place: Place;
  /** Whether an edition may lack it for good: aliases, say. */
  optional: boolean;
}

function recordsOf({
  settings,
  cases,
  terms,
  actors,
  exhibits,
  works,
  editorNotes,
  checks,
  quantities,
  argument,
}: Dossier): PlacedRecord[] {
  const records: PlacedRecord[] = [];
  const add = (
    record: Record<string, unknown> | undefined,
    { at }: Pick<Sourced<unknown>, 'at'>,
    keys: PropertyKey[],
    optional = false,
  ): void => {
    const name = keys.filter((key) => typeof key === 'string').join('.');
    if (record) records.push({ record, name, place: at(...keys), optional });
  };
  const { paper, dossier, chapters, caseKinds } = settings.value;
  add(paper.title, settings, ['paper', 'title']);
  add(paper.titleTranslator, settings, ['paper', 'titleTranslator'], true);
  add(paper.journal, settings, ['paper', 'journal']);
  add(paper.keywords, settings, ['paper', 'keywords']);
  paper.authors.forEach((author, i) => add(author, settings, ['paper', 'authors', i]));
  add(dossier.title, settings, ['dossier', 'title']);
  add(dossier.editors, settings, ['dossier', 'editors']);
  add(dossier.description, settings, ['dossier', 'description']);
  add(dossier.method, settings, ['dossier', 'method']);
  add(dossier.licence?.covers, settings, ['dossier', 'licence', 'covers']);
  settings.value.editions.forEach(({ translator }, i) => {
    if (typeof translator === 'object') add(translator, settings, ['editions', i, 'translator'], true);
  });
  chapters.forEach(({ title }, i) => add(title, settings, ['chapters', i, 'title']));
  caseKinds.forEach(({ name }, i) => add(name, settings, ['caseKinds', i, 'name']));
  for (const entry of cases) {
    const { value } = entry;
    add(value.title, entry, ['title']);
    add(value.summary, entry, ['summary']);
    add(value.aliases, entry, ['aliases'], true);
    value.places.forEach((place, i) => add(place, entry, ['places', i]));
    value.developments.forEach(({ text }, i) => add(text, entry, ['developments', i, 'text']));
  }
  for (const entry of terms) {
    const { value } = entry;
    add(value.name, entry, ['name']);
    add(value.definition, entry, ['definition']);
    add(value.addition, entry, ['addition']);
    add(value.aliases, entry, ['aliases'], true);
    add(value.forms, entry, ['forms'], true);
  }
  for (const entry of actors) {
    const { value } = entry;
    add(value.name, entry, ['name']);
    add(value.aliases, entry, ['aliases'], true);
    add(value.forms, entry, ['forms'], true);
  }
  for (const entry of exhibits) {
    const { value } = entry;
    add(value.title, entry, ['title']);
    add(value.source, entry, ['source']);
    add(value.remark, entry, ['remark']);
    if (value.type === 'diagram') {
      value.nodes.forEach(({ label, detail }, i) => {
        add(label, entry, ['nodes', i, 'label']);
        add(detail, entry, ['nodes', i, 'detail']);
      });
    } else if (value.type === 'picture') {
      add(value.alt, entry, ['alt']);
    } else if (value.type === 'table') {
      value.columns.forEach(({ label }, i) => add(label, entry, ['columns', i, 'label']));
      value.rows.forEach(({ cells }, i) =>
        Object.entries(cells).forEach(([column, cell]) => add(cell, entry, ['rows', i, 'cells', column])),
      );
    }
  }
  for (const entry of works)
    for (const [field, { remark }] of Object.entries(entry.value.custom?.sic ?? {}))
      add(remark, entry, ['custom', 'sic', field, 'remark']);
  editorNotes.value.forEach(({ text }, i) => add(text, editorNotes, [i, 'text']));
  checks.value.forEach(({ claim, source, finding, words, sought }, i) => {
    add(claim, checks, [i, 'claim']);
    add(source, checks, [i, 'source']);
    add(finding, checks, [i, 'finding']);
    add(words?.at, checks, [i, 'words', 'at']);
    add(sought, checks, [i, 'sought']);
  });
  quantities.value.forEach((record, i) => {
    add(record.what, quantities, [i, 'what']);
    if (record.type === 'amount') add(record.measure, quantities, [i, 'measure']);
  });
  Object.entries(argument.value).forEach(([id, thesis]) => add(thesis, argument, [id]));
  return records;
}
