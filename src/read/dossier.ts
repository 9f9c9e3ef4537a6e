import type { Root, RootContent } from 'mdast';
import type { CitationItem } from '../markdown/citation-syntax.ts';
import type { Target } from '../markdown/nodes.ts';
import type { Actor, Argument, Case, EditorNote, Exhibit, Quantity, Term } from '../model/entries.ts';
import type { Place } from '../model/place.ts';
import type { Confirmed, Permalink } from '../model/permalink.ts';
import type { FrozenEdition, ReleaseRecord } from '../model/release.ts';
import type { SegmentIdParts } from '../model/segment-id.ts';
import type { Settings } from '../model/settings.ts';
import type { SourceCheck } from '../model/source-check.ts';
import type { Work } from '../model/work.ts';
import type { Sourced } from './read-yaml.ts';

/** One dossier in memory: what stands in its folder, every part with its place. */
export interface Dossier {
  folder: string;
  settings: Sourced<Settings>;
  /** By edition, then in the order of dossier.yaml; a chapter that an edition lacks is absent. */
  chapters: Chapter[];
  /** The chapters’ text as it was read, by path. */
  sources: ReadonlyMap<string, string>;
  /** What lies in the folder and is no part of a dossier. */
  unknownFiles: UnknownFile[];
  /**
   * The files, from the dossier's folder, that are there and could not be read. Nothing can be said of what stands in
   * them beyond the reading's own messages, nor of what points to it.
   */
  unread: ReadonlySet<string>;
  works: Entry<Work>[];
  cases: CaseEntry[];
  terms: Entry<Term>[];
  actors: Entry<Actor>[];
  exhibits: Entry<Exhibit>[];
  /** By the exhibit that shows it. */
  pictures: ReadonlyMap<string, Picture | PictureFault>;
  quantities: Sourced<Quantity[]>;
  editorNotes: Sourced<EditorNote[]>;
  /** What the paper rests on sources, compared with them, in the order of the file. */
  checks: Sourced<SourceCheck[]>;
  argument: Sourced<Argument>;
  permalinks: Sourced<Permalink[]>;
  releases: Releases;
  confirmed: Sourced<Confirmed>;
}

export interface Picture {
  /** In addresses and files: it tells the content, so that it never stands for another. */
  name: string;
  mediaType: string;
  width: number;
  height: number;
  bytes: Buffer;
}

/** Why a picture cannot be shown. */
export interface PictureFault {
  reason: string;
  note?: string;
  /** Where in the picture, if not as a whole. */
  place?: Place;
}

/** A file or folder that is no part of a dossier. */
export interface UnknownFile {
  place: Place;
  name: string;
  /** The folder that it lies in, from the dossier's; empty for that itself. */
  folder: string;
  /** The names that are expected there, as far as they can be listed. */
  expected: string[];
}

export interface Releases {
  /** In their order. */
  list: Sourced<ReleaseRecord[]>;
  /** The frozen texts, by release, then by edition. */
  files: {
    version: string;
    edition: string;
    path: string;
    /** Of what the file says now. */
    digest: string;
    value: FrozenEdition;
  }[];
  /** The bytes of the pictures that releases show, by name. */
  pictures: ReadonlyMap<string, Buffer>;
  /** What lies in the releases' folder and belongs to none of them. */
  unknownFiles: Place[];
}

export interface Entry<T> extends Sourced<T> {
  /** Slug, or key of a work. */
  id: string;
}

export interface CaseEntry extends Entry<Case> {
  /** The dossier's own account of the case, by edition; a case may have none. */
  prose: Prose[];
}

export interface Prose {
  edition: string;
  tree: Root;
  path: string;
  targets: PlacedTarget[];
}

export interface Chapter {
  id: string;
  section: number;
  edition: string;
  path: string;
  tree: Root;
  segments: Segment[];
  notes: Note[];
  marks: Mark[];
}

export interface Segment {
  id: string;
  type: SegmentIdParts['type'];
  edition: string;
  chapter: string;
  place: Place;
  blocks: RootContent[];
  /** What a reader sees and searches: no note marks, blocks joined by a line break. */
  text: string;
  units: SegmentUnit[];
  /** Whether the editor has set boundaries between its units, which alone then divide it. */
  isDivided: boolean;
  /** First and last printed page, where they are known. */
  pages: [number, number] | undefined;
  /** Numbers of the notes marked in it, in order. */
  notes: number[];
  targets: PlacedTarget[];
  /** Those of a segment without units, such as a heading. */
  exceptions: PlacedException[];
}

export interface SegmentUnit {
  index: number;
  text: string;
  /** The printed page on which it begins, where that is known. */
  page: number | undefined;
  place: Place;
  /** Numbers of the notes marked in it, in order. */
  notes: number[];
  exceptions: PlacedException[];
}

/** What an editor has suppressed, and why. */
export interface PlacedException {
  rule: string;
  reason: string;
  place: Place;
}

/** A mark of a note in the text. */
export interface Mark {
  number: number;
  place: Place;
  segment: string;
  unit: number | undefined;
  /** The printed page, where that is known. */
  page: number | undefined;
}

/** A note's definition. */
export interface Note {
  number: number | undefined;
  label: string;
  edition: string;
  chapter: string;
  place: Place;
  blocks: RootContent[];
  /** What it says beside its references. */
  comment: string;
  citations: PlacedCitation[];
  targets: PlacedTarget[];
  exceptions: PlacedException[];
}

export interface PlacedTarget extends Target {
  place: Place;
  /** The unit that it stands in, within a segment. */
  unit?: number;
}

export interface PlacedCitation extends Omit<CitationItem, 'offset'> {
  place: Place;
}
