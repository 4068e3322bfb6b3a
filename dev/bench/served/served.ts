import type { Config } from '../../../src/config.js';
import type { FloorSettings } from '../floor/floor-rows.js';
import type { PeerSettings } from '../peers/peer-settings.js';
import { startProgram } from '../processes/started-program.js';
import type { ProcessCost } from '../processes/told.js';

/** What can be served in a process of its own. */
export type ServedSettings =
  | { readonly kind: 'notatbot'; readonly config: Config }
  | { readonly kind: 'floor'; readonly rows: FloorSettings }
  | { readonly kind: 'agents-sdk' | 'teams-sdk'; readonly rows: PeerSettings }
  | { readonly kind: 'echo' };

/** A bot in a process of its own. */
export interface Served {
  /** Where it takes activities. */
  readonly endpoint: string;
  /** Where it says whether it is ready. Peers have no such place. */
  readonly readyz: string;
  cost(): Promise<ProcessCost>;
  stop(): Promise<void>;
}

/** Rejects if the process ends instead of serving. The reason is on standard error. */
export async function startServed(settings: ServedSettings): Promise<Served> {
  const { told, cost, stop } = await startProgram(new URL(`serve-${settings.kind}.js`, import.meta.url), of(settings));
  // Every one of these programs tells its port.
  const { port } = told as { readonly port: number };
  const origin = `http://127.0.0.1:${port}`;
  return { endpoint: `${origin}/api/messages`, readyz: `${origin}/readyz`, cost, stop };
}

function of(settings: ServedSettings): unknown {
  switch (settings.kind) {
    case 'notatbot':
      return settings.config;
    case 'echo':
      return null;
    default:
      return settings.rows;
  }
}
