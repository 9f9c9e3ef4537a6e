/** Fetches an address. Throws if the answer is an error. */
export async function fetched(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}
