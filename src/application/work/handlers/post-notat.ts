import { isPostedIn } from '../../../domain/channel/channel.js';
import { operationId, type RoundId } from '../../../domain/ids.js';
import { inLane, isOwed, newDelivery, notatDeliveryId, SECRETARIAT_LANE } from '../../../domain/work/delivery.js';
import { type RecordedNotat, readRecorded } from '../../notat/fetch-notat.js';
import { NO_SECRETARIAT, secretariatOf } from '../secretariat-of.js';
import { type Done, type Handler, type TaskDependencies, UNNEEDED } from '../task.js';

/** How long after a notat's first card its other parts follow, in milliseconds. The first card starts the thread. */
const PART_WAIT_MS = 1_000;

/** Posts a notat's first card, which starts a thread, and owes its other parts. */
export const postNotat: Handler<'post notat'> = async (deps, { roundId, task }) => {
  const found = await find(deps, roundId, task.notatId);
  if (!('recorded' in found)) return found;
  const { recorded, secretariat } = found;
  const message = { kind: 'notat', ...recorded, part: 1 } as const;
  await owePartsOf(deps, recorded, deps.messenger.partsOf(message));
  return { outcome: await deps.messenger.post(secretariat, message) };
};

/** Posts one of the other parts of a notat, in the thread of its first card. */
export const postNotatPart: Handler<'post notat part'> = async (deps, { roundId, task }) => {
  const first = await deps.rounds.readDelivery(roundId, notatDeliveryId(task.notatId));
  if (first === undefined || isOwed(first.value)) {
    return { outcome: { kind: 'not yet', reason: 'its thread is not there yet', waitMs: undefined } };
  }
  const found = await find(deps, roundId, task.notatId);
  if (!('recorded' in found)) return found;
  const { recorded, secretariat } = found;
  // If the secretariat has moved since the first card, that card is in its old channel.
  const { posted } = first.value;
  const isThere = posted !== undefined && isPostedIn(posted, secretariat);
  const message = { kind: 'notat', ...recorded, part: task.part } as const;
  return { outcome: await deps.messenger.post(secretariat, message, isThere ? posted : undefined) };
};

async function find({ rounds, channels }: TaskDependencies, roundId: RoundId, notatId: RecordedNotat['record']['id']) {
  const recorded = await readRecorded(rounds, roundId, notatId);
  if (recorded === undefined) return UNNEEDED;
  const secretariat = await secretariatOf(channels, recorded.round);
  return secretariat === undefined ? ({ outcome: NO_SECRETARIAT } satisfies Done) : { recorded, secretariat };
}

/** Owes the parts that the first card has no room for. They are due after the first card, and are owed only once. */
async function owePartsOf(
  { rounds, clock }: TaskDependencies,
  { round, record }: RecordedNotat,
  parts: number,
): Promise<void> {
  const due = new Date(clock.now().getTime() + PART_WAIT_MS);
  for (let part = 2; part <= parts; part += 1) {
    const id = inLane(SECRETARIAT_LANE, `notat-${record.id}-${part}`);
    const delivery = newDelivery(id, { kind: 'post notat part', notatId: record.id, part }, due);
    // A conflict means that it is owed already.
    await rounds.commit(round.id, operationId('part', record.id, part), [{ change: 'insert delivery', delivery }]);
  }
}
