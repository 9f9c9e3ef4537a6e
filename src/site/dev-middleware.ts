import type { MiddlewareHandler } from 'astro';

declare global {
  /** In `dev`: what is said to the editor at the foot of the page at an address, as HTML. */
  var dossierBanner: ((address: string) => string) | undefined;
}

/** Puts the banner of `dev` at the foot of every page. A build does not have it. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  const banner = globalThis.dossierBanner?.(url.pathname) ?? '';
  if (banner === '' || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response((await response.text()) + banner, response);
};
