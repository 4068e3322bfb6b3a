import type { Call, Calls, Fate } from './calls.js';
import type { World } from './world.js';

/** How many calls an undisturbed round has. */
export type RoundLength = Calls['counted'];

/** A kind of fault, which is a line of the table. */
export interface Fault {
  /** Chooses it on the command line, with `--only`. */
  readonly name: string;
  /** What befalls the bot, and where. */
  readonly title: string;
  /** How many different runs there are. */
  runs(length: RoundLength): number;
  /** @param run the number of the run, from 1; the same run gets the same plan */
  plan(run: number, length: RoundLength): Plan;
}

/** What happens in one run. */
export interface Plan {
  /** How many processes the bot has; 1 if it is left out. */
  readonly processes?: number;
  /** How many times each activity is delivered; 1 if it is left out. */
  readonly deliveries?: number;
  /** How wrong the wall clock of each process is at its start, in milliseconds. */
  readonly wrongClocks?: readonly number[];
  /** Decides what befalls a call. It is asked once for each call of the round, and not before the round begins. */
  readonly fateOf?: (call: Call, world: World) => Fate | undefined;
  /** What the plan itself has seen go wrong, in words. */
  readonly problems?: () => readonly string[];
}
