import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Cost } from './own-cost.js';

/**
 * bash's own `time`, which asks the system what the child and its children used (getrusage), to the millisecond.
 * Its figures are the last line on standard error.
 */
const TIMED = 'LC_ALL=C; TIMEFORMAT="%3U %3S %3R"; time "$@"';

/**
 * Runs a program to its end and tells what the whole of it cost, from its start on.
 *
 * @param program one that `isInstalled`
 * @throws Error with what the program said, if it fails
 */
export async function childCost(program: string, args: readonly string[]): Promise<Cost> {
  const { stderr } = await promisify(execFile)('bash', ['-c', TIMED, 'bash', program, ...args]);
  return readTimes(stderr);
}

/** Whether a program is found, and bash to time it with. */
export async function isInstalled(program: string): Promise<boolean> {
  try {
    await promisify(execFile)('bash', ['-c', 'command -v "$1"', 'bash', program]);
    return true;
  } catch {
    // Not found, or no bash to look for it with: either way it cannot be measured.
    return false;
  }
}

/**
 * Reads what `TIMED` prints: seconds of CPU in the program, in the system for it, and on the clock.
 *
 * @throws Error if they are not there
 */
export function readTimes(stderr: string): Cost {
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  const times = /^(?<user>\d+\.\d{3}) (?<system>\d+\.\d{3}) (?<wall>\d+\.\d{3})$/u.exec(last)?.groups;
  if (times === undefined) throw new Error(`bash did not tell the time: ${last}`);
  const ms = (name: string) => Math.round(Number(times[name]) * 1_000);
  return { cpuMs: ms('user') + ms('system'), wallMs: ms('wall') };
}
