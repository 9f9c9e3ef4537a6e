// Not TypeScript, which Astro would read through a server of Vite’s, with all that it imports.
import { defineConfig } from 'astro/config';
import { judge } from './check/check-dossier.ts';
import { devMessages } from './dev/dev-messages.ts';
import { dossierConfig } from './site/config.ts';

export default defineConfig(await dossierConfig(judge, devMessages));
