import { dossier } from '../site/dossier.ts';
import { quantityJson } from '../site/downloads.ts';

export const GET = (): Response => new Response(quantityJson(dossier));
