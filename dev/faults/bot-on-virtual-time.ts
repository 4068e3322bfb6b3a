import type { Log } from '../../src/application/ports.js';
import type { Config } from '../../src/config.js';
import { type RunningNotatbot, startNotatbot } from '../../src/main.js';
import type { VirtualTime } from './virtual-time.js';

/** Starts the bot on a virtual time. This is the only place that knows how the bot is given its time. */
export function startOnVirtualTime(config: Config, log: Log, { clock, time }: VirtualTime): Promise<RunningNotatbot> {
  return startNotatbot(config, log, { clock, time });
}
