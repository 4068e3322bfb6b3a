import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The repository's root, seen from where this file is compiled to. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** All that is shipped: the bot as it is built, what it reads, what npm installs by, and what people read. */
const SHIPPED = [
  'dist/src',
  'cards',
  'templates',
  'manifest',
  'package.json',
  'package-lock.json',
  '.env.example',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'SECURITY.md',
  'docs',
];

/** Of these folders, what only the repository has a use for. */
const LEFT_OUT = path.join(ROOT, 'docs', 'pictures');

/**
 * Packs what has been built into `notatbot-<version>.tgz`, with one folder of that name in it. npm pack is not used,
 * because it leaves out package-lock.json, without which `npm ci` does not install.
 *
 * @param folder where the file is written; it is made if it is not there
 * @returns the path of the file
 */
export async function packTarball(folder: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const top = `${name}-${version}`;
  const file = path.resolve(folder, `${top}.tgz`);
  const stage = await mkdtemp(path.join(tmpdir(), 'notatbot-release-'));
  try {
    for (const shipped of SHIPPED) {
      await cp(path.join(ROOT, shipped), path.join(stage, top, shipped), {
        recursive: true,
        filter: (source) => source !== LEFT_OUT,
      });
    }
    await mkdir(folder, { recursive: true });
    await run('tar', ['-czf', file, '-C', stage, top]);
  } finally {
    await rm(stage, { recursive: true });
  }
  return file;
}
