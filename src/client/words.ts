import type { Words } from '../model/words.ts';

const asked = new Map<string, Promise<Words>>();

/** What is said in the language of an edition, or in that of the page. Throws where that cannot be had. */
export function words(edition?: string): Promise<Words> {
  const { base = '/', speaks = '' } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
  const address = `${base}${edition ?? speaks}/words.json`;
  const known = asked.get(address) ?? fetchWords(address);
  asked.set(address, known);
  return known;
}

async function fetchWords(address: string): Promise<Words> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json() as Promise<Words>;
}
