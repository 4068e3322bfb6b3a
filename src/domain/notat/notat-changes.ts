import type { DepartmentId } from '../ids.js';
import type { NotatRecord, RecordedAnswer } from './notat.js';

/** What one notat says of a department that an earlier one of the same round did not. */
export interface NotatChange {
  readonly departmentId: DepartmentId;
  /**
   * `new`: an answer where there was none. `changed`: another answer. `excused`: now said, or left out, as not its area.
   * `missing`: neither an answer nor that any more, since the secretariat has sent it back.
   */
  readonly kind: 'new' | 'changed' | 'excused' | 'missing';
}

/** What is different in `later`, in the round's order. */
export function changesBetween(earlier: NotatRecord, later: NotatRecord): readonly NotatChange[] {
  const before = new Map(earlier.versions.map((answer) => [answer.departmentId, answer]));
  return later.versions.flatMap((answer) => {
    const kind = changeOf(before.get(answer.departmentId), answer);
    return kind === undefined ? [] : [{ departmentId: answer.departmentId, kind }];
  });
}

/** The newest of the others that the secretariat was given as complete or final, before `record` was made. */
export function announcedBefore(record: NotatRecord, others: readonly NotatRecord[]): NotatRecord | undefined {
  return others
    .filter(({ id, status, compiledAt }) => id !== record.id && status !== 'interim' && compiledAt <= record.compiledAt)
    .sort((one, other) => other.compiledAt.getTime() - one.compiledAt.getTime())[0];
}

function changeOf(before: RecordedAnswer | undefined, now: RecordedAnswer): NotatChange['kind'] | undefined {
  if (now.isUnreadable) return undefined;
  const version = before?.version ?? 0;
  if (now.version === version && now.excused === before?.excused) return undefined;
  if (now.version > 0) return version === 0 ? 'new' : 'changed';
  return now.excused === undefined ? 'missing' : 'excused';
}
