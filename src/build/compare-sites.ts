import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './files-in.ts';

/** What became of the files of a built site, by their paths from its root. */
interface SiteDifference {
  lost: string[];
  added: string[];
  changed: string[];
}

/** How the folder of one built site differs from another’s. */
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

// Names below assets/ and offline/ tell the content of what only our own pages load: nobody was promised one.
const filesOf = (folder: string): Set<string> =>
  new Set(filesIn(folder).filter((file) => !/^(?:assets|offline)\//.test(file)));
