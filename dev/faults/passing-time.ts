import type { Secretary } from './uncertain-posts.js';
import type { World } from './world.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How much time passes before each new try. The sum of the first six is more than an hour, and of all several days. */
const PASSES_MS: readonly number[] = [
  3 * SECOND_MS,
  10 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  HOUR_MS,
  24 * HOUR_MS,
];

/**
 * Waits until the bot has nothing to do, lets the secretary look after what is uncertain, and lets time pass.
 *
 * @param tries how often it has been tried, from 1
 */
export async function passTime(world: World, secretary: Secretary, tries: number): Promise<void> {
  await world.allUp();
  await world.bustle.quiet();
  await secretary.look();
  await world.advance(PASSES_MS[tries - 1] ?? 24 * HOUR_MS);
}

/** Lets more than a day pass, so that everything that the bot still owes is sent, and everything late comes. */
export async function passTheRest(world: World, secretary: Secretary): Promise<void> {
  for (const ms of [MINUTE_MS, HOUR_MS, 24 * HOUR_MS]) {
    await world.allUp();
    await world.bustle.quiet();
    await secretary.look();
    await world.advance(ms);
  }
  await world.bustle.quiet();
}
