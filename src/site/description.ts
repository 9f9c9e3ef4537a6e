import { referenceText } from '../cite/pieces.ts';
import { citationStyleOf } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { isChinese } from '../model/language.ts';
import { localised } from '../model/localised.ts';
import type { Edition } from '../model/settings.ts';
import { entryKinds, urls } from '../model/urls.ts';
import { wordingOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { readIn } from '../cite/read-in.ts';
import { referencesIn } from '../render/references-in.ts';
import { checkOf } from './checks.ts';
import type { About } from './metadata.ts';
import { caseOf, chapterIn, exhibitOf, noteIn, segmentIn, termOf, workOf } from '../read/text-in.ts';
import type { OwnPage } from './own-record.ts';
import { listEntries, nameOf } from './queries.ts';
import { shortened } from './shortened.ts';

/**
 * Describes a page in the language of an edition, for lists such as search results; undefined if nothing distinguishes
 * it from other pages.
 */
export function describe(dossier: Dossier, edition: Edition, about: About): string | undefined {
  const said = sayAbout(dossier, edition, about);
  // The title of a check has only the first words of the claim.
  const isWhole = about.type === 'own' && about.kind === 'check';
  return isWhole ? said : said && shortened(said, isChinese(edition.lang) ? 90 : 240);
}

function sayAbout(dossier: Dossier, edition: Edition, about: About): string | undefined {
  const t = translationsFor(edition.lang);
  if (about.type === 'work') {
    const work = workOf(dossier, about.id)?.value;
    const style = citationStyleOf(t);
    return work && referenceText(referencesIn(dossier).entry(readIn(work, edition, style), style));
  }
  if (about.type === 'released')
    return [about.name, t.releases.frozen(about.frozen)].join(t.typography.partSeparator);
  const { kind, id, address } = about;
  switch (kind) {
    case 'segment':
      return textOf(dossier, edition, [id]);
    case 'chapter': {
      const section = dossier.settings.value.chapters.find((head) => head.id === id)?.section;
      const thesis = dossier.argument.value[String(section)];
      const segments = chapterIn(dossier, edition.id, id)?.segments ?? [];
      const paragraphs = segments.filter(({ type }) => type === 'paragraph').map((segment) => segment.id);
      const text = thesis ? localised(thesis, edition) : textOf(dossier, edition, paragraphs.slice(0, 1));
      const side = address === urls.parallel(id) ? [t.nav.parallel] : [];
      return [about.name, ...side, text].join(t.typography.citationSeparator);
    }
    case 'note':
      return noteText(dossier, edition, Number(id));
    case 'case': {
      const found = caseOf(dossier, id);
      return found && localised(found.value.summary, edition);
    }
    case 'term': {
      const found = termOf(dossier, id);
      return found && localised(found.value.definition, edition);
    }
    case 'actor': {
      const cases = dossier.cases.filter(({ value }) => value.actors.includes(id));
      const names = cases.map(({ value }) => localised(value.title, edition));
      return [about.name, ...names].join(t.typography.citationSeparator);
    }
    case 'check': {
      const found = checkOf(dossier, id);
      // The id is needed, since one claim may have several sources.
      return (
        found && [t.checks.name({ id }), localised(found.claim, edition)].join(t.typography.citationSeparator)
      );
    }
    case 'exhibit': {
      const source = exhibitOf(dossier, id)?.source;
      return [
        about.name,
        ...(source
          ? [t.exhibitSource({ source: localised(source, edition), whose: wordingOf(edition).type })]
          : []),
      ].join(t.typography.citationSeparator);
    }
    case 'passages':
      return undefined;
    case 'dossier':
      return localised(dossier.settings.value.dossier.description, edition);
    case 'overview':
      return sayOverview(dossier, edition, about);
  }
}

/** A note’s number, and the titles of the works that it cites or, if there are none, its comment. */
function noteText(dossier: Dossier, edition: Edition, number: number): string | undefined {
  const t = translationsFor(edition.lang);
  const note = noteIn(dossier, edition.id, number);
  const titles = new Set(note?.citations.map(({ key }) => nameOf(dossier, 'work', key, edition)));
  return (
    note &&
    [t.note.name({ number }), ...(titles.size > 0 ? titles : [note.comment])]
      .filter(Boolean)
      .join(t.typography.citationSeparator)
  );
}

/** Describes a page that gives an overview of the whole dossier. */
function sayOverview(dossier: Dossier, edition: Edition, { name, address }: OwnPage): string | undefined {
  const t = translationsFor(edition.lang);
  const kind = entryKinds.find((one) => address.startsWith(urls.index(edition.id, one)));
  if (kind !== undefined) {
    const names = listEntries(dossier, kind, edition).map(({ name }) => name);
    // The list of works is also there in each style, which its title names.
    return [name, ...names].join(t.typography.citationSeparator);
  }
  const explanations = {
    [urls.argument(edition.id)]: t.argument.explanation,
    [urls.timeline(edition.id)]: t.timeline.explanation,
    [urls.data(edition.id)]: t.quantities.explanation,
    [urls.checks(edition.id)]: t.checks.explanation,
    [urls.status(edition.id)]: t.status.explanation,
    [urls.search(edition.id)]: t.search.description({
      dossier: localised(dossier.settings.value.dossier.title, edition),
    }),
  };
  return explanations[address];
}

const textOf = (dossier: Dossier, edition: Edition, segments: string[]): string | undefined =>
  segments.map((id) => segmentIn(dossier, edition.id, id)?.text).find((text) => text !== undefined);
