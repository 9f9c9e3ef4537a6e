import { sha256 } from '../../model/fingerprint.ts';
import type { Dossier } from '../../read/dossier.ts';
import { inBlocks } from '../../model/json.ts';
import { toCitationFile, toDataCite } from '../../site/deposit.ts';
import { releaseAsItStands } from '../../site/releases.ts';
import { bytes, fileName, madeOnce, type Form } from '../form.ts';
import { zip } from '../zip.ts';
import { describeCrate, METADATA, type CrateFile } from './crate.ts';
import { licenceText, readMe } from './papers.ts';

/** The deposit for an archive or repository: these forms in one self-describing zip (RO-Crate 1.2). */
export const depositOf = (forms: readonly Form[]): Form => ({
  id: 'crate',
  name: 'everything in one archive for a repository (RO-Crate), with checksums',
  mediaType: 'application/zip',
  files: (dossier) => [
    {
      name: fileName(dossier, [], 'crate.zip'),
      editions: dossier.settings.value.editions,
      make: () => makeDeposit(dossier, forms),
    },
  ],
});

async function makeDeposit(dossier: Dossier, forms: readonly Form[]): Promise<Uint8Array<ArrayBuffer>> {
  const made = await formsOf(dossier, forms);
  const files = [...papersOf(dossier, made), ...made];
  const metadata = bytes(describeCrate(dossier, files));
  const whole = [...files, { path: METADATA, content: metadata }];
  const sums = whole.map(({ path, content }) => `${sha256(content)}  ${path}\n`);
  return zip(
    [
      { path: METADATA, content: metadata },
      ...files.map(({ path, content, mediaType }) => ({
        path,
        content,
        // Already compressed.
        stored: /zip|pdf/.test(mediaType),
      })),
      { path: 'manifest-sha256.txt', content: bytes(sums.join('')) },
    ],
    dossier.settings.value.dossier.issued,
  );
}

async function formsOf(dossier: Dossier, forms: readonly Form[]): Promise<CrateFile[]> {
  const made: CrateFile[] = [];
  for (const form of forms)
    for (const { name, editions, make } of madeOnce(form)(dossier)) {
      const content = await make();
      const { id, mediaType } = form;
      made.push({ path: name, form: id, mediaType, editions, content, sha256: sha256(content) });
    }
  return made;
}

/** The files on citation and use, and the text in the form that releases keep. */
function papersOf(dossier: Dossier, made: readonly CrateFile[]): CrateFile[] {
  const { editions } = dossier.settings.value;
  const release = releaseAsItStands(dossier);
  const paper = (path: string, mediaType: string, text: string, of = editions): CrateFile => {
    const content = bytes(text);
    return { path, form: undefined, mediaType, editions: of, content, sha256: sha256(content) };
  };
  return [
    paper('README.md', 'text/markdown', readMe(dossier, made)),
    paper('LICENSE.txt', 'text/plain', licenceText(dossier)),
    paper('CITATION.cff', 'application/yaml', toCitationFile(dossier, release?.version)),
    paper('datacite.json', 'application/json', toDataCite(dossier, release?.version)),
    ...(release?.editions ?? []).map((frozen) =>
      paper(
        `text/${frozen.edition.id}.json`,
        'application/json',
        `${inBlocks(frozen)}\n`,
        editions.filter(({ id }) => id === frozen.edition.id),
      ),
    ),
  ];
}
