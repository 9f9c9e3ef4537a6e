import { startOf, type Place } from '../../model/place.ts';
import type { Dossier } from '../../read/dossier.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';

/** What is written edition by edition is written for the editions there are; one that is missing is a `todo`. */
export const editionsNamed: Rule = {
  id: 'editions-named',
  *judge(dossier) {
    const editions = dossier.settings.value.editions.map(({ id }) => id);
    for (const { record, place, optional } of recordsOf(dossier)) {
      const given = Object.keys(record);
      for (const key of given.filter((one) => !editions.includes(one))) {
        yield {
          place,
          reason: `Unexpected edition “${key}”, expected one of ${editions.join(', ')}${nearest(key, editions)}`,
        };
      }
      const missing = editions.filter((edition) => !given.includes(edition));
      if (!optional && missing.length > 0)
        yield { place, level: 'todo', reason: `Not yet written in edition ${missing.join(', ')}` };
    }
    for (const { edition, path, tree } of dossier.cases.flatMap(({ prose }) => prose)) {
      if (tree.children.length > 0) continue;
      const reason = `Not yet written in edition ${edition}: the file is empty`;
      yield { place: startOf(path), level: 'todo', reason };
    }
  },
};

interface PlacedRecord {
  record: Record<string, unknown>;
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
  quantities,
  argument,
}: Dossier): PlacedRecord[] {
  const records: PlacedRecord[] = [];
  const add = (record: Record<string, unknown> | undefined, place: Place, optional = false): void => {
    if (record) records.push({ record, place, optional });
  };
  const { paper, dossier, chapters, caseKinds } = settings.value;
  add(paper.title, settings.at('paper', 'title'));
  add(paper.titleTranslator, settings.at('paper', 'titleTranslator'), true);
  add(paper.journal, settings.at('paper', 'journal'));
  add(paper.keywords, settings.at('paper', 'keywords'));
  paper.authors.forEach((author, i) => add(author, settings.at('paper', 'authors', i)));
  add(dossier.title, settings.at('dossier', 'title'));
  add(dossier.editors, settings.at('dossier', 'editors'));
  add(dossier.description, settings.at('dossier', 'description'));
  add(dossier.licence?.covers, settings.at('dossier', 'licence', 'covers'));
  settings.value.editions.forEach(({ translator }, i) => {
    if (typeof translator === 'object') add(translator, settings.at('editions', i, 'translator'), true);
  });
  chapters.forEach(({ title }, i) => add(title, settings.at('chapters', i, 'title')));
  caseKinds.forEach(({ name }, i) => add(name, settings.at('caseKinds', i, 'name')));
  for (const { value, at } of cases) {
    add(value.title, at('title'));
    add(value.summary, at('summary'));
    value.places.forEach((place, i) => add(place, at('places', i)));
  }
  for (const { value, at } of terms) {
    add(value.name, at('name'));
    add(value.definition, at('definition'));
    add(value.addition, at('addition'));
    add(value.aliases, at('aliases'), true);
    add(value.forms, at('forms'), true);
  }
  for (const { value, at } of actors) {
    add(value.name, at('name'));
    add(value.forms, at('forms'), true);
  }
  for (const { value, at } of exhibits) {
    add(value.title, at('title'));
    add(value.source, at('source'));
    add(value.remark, at('remark'));
    if (value.type === 'diagram') {
      value.nodes.forEach(({ label, detail }, i) => {
        add(label, at('nodes', i, 'label'));
        add(detail, at('nodes', i, 'detail'));
      });
    } else if (value.type === 'table') {
      value.columns.forEach(({ label }, i) => add(label, at('columns', i, 'label')));
      value.rows.forEach(({ cells }, i) =>
        Object.entries(cells).forEach(([column, cell]) => add(cell, at('rows', i, 'cells', column))),
      );
    }
  }
  for (const { value, at } of works)
    for (const [field, { remark }] of Object.entries(value.custom?.sic ?? {}))
      add(remark, at('custom', 'sic', field, 'remark'));
  editorNotes.value.forEach(({ text }, i) => add(text, editorNotes.at(i, 'text')));
  quantities.value.forEach((record, i) => {
    add(record.what, quantities.at(i, 'what'));
    if (record.type === 'amount') add(record.measure, quantities.at(i, 'measure'));
  });
  Object.entries(argument.value).forEach(([id, thesis]) => add(thesis, argument.at(id)));
  return records;
}
