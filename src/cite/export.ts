import { indentedJson } from '../model/json.ts';
import { toBiblatexFile, toBibtexFile } from './bibtex.ts';
import { exportedItem, type Citable } from './csl-item.ts';
import { toRisFile } from './ris.ts';

/** The export formats for reference managers, by file name extension. */
export const exportFormats = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex', write: toBibtexFile },
  'biblatex.bib': { name: 'BibLaTeX', type: 'application/x-bibtex', write: toBiblatexFile },
  ris: { name: 'RIS', type: 'application/x-research-info-systems', write: toRisFile },
  json: {
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: (items: Citable[]) => indentedJson(items.map(exportedItem)),
  },
} as const satisfies Record<string, { name: string; type: string; write: (items: Citable[]) => string }>;

export type ExportFormat = keyof typeof exportFormats;
export const exportNames = Object.keys(exportFormats) as ExportFormat[];
