import type { NamedPage } from '../exchange/search-config.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Edition } from '../model/settings.ts';
import { urls, type EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { departsFromSource, outcomeOf, outcomes } from '../model/source-check.ts';
import { foldQuery } from '../search/units.ts';
import { checkGroups } from './checks.ts';
import { kindsOf } from './queries.ts';
import { releasesOf } from './releases.ts';

/** All pages other than the text, in the groups of the navigation, each with its full and its brief name. */
export function groupsBesideText(
  dossier: Dossier,
  edition: Edition,
): { name: string; pages: { address: string; name: string; brief: string }[] }[] {
  const { nav, collections: names, about } = translationsFor(edition.lang);
  const over = overviews(dossier, edition).map(({ address, name, key }) => ({
    group: groupOf[key],
    page: { address, name, brief: nav.brief[key] },
  }));
  const kinds = kindsOf(dossier).map((kind) => ({
    group: 'apparatus' as const,
    page: { address: urls.index(edition.id, kind), name: names[kind], brief: names[kind] },
  }));
  const own = { address: urls.about(edition.id), name: about.heading, brief: nav.brief.about };
  const all = [...kinds, ...over, { group: 'about' as const, page: own }];
  return (['read', 'apparatus', 'checks', 'about'] as const)
    .map((group) => ({
      name: nav.groups[group],
      pages: all.filter((one) => one.group === group).map(({ page }) => page),
    }))
    .filter(({ pages }) => pages.length > 0);
}

const groupOf = { argument: 'read', timeline: 'apparatus', data: 'apparatus', checks: 'checks' } as const;

/** All pages other than the text: the index of each kind of entry, and the overviews of the whole paper. */
export const pagesBesideText = (dossier: Dossier, edition: Edition): { address: string; name: string }[] =>
  groupsBesideText(dossier, edition).flatMap(({ pages }) => pages);

/** The overview pages that have something to show, with the question that each answers. */
export function overviews(
  { argument, checks, quantities }: Dossier,
  edition: Edition,
): { key: 'argument' | 'timeline' | 'data' | 'checks'; address: string; name: string; asks: string }[] {
  const t = translationsFor(edition.lang);
  const records = quantities.value;
  const all = [
    { key: 'argument', name: t.argument.heading, isShown: Object.keys(argument.value).length > 0 },
    { key: 'timeline', name: t.timeline.heading, isShown: records.some(({ type }) => type === 'date') },
    { key: 'data', name: t.quantities.heading, isShown: records.length > 0 },
    { key: 'checks', name: t.checks.heading, isShown: checks.value.length > 0 },
  ] as const;
  return all
    .filter(({ isShown }) => isShown)
    .map(({ key, name }) => ({ key, name, address: urls[key](edition.id), asks: t.front.asks[key] }));
}

/**
 * The address of each page of the site, its name, and others by which readers may ask for it; likewise of the source
 * checks with each verdict, and of all that found a departure.
 */
export function pagesByName(dossier: Dossier, edition: Edition): NamedPage[] {
  const t = translationsFor(edition.lang);
  const kind = (is: EntryKind | 'check'): string[] => [t.search.box.kinds[is], t.search.box.tags[is]];
  const also: Record<string, string[]> = {
    [urls.checks(edition.id)]: kind('check'),
    [urls.index(edition.id, 'work')]: [...kind('work'), ...t.works.alsoCalled.split(/[,、] ?/)],
    ...Object.fromEntries(
      (['case', 'term', 'actor'] as const).map((entry) => [urls.index(edition.id, entry), kind(entry)]),
    ),
  };
  const beside = groupsBesideText(dossier, edition).flatMap(({ pages }) => pages);
  const given = new Set(dossier.checks.value.map(outcomeOf));
  const named = (to: string, name: string, askedFor: string): NamedPage => [
    `${urls.checks(edition.id)}${to}`,
    `${t.checks.heading} · ${name}`,
    name,
    ...askedFor.split(/[,、] ?/),
  ];
  const all: NamedPage[] = [
    ...beside.map(({ address, name, brief }): NamedPage => [address, name, brief, ...(also[address] ?? [])]),
    ...(dossier.checks.value.some(departsFromSource)
      ? [named(`#${checkGroups.off}`, t.checks.groups.off, t.checks.askedFor.off)]
      : []),
    ...outcomes
      .filter((outcome) => given.has(outcome))
      .map((outcome) => named(`?verdict=${outcome}`, t.checks.verdict[outcome], t.checks.askedFor[outcome])),
    [urls.front(edition.id), t.nav.front, t.nav.contents],
    ...(releasesOf(dossier).length > 0 ? [[urls.releases(), t.releases.heading] satisfies NamedPage] : []),
  ];
  // Case does not matter.
  const isFirst = (name: string, at: number, names: string[]): boolean =>
    names.findIndex((one) => foldQuery(one) === foldQuery(name)) === at;
  return all.map(([href, name, ...others]) => [href, name, ...[name, ...others].filter(isFirst).slice(1)]);
}
