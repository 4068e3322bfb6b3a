import { isOver } from '../../../domain/round/round.js';
import { changeEach } from '../../reply/change-each.js';
import { shareChange } from '../../reply/share-change.js';
import { type Handler, UNNEEDED } from '../task.js';

/** How long to wait while the round is closed or opened, in milliseconds. */
const AGAIN_MS = 5_000;

/**
 * Gives the departments their round's answers to all. It may be repeated at any place: a department's row tells which
 * answers it has. An answer that comes in the meantime has its own delivery.
 */
export const shareAnswers: Handler<'share answers'> = async ({ rounds, clock }, { roundId }) => {
  const round = (await rounds.readRound(roundId))?.value;
  // A round that is opened again owes it again.
  if (round === undefined || isOver(round.state)) return UNNEEDED;
  if (round.state !== 'open') return { outcome: { kind: 'not yet', reason: round.state, waitMs: AGAIN_MS } };
  await changeEach(rounds, round, (department) => shareChange(round, department, clock.now()));
  return UNNEEDED;
};
