import type { Dossier } from './dossier.ts';

/** The files at the root of a dossier, besides its settings, by the part of the dossier that each contains. */
export const recordFiles = {
  works: 'works.json',
  actors: 'actors.yaml',
  quantities: 'quantities.yaml',
  argument: 'argument.yaml',
  editorNotes: 'editor-notes.yaml',
  checks: 'checks.yaml',
  quotations: 'quotations.yaml',
  romanised: 'romanised.yaml',
  confirmed: 'confirmed.json',
  permalinks: 'permalinks.json',
  releases: 'releases.json',
} as const satisfies Partial<Record<keyof Dossier, string>>;
