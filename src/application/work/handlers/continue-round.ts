import { operationId, type RoundId } from '../../../domain/ids.js';
import type { Round, RoundState } from '../../../domain/round/round.js';
import type { Stored } from '../../ports.js';
import { finishClosing, finishReopening, lockThoseReadableAgain } from '../../round/finish-closing.js';
import { finishWithdrawing, withdrawThoseReadableAgain } from '../../round/finish-withdrawing.js';
import { oweDuties } from '../../round/owe-duties.js';
import { continueStart, startIfDue } from '../../round/start-round.js';
import { type Done, type Handler, type TaskDependencies, UNNEEDED } from '../task.js';

/** How long to wait where something was in the way of finishing, in milliseconds. */
const AGAIN_MS = 5_000;

/** The states in which something is half done. */
const UNFINISHED: ReadonlySet<RoundState> = new Set(['starting', 'closing', 'reopening', 'withdrawing']);

/** Finishes what needs many transactions, and that any process may have left half done. */
export const continueRound: Handler<'continue round'> = async (deps, { roundId }) => {
  const before = (await continueNow(deps, roundId))?.state;
  if (before === 'planned') return startLater(deps, roundId);
  if (before === undefined || !UNFINISHED.has(before)) return UNNEEDED;
  const after = (await deps.rounds.readRound(roundId))?.value.state;
  const isDone = after !== before;
  return isDone ? UNNEEDED : { outcome: { kind: 'not yet', reason: `still ${before}`, waitMs: AGAIN_MS } };
};

/** A round that was planned when it was found. It has been started if its time has come, and nobody was in the way. */
async function startLater({ rounds, clock }: TaskDependencies, roundId: RoundId): Promise<Done> {
  const round = (await rounds.readRound(roundId))?.value;
  const startAt = round?.state === 'planned' ? round.plan.startAt?.at : undefined;
  if (startAt === undefined) return UNNEEDED;
  const soon = clock.now().getTime() + AGAIN_MS;
  return { outcome: { kind: 'again', at: new Date(Math.max(soon, startAt.getTime())) } };
}

/** A round that version 0.1 opened owes no duties yet; a trial never has any. A conflict means that another process has owed them. */
async function oweDutiesIfNone({ rounds, clock }: TaskDependencies, { value, etag }: Stored<Round>): Promise<void> {
  if (value.hasDuties || value.plan.ask.isTrial) return;
  await rounds.commit(value.id, operationId('duties', value.id), [
    { change: 'replace round', round: { ...value, hasDuties: true }, etag },
    oweDuties(value, clock.now()),
  ]);
}

/** @returns the round as it was found; undefined where there is none */
export async function continueNow(deps: TaskDependencies, roundId: RoundId): Promise<Round | undefined> {
  const present = await deps.rounds.readRound(roundId);
  switch (present?.value.state) {
    case 'planned':
      await startIfDue(deps, present);
      break;
    case 'starting':
      await continueStart(deps, roundId);
      break;
    case 'open':
      await oweDutiesIfNone(deps, present);
      break;
    case 'closing':
      await finishClosing(deps, present);
      break;
    case 'closed':
      await lockThoseReadableAgain(deps, present);
      break;
    case 'withdrawing':
      await finishWithdrawing(deps, present);
      break;
    case 'withdrawn':
      await withdrawThoseReadableAgain(deps, present);
      break;
    case 'reopening': {
      await finishReopening(deps, present);
      // Another process may have noted the round as quiet on what it read before it was reopened.
      const { secretariat, createdAt } = present.value;
      await deps.index.noteActive({ roundId, tenantId: secretariat.tenantId, createdAt });
    }
  }
  return present?.value;
}
