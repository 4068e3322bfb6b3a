import { z } from 'zod';
import { DemoProblem } from './problem.js';

/** The ports on 127.0.0.1 that the parts of a local run listen on. */
export interface LocalPorts {
  readonly botPort: number;
  readonly teamsPort: number;
  readonly tablePort: number;
}

const port = (standard: number) => z.coerce.number().int().min(1).max(65_535).default(standard);

const Ports = z.object({ BOT_PORT: port(3978), LOCAL_TEAMS_PORT: port(3979), AZURITE_TABLE_PORT: port(10002) });

/** The names of the settings for the ports. */
export const PORT_SETTINGS = ['BOT_PORT', 'LOCAL_TEAMS_PORT', 'AZURITE_TABLE_PORT'] as const;

/** @throws DemoProblem for a setting that is not a port number */
export function readPorts(env: Readonly<Record<string, string | undefined>>): LocalPorts {
  const { success, data, error } = Ports.safeParse(env);
  if (!success) throw new DemoProblem(`${error.issues[0]?.path.join('')} must be a port number.`);
  return { botPort: data.BOT_PORT, teamsPort: data.LOCAL_TEAMS_PORT, tablePort: data.AZURITE_TABLE_PORT };
}
