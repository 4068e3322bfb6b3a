import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type LocalPorts, readPorts } from '../demo/ports.js';
import { DemoProblem } from '../demo/problem.js';

export interface DevOptions extends LocalPorts {
  /** The folder that is kept from one run to the next: tables, the local Teams and the bot's log. */
  readonly dataFolder: string;
  /** Whether the town begins without registered channels and without a played round. */
  readonly isEmpty: boolean;
  /** Whether the data folder is emptied first. */
  readonly isReset: boolean;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** @throws DemoProblem for an argument or a setting that cannot be used */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): DevOptions {
  const ports = readPorts(env);
  const { empty: isEmpty = false, reset: isReset = false, data } = parse(args);
  // An empty municipality has its own folder, so that the other one is not lost.
  const dataFolder = data ?? path.join(ROOT, '.data', isEmpty ? 'dev-empty' : 'dev');
  return { dataFolder, isEmpty, isReset, ...ports };
}

function parse(args: readonly string[]) {
  const options = { empty: { type: 'boolean' }, reset: { type: 'boolean' }, data: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemoProblem(`${reason} Usage: npm run dev -- [--empty] [--reset] [--data FOLDER]`, { cause: error });
  }
}
