import sans from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url';
import serif from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url';
import serifItalic from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url';
import serifBold from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url';

/**
 * The faces that every page uses immediately (`styles/fonts.css`), preloaded so that they do not wait for the style
 * sheet.
 */
export const preloadedFonts = [serif, serifItalic, serifBold, sans];
