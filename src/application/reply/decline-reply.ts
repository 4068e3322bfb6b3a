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
  /** The name of the department to ask instead; empty, or anything that is no name, for none. */
  readonly instead: unknown;
}

/**
 * `declined`: durable now; the secretariat is told. `too late`: the department has answered, or has been asked all the
 * same.
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

/** What the form for *Ikke vores område* offers. */
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

/** Tells the secretariat that the report is outside the department's area. */
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
