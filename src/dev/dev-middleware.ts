import type { MiddlewareHandler } from 'astro';

declare global {
  /** In `dev`: adds the messages for editors to the HTML of the page at an address. */
  var dossierPage: ((address: string, page: string, status: number) => string) | undefined;
}

/** Shows messages for editors on every page in `dev`. Builds do not use it. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  const { dossierPage } = globalThis;
  if (!dossierPage || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(dossierPage(url.pathname, await response.text(), response.status), response);
};
