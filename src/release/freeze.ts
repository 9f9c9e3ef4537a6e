import { localised } from '../model/localised.ts';
import type { FrozenChapter, FrozenCheck, FrozenEdition } from '../model/release.ts';
import type { Edition } from '../model/settings.ts';
import type { SourceCheck } from '../model/source-check.ts';
import { wordingOf } from '../model/wording.ts';
import type { Chapter, Dossier, Note, Segment } from '../read/dossier.ts';
import { chapterIn } from '../read/text-in.ts';
import { entriesOf, noteText, segmentText } from './entities.ts';

/** What a release needs besides the dossier’s files: how pages show an edition. */
export interface ReleaseRenderer {
  /** The label: whose wording the edition is, with the reference to the paper. */
  label: (edition: Edition) => string;
  /** HTML in the form that a release requires. */
  segment: (segment: Segment) => string;
  note: (note: Note) => string;
  /** The reference to a work. */
  reference: (work: string, edition: Edition) => string;
  verdict: (check: SourceCheck, edition: Edition) => string;
}

/** An edition’s text in the form that a release keeps. */
export function freezeEdition(dossier: Dossier, edition: Edition, renderer: ReleaseRenderer): FrozenEdition {
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
    label: renderer.label(edition),
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
        : [freezeChapter(dossier, chapter, edition, localised(head.title, edition), renderer)];
    }),
  };
}

function freezeChapter(
  dossier: Dossier,
  { id, section, segments, notes }: Chapter,
  edition: Edition,
  title: string,
  renderer: ReleaseRenderer,
): FrozenChapter {
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
        .map((check) => freezeCheck(check, edition, renderer));
      return {
        id: segment.id,
        ...(segment.pages ? { pages: segment.pages } : {}),
        units: cutAtUnits(segmentText(dossier, segment), segment),
        notes: segment.notes,
        html: renderer.segment(segment),
        ...(remarks.length > 0 ? { remarks } : {}),
        ...(checks.length > 0 ? { checks } : {}),
      };
    }),
    notes: notes.flatMap((note) =>
      note.number === undefined
        ? []
        : [{ number: note.number, text: noteText(note), html: renderer.note(note) }],
    ),
  };
}

function freezeCheck(check: SourceCheck, edition: Edition, renderer: ReleaseRenderer): FrozenCheck {
  const { id, passage, claim, work, source, locator, finding, words, sought, opened, archive, date } = check;
  return {
    id,
    unit: passage.units?.[0] ?? 1,
    claim: localised(claim, edition),
    source: work === undefined ? localised(source ?? {}, edition) : renderer.reference(work, edition),
    ...(locator === undefined ? {} : { locator }),
    verdict: renderer.verdict(check, edition),
    finding: localised(finding, edition),
    ...(words
      ? {
          words: {
            lang: words.lang,
            text: words.text,
            ...(words.at ? { at: localised(words.at, edition) } : {}),
          },
        }
      : {}),
    ...(sought ? { sought: localised(sought, edition) } : {}),
    ...(opened === undefined ? {} : { opened }),
    ...(archive === undefined ? {} : { archive }),
    date,
  };
}

/**
 * Cuts a text where units begin. Text before the first unit goes with that unit, and text after the last with the
 * last.
 */
export function cutAtUnits(text: string, { units }: Segment): string[] {
  const starts: number[] = [];
  let at = 0;
  for (const unit of units) {
    const start = text.indexOf(unit.text, at);
    if (start < 0) continue;
    starts.push(start);
    at = start + unit.text.length;
  }
  const edges = [0, ...starts.slice(1), text.length];
  return edges.slice(1).map((edge, i) => text.slice(edges[i], edge));
}
