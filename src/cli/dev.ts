import { astroConfig } from '../config/engine.ts';
import { siteAddress } from '../config/site-address.ts';
import { requireDossier } from './open-dossier.ts';
import { run } from './run.ts';
import { readServing } from './serving.ts';

const usage = `Usage: dossier dev [--port <number>] [--host <address>] [--private]

Serves a dossier while you write it, on http://localhost:4321 or another port given by --port or PORT. The messages of
check are shown beside the passages concerned, and at /desk/, which shows the editions of each chapter side by side, with
--private also the paper’s own text.`;

await run(usage, async () => {
  const { port, host } = await readServing();
  const { dossier } = await requireDossier();
  siteAddress(dossier.settings.value.dossier.site);
  const { dev } = await import('astro');
  await dev({
    configFile: astroConfig(),
    server: { port, host: host ?? false },
    vite: { server: { strictPort: true } },
  });
  return 0;
});
