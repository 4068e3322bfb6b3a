import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type LocalPorts, readPorts } from './ports.js';
import { DemoProblem } from './problem.js';

export interface DemoOptions extends LocalPorts {
  /** The file with the round to play; undefined for the example round. */
  readonly roundFile: string | undefined;
  /** The folder for the finished notat. */
  readonly outFolder: string;
  /** The folder for the tables and the bot's log. It is emptied when the demo begins. */
  readonly dataFolder: string;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** @throws DemoProblem for an argument or a setting that cannot be used */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): DemoOptions {
  const ports = readPorts(env);
  const { round, out, data } = foldersAndFile(args);
  return {
    roundFile: round,
    outFolder: out ?? path.join(ROOT, 'out'),
    dataFolder: data ?? path.join(ROOT, '.data', 'demo'),
    ...ports,
  };
}

function foldersAndFile(args: readonly string[]) {
  const options = { round: { type: 'string' }, out: { type: 'string' }, data: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemoProblem(`${reason} Usage: npm run demo -- [--round FILE] [--out FOLDER] [--data FOLDER]`, {
      cause: error,
    });
  }
}
