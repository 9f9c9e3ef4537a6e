import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runBuild, runNode } from '../support/sites.ts';
import { sketch, writeDossier } from '../support/synthetic-dossier.ts';
import { differences, digests, type Sweep } from './sweep.ts';

// Two simultaneous builds: into one folder, the second is refused; into two, each gives the same as when run alone.

export const name = 'two-builds';
export const covers = 'two simultaneous builds, into one folder and into two';

export async function run({ failures }: Sweep, folder: string): Promise<void> {
  const well = { DOSSIER: join(folder, 'well'), OUT: join(folder, 'well-site') };
  const other = { DOSSIER: join(folder, 'other'), OUT: join(folder, 'other-site'), SITE_BASE: '/other/' };
  cpSync('tests/fixtures/dossiers/well', well.DOSSIER, { recursive: true });
  writeDossier(other.DOSSIER, sketch({ sections: 3, paragraphs: 6, cases: 2 }));
  await runNode(['src/cli/permalinks.ts'], other);

  const alone = [await built(well, failures), await built(other, failures)];
  rmSync(well.OUT, { recursive: true });
  rmSync(other.OUT, { recursive: true });
  const together = await Promise.all([built(well, failures), built(other, failures)]);
  alone.forEach((files, i) => {
    const differing = differences(files, together[i] ?? new Map());
    if (differing.length > 0)
      failures.push(`built beside another dossier, these differ: ${differing.join(', ')}`);
  });

  const before = digests(well.OUT);
  const [first, second] = await Promise.all([runBuild(well), runBuild(well)]);
  const refused = [first, second].filter(({ code }) => code !== 0);
  if (refused.length !== 1) failures.push(`of two builds into one folder ${refused.length} were refused`);
  for (const { code, output } of refused) {
    if (code !== 2 || !/^Another build is writing to .*wait for it to finish/m.test(output))
      failures.push(`the second build ended with ${code} and said:\n${output}`);
  }
  if (differences(before, digests(well.OUT)).length > 0)
    failures.push('two builds into one folder left something else than one does');
}

async function built(
  variables: { DOSSIER: string; OUT: string },
  failures: string[],
): Promise<Map<string, string>> {
  const { code, output } = await runBuild(variables);
  if (code !== 0) {
    failures.push(`${variables.DOSSIER} was not built:\n${output}`);
    return new Map();
  }
  return digests(variables.OUT);
}
