import { operationId } from '../../domain/ids.js';
import { timeOfMove } from '../../domain/round/deadline-move.js';
import { type MoveProblem, type MoveValues, parseMove } from '../../domain/round/moved-deadline.js';
import { BY_SECRETARIAT, type UnknownDepartment } from './followed-up-department.js';
import { moveChange, subjectOf } from './move-change.js';
import {
  type DepartmentOutcome,
  type DepartmentPress,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface MoveDeadlineRequest extends DepartmentPress {
  readonly values: MoveValues;
}

export type MoveDeadlineOutcome =
  | UnknownDepartment
  | PressOutcome<'moved'>
  | (DepartmentOutcome<'refused'> & { readonly problems: readonly MoveProblem[] });

/** *Flyt fristen* for one department. It keeps a later deadline of its own when the round's deadline is moved. */
export async function moveDeadline(
  deps: PressDependencies,
  request: MoveDeadlineRequest,
): Promise<MoveDeadlineOutcome> {
  return pressDepartment(deps, 'move deadline', BY_SECRETARIAT, request, (department, now) => {
    const { departmentId, by, press, values } = request;
    const from = department.ask.deadline;
    const parsed = parseMove(values, from, now);
    if (!parsed.ok) return { kind: 'refused', problems: parsed.problem };
    const at = timeOfMove(department.deadlineMoves, now);
    const move = { ...parsed.value, from, by, at, scope: 'department' } as const;
    const { reason } = move;
    const line = { at, by, act: 'deadline moved', departmentId, subject: subjectOf(move), reason } as const;
    return toStore(
      'moved',
      moveChange(department, move, { operation: operationId('move', press), lines: [line], at: now }),
    );
  });
}
