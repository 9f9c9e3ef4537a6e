const asked = new Map<string, Promise<unknown>>();

/** Fetches a JSON file of the site once, by its path from the dossier’s root. Throws if it cannot be fetched. */
export function askFile(path: string): Promise<unknown> {
  const base = document.querySelector<HTMLElement>('main')?.dataset['base'] ?? '/';
  const known = asked.get(path) ?? fetchFile(base + path);
  asked.set(path, known);
  return known;
}

async function fetchFile(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
}
