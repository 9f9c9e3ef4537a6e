/**
 * The path that every link of this build begins with: `SITE_BASE`, between slashes. Throws a sentence for what cannot
 * stand in an address as it is.
 */
export function basePath(): string {
  const base = process.env['SITE_BASE'] ?? '';
  const parts = base.replace(/^\/|\/$/g, '').split('/');
  if (base !== '' && base !== '/' && !parts.every((part) => /^(?!\.{1,2}$)[A-Za-z0-9._~-]+$/.test(part)))
    throw new Error(
      `SITE_BASE is “${base}”, expected a path such as /dossier/: letters, digits and . _ ~ - between slashes.`,
    );
  return base === '' || base === '/' ? '/' : `/${parts.join('/')}/`;
}
