import type { BotChildren } from './bot-children.js';
import type { Fault, Plan, RoundLength } from './fault.js';
import { judge, type Verdict } from './judge.js';
import { passTheRest } from './passing-time.js';
import { play, settle } from './player.js';
import { openWorld } from './world.js';

/** What became of one run. */
export interface RunResult extends Verdict {
  readonly fault: Fault;
  readonly run: number;
  /** How many calls the round had. */
  readonly length: RoundLength;
}

export interface RunOptions {
  /** The table service that every run shares. Each has a table of its own. */
  readonly connectionString: string;
  readonly children: BotChildren;
}

/** For a run whose length nobody knows yet. */
const UNKNOWN: RoundLength = { change: 1, storage: 1, connector: 1 };

/** Plays one whole round under one fault, and judges it. It rejects only if the run could not be set up. */
export async function runOnce(
  { connectionString, children }: RunOptions,
  fault: Fault,
  run: number,
  length: RoundLength = UNKNOWN,
): Promise<RunResult> {
  const plan: Plan = fault.plan(run, length);
  let hasBegun = false;
  const world = await openWorld({
    connectionString,
    children,
    processes: plan.processes ?? 1,
    deliveries: plan.deliveries ?? 1,
    wrongClocks: plan.wrongClocks ?? [],
    fateOf: (call, present) => (hasBegun ? plan.fateOf?.(call, present) : undefined),
  });
  try {
    const played = await settle(world);
    await world.bustle.quiet();
    hasBegun = true;
    world.calls.startCounting();
    const problems: string[] = [];
    try {
      await play(world, played);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
    // The length does not include what happens afterwards.
    const counted = { ...world.calls.counted };
    await passTheRest(world, played.secretary);
    const verdict = await judge(world, played);
    return {
      ...verdict,
      fault,
      run,
      length: counted,
      problems: [...problems, ...verdict.problems, ...(plan.problems?.() ?? [])],
    };
  } finally {
    await world.close();
  }
}
