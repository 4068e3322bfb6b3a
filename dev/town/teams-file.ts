import { readFile, rename, writeFile } from 'node:fs/promises';
import { DemoProblem } from '../demo/problem.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import { parseSavedTeams, type SavedTeams } from '../local-teams/saved-teams.js';

/** A file that is written again after the local Teams changes. */
export interface TeamsFile {
  /** Writes the last changes, and stops listening for changes. Rejects if the file cannot be written. */
  close(): Promise<void>;
}

/** In milliseconds. It is long enough for one press and all the changes that follow it. */
const WRITE_AFTER_MS = 300;

/**
 * @returns undefined if there is no such file
 * @throws DemoProblem if the file contains something else or cannot be read
 */
export async function readTeamsFile(file: string): Promise<SavedTeams | undefined> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new DemoProblem(`${file} cannot be read.`, { cause: error });
  }
  const saved = parseSavedTeams(content);
  if (saved === undefined) throw new DemoProblem(`${file} does not hold a local Teams; --reset begins anew.`);
  return saved;
}

/**
 * Writes the local Teams to the file at once, and again after changes. The whole file is replaced in one step, so that
 * an interrupted run leaves the file from before.
 *
 * @param onFailure called if a later write fails; the next change tries again
 */
export async function keepTeamsFile(
  file: string,
  teams: Pick<LocalTeams, 'save' | 'onChange'>,
  onFailure: (error: unknown) => void,
): Promise<TeamsFile> {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  /** Writes are done one at a time, in order. */
  function write(): Promise<void> {
    const written = writing.then(() => replaceFile(file, JSON.stringify(teams.save())));
    writing = written.catch(() => undefined);
    return written;
  }
  await write();
  const unfollow = teams.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      write().catch(onFailure);
    }, WRITE_AFTER_MS);
  });

  return {
    async close() {
      unfollow();
      clearTimeout(timer);
      await write();
    },
  };
}

async function replaceFile(file: string, content: string): Promise<void> {
  const incoming = `${file}.new`;
  await writeFile(incoming, content);
  await rename(incoming, file);
}
