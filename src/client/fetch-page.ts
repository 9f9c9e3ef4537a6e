import { fetched } from '../model/fetched.ts';

/** Fetches a page of the site. Throws if there is none. */
export async function fetchPage(address: string): Promise<Document> {
  return new DOMParser().parseFromString(await (await fetched(address)).text(), 'text/html');
}
