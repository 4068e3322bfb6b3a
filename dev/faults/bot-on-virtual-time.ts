import type { Log } from '../../src/application/ports.js';
import type { Config } from '../../src/config.js';
import { type RunningNotatbot, startNotatbot } from '../../src/main.js';
import type { Clock, VirtualTime } from './virtual-time.js';

/**
 * Starts the bot on a virtual time. This is the only place that knows how the bot is given its time.
 *
 * The bot does not take a clock yet, so the `Date` of the whole process is replaced. When `startNotatbot` takes
 * `{ clock, time }` as its third argument, pass the two here, and delete `letDateTell`.
 */
export function startOnVirtualTime(config: Config, log: Log, { clock }: VirtualTime): Promise<RunningNotatbot> {
  letDateTell(clock);
  return startNotatbot(config, log);
}

const RealDate = Date;

/** From now on, the present moment of this process is what the clock says. */
function letDateTell(clock: Clock): void {
  const now = () => clock.now().getTime();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}
