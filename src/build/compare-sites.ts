import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './files-in.ts';

/** How the files of a built site have changed, by their paths from its root. */
interface SiteDifference {
  lost: string[];
  added: string[];
  changed: string[];
}

/** How one built site’s folder differs from another’s. */
export function compareSites(before: string, after: string): SiteDifference {
  const [old, present] = [filesOf(before), filesOf(after)];
  return {
    lost: [...old].filter((file) => !present.has(file)),
    added: [...present].filter((file) => !old.has(file)),
    changed: [...old].filter(
      (file) =>
        present.has(file) && !readFileSync(join(before, file)).equals(readFileSync(join(after, file))),
    ),
  };
}

// Names below assets/ and offline/ contain content hashes, and only our own pages load those files: no such address
// is promised.
const filesOf = (folder: string): Set<string> =>
  new Set(filesIn(folder).filter((file) => !/^(?:assets|offline)\//.test(file)));
