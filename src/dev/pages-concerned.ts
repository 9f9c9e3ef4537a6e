import { relative } from 'node:path';
import { placeOfMessage, type Message } from '../model/message.ts';
import type { Place } from '../model/place.ts';
import type { Dossier } from '../read/dossier.ts';
import { textAt } from '../read/text-at.ts';

/**
 * Whether a page shows anything that a message is about. `address` is from the root of the dossier; all messages
 * concern the front pages.
 */
export function concernsPage(dossier: Dossier, address: string, message: Message): boolean {
  const { editions } = dossier.settings.value;
  const parts = address.split('/').filter(Boolean);
  const isNeutral = !editions.some(({ id }) => id === parts[0]);
  const page = isNeutral ? { edition: undefined, parts } : { edition: parts[0], parts: parts.slice(1) };
  return (
    page.parts.length === 0 ||
    [message, message.cause].some((one) => one && shows(dossier, page, placeOfMessage(one)))
  );
}

interface PageParts {
  edition: string | undefined;
  /** The rest of the address after the edition. */
  parts: string[];
}

function shows(dossier: Dossier, { edition, parts: [kind = '', id = ''] }: PageParts, place: Place): boolean {
  const [folder = '', name = '', file = ''] = relative(dossier.folder, place.path).split('/');
  const own = name.replace(/\.yaml$/, '');
  switch (folder) {
    case 'chapters': {
      const chapter = file.replace(/\.mdx$/, '');
      if (kind === 'parallel') return id === chapter;
      if (kind === 'p' || kind === 'note') {
        const written = dossier.chapters.find(({ path }) => path === place.path);
        return written !== undefined && textAt(written, place.line) === (kind === 'p' ? id : `note ${id}`);
      }
      return edition === name && kind === chapter;
    }
    case 'cases':
    case 'terms':
      return (
        (kind === folder.replace(/s$/, '') && id === own) || (kind === folder && (id === '' || id === own))
      );
    case 'exhibits':
      return kind === 'exhibits' ? id === own : places(dossier, kind, own);
    case 'actors.yaml':
    case 'works.json':
      return kind.replace(/s$/, '') === folder.replace(/s\..*$/, '');
    case 'quantities.yaml':
      return kind === 'data' || kind === 'timeline';
    case 'checks.yaml':
      return kind === 'check' || kind === 'checks';
    case 'argument.yaml':
      return kind === 'argument';
    default:
      return false;
  }
}

const places = ({ chapters }: Dossier, chapter: string, exhibit: string): boolean =>
  chapters.some(({ id, segments }) => id === chapter && segments.some((segment) => segment.id === exhibit));
