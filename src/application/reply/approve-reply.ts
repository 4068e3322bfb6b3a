import { mayAnswer } from '../../domain/channel/department.js';
import { operationId } from '../../domain/ids.js';
import { wasCarriedOut } from '../../domain/press.js';
import type { Proposal } from '../../domain/reply/proposal.js';
import { versionAfter } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { unseenAnswer } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { newDelivery } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { type DepartmentCardPress, findAsked } from './asked-department.js';
import { cardUpdates, commitChange, type DepartmentChange } from './change-department.js';

export type ApproveReplyOutcome =
  /** The proposal is the department's answer now. */
  | { readonly kind: 'stored'; readonly department: RoundDepartment }
  /** It had been carried out already. */
  | { readonly kind: 'unchanged'; readonly department: RoundDepartment }
  /** The proposal, or the answer, is another than the one on the head's card; nothing was written. */
  | { readonly kind: 'overtaken'; readonly department: RoundDepartment }
  | { readonly kind: 'not head'; readonly department: RoundDepartment }
  | { readonly kind: 'nothing to approve'; readonly department: RoundDepartment }
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  | { readonly kind: 'not asked' };

/** A head sends what someone else has written: one read, one transaction. */
export async function approveReply(
  deps: { readonly rounds: RoundStore; readonly clock: Clock },
  request: DepartmentCardPress,
): Promise<ApproveReplyOutcome> {
  return untilStored('approve reply', () => tryApproval(deps, request));
}

async function tryApproval(
  deps: { readonly rounds: RoundStore; readonly clock: Clock },
  request: DepartmentCardPress,
): Promise<ApproveReplyOutcome | typeof CONFLICT> {
  const present = await findAsked(deps.rounds, request);
  if (present === undefined) return { kind: 'not asked' };
  const department = present.value;
  const { proposal } = department;
  if (wasCarriedOut(department, request.press)) return { kind: 'unchanged', department };
  if (department.isLocked) return { kind: 'locked', department };
  if (!mayAnswer(department.department, request.by)) return { kind: 'not head', department };
  if (proposal === undefined) return { kind: 'nothing to approve', department };
  if (unseenAnswer(department, request.seen) !== undefined) return { kind: 'overtaken', department };
  const change = approval(request, department, proposal, deps.clock.now());
  const stored = await commitChange(deps.rounds, present, change);
  return stored === undefined ? CONFLICT : { kind: 'stored', department: stored };
}

function approval(
  { departmentId, by, press, posted }: DepartmentCardPress,
  department: RoundDepartment,
  { content, author }: Proposal,
  at: Date,
): DepartmentChange {
  const operation = operationId('approve', press);
  const version = versionAfter(department.reply, { content, author, approvedBy: by, at, operationId: operation });
  const { number } = version;
  return {
    press,
    operation,
    // It waits for approval, so an answer can always follow.
    department: afterEvent(department, { kind: 'answer', version }) ?? department,
    version,
    lines: [{ at, by, act: 'approved', departmentId, subject: String(number) }],
    deliveries: [
      ...cardUpdates(departmentId, `${departmentId}-${number}`, at, posted),
      newDelivery(`compile-${departmentId}-${number}`, { kind: 'compile if complete' }, at),
    ],
  };
}
