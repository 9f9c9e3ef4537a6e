import { applyPatch, createPatch, structuredPatch } from 'diff';

/** The outcome for a file that an earlier import wrote and the present one writes again. */
type Merged =
  /** The file’s new text. */
  | { type: 'written' | 'merged'; text: string }
  /** The file is unchanged; `difference` is a unified diff of what the import would have changed, if anything. */
  | { type: 'kept'; difference?: string };

/**
 * Merges an editor’s changes since the last import with the new import. `base` is what the last import wrote, undefined
 * if unknown; `present` is the file’s text now.
 */
export function mergeFile(
  path: string,
  base: string | undefined,
  present: string | undefined,
  made: string,
): Merged {
  if (present === undefined || present === base || present === made) return { type: 'written', text: made };
  if (base === made) return { type: 'kept' };
  if (base !== undefined) {
    // If both have changed the same lines, the editor decides: the patch is not applied fuzzily.
    const patch = structuredPatch(path, path, base, made, '', '', { context: 1 });
    const text = applyPatch(present, patch, { fuzzFactor: 0 });
    if (text !== false) return { type: 'merged', text };
  }
  return {
    type: 'kept',
    difference: createPatch(path, base ?? present, made, 'last import', 'this import'),
  };
}
