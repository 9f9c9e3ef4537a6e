import { astroConfig } from '../config/engine.ts';
import { siteAddress } from '../config/site-address.ts';
import { requireDossier } from './open-dossier.ts';
import { run } from './run.ts';
import { readServing } from './serving.ts';

const usage = `Usage: dossier dev [--port <number>] [--host <address>] [--private]

Serves a dossier while you write it, on http://localhost:4321 unless --port or PORT names another port. The messages of
check appear beside the passages concerned and at /desk/, which shows the editions of each chapter side by side; with
--private it includes the paper’s own text.`;

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
