import { defineConfig } from 'astro/config';
import { judge } from './src/check/check-dossier.ts';
import { dossierConfig } from './src/site/config.ts';

export default defineConfig(await dossierConfig(judge));
