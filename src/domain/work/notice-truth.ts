import { followUpsFor } from '../reply/follow-ups.js';
import { standingOf } from '../reply/standing.js';
import type { RoundDepartment } from '../round/round.js';
import type { DepartmentNotice } from './delivery.js';

/** Whether a notice to a department is still true. It may be sent long after its cause. */
export function isNoticeTrue(notice: DepartmentNotice, department: RoundDepartment): boolean {
  const standing = standingOf(department);
  if (department.isLocked) return false;
  switch (notice) {
    case 'nudged':
      return followUpsFor(department).includes('nudge');
    case 'sent back':
      return department.sentBack !== undefined;
    case 'approval wanted':
      return department.proposal !== undefined;
    case 'answered on behalf':
      return standing.kind === 'answered' && standing.reply.isOnBehalf;
    case 'decline accepted':
      return standing.kind === 'excused';
    case 'reopened':
      return true;
  }
}
