import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The root of the repository, relative to the compiled file. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything that is shipped: the built bot, the files that it reads, the files for npm, and the documents. */
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

/** A folder inside these that is not shipped, because only the repository uses it. */
const LEFT_OUT = path.join(ROOT, 'docs', 'pictures');

/**
 * Packs the built bot to `notatbot-<version>.tgz`, which has one folder with that name. npm pack is not used, because
 * it leaves out package-lock.json, and `npm ci` needs that file.
 *
 * @param folder the folder for the file; it is made if it does not exist
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
