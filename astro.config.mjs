// For `astro check` and editors only; our commands load src/astro.config.mjs themselves.
export { default } from './src/astro.config.mjs';
