import assert from 'node:assert/strict';
import type { Message, SendResult } from '../../../src/application/ports.js';
import { startWork } from '../../../src/application/work/start-work.js';
import type { PostedMessage } from '../../../src/domain/channel/channel.js';
import type { Round } from '../../../src/domain/round/round.js';
import { createMunicipality, HEAD, type Municipality, opened } from '../../application/municipality.js';
import { passes } from '../../application/work/processes.js';
import { createScriptedMessenger, interceptCommits, refusedWith, sentAs } from '../../support/fakes.js';
import { DEPARTMENT, type DepartmentAct, ROUND, ROUND_ACTS, type RoundAct, type There } from './acts.js';
import { arrived, type Told, unheard } from './told.js';

/*
 * A round in which people do anything in any order, and what they were told of it. Everything is done by the real use
 * cases and the real outbox, over port fakes.
 */

export interface Step {
  readonly act: DepartmentAct | RoundAct;
  /** The index of the department; of no meaning for what is done about the round. */
  readonly department: number;
  /** What goes wrong meanwhile. A write that fails is pressed again, as people do. */
  readonly trouble: 'none' | 'the write fails' | 'its answer is lost' | 'Teams is away';
  /** Whether everything that is owed is delivered before the next step. */
  readonly rests: boolean;
}

/** A message as it stands in a channel. */
export interface Standing {
  readonly channelId: string;
  readonly message: Message;
}

export interface Played {
  readonly municipality: Municipality;
  /** What has been posted and not removed, as it was last posted or updated. */
  readonly standing: readonly Standing[];
  readonly roundId: Round['id'];
  readonly told: Told;
}

/** How many departments the round asks. Three are enough for one to be left while others differ. */
const DEPARTMENTS = 3;

/** Those that it asks, and one that can be added. */
export const ALL_DEPARTMENTS = DEPARTMENTS + 1;

/** @param forgets makes the bot forget something, to see that it is noticed */
export async function playHistory(
  steps: readonly Step[],
  forgets: (municipality: Municipality) => Municipality = (municipality) => municipality,
): Promise<Played> {
  let isTeamsAway = false;
  let failing: Step['trouble'] = 'none';
  const standing = new Map<string, Standing>();
  const messenger = createScriptedMessenger(
    (sending, number): SendResult => {
      if (isTeamsAway) return refusedWith(503);
      const result = sentAs(sending, number);
      if (result.kind === 'sent' && result.posted !== undefined) {
        const { address, message } = sending;
        standing.set(keyOf(result.posted), { channelId: address.channelId, message });
      }
      return result;
    },
    1,
    (posted) => {
      if (isTeamsAway) return refusedWith(503);
      standing.delete(keyOf(posted));
      return undefined;
    },
  );
  const base = { ...(await createMunicipality(ALL_DEPARTMENTS, { heads: [HEAD] })), messenger };
  const municipality = forgets(base);
  const all = municipality.departments.map(({ department, address }) => ({ department, address }));
  const asked = all.slice(0, DEPARTMENTS).map(({ department }) => department.id);
  const round = await opened(municipality, { departments: asked });
  const rounds = interceptCommits(municipality.rounds, async ({ proceed }) => {
    const now = failing;
    failing = 'none';
    if (now === 'its answer is lost') await proceed();
    if (now === 'its answer is lost' || now === 'the write fails') throw new Error('The store did not answer.');
    return proceed();
  });
  const work = startWork({ ...municipality, rounds });
  const deps = { ...municipality, rounds: work.rounds };
  const { title, question } = round.plan.ask;
  let told: Told = {
    round: { titles: [title], question, state: 'open', finals: 0, reopenings: 0 },
    departments: all.map((_, index) => unheard(index < DEPARTMENTS)),
  };

  async function deliver(): Promise<void> {
    await work.idle();
    // What failed is tried again soon.
    for (let minute = 0; minute < 3; minute += 1) {
      passes(municipality, 60_000);
      await work.idle();
    }
    told = arrived(told);
  }

  await deliver();
  for (const [number, { act, department, trouble, rests }] of steps.entries()) {
    municipality.clock.advance(1_000);
    failing = trouble === 'Teams is away' ? 'none' : trouble;
    isTeamsAway = trouble === 'Teams is away';
    const everyone = { ...round, plan: { ...round.plan, invitations: all } };
    const there: There = {
      deps,
      round: everyone,
      index: department,
      press: `tryk-${number}`,
      text: `Svar nummer ${number}.`,
    };
    if (isOfRound(act)) {
      const before = told;
      told = await tried(() => ROUND[act](there, before));
      if (act === 'let a day pass') passes(municipality, 86_400_000);
      // Nobody is told that a round is closed or open or called off before all of it is.
      if (told.round.state !== before.round.state || act === 'let a day pass') await deliver();
    } else {
      const before = told.departments[department];
      assert.ok(before);
      const after = await tried(() => DEPARTMENT[act](there, before));
      told = { ...told, departments: told.departments.with(department, after) };
    }
    failing = 'none';
    if (rests) await deliver();
    isTeamsAway = false;
  }
  await deliver();
  await work.stop(0);
  return { municipality: base, standing: [...standing.values()], roundId: round.id, told };
}

function keyOf({ conversationId, activityId }: PostedMessage): string {
  return `${conversationId} ${activityId}`;
}

function isOfRound(act: Step['act']): act is RoundAct {
  return ROUND_ACTS.some((each) => each === act);
}

/** Whoever is told that it went wrong presses once more. */
async function tried<Of>(press: () => Promise<Of>): Promise<Of> {
  try {
    return await press();
  } catch {
    return press();
  }
}
