import { dossier } from '../site/dossier.ts';
import { quantityRows, toCsv } from '../site/downloads.ts';

export const GET = (): Response => new Response(toCsv(quantityRows(dossier)));
