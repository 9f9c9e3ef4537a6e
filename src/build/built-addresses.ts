import { fileAt } from '../model/file-at.ts';
import { memoizeData } from '../model/memoize.ts';
import { startOf } from '../model/place.ts';
import { createMessage, type Message } from '../model/message.ts';
import { fragmentOf, pageOf } from '../permalinks/resolve.ts';
import { idsIn } from './built-links.ts';
import type { BuiltPage } from './check-built.ts';

/**
 * `addresses-answer`: every address that the dossier has or once had exists in the built site, including its anchor.
 * `paths` are those addresses, from the dossier’s root.
 */
export function checkAddresses(
  pages: BuiltPage[],
  files: ReadonlySet<string>,
  paths: Iterable<string>,
  out: string,
): Message[] {
  const byFile = new Map(pages.map(({ file, html }) => [file, html]));
  const idsOf = memoizeData((file: string) => idsIn(byFile.get(file) ?? ''));
  return [...new Set(paths)].flatMap((path): Message[] => {
    const file = fileAt(pageOf(path).slice(1));
    const fragment = fragmentOf(path);
    if (files.has(file) && (fragment === undefined || idsOf(file).has(fragment))) return [];
    return [
      createMessage({
        place: startOf(`${out}/${file}`),
        rule: 'addresses-answer',
        reason: `Missing ${path}, expected every address of the dossier to be built`,
      }),
    ];
  });
}
