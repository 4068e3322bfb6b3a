import { operationId } from '../../../domain/ids.js';
import { moveWithRound } from '../../../domain/round/moved-deadline.js';
import { isOver, type Round } from '../../../domain/round/round.js';
import type { Clock } from '../../ports.js';
import { type ChangeOfOne, changeEach } from '../../reply/change-each.js';
import { moveChange } from '../../reply/move-change.js';
import { type Handler, UNNEEDED } from '../task.js';

/** How long to wait while the round is closed or opened, in milliseconds. */
const AGAIN_MS = 5_000;

/** How many moves are followed at a time, if the deadline is moved again and again meanwhile. Our choice. */
const PASSES_MAX = 10;

/**
 * Lets the departments follow their round's moved deadline. It may be repeated at any place: a department's row tells
 * whether it has followed. If the deadline has been moved again meanwhile, the departments follow that move.
 */
export const moveDeadlines: Handler<'move deadlines'> = async ({ rounds, clock }, { roundId }) => {
  for (let pass = 1; pass <= PASSES_MAX; pass += 1) {
    const round = (await rounds.readRound(roundId))?.value;
    // A round that is opened again owes it again.
    if (round === undefined || isOver(round.state)) return UNNEEDED;
    if (round.state !== 'open') return { outcome: { kind: 'not yet', reason: round.state, waitMs: AGAIN_MS } };
    await changeEach(rounds, round, followIn(round, clock));
    const after = (await rounds.readRound(roundId))?.value;
    if (newestMove(after) === newestMove(round)) return UNNEEDED;
  }
  return { outcome: { kind: 'again', at: clock.now() } };
};

function newestMove(round: Round | undefined): number | undefined {
  return round?.deadlineMoves.at(-1)?.at.getTime();
}

function followIn(round: Round, clock: Clock): ChangeOfOne {
  return (department) => {
    const move = moveWithRound(round, department);
    const operation = operationId('follow', department.department.id, move?.at.getTime() ?? 0);
    return move && moveChange(department, move, { operation, lines: [], at: clock.now() });
  };
}
