import { mayAnswer } from '../../domain/channel/department.js';
import { operationId } from '../../domain/ids.js';
import { wasCarriedOut } from '../../domain/press.js';
import { type DeclineProblem, parseDecline } from '../../domain/reply/decline.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { newDelivery } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { type DepartmentCardAction, type DepartmentCardPress, findAsked } from './asked-department.js';
import { cardUpdates, causeOf, commitChange } from './change-department.js';

export interface DeclineReplyRequest extends DepartmentCardPress {
  readonly reason: unknown;
  /** The name of the department to ask instead; empty, or anything that is no name, for none. */
  readonly instead: unknown;
}

export type DeclineReplyOutcome =
  /** Durable now; the secretariat is told. */
  | { readonly kind: 'declined'; readonly department: RoundDepartment }
  | { readonly kind: 'unchanged'; readonly department: RoundDepartment }
  | { readonly kind: 'refused'; readonly department: RoundDepartment; readonly problem: DeclineProblem }
  | { readonly kind: 'not head'; readonly department: RoundDepartment }
  /** It has answered, or has been asked all the same. */
  | { readonly kind: 'too late'; readonly department: RoundDepartment }
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  | { readonly kind: 'not asked' };

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
  action: DepartmentCardAction,
): Promise<OpenDeclineOutcome> {
  const present = await findAsked(rounds, action);
  if (present === undefined) return { kind: 'not asked' };
  const overview = await rounds.readOverview(action.roundId);
  const others = (overview?.departments ?? [])
    .filter(({ department }) => department.id !== action.departmentId)
    .map(({ department }) => department.name);
  return { kind: 'form', department: present.value, others };
}

/** Tells the secretariat that the report is outside the department's area: one read, one transaction. */
export async function declineReply(
  deps: { readonly rounds: RoundStore; readonly clock: Clock },
  request: DeclineReplyRequest,
): Promise<DeclineReplyOutcome> {
  return untilStored('decline reply', () => tryDecline(deps, request));
}

async function tryDecline(
  deps: { readonly rounds: RoundStore; readonly clock: Clock },
  request: DeclineReplyRequest,
): Promise<DeclineReplyOutcome | typeof CONFLICT> {
  const { departmentId, by, press, posted } = request;
  const present = await findAsked(deps.rounds, request);
  if (present === undefined) return { kind: 'not asked' };
  const department = present.value;
  if (wasCarriedOut(department, press)) return { kind: 'unchanged', department };
  if (department.isLocked) return { kind: 'locked', department };
  if (!mayAnswer(department.department, by)) return { kind: 'not head', department };
  const words = parseDecline(request);
  if (!words.ok) return { kind: 'refused', department, problem: words.problem };
  const at = deps.clock.now();
  const decline = { ...words.value, by, at, accepted: undefined };
  const declined = afterEvent(department, { kind: 'decline', decline });
  if (declined === undefined) return { kind: 'too late', department };
  const cause = causeOf(departmentId, `decline-${press}`, at);
  const stored = await commitChange(deps.rounds, present, {
    press,
    operation: operationId('decline', press),
    department: declined,
    lines: [{ at, by, act: 'declined', departmentId, subject: undefined }],
    deliveries: [
      ...cardUpdates(departmentId, cause, at, posted),
      newDelivery(cause, { kind: 'post decline', departmentId }, at),
    ],
  });
  return stored === undefined ? CONFLICT : { kind: 'declined', department: stored };
}
