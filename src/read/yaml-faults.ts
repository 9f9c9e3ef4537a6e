import { visit, type Alias, type Document } from 'yaml';

export interface YamlFault {
  offset: number;
  reason: string;
}

/** How often an alias may repeat what it stands for: enough for people, too little for a file that would fill memory. */
export const MOST_ALIASES = 100;

/** What is wrong with a YAML file as such, each at its place, in the words of whoever writes it. */
export function yamlFaults(document: Document): YamlFault[] {
  const faults = document.errors.map(({ pos, code, message }) => ({
    offset: pos[0],
    reason:
      code === 'MULTIPLE_DOCS'
        ? 'Unexpected second document, expected one: take this line out'
        : `Unexpected syntax: ${message}`,
  }));
  return faults.length > 0 ? faults : aliasFaults(document);
}

function aliasFaults(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias(_, alias, path) {
      const repeated = alias.resolve(document);
      const expected =
        repeated === undefined
          ? `&${alias.source} before it`
          : path.includes(repeated)
            ? 'it outside of what it repeats'
            : isTooMuch(document, alias)
              ? 'less to be repeated by aliases'
              : undefined;
      if (expected === undefined) return undefined;
      faults.push({
        offset: alias.range?.[0] ?? 0,
        reason: `Unexpected alias *${alias.source}, expected ${expected}`,
      });
      // What is too much once is so wherever it is repeated.
      return repeated === undefined ? undefined : visit.BREAK;
    },
  });
  return faults;
}

function isTooMuch(document: Document, alias: Alias): boolean {
  try {
    alias.toJS(document, { maxAliasCount: MOST_ALIASES });
    return false;
  } catch {
    return true;
  }
}
