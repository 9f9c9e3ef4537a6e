import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../model/message.ts';
import { addressesOf } from '../permalinks/current-addresses.ts';
import type { Dossier } from '../read/dossier.ts';
import { checkAddresses } from './built-addresses.ts';
import { checkLinks } from './built-links.ts';
import { checkTexts } from './built-texts.ts';
import { checkLabels, checkWhole, type BuiltPage } from './check-built.ts';
import { filesIn, isPage } from './files-in.ts';

interface BuiltSite {
  dossier: Dossier;
  /** The dossier with the editions that the site shows, private ones among them. */
  whole: Dossier;
  /** The number of pages that were rendered. */
  made: number;
  /** The prefix of the site’s links. */
  base: string;
  /** The folder that messages name: the one that the site will be in. */
  out: string;
}

/** All messages about the finished site in a folder. */
export async function checkSite(
  folder: string,
  { dossier, whole, made, base, out }: BuiltSite,
): Promise<Message[]> {
  const files = new Set(filesIn(folder));
  const pages = await Promise.all(
    [...files].filter(isPage).map(async (file): Promise<BuiltPage> => ({
      file,
      path: join(out, file),
      html: await readFile(join(folder, file), 'utf8'),
    })),
  );
  const promised = [
    ...addressesOf(dossier).map(({ path }) => path),
    ...dossier.permalinks.value.map(({ path }) => path).filter((path) => path.endsWith('/')),
  ];
  return [
    ...checkWhole(pages, made, out),
    ...checkAddresses(pages, files, promised, out),
    ...checkLinks(pages, files, base),
    ...checkTexts(pages, whole),
    ...checkLabels(pages),
  ];
}
