import { UsageError } from '../model/usage-error.ts';
import { PATH_PART, SITE_EXPECTED, siteSchema } from '../model/site.ts';
import type { Dossier } from '../read/dossier.ts';

/** Where a build is going to be read: its public address, if it has one, and the path that every link begins with. */
interface SiteAddress {
  site: string | undefined;
  base: string;
}

/**
 * The address of this build. `SITE` in the environment stands for the `site` that dossier.yaml gives; without both,
 * `SITE_BASE` may give a path alone. Throws a sentence for what cannot stand in an address, and where a path is given
 * twice and differs.
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

/** `SITE_BASE` between slashes; undefined where there is none. */
function basePath(base: string): string | undefined {
  if (base === '' || base === '/') return base || undefined;
  const path = `/${base.replace(/^\/|\/$/g, '')}/`;
  if (!new RegExp(`^/(?:${PATH_PART}/)+$`).test(path))
    throw new UsageError(
      `SITE_BASE is “${base}”, expected a path such as /dossier/: letters, digits and . _ ~ - between slashes.`,
    );
  return path;
}

/** The dossier as this build publishes it. */
export function atSiteAddress(dossier: Dossier): Dossier {
  const { site: own, ...rest } = dossier.settings.value.dossier;
  const { site } = siteAddress(own);
  const value = { ...dossier.settings.value, dossier: { ...rest, ...(site === undefined ? {} : { site }) } };
  return { ...dossier, settings: { ...dossier.settings, value } };
}
