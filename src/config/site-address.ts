import { UsageError } from '../model/usage-error.ts';
import { PATH_PART, SITE_EXPECTED, siteSchema } from '../model/site.ts';
import type { Dossier } from '../read/dossier.ts';

/** Where a build will be served: its public address, if any, and the base path of every link. */
interface SiteAddress {
  site: string | undefined;
  base: string;
}

/**
 * The address of this build. `SITE` in the environment overrides `site` in dossier.yaml; without either, `SITE_BASE`
 * may give a path alone. Throws a UsageError for characters that an address cannot contain, and for two paths that
 * differ.
 */
export function siteAddress(
  own: string | undefined,
  environment: Record<string, string | undefined> = process.env,
): SiteAddress {
  const asked = environment['SITE'] || undefined;
  if (asked !== undefined && !siteSchema.safeParse(asked).success)
    throw new UsageError(`SITE is “${asked}”, ${SITE_EXPECTED}.`);
  const site = asked ?? own;
  const base = basePath(environment['SITE_BASE'] ?? '');
  if (site === undefined) return { site, base: base ?? '/' };
  const path = new URL(site).pathname.replace(/\/?$/, '/');
  if (base !== undefined && base !== path)
    throw new UsageError(
      `SITE_BASE is ${base}, but ${asked === undefined ? 'site in dossier.yaml' : 'SITE'} is ${site}, whose path is ${path}: leave SITE_BASE out.`,
    );
  return { site, base: path };
}

/** `SITE_BASE` with a slash at each end; undefined if it is not set. */
function basePath(base: string): string | undefined {
  if (base === '' || base === '/') return base || undefined;
  const path = `/${base.replace(/^\/|\/$/g, '')}/`;
  if (!new RegExp(`^/(?:${PATH_PART}/)+$`).test(path))
    throw new UsageError(
      `SITE_BASE is “${base}”, expected a path such as /dossier/: letters, digits and . _ ~ - between slashes.`,
    );
  return path;
}

/** The dossier with the address at which this build publishes it. */
export function atSiteAddress(dossier: Dossier): Dossier {
  const { site: own, ...rest } = dossier.settings.value.dossier;
  const { site } = siteAddress(own);
  const value = { ...dossier.settings.value, dossier: { ...rest, ...(site === undefined ? {} : { site }) } };
  return { ...dossier, settings: { ...dossier.settings, value } };
}
