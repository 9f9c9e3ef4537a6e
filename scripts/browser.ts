import { findBrowser } from '../tests/support/find-browser.ts';

// Beside what is checked before the tests, so that they need not wait until one is installed.
findBrowser();
