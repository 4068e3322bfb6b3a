import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Where the peers are installed, or why they are not. */
export type Peers = { readonly folder: string } | { readonly missing: string };

/** The root of the repository, relative to the compiled file. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const PINNED = path.join(ROOT, 'dev', 'bench', 'peers');
/** Git ignores this folder. */
const FOLDER = path.join(ROOT, '.data', 'bench-peers');
/** Written last, with the lock file that was installed. */
const DONE = path.join(FOLDER, 'installed.json');
const LIMIT_MS = 300_000;

/** Installs the peers that package-lock.json pins, with `npm ci` and once. The bot's own packages stay as they are. */
export async function installPeers(print: (line: string) => void): Promise<Peers> {
  try {
    const lock = await readFile(path.join(PINNED, 'package-lock.json'), 'utf8');
    if ((await readFile(DONE, 'utf8').catch(() => '')) === lock) return { folder: FOLDER };
    print('Installing the peers, which takes a minute the first time.');
    await mkdir(FOLDER, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) {
      await copyFile(path.join(PINNED, name), path.join(FOLDER, name));
    }
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await promisify(execFile)('npm', args, { cwd: FOLDER, timeout: LIMIT_MS });
    await writeFile(DONE, lock);
    return { folder: FOLDER };
  } catch (error) {
    const [line = 'no reason'] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { missing: `the peers could not be installed (${line})` };
  }
}

/** Why a peer cannot run on this Node; undefined if it can. @param needed the least version, such as `22.12` */
export function whyNotOnThisNode(needed: string): string | undefined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  const isEnough = major > neededMajor || (major === neededMajor && minor >= neededMinor);
  return isEnough ? undefined : `it needs Node ${needed} or later, and this is ${process.versions.node}`;
}
