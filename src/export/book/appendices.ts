import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { readIn } from '../../cite/read-in.ts';
import {
  citationStyleOf,
  sayDate,
  sayPages,
  sayPassage,
  sayVerdict,
  segmentName,
} from '../../i18n/phrases.ts';
import type { Translations } from '../../i18n/translations.ts';
import { localised } from '../../model/localised.ts';
import { compareSegmentIds } from '../../model/segment-id.ts';
import type { Edition } from '../../model/settings.ts';
import { departsFromSource } from '../../model/source-check.ts';
import { collections, addressInLanguage, entryKinds, urls, type EntryKind } from '../../model/urls.ts';
import { wordingOf } from '../../model/wording.ts';
import type { CaseEntry, Dossier } from '../../read/dossier.ts';
import { sentencesIn } from '../../read/sentences-in.ts';
import { actorOf, caseOf, termOf, workOf } from '../../read/text-in.ts';
import { referenceHast } from '../../render/render-context.ts';
import { usesOf } from '../../site/backlinks.ts';
import { checksOf } from '../../site/checks.ts';
import { referencesIn } from '../../render/references-in.ts';
import { htmlRenderer, renderFormula } from '../../site/html.ts';
import { entriesInOrder } from '../../site/index-groups.ts';
import { placePassage } from '../../site/placed-passage.ts';
import { sayPrinted } from '../../site/work-as-printed.ts';
import { citationsOf, nameOf } from '../../site/queries.ts';
import { worksInOrder } from '../../site/work-order.ts';
import { columns, inLine, labels, onLines, parsed, type Content } from './columns.ts';
import type { BookPart } from './parts.ts';

/** Cases, terms, actors and works, each with links to its occurrences in the text. */
export const appendixParts = (dossier: Dossier, editions: Edition[]): BookPart[] =>
  entryKinds.flatMap((kind): BookPart[] => {
    const ids =
      kind === 'work'
        ? worksInOrder(dossier, editions[0]!).map(({ work }) => work.id)
        : idsInOrder(dossier, kind, editions[0]!);
    if (ids.length === 0) return [];
    return [
      {
        file: entryFile(kind),
        type: types[kind],
        title: inLine(editions, (_, t) => t.collections[kind]),
        body: [
          ...ids.map((id) =>
            h(
              'section',
              { id: entryHtmlId(kind, id), className: ['entry'] },
              kind === 'work'
                ? undefined
                : h('h2', onLines(inLine(editions, (edition) => nameOf(dossier, kind, id, edition)))),
              contentOf[kind](dossier, id, editions),
            ),
          ),
          ...(kind === 'work' ? [] : labels(dossier, editions, 'account')),
        ],
      },
    ];
  });

/** The file that contains an entry. */
export const entryFile = (kind: EntryKind): string => `${collections[kind]}.xhtml`;
export const entryHtmlId = (kind: EntryKind, id: string): string => `${kind}-${id}`;

const types = {
  case: 'appendix',
  term: 'glossary',
  actor: 'appendix',
  work: 'bibliography',
} satisfies Record<EntryKind, BookPart['type']>;

const idsInOrder = (dossier: Dossier, kind: EntryKind, edition: Edition): string[] =>
  entriesInOrder(dossier, kind, edition).map(({ id }) => id);

const contentOf: Record<EntryKind, (dossier: Dossier, id: string, editions: Edition[]) => ElementContent[]> =
  {
    case: (dossier, id, editions) => {
      const found = caseOf(dossier, id);
      return found ? columns(editions, (edition, t) => caseContent(dossier, found, edition, t)) : [];
    },
    term: (dossier, id, editions) => {
      const value = termOf(dossier, id)?.value;
      if (!value) return [];
      return columns(editions, (edition, t) => [
        h('p', [
          localised(value.definition, edition),
          ' ',
          h('small', `(${t.terms.definedBy[value.definedBy]})`),
        ]),
        ...(value.formula === undefined ? [] : parsed(renderFormula(value.formula))),
        value.addition && h('p', [h('b', t.terms.addition), ` ${localised(value.addition, edition)}`]),
        facts([
          { name: t.terms.aliases, entries: (value.aliases[edition.id] ?? []).map((text) => ({ text })) },
          {
            name: t.terms.seeAlso,
            entries: value.seeAlso.map((other) => entryLink(dossier, 'term', other, edition)),
          },
          { name: t.usedIn, entries: uses(dossier, 'term', id, edition, t) },
        ]),
      ]);
    },
    actor: (dossier, id, editions) => {
      const value = actorOf(dossier, id)?.value;
      if (!value) return [];
      const cases = dossier.cases.filter((one) => one.value.actors.includes(id));
      return columns(editions, (edition, t) => [
        h('p', t.actors.kind[value.kind]),
        facts([
          { name: t.actors.cases, entries: cases.map((one) => entryLink(dossier, 'case', one.id, edition)) },
          { name: t.usedIn, entries: uses(dossier, 'actor', id, edition, t) },
        ]),
      ]);
    },
    work: (dossier, id, editions) => {
      const work = workOf(dossier, id)?.value;
      if (!work) return [];
      return columns(editions, (edition, t) => {
        const item = readIn(work, edition, citationStyleOf(t));
        const cited = new Set(citationsOf(dossier, edition.id, id).flatMap(({ note }) => note.number ?? []));
        return [
          h(
            'p',
            { lang: item.language },
            referenceHast(referencesIn(dossier).entry(item, citationStyleOf(t)), undefined),
          ),
          ...sayPrinted(work, edition.id, t).map((text) => h('p', { className: ['remark'] }, text)),
          facts([
            {
              name: t.works.citedIn,
              entries: [...cited].map((number) => noteLink(dossier, number, edition, t)),
            },
          ]),
        ];
      });
    },
  };

