/**
 * What a page of ours may load. It holds for built pages only: the development server sends scripts of its own.
 * Pagefind compiles WebAssembly, which `'wasm-unsafe-eval'` allows and nothing else.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
