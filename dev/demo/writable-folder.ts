import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DemoProblem } from './problem.js';

/**
 * Makes a folder if it does not exist, and checks that files can be written in it.
 *
 * @throws DemoProblem if they cannot
 */
export async function prepareFolder(folder: string, { isEmptied }: { readonly isEmptied: boolean }): Promise<void> {
  try {
    if (isEmptied) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const probe = path.join(folder, '.writable');
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new DemoProblem(`The folder ${path.relative('.', folder)} cannot be written.`, { cause: error });
  }
}
