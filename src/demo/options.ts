import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DemoProblem } from './problem.js';

export interface DemoOptions {
  /** The file whose round is played; undefined for the example. */
  readonly roundFile: string | undefined;
  /** Where the notat is left. */
  readonly outFolder: string;
  /** What the demo keeps: its tables and the bot's log. Emptied when it begins. */
  readonly dataFolder: string;
  readonly botPort: number;
  readonly teamsPort: number;
  readonly tablePort: number;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const port = (standard: number) => z.coerce.number().int().min(1).max(65_535).default(standard);

const Ports = z.object({ BOT_PORT: port(3978), LOCAL_TEAMS_PORT: port(3979), AZURITE_TABLE_PORT: port(10002) });

/** The name of the setting that moves each port. */
export const PORT_SETTINGS = ['BOT_PORT', 'LOCAL_TEAMS_PORT', 'AZURITE_TABLE_PORT'] as const;

/** @throws DemoProblem for an argument or a setting that cannot be used */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): DemoOptions {
  const ports = Ports.safeParse(env);
  if (!ports.success) throw new DemoProblem(`${ports.error.issues[0]?.path.join('')} must be a port number.`);
  const { round, out, data } = foldersAndFile(args);
  return {
    roundFile: round,
    outFolder: out ?? path.join(ROOT, 'out'),
    dataFolder: data ?? path.join(ROOT, '.data', 'demo'),
    botPort: ports.data.BOT_PORT,
    teamsPort: ports.data.LOCAL_TEAMS_PORT,
    tablePort: ports.data.AZURITE_TABLE_PORT,
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
