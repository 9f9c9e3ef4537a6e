import { applyPatch, createPatch, structuredPatch } from 'diff';

/** What becomes of a file that an import wrote once and writes again. */
type Merged =
  /** The file as it is to stand. */
  | { type: 'written' | 'merged'; text: string }
  /** It stays as it is; `difference` is what the import would have changed, as a unified diff, where it would have. */
  | { type: 'kept'; difference?: string };

/**
 * Brings together what an editor has written since an import and what the import makes now. `base` is what it wrote
 * last, undefined where none is known; `present` is what stands there.
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
    // What both have changed is for the editor to decide: nothing is moved or guessed at.
    const patch = structuredPatch(path, path, base, made, '', '', { context: 1 });
    const text = applyPatch(present, patch, { fuzzFactor: 0 });
    if (text !== false) return { type: 'merged', text };
  }
  return {
    type: 'kept',
    difference: createPatch(path, base ?? present, made, 'as written last', 'as read now'),
  };
}
