// Types for the parts that we use of packages without types.

declare module 'citeproc' {
  export interface Item {
    id: string;
    locator?: string;
    label?: string;
    position?: number;
    'first-reference-note-number'?: string;
  }
  export interface Engine {
    updateItems(ids: string[]): void;
    setOutputFormat(format: string): void;
    makeCitationCluster(items: Item[]): string;
    makeBibliography(): [unknown, string[]];
    getTerm(name: string, form?: string): string;
  }
  type Format = Record<string, unknown>;
  interface System {
    retrieveItem: (id: string) => unknown;
    retrieveLocale: (tag: string) => unknown;
    variableWrapper?: (
      params: { variableNames: string[]; itemData: { id: string } },
      before: string,
      text: string,
      after: string,
    ) => string;
  }
  const CSL: {
    Engine: new (system: System, style: unknown, language: string, force: boolean) => Engine;
    Output: { Formats: Record<string, Format> };
    POSITION_FIRST: number;
    POSITION_SUBSEQUENT: number;
    POSITION_IBID: number;
    POSITION_IBID_WITH_LOCATOR: number;
  };
  export default CSL;
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean });
    data: Record<string, unknown>[];
    format(name: string, options?: Record<string, unknown>): string;
  }
  export const plugins: {
    config: { get(name: string): Record<string, unknown> };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
