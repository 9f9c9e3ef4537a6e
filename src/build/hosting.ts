import { withBase } from '../model/urls.ts';
import { redirectsFile, type Redirect } from '../permalinks/server-redirects.ts';
import { caching, headers } from '../config/policy.ts';

/** Configuration files for hosts of a site whose links begin with `base`, by the file names that hosts expect. */
export function hostingFiles(redirects: Redirect[], base: string): Record<string, string> {
  return {
    _headers: headersFile(base),
    ...(redirects.length === 0 ? {} : { _redirects: redirectsFile(redirects, base) }),
    [NGINX]: nginxFile(redirects, base),
  };
}

const NGINX = 'site.nginx';

/** `_headers`, which Cloudflare Pages and Netlify read at the root of a host. */
function headersFile(base: string): string {
  const of = (pattern: string, table: Record<string, string>): string =>
    [pattern, ...Object.entries(table).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return of(`${base}*`, headers) + of(`${base}assets/*`, { 'Cache-Control': caching.assets });
}

/** To `include` in an nginx server block whose root contains the site at `base`. */
function nginxFile(redirects: Redirect[], base: string): string {
  const sent = Object.entries({ ...headers, 'Cache-Control': '$dossier_caching' });
  return `# Written by the build: include this in a server block whose root contains the site at ${base}
charset utf-8;
charset_types text/plain text/css text/csv text/javascript text/markdown text/xml application/javascript application/json application/xml application/x-bibtex application/x-research-info-systems;
gzip on;
gzip_vary on;
gzip_min_length 512;
gzip_proxied any;
gzip_types text/plain text/css text/csv text/javascript text/markdown text/xml application/javascript application/json application/wasm application/xml application/x-bibtex application/x-research-info-systems image/svg+xml;
absolute_redirect off;
set $dossier_caching "${caching.rest}";
${sent.map(([name, value]) => `add_header ${name} "${value}" always;`).join('\n')}
error_page 403 404 =404 ${base}404.html;
location ^~ ${base}assets/ {
  set $dossier_caching "${caching.assets}";
}
${ownTypes.map(([ending, type]) => `location ~ \\.${ending}$ {\n  types { }\n  default_type ${type};\n}`).join('\n')}
location ~ /(?:_headers|_redirects|site\\.nginx)$ {
  return 404;
}
${base === '/' ? '' : `location = ${base.slice(0, -1)} {\n  return 301 ${base};\n}\n`}${redirects
    .map(({ from, to }) => `location = ${withBase(base, from)} {\n  return 301 ${withBase(base, to)};\n}\n`)
    .join('')}`;
}

/** Media types that nginx does not know by default. */
export const ownTypes = [
  ['bib', 'application/x-bibtex'],
  ['csv', 'text/csv'],
  ['md', 'text/markdown'],
  ['ris', 'application/x-research-info-systems'],
];
