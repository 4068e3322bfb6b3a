import { operationId } from '../../domain/ids.js';
import { type DeclineProblem, parseDecline } from '../../domain/reply/decline.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { isNotAllowed, type NotAllowed } from '../rights/not-allowed.js';
import { type AskedAction, type DepartmentCardPress, findAllowed, ON_DEPARTMENTS_CARD } from './asked-department.js';
import { refreshCards } from './change-department.js';
import {
  type DepartmentOutcome,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface DeclineReplyRequest extends DepartmentCardPress<'decide'> {
  readonly reason: unknown;
  /** The name of the department to ask instead. If it is empty or no name, no department is named. */
  readonly instead: unknown;
}

/**
 * `declined`: durable, and a message to the secretariat is owed. `too late`: the department has answered, or the
 * secretariat has asked it again.
 */
export type DeclineReplyOutcome =
  | PressOutcome<'declined' | 'too late'>
  | (DepartmentOutcome<'refused'> & { readonly problem: DeclineProblem });

export interface DeclineFormContent {
  readonly kind: 'form';
  readonly department: RoundDepartment;
  /** The names of the round's other departments. */
  readonly others: readonly string[];
}

/** The content of the form for *Ikke vores område*. */
export async function openDecline(
  deps: Pick<PressDependencies, 'rounds' | 'members'>,
  action: AskedAction<'decide'>,
): Promise<DeclineFormContent | NotAllowed> {
  const found = await findAllowed(deps, action);
  if (isNotAllowed(found)) return found;
  const overview = await deps.rounds.readOverview(action.roundId);
  const others = (overview?.departments ?? [])
    .filter(({ department }) => department.id !== action.departmentId)
    .map(({ department }) => department.name);
  return { kind: 'form', department: found.present.value, others };
}

/** Records that the report is outside the department's area, and tells the secretariat. */
export async function declineReply(
  deps: PressDependencies,
  request: DeclineReplyRequest,
): Promise<DeclineReplyOutcome | NotAllowed> {
  return pressDepartment(deps, 'decline reply', ON_DEPARTMENTS_CARD, request, (department, at) => {
    const { departmentId, by, press } = request;
    const words = parseDecline(request);
    if (!words.ok) return { kind: 'refused', problem: words.problem };
    const decline = { ...words.value, by, at, accepted: undefined };
    const declined = afterEvent(department, { kind: 'decline', decline });
    if (declined === undefined) return { kind: 'too late' };
    return toStore('declined', {
      operation: operationId('decline', press),
      department: declined,
      lines: [{ at, by, act: 'declined', departmentId, subject: undefined }],
      owes: [refreshCards(departmentId), { kind: 'post decline', departmentId }],
      at,
    });
  });
}
