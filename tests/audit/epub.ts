import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { epub } from '../../src/export/epub/epub.ts';
import { filesOf } from '../../src/export/forms.ts';
import { complaintsOf, readBook } from '../support/read-book.ts';
import { everyDossier, type Sweep } from './sweep.ts';

export const name = 'epub';
export const covers =
  'the books of content/ and of every fixture dossier, in EPUBCheck and epubcheck-ts: no messages of any kind';

// The path in Debian’s package; a variable can name another version.
const JAR = process.env['EPUBCHECK_JAR'] ?? '/usr/share/java/epubcheck.jar';

export async function run(sweep: Sweep, folder: string): Promise<void> {
  const hasChecker = existsSync(JAR) && spawnSync('java', ['-version']).status === 0;
  if (!hasChecker)
    sweep.skipped.push('what EPUBCheck says: it is not installed (Debian: apt-get install epubcheck)');
  for (const { from, dossier } of await everyDossier(sweep)) {
    for (const file of filesOf(dossier, epub)) {
      const book = await readBook(file);
      const of = `${from}: ${file.name}`;
      console.log(`  ${of}`);
      sweep.failures.push(...(await complaintsOf(book, file.name)).map((said) => `${from}: ${said}`));
      if (!hasChecker) continue;
      const path = join(folder, file.name);
      await writeFile(path, book.bytes);
      sweep.failures.push(...(await byEpubcheck(path)).map((said) => `${of}: ${said}`));
    }
  }
}

async function byEpubcheck(path: string): Promise<string[]> {
  const said = await promisify(execFile)('java', ['-jar', JAR, path]).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  );
  return /0 fatals \/ 0 errors \/ 0 warnings/.test(said)
    ? said.split('\n').filter((line) => /^(?:INFO|USAGE)/.test(line))
    : said.split('\n').filter(Boolean);
}
