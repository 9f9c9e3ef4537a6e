/** The path that every link of this build begins with: `SITE_BASE`, between slashes. */
export const basePath = (): string =>
  `/${(process.env['SITE_BASE'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
