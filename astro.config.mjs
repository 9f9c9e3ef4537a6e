// For `astro check` and editors; the commands name src/astro.config.mjs themselves.
export { default } from './src/astro.config.mjs';
