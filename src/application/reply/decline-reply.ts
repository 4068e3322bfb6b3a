import { operationId } from '../../domain/ids.js';
import { type DeclineProblem, parseDecline } from '../../domain/reply/decline.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { newDelivery } from '../../domain/work/delivery.js';
import type { RoundStore } from '../ports.js';
import { BY_HEADS, type DepartmentCardPress, findAsked } from './asked-department.js';
import { cardUpdates, causeOf } from './change-department.js';
import {
  type DepartmentAction,
  type DepartmentOutcome,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface DeclineReplyRequest extends DepartmentCardPress {
  readonly reason: unknown;
  /** The name of the department to ask instead. If it is empty or no name, no department is named. */
  readonly instead: unknown;
}

/**
 * `declined`: durable, and a message to the secretariat is owed. `too late`: the department has answered, or the
 * secretariat has asked it again.
 */
export type DeclineReplyOutcome =
  | PressOutcome<'not asked', 'not head' | 'declined' | 'too late'>
  | (DepartmentOutcome<'refused'> & { readonly problem: DeclineProblem });

export type OpenDeclineOutcome =
  | {
      readonly kind: 'form';
      readonly department: RoundDepartment;
      /** The names of the round's other departments. */
      readonly others: readonly string[];
    }
  | { readonly kind: 'not asked' };

/** The content of the form for *Ikke vores område*. */
export async function openDecline(
  { rounds }: { readonly rounds: RoundStore },
  action: DepartmentAction,
): Promise<OpenDeclineOutcome> {
  const present = await findAsked(rounds, action);
  if (present === undefined) return { kind: 'not asked' };
  const overview = await rounds.readOverview(action.roundId);
  const others = (overview?.departments ?? [])
    .filter(({ department }) => department.id !== action.departmentId)
    .map(({ department }) => department.name);
  return { kind: 'form', department: present.value, others };
}

/** Records that the report is outside the department's area, and tells the secretariat. */
export async function declineReply(
  deps: PressDependencies,
  request: DeclineReplyRequest,
): Promise<DeclineReplyOutcome> {
  return pressDepartment(deps, 'decline reply', BY_HEADS, request, (department, at) => {
    const { departmentId, by, press, posted } = request;
    const words = parseDecline(request);
    if (!words.ok) return { kind: 'refused', problem: words.problem };
    const decline = { ...words.value, by, at, accepted: undefined };
    const declined = afterEvent(department, { kind: 'decline', decline });
    if (declined === undefined) return { kind: 'too late' };
    const cause = causeOf(departmentId, `decline-${press}`, at);
    return toStore('declined', {
      operation: operationId('decline', press),
      department: declined,
      lines: [{ at, by, act: 'declined', departmentId, subject: undefined }],
      deliveries: [
        ...cardUpdates(departmentId, cause, at, posted),
        newDelivery(cause, { kind: 'post decline', departmentId }, at),
      ],
    });
  });
}
