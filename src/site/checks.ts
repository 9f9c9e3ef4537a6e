import { isWithin } from '../model/passage.ts';
import type { Edition } from '../model/settings.ts';
import { isOff, verdicts, type SourceCheck, type Verdict } from '../model/source-check.ts';
import type { EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { mentionsIn } from '../read/mentions.ts';
import { localised, nameOf } from './queries.ts';

/** The checks of what an entry is about, in the order of the paper: they say so, or their place or source is the entry's. */
export function checksOf(dossier: Dossier, kind: EntryKind, id: string): SourceCheck[] {
  const isOwn = ownChecks(dossier, kind, id);
  return dossier.checks.value.filter((check) => check.concerns.includes(`${kind}:${id}`) || isOwn(check));
}

function ownChecks(dossier: Dossier, kind: EntryKind, id: string): (check: SourceCheck) => boolean {
  switch (kind) {
    case 'work':
      return ({ work }) => work === id;
    case 'term': {
      const place = dossier.terms.find((one) => one.id === id)?.value.definedIn;
      return ({ passage }) => passage.segment === place;
    }
    case 'case': {
      const passages = dossier.cases.find((one) => one.id === id)?.value.passages ?? [];
      return (check) =>
        passages.some((one) => one.segment === check.passage.segment && isWithin(one, unitOf(check)));
    }
    case 'actor': {
      const named = new Set(
        [...mentionsIn(dossier)].flatMap(([{ id: segment }, mentions]) =>
          mentions
            .filter((one) => one.kind === 'actor' && one.id === id)
            .map(({ unit }) => `${segment}-${unit}`),
        ),
      );
      return (check) => named.has(placeOf(check));
    }
  }
}

const unitOf = ({ passage }: SourceCheck): number => passage.units?.[0] ?? 0;

/** As a passage is written: 2.1.3-2. */
export const placeOf = (check: SourceCheck): string => `${check.passage.segment}-${unitOf(check)}`;

export const checksOfNote = ({ checks }: Dossier, number: number): SourceCheck[] =>
  checks.value.filter(({ note }) => note === number);

/** What a front page says of the checks. */
export function countChecks(checks: SourceCheck[]): Record<'count' | 'off' | 'agrees' | 'open', number> {
  const having = (verdict: Verdict): number => checks.filter((one) => one.verdict === verdict).length;
  return {
    count: checks.length,
    off: checks.filter(isOff).length,
    agrees: having('agrees'),
    open: having('not-to-be-had'),
  };
}

/** The verdicts that there are, the gravest first, each with its checks. */
export const checksByVerdict = ({ checks }: Dossier): { verdict: Verdict; checks: SourceCheck[] }[] =>
  verdicts
    .map((verdict) => ({ verdict, checks: checks.value.filter((one) => one.verdict === verdict) }))
    .filter((group) => group.checks.length > 0);

/** A source as an edition names it, with its checks. */
export interface CheckedSource {
  name: string;
  /** Of its name. */
  lang: string;
  /** Key of the work that it is, if it is one. */
  work: string | undefined;
  checks: SourceCheck[];
}

/** The source of a check: a work, or what is named. */
export function sourceOf(
  dossier: Dossier,
  { work, source }: SourceCheck,
  edition: Edition,
): Omit<CheckedSource, 'checks'> {
  const found = dossier.works.find(({ id }) => id === work)?.value;
  return work === undefined
    ? { name: source ? localised(source, edition) : '', lang: edition.lang, work }
    : { name: nameOf(dossier, 'work', work, edition), lang: found?.language ?? edition.lang, work };
}

/** Works by their keys, then the sources that are named, each with its checks. */
export function checksBySource(dossier: Dossier, edition: Edition): CheckedSource[] {
  const sources = dossier.checks.value.map((check) => ({ check, ...sourceOf(dossier, check, edition) }));
  const groups = [...Map.groupBy(sources, ({ work, name }) => work ?? `~${name}`)];
  return groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      return first
        ? [{ name: first.name, lang: first.lang, work: first.work, checks: own.map(({ check }) => check) }]
        : [];
    });
}
