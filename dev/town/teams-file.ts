import { readFile, rename, writeFile } from 'node:fs/promises';
import { DemoProblem } from '../demo/problem.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import { parseSavedTeams, type SavedTeams } from '../local-teams/saved-teams.js';

/** The local Teams in a file that follows it. */
export interface TeamsFile {
  /** Writes what is not written yet, and follows no longer. Rejects when it cannot be written. */
  close(): Promise<void>;
}

/** Long enough for one press and what comes of it, in milliseconds. */
const WRITE_AFTER_MS = 300;

/**
 * @returns undefined when there is no such file
 * @throws DemoProblem when it holds something else
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
 * Writes the local Teams to the file at once, and again after each burst of changes. The file is replaced whole, so
 * that a run which is cut off leaves the one before.
 *
 * @param onFailure is told when a later writing fails; the next change tries again
 */
export async function keepTeamsFile(
  file: string,
  teams: Pick<LocalTeams, 'save' | 'onChange'>,
  onFailure: (error: unknown) => void,
): Promise<TeamsFile> {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  /** One at a time, in order. */
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
