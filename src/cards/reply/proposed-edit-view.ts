import { openEdit } from '../../domain/reply/open-edit.js';
import { wordsOf } from '../../domain/reply/reply.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS } from '../buttons.js';
import { changedLines, type LineOfRuns } from './changed-lines.js';

/** The lines of the edit that waits for the department, with what was and what is proposed; empty where none waits. */
export function editLines(department: RoundDepartment): readonly LineOfRuns[] {
  const edit = openEdit(department);
  const { reply } = department;
  return edit === undefined || reply === undefined ? [] : changedLines(wordsOf(reply.content), wordsOf(edit.content));
}

/** @param shown how many of the lines there is room for */
export function editData(
  { edit: words }: Messages,
  department: RoundDepartment,
  lines: readonly LineOfRuns[],
  shown: number,
  nonce: string,
): object {
  const edit = openEdit(department);
  const data = (verb: typeof VERBS.acceptEdit | typeof VERBS.dismissEdit) => ({
    ...pressData(verb, department, nonce),
    editSeen: edit?.at.getTime() ?? 0,
  });
  return {
    hasEdit: edit !== undefined,
    hasMoreEdit: shown < lines.length,
    edit: {
      heading: words.heading,
      from: edit === undefined ? '' : words.from(edit.by.name, edit.at),
      legend: words.legend,
      lines: lines.slice(0, shown),
      more: words.more,
      line: words.line,
      accept: words.accept,
      dismiss: words.dismiss,
      acceptData: data(VERBS.acceptEdit),
      dismissData: data(VERBS.dismissEdit),
    },
  };
}
