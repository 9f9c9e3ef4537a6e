import { sayVerdict } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { defined } from '../model/defined.ts';
import { localised } from '../model/localised.ts';
import type { FrozenChapter, FrozenCheck, FrozenEdition } from '../model/release.ts';
import type { Edition } from '../model/settings.ts';
import type { SourceCheck } from '../model/source-check.ts';
import { wordingOf } from '../model/wording.ts';
import type { Chapter, Dossier } from '../read/dossier.ts';
import { chapterIn } from '../read/text-in.ts';
import { cutAtUnits, entriesOf, noteText, segmentText } from '../release/entities.ts';
import { frozenHtml } from './frozen-html.ts';
import { labelOf } from './label.ts';
import { workReference } from './references-in.ts';

/** An edition’s text in the form that a release keeps. */
export function freezeEdition(dossier: Dossier, edition: Edition): FrozenEdition {
  const { dossier: metadata, chapters: heads } = dossier.settings.value;
  const wording = wordingOf(edition);
  return {
    format: 'dossier-release-2',
    version: metadata.version,
    issued: metadata.issued,
    edition: {
      id: edition.id,
      lang: edition.lang,
      role: wording.type,
      ...(wording.type === 'translation' ? { of: edition.of, translator: wording.translator } : {}),
      name: edition.name,
    },
    title: localised(metadata.title, edition),
    editors: localised(metadata.editors, edition),
    label: labelOf(dossier.settings.value, edition),
    ...(metadata.licence
      ? {
          licence: {
            name: metadata.licence.name,
            url: metadata.licence.url,
            covers: localised(metadata.licence.covers, edition),
          },
        }
      : {}),
    entries: entriesOf(dossier, edition),
    chapters: heads.flatMap((head): FrozenChapter[] => {
      const chapter = chapterIn(dossier, edition.id, head.id);
      return chapter === undefined
        ? []
        : [freezeChapter(dossier, chapter, edition, localised(head.title, edition))];
    }),
  };
}

function freezeChapter(
  dossier: Dossier,
  { id, section, segments, notes }: Chapter,
  edition: Edition,
  title: string,
): FrozenChapter {
  const html = frozenHtml(dossier);
  return {
    id,
    section,
    title,
    segments: segments.map((segment) => {
      const remarks = dossier.editorNotes.value
        .filter((one) => one.segment === segment.id)
        .map(({ printed, text }) => ({ printed, text: localised(text, edition) }));
      const checks = dossier.checks.value
        .filter(({ passage }) => passage.segment === segment.id)
        .map((check) => freezeCheck(dossier, check, edition));
      return defined({
        id: segment.id,
        pages: segment.pages,
        units: cutAtUnits(segmentText(dossier, segment), segment),
        notes: segment.notes,
        html: html.segment(segment),
        remarks: remarks.length > 0 ? remarks : undefined,
        checks: checks.length > 0 ? checks : undefined,
      });
    }),
    notes: notes.flatMap((note) =>
      note.number === undefined ? [] : [{ number: note.number, text: noteText(note), html: html.note(note) }],
    ),
  };
}

function freezeCheck(dossier: Dossier, check: SourceCheck, edition: Edition): FrozenCheck {
  const { id, passage, claim, work, source, locator, finding, words, sought, opened, archive, date } = check;
  return defined({
    id,
    unit: passage.units?.[0] ?? 1,
    claim: localised(claim, edition),
    source: work === undefined ? localised(source ?? {}, edition) : workReference(dossier)(work, edition),
    locator,
    verdict: sayVerdict(translationsFor(edition.lang), check),
    finding: localised(finding, edition),
    words:
      words && defined({ lang: words.lang, text: words.text, at: words.at && localised(words.at, edition) }),
    sought: sought && localised(sought, edition),
    opened,
    archive,
    date,
  });
}
