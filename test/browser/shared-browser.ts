import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';

/** For a test here, and for starting the browser and the table service; a failure guard. */
export const BROWSER_TEST_MS = 60_000;

let sharing: Promise<Browser> | undefined;
let hasSaidSo = false;

/**
 * The one browser that all tests of this process share; each test opens windows of its own. Without a browser
 * the suite is skipped, and the first to be says so; where `CI` is set it fails instead.
 */
export async function shareBrowser(suite: Mocha.Context): Promise<Browser> {
  if (findBrowser() === undefined && !process.env['CI']) {
    if (!hasSaidSo) {
      console.log(
        '      skipped: the browser tests need Chromium, Chrome or Edge; install one, or name one in NOTATBOT_BROWSER',
      );
    }
    hasSaidSo = true;
    suite.skip();
  }
  sharing ??= launchBrowser();
  return sharing;
}

// A worker of a parallel run has a root suite for each file, and ends its browser when it ends itself.
if (process.env['MOCHA_WORKER_ID'] === undefined) {
  // A browser that did not start has failed the suites that asked for it, and there is nothing to close.
  after(async () => (await sharing?.catch(() => undefined))?.close());
}
