import { parseComment, type ReasonProblem } from '../reply/comment.js';
import { accepted, type Result, refused } from '../result.js';
import { type Deadline, isLater } from './deadline.js';
import { type DeadlineMove, withMove } from './deadline-move.js';
import { type DeadlineProblem, type DeadlineValues, readDeadline } from './deadline-values.js';
import type { Round, RoundDepartment } from './round.js';

/** The form for moving a deadline, as it was sent. */
export interface MoveValues extends DeadlineValues {
  readonly reason: string;
}

export type MoveProblem =
  | DeadlineProblem
  /** It is the deadline that there is. */
  | { readonly field: 'deadline'; readonly kind: 'same' }
  | ReasonProblem;

/** Checks the form for moving a deadline, and reports every problem at once. */
export function parseMove(
  values: MoveValues,
  present: Deadline,
  now: Date,
): Result<Pick<DeadlineMove, 'to' | 'reason'>, readonly MoveProblem[]> {
  const deadline = readDeadline(values, now);
  const reason = parseComment(values.reason);
  const isSame = deadline.ok && deadline.value === present;
  const problems: readonly MoveProblem[] = [
    ...(deadline.ok ? [] : deadline.problem),
    ...(isSame ? [{ field: 'deadline', kind: 'same' } as const] : []),
    ...(reason.ok ? [] : [{ field: 'reason', kind: 'reason', problem: reason.problem } as const]),
  ];
  if (problems.length > 0 || !deadline.ok || !reason.ok) return refused(problems);
  return accepted({ to: deadline.value, reason: reason.value });
}

/** The round with a moved deadline. Its departments follow one after the other. */
export function roundAfterMove(round: Round, move: DeadlineMove): Round {
  const { plan, deadlineMoves } = round;
  const ask = { ...plan.ask, deadline: move.to };
  return { ...round, plan: { ...plan, ask }, deadlineMoves: withMove(deadlineMoves, move) };
}

/**
 * The move by which a department follows its round; undefined where it has nothing to follow. A department whose own
 * deadline was moved to a later day keeps that day, and what was decided for it after the round's move counts alone.
 * The department's own row tells whether it has followed, so this may be asked again at any time.
 */
export function moveWithRound({ plan, deadlineMoves }: Round, department: RoundDepartment): DeadlineMove | undefined {
  const newest = deadlineMoves.at(-1);
  const last = department.deadlineMoves.at(-1);
  if (newest === undefined || department.isLocked || (last !== undefined && last.at >= newest.at)) return undefined;
  const { deadline } = plan.ask;
  const own = department.deadlineMoves.findLast(({ scope }) => scope === 'department');
  const to = own !== undefined && isLater(own.to, deadline) ? own.to : deadline;
  const from = department.ask.deadline;
  return to === from ? undefined : { ...newest, from, to };
}

/** A department with a moved deadline. A deadline that is late enough gives it the time that it has asked for. */
export function afterMove(department: RoundDepartment, move: DeadlineMove): RoundDepartment {
  const { ask, deadlineMoves, timeRequest } = department;
  const { to, by, at } = move;
  const isGiven = timeRequest !== undefined && timeRequest.decision === undefined && !isLater(timeRequest.until, to);
  return {
    ...department,
    ask: { ...ask, deadline: to },
    deadlineMoves: withMove(deadlineMoves, move),
    timeRequest: isGiven ? { ...timeRequest, decision: { isGranted: true, line: '', by, at } } : timeRequest,
  };
}
