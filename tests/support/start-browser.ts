import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserArguments, findBrowser } from './find-browser.ts';

/** What a project provides to its tests: a browser, and a site in Chinese and English. */
declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
    /** The site's address. */
    site: string;
    /** The folder of the built site. */
    siteOut: string;
  }
}

/** Starts the browser in which all tests of a project open their pages. */
export async function startBrowser(project: TestProject): Promise<BrowserServer> {
  const server = await chromium.launchServer({ executablePath: findBrowser(), args: browserArguments });
  project.provide('browser', server.wsEndpoint());
  return server;
}
