import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../model/command-line.ts';
import { UsageError } from '../model/usage-error.ts';
import { outFolder } from '../config/out-folder.ts';
import { typedPath } from '../read/read-text.ts';
import { siteAddress } from '../config/site-address.ts';
import { requireDossier } from './open-dossier.ts';
import { otherOwner } from '../build/out-owner.ts';
import { siteServer } from '../build/site-server.ts';
import { run } from './run.ts';
import { readServing } from './serving.ts';
import { shellAssignment } from './shell-assignment.ts';

const usage = `Usage: dossier preview [--port <number>] [--host <address>] [--private]

Serves the built site of a dossier, on http://localhost:4321 unless --port or PORT names another port.`;

await run(usage, async () => {
  const { port, host } = await readServing();
  const { dossier } = await requireDossier();
  const out = outFolder(dossier.folder);
  if (!existsSync(out))
    throw new UsageError(`${typedPath(out)} does not exist yet: ${commandLine('build')} makes it.`);
  const other = otherOwner(out, dossier.folder);
  if (other !== undefined)
    throw new UsageError(
      `${typedPath(out)} contains the site of another dossier: ${shellAssignment('DOSSIER', other)} shows it.`,
    );
  const base = baseOf(out) ?? siteAddress(dossier.settings.value.dossier.site).base;
  const server = siteServer(realpathSync(out), base).listen(port, host ?? 'localhost');
  await once(server, 'listening');
  console.log(`${typedPath(out)} is served on http://localhost:${port}${base}`);
  return 0;
});

/** The prefix of a built site’s links, as recorded in its pages. */
function baseOf(out: string): string | undefined {
  const page = join(out, '404.html');
  return existsSync(page) ? / data-base="([^"]*)"/.exec(readFileSync(page, 'utf8'))?.[1] : undefined;
}
