import { operationId } from '../../domain/ids.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import { openTimeRequest } from '../../domain/reply/open-time-request.js';
import { parseDecisionLine, type TimeDecision, type TimeRequest } from '../../domain/reply/time-request.js';
import { hasPassed, type LocalDate } from '../../domain/round/deadline.js';
import { timeOfMove } from '../../domain/round/deadline-move.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';
import { BY_SECRETARIAT, type UnknownDepartment } from './followed-up-department.js';
import { moveChange } from './move-change.js';
import {
  type DepartmentOutcome,
  type DepartmentPress,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface DecideTimeRequest extends DepartmentPress {
  readonly isGranted: boolean;
  /** The time of the request that the card showed, in milliseconds since 1970. */
  readonly requestSeen: number;
  /** What the secretariat writes beside its decision. */
  readonly line: unknown;
}

/**
 * `decided`: somebody has decided already. `moot`: the department has answered, or has said that the report is outside
 * its area. `replaced`: it has asked for another day since the card was made. `day passed`: the day that it asked for
 * is over.
 */
export type DecideTimeOutcome =
  | UnknownDepartment
  | PressOutcome<'done' | 'moot'>
  | (DepartmentOutcome<'decided'> & { readonly decision: TimeDecision })
  | (DepartmentOutcome<'replaced' | 'day passed'> & { readonly until: LocalDate })
  | (DepartmentOutcome<'refused'> & { readonly problem: CommentProblem });

/** *Giv* and *Afslå*: the secretariat decides about a department's request for more time. */
export async function decideTime(deps: PressDependencies, request: DecideTimeRequest): Promise<DecideTimeOutcome> {
  return pressDepartment(deps, 'decide time', BY_SECRETARIAT, request, (department, now) => {
    const open = openTimeRequest(department);
    if (open === undefined) {
      const decision = department.timeRequest?.decision;
      return decision === undefined ? { kind: 'moot' } : { kind: 'decided', decision };
    }
    const { until } = open;
    if (open.at.getTime() !== request.requestSeen) return { kind: 'replaced', until };
    const line = parseDecisionLine(request.line);
    if (!line.ok) return { kind: 'refused', problem: line.problem };
    if (request.isGranted && hasPassed(until, now)) return { kind: 'day passed', until };
    const change = request.isGranted ? grant : decline;
    return toStore('done', change(request, department, open, line.value, now));
  });
}

function grant(
  { by, press }: DecideTimeRequest,
  present: RoundDepartment,
  open: TimeRequest,
  line: string,
  now: Date,
): DepartmentChange {
  const { until: to, reason } = open;
  const at = timeOfMove(present.deadlineMoves, now);
  const move = { from: present.ask.deadline, to, by, at, reason, scope: 'department' } as const;
  const change = moveChange(present, move, { operation: operationId('grant time', press), lines: [], at: now });
  const timeRequest = { ...open, decision: { isGranted: true, line, by, at } };
  const lines = change.lines.map((each) => ({ ...each, reason: line === '' ? undefined : line }));
  return { ...change, department: { ...change.department, timeRequest }, lines };
}

function decline(
  { departmentId, by, press }: DecideTimeRequest,
  present: RoundDepartment,
  open: TimeRequest,
  line: string,
  at: Date,
): DepartmentChange {
  const reason = line === '' ? undefined : line;
  return {
    operation: operationId('decline time', press),
    department: { ...present, timeRequest: { ...open, decision: { isGranted: false, line, by, at } } },
    lines: [{ at, by, act: 'time declined', departmentId, subject: open.until, reason }],
    owes: [refreshCards(departmentId), departmentNotice(departmentId, 'time declined')],
    at,
  };
}
