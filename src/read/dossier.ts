import type { Root, RootContent } from 'mdast';
import type { CitationItem } from '../markdown/citation-syntax.ts';
import type { Target } from '../markdown/nodes.ts';
import type {
  Actor,
  Argument,
  Case,
  EditorNote,
  Exhibit,
  Quantity,
  Quotation,
  Term,
} from '../model/entries.ts';
import type { Place } from '../model/place.ts';
import type { Confirmed, Permalink } from '../model/permalink.ts';
import type { FrozenEdition, ReleaseRecord } from '../model/release.ts';
import type { SegmentIdParts } from '../model/segment-id.ts';
import type { Settings } from '../model/settings.ts';
import type { SourceCheck } from '../model/source-check.ts';
import type { Work } from '../model/work.ts';
import type { Sourced } from './read-yaml.ts';

/** A dossier in memory: the content of its folder, every part with its place. */
export interface Dossier {
  folder: string;
  settings: Sourced<Settings>;
  /** By edition, then in the order of dossier.yaml; chapters that an edition lacks are absent. */
  chapters: Chapter[];
  /** The chapters’ source text, by path. */
  sources: ReadonlyMap<string, string>;
  /** Files and folders that are not part of a dossier. */
  unknownFiles: UnknownFile[];
  /**
   * Files that exist but could not be read, relative to the dossier’s folder. Apart from the messages of reading
   * them, nothing can be said about their content or about links to it.
   */
  unread: ReadonlySet<string>;
  works: Entry<Work>[];
  cases: CaseEntry[];
  terms: Entry<Term>[];
  actors: Entry<Actor>[];
  exhibits: Entry<Exhibit>[];
  /** By the id of the exhibit that shows the picture. */
  pictures: ReadonlyMap<string, Picture | PictureFault>;
  quantities: Sourced<Quantity[]>;
  editorNotes: Sourced<EditorNote[]>;
  /** The source checks, in the order of the file. */
  checks: Sourced<SourceCheck[]>;
  /** Whose words stand in quotation marks in the text. */
  quotations: Sourced<Quotation[]>;
  /** Titles of pages in Latin script, by the titles in their own. */
  romanised: Sourced<Record<string, string>>;
  argument: Sourced<Argument>;
  permalinks: Sourced<Permalink[]>;
  releases: Releases;
  confirmed: Sourced<Confirmed>;
}

export interface Picture {
  /** In addresses and files: contains a hash of the content, so that it never names another picture. */
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
  /** The place within the picture, if the fault is not in the whole. */
  place?: Place;
}

/** A file or folder that is not part of a dossier. */
export interface UnknownFile {
  place: Place;
  name: string;
  /** The folder that contains it, relative to the dossier’s; empty for the dossier’s folder itself. */
  folder: string;
  /** The names expected there, if they can be listed. */
  expected: string[];
}

export interface Releases {
  /** In release order. */
  list: Sourced<ReleaseRecord[]>;
  /** The frozen texts, by release, then by edition. */
  files: {
    version: string;
    edition: string;
    path: string;
    /** Of the file’s present content. */
    digest: string;
    value: FrozenEdition;
  }[];
  /** The bytes of the pictures that releases show, by name. */
  pictures: ReadonlyMap<string, Buffer>;
  /** Files in the releases’ folder that belong to no release. */
  unknownFiles: Place[];
}

export interface Entry<T> extends Sourced<T> {
  /** The slug, or the key of a work. */
  id: string;
}

export interface CaseEntry extends Entry<Case> {
  /** The dossier’s own account of the case, by edition; may be empty. */
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
  /** The text as readers see and search it: without note marks, blocks joined by a line break. */
  text: string;
  units: SegmentUnit[];
  /** Whether the editor has set the boundaries between its units, which then replace the automatic ones. */
  isDivided: boolean;
  /** First and last printed page, if known. */
  pages: [number, number] | undefined;
  /** Numbers of the notes marked in the segment, in order. */
  notes: number[];
  targets: PlacedTarget[];
  /** Only exceptions of segments without units, such as headings. */
  exceptions: PlacedException[];
}

export interface SegmentUnit {
  index: number;
  text: string;
  /** The printed page on which it begins, if known. */
  page: number | undefined;
  /** The printed page on which it ends, if known. */
  lastPage: number | undefined;
  /** The printed pages that begin within it, each with the offset in its text. */
  pageBreaks: { page: number; at: number }[];
  place: Place;
  /** Numbers of the notes marked in the unit, in order. */
  notes: number[];
  exceptions: PlacedException[];
}

/** A rule that an editor has suppressed, and the reason. */
export interface PlacedException {
  rule: string;
  reason: string;
  place: Place;
}

/** A note mark in the text. */
export interface Mark {
  number: number;
  place: Place;
  segment: string;
  unit: number | undefined;
  /** The printed page, if known. */
  page: number | undefined;
}

/** A note’s definition. */
export interface Note {
  number: number | undefined;
  label: string;
  edition: string;
  chapter: string;
  place: Place;
  blocks: RootContent[];
  /** The text apart from its references. */
  comment: string;
  citations: PlacedCitation[];
  targets: PlacedTarget[];
  exceptions: PlacedException[];
}

export interface PlacedTarget extends Target {
  place: Place;
  /** The unit that contains it, if it is in a segment. */
  unit?: number;
}

export interface PlacedCitation extends Omit<CitationItem, 'offset'> {
  place: Place;
}
