import { findBrowser } from '../tests/support/find-browser.ts';

// Runs with the other checks before the tests, so that tests need not wait for a browser to be installed.
findBrowser();
