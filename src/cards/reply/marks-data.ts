import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { roundMarks } from '../round-marks.js';

/** What a department's card shows of its round's life, and the button with which it reads the final notat. */
export function marksData(messages: Messages, department: RoundDepartment): object {
  const { roundId, final, isLocked, department: about } = department;
  const marks = roundMarks(messages, department);
  return {
    hasMarks: marks.length > 0,
    marks,
    canRead: isLocked && final !== undefined,
    readData: {
      msteams: { type: 'task/fetch' },
      verb: VERBS.readNotat,
      roundId,
      departmentId: about.id,
    },
  };
}