function caseContent(
  dossier: Dossier,
  { id, value, prose }: CaseEntry,
  edition: Edition,
  t: Translations,
): Content[] {
  const { caseKinds } = dossier.settings.value;
  const kind = caseKinds.find((one) => one.id === value.kind);
  const account = prose.find((one) => one.edition === edition.id);
  const off = checksOf(dossier, 'case', id).filter(departsFromSource);
  return [
    h('p', localised(value.summary, edition)),
    facts([
      { name: t.cases.kind, entries: kind ? [{ text: localised(kind.name, edition) }] : [] },
      { name: t.cases.dates, entries: value.dates.map((date) => ({ text: sayDate(t, date) })) },
      { name: t.cases.places, entries: value.places.map((place) => ({ text: localised(place, edition) })) },
      { name: t.cases.actors, entries: value.actors.map((one) => entryLink(dossier, 'actor', one, edition)) },
      {
        name: t.cases.passages[wordingOf(edition).type],
        entries: value.passages.map((passage) => {
          const { address, pages } = placePassage(dossier, edition.id, passage);
          return {
            text: sayPassage(t, passage.segment, sentencesIn(dossier, edition.id, passage)),
            href: address,
            more: pages && sayPages(t, pages),
          };
        }),
      },
      { name: t.cases.notes, entries: value.notes.map((number) => noteLink(dossier, number, edition, t)) },
      {
        name: t.checks.heading,
        entries: off.map((check) => ({
          text: `${check.id} ${sayVerdict(t, check)}`,
          href: addressInLanguage(dossier.settings.value.editions, edition.id, urls.check(check.id)),
        })),
      },
      {
        name: t.cases.related,
        entries: value.related.map((one) => entryLink(dossier, 'case', one, edition)),
      },
    ]),
    ...(account ? [h('h3', t.cases.account), ...parsed(htmlRenderer(dossier, '').prose(account))] : []),
    ...laterDevelopments(value, edition, t),
  ];
}

/** What has happened in a case since the paper. */
function laterDevelopments(
  { developments }: CaseEntry['value'],
  edition: Edition,
  t: Translations,
): Content[] {
  if (developments.length === 0) return [];
  return [
    h('h3', t.cases.since),
    h('p', { className: ['remark'] }, t.cases.aboutSince),
    h(
      'ol',
      developments.map(({ date, text, source }) =>
        h('li', [
          h('b', sayDate(t, date)),
          ` ${localised(text, edition)} `,
          h('a', { href: source.opened, lang: source.lang }, source.title),
          ...(source.translatedTitle?.[edition.id] === undefined
            ? []
            : [` [${source.translatedTitle[edition.id]}]`]),
        ]),
      ),
    ),
  ];
}

interface Fact {
  text: string;
  href?: string;
  more?: string | undefined;
}

function facts(list: { name: string; entries: Fact[] }[]): ElementContent | undefined {
  const rows = list
    .filter(({ entries }) => entries.length > 0)
    .flatMap(({ name, entries }) => [
      h('dt', name),
      ...entries.map(({ text, href, more }) =>
        h('dd', href === undefined ? text : h('a', { href }, text), more && [' ', h('small', more)]),
      ),
    ]);
  return rows.length > 0 ? h('dl', rows) : undefined;
}

const entryLink = (dossier: Dossier, kind: EntryKind, id: string, edition: Edition): Fact => ({
  text: nameOf(dossier, kind, id, edition),
  href: urls.entryIn(edition.id, kind, id),
});

const noteLink = ({ settings }: Dossier, number: number, edition: Edition, t: Translations): Fact => ({
  text: t.note.name({ number }),
  href: addressInLanguage(settings.value.editions, edition.id, urls.note(number)),
});

const uses = (
  dossier: Dossier,
  kind: 'term' | 'actor',
  id: string,
  edition: Edition,
  t: Translations,
): Fact[] =>
  usesOf(dossier, edition.id, kind, id)
    .map(({ segment }) => segment)
    .sort((a, b) => compareSegmentIds(a.id, b.id))
    .map((segment) => ({
      text: segmentName(t, segment.id),
      href: urls.segmentInChapter(edition.id, segment.chapter, segment.id),
      more: segment.pages && sayPages(t, segment.pages),
    }));
