import { operationId } from '../../domain/ids.js';
import { openTimeRequest } from '../../domain/reply/open-time-request.js';
import { isAsking } from '../../domain/reply/reply-life.js';
import { parseTimeRequest, type TimeRequestProblem } from '../../domain/reply/time-request.js';
import type { LocalDate } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { DeliveryTask } from '../../domain/work/delivery.js';
import type { NotAllowed } from '../rights/not-allowed.js';
import { type DepartmentCardPress, ON_DEPARTMENTS_CARD } from './asked-department.js';
import { refreshCards } from './change-department.js';
import {
  type DepartmentOutcome,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';
import { draftOf, withDraft } from './save-draft.js';

export interface RequestTimeRequest extends DepartmentCardPress<'answer'> {
  readonly until: string;
  readonly reason: string;
  /** The text in the answer's field. It is kept as a draft, because the card is redrawn for everyone. */
  readonly typed: string;
}

/**
 * `asked`: durable, and the secretariat is told. `asked already`: the same day has been asked for, and nobody has
 * decided. `too late`: the department is not being asked any more.
 */
export type RequestTimeOutcome =
  | PressOutcome<'asked' | 'too late'>
  | (DepartmentOutcome<'asked already'> & { readonly until: LocalDate })
  | (DepartmentOutcome<'refused'> & { readonly problems: readonly TimeRequestProblem[] });

/** Asks the secretariat for more time. Everyone in the channel may: the secretariat decides. */
export async function requestTime(
  deps: PressDependencies,
  request: RequestTimeRequest,
): Promise<RequestTimeOutcome | NotAllowed> {
  return pressDepartment(deps, 'request time', ON_DEPARTMENTS_CARD, request, (department, at) => {
    const { departmentId, by, press } = request;
    if (!isAsking(department)) return { kind: 'too late' };
    const parsed = parseTimeRequest(request, department.ask.deadline, at);
    if (!parsed.ok) return { kind: 'refused', problems: parsed.problem };
    const { until, reason } = parsed.value;
    const open = openTimeRequest(department);
    if (open?.until === until) return { kind: 'asked already', until };
    const draft = draftOf(request, department, at);
    const line = { at, by, act: 'time requested', departmentId, subject: until, reason } as const;
    const saved = { at, by, act: 'draft saved', departmentId, subject: undefined } as const;
    return toStore('asked', {
      operation: operationId('ask for time', press),
      department: { ...withDraft(department, draft), timeRequest: { until, reason, by, at, decision: undefined } },
      lines: draft === undefined ? [line] : [line, saved],
      owes: [refreshCards(departmentId), ...toSecretariat(department)],
      at,
    });
  });
}

/** A request that replaces one that waits is shown on the card of that one, which is there or is on its way. */
function toSecretariat(department: RoundDepartment): readonly DeliveryTask[] {
  const { id } = department.department;
  return openTimeRequest(department) === undefined ? [{ kind: 'post time request', departmentId: id }] : [];
}
