import { fileAt } from '../model/file-at.ts';
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
  const known = new Map<string, Set<string>>();
  const idsOf = (file: string): Set<string> => {
    const ids = known.get(file) ?? idsIn(byFile.get(file) ?? '');
    known.set(file, ids);
    return ids;
  };
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
