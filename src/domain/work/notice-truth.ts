import { isReminded } from '../duties.js';
import { openEdit } from '../reply/open-edit.js';
import { unreadAnswers } from '../reply/open-questions.js';
import { unreadAnswersToAll } from '../reply/shared-answers.js';
import { standingOf } from '../reply/standing.js';
import type { RoundDepartment } from '../round/round.js';
import type { DepartmentNotice, PersonalNotice } from './delivery.js';

/**
 * Whether somebody in the department must still act on a notice. It is asked before the notice is sent, which may be
 * long after its cause, and after every change of the department: a notice that nobody must act on is taken away.
 */
export function isNoticeTrue(notice: DepartmentNotice, department: RoundDepartment): boolean {
  const standing = standingOf(department);
  if (department.isLocked) return false;
  switch (notice) {
    case 'nudged':
    case 'told again':
    case 'reopened':
    case 'deadline moved':
      return isReminded(department);
    case 'time declined':
      return isReminded(department) && department.timeRequest?.decision?.isGranted === false;
    case 'sent back':
      return department.sentBack !== undefined;
    case 'approval wanted':
      return department.proposal !== undefined;
    case 'edit proposed':
      return openEdit(department) !== undefined;
    case 'question answered':
      return unreadAnswers(department).length > 0;
    case 'answered to all':
      return isReminded(department) && unreadAnswersToAll(department).length > 0;
    case 'answered on behalf':
      // They must see whether it is right, and correct it if it is not.
      return standing.kind === 'answered' && standing.reply.isOnBehalf;
  }
}

/** The same, for a message to one person. */
export function isPersonalNoticeTrue(notice: PersonalNotice, department: RoundDepartment): boolean {
  switch (notice) {
    case 'request':
      return isReminded(department);
    case 'escalated':
      return isReminded(department) && department.reminders.at(-1)?.isEscalated === true;
    default:
      return isNoticeTrue(notice, department);
  }
}
