import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names the browser to use, where it is not one of those that are found. */
const BROWSER_SETTING = 'NOTATBOT_BROWSER';

/** What browsers that are Chromium at heart are called on the search path. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];

/** Where they are on systems that put no programs on the search path. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
      path.join(folder, file),
    );
  }),
];

/** A browser that a test has no use for the network, the graphics card or the first-run pages of. */
const FLAGS = [
  // A container's root user has no sandbox, and every page that is shown is our own.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium, Chrome or Edge of this machine, as a path.
 *
 * @returns undefined if there is none
 * @throws Error if one is named that cannot be started
 */
export function findBrowser(): string | undefined {
  const named = process.env[BROWSER_SETTING];
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`${BROWSER_SETTING} names ${named}, which is not a program.`);
    return named;
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return [...COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command))), ...PLACES].find(
    isProgram,
  );
}

/** Starts it without a window, however long that takes. Whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error(`There is no Chromium, Chrome or Edge here. Install one, or name one in ${BROWSER_SETTING}.`);
  }
  return await chromium.launch({ executablePath, args: FLAGS, timeout: 0 });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: either way not the one.
    return false;
  }
}
