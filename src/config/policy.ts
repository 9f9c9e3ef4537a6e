/** What our pages may load. Pagefind compiles WebAssembly, which only `'wasm-unsafe-eval'` allows. */
const directives = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
};

const written = (table: Record<string, string>): string =>
  Object.entries(table)
    .map((directive) => directive.join(' '))
    .join('; ');

/**
 * The policy as written into every page, whatever host serves it. Applies only to built pages: the development server
 * injects scripts of its own.
 */
export const contentSecurityPolicy = written(directives);

/**
 * Whether pages are built, and therefore contain the policy. An environment variable named PROD can turn Vite’s own
 * PROD off, whereas the build sets NODE_ENV itself.
 */
export const isBuilt = process.env['NODE_ENV'] === 'production';

/** Browser features that no page uses. */
const features = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** The headers that a host sends with every response: the same policy, and directives that a page cannot set itself. */
export const headers: Record<string, string> = {
  'Content-Security-Policy': written({ ...directives, 'frame-ancestors': "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * Names of files below `assets/` contain a hash of the content, so browsers never request them twice. Everything else
 * is revalidated on each request.
 */
export const caching = { assets: 'public, max-age=31536000, immutable', rest: 'no-cache' };
