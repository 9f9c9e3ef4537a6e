import { readLibrary, type LibraryRecord } from './read-library.ts';

const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}\/\S+)$/i;

/** The DOI in a user’s input: bare, as an address, or with the prefix `doi:`. */
export const doiIn = (written: string): string | undefined => DOI.exec(written)?.[1];

/** As long as an editor will wait. */
const MAX_MILLISECONDS = 20_000;

/**
 * Fetches a DOI’s record from its registry by content negotiation (https://citation.crosscite.org/docs.html). Undefined
 * if there is none; throws if the registry cannot be reached.
 */
export async function resolveDoi(
  doi: string,
  resolver = 'https://doi.org/',
): Promise<LibraryRecord | undefined> {
  const response = await fetch(new URL(encodeURI(doi), resolver), {
    headers: { accept: 'application/vnd.citationstyles.csl+json' },
    signal: AbortSignal.timeout(MAX_MILLISECONDS),
  });
  const isRecord = /json/.test(response.headers.get('content-type') ?? '');
  if (!response.ok || !isRecord) return undefined;
  const [record] = await readLibrary(await response.text(), 'json');
  return record && { ...record, DOI: record.DOI ?? doi };
}
