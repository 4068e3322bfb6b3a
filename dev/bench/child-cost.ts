import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Cost } from './own-cost.js';

/**
 * The `time` keyword of bash, which asks the system what the child and its children used (getrusage), to the
 * millisecond. Its figures are the last line on standard error.
 */
const TIMED = 'LC_ALL=C; TIMEFORMAT="%3U %3S %3R"; time "$@"';

/**
 * Runs a program to its end, and returns what the whole run cost.
 *
 * @param program a program for which `isInstalled` is true
 * @throws Error with the output of the program if it fails
 */
export async function childCost(program: string, args: readonly string[]): Promise<Cost> {
  const { stderr } = await promisify(execFile)('bash', ['-c', TIMED, 'bash', program, ...args]);
  return readTimes(stderr);
}

/** Whether the program is installed, and also bash, which measures it. */
export async function isInstalled(program: string): Promise<boolean> {
  try {
    await promisify(execFile)('bash', ['-c', 'command -v "$1"', 'bash', program]);
    return true;
  } catch {
    // The program is not found, or there is no bash. In both cases it cannot be measured.
    return false;
  }
}

/**
 * Reads what `TIMED` prints: seconds of CPU in the program, in the system for it, and on the clock.
 *
 * @throws Error if the figures are missing
 */
export function readTimes(stderr: string): Cost {
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  const times = /^(?<user>\d+\.\d{3}) (?<system>\d+\.\d{3}) (?<wall>\d+\.\d{3})$/u.exec(last)?.groups;
  if (times === undefined) throw new Error(`bash did not tell the time: ${last}`);
  const ms = (name: string) => Math.round(Number(times[name]) * 1_000);
  return { cpuMs: ms('user') + ms('system'), wallMs: ms('wall') };
}
