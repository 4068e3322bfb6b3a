import type { DepartmentId } from '../ids.js';
import type { NotatRecord, RecordedAnswer } from './notat.js';

/** What a notat says about one department that an earlier notat of the same round did not say. */
export interface NotatChange {
  readonly departmentId: DepartmentId;
  /**
   * `new`: an answer where there was none. `changed`: another answer. `excused`: the notat now says that the report is
   * outside the department's area, or leaves the department out. `missing`: the department no longer has an answer and
   * is no longer excused, because the secretariat has sent it back.
   */
  readonly kind: 'new' | 'changed' | 'excused' | 'missing';
}

/** The differences in `later`, in the round's order. */
export function changesBetween(earlier: NotatRecord, later: NotatRecord): readonly NotatChange[] {
  const before = new Map(earlier.versions.map((answer) => [answer.departmentId, answer]));
  return later.versions.flatMap((answer) => {
    const kind = changeOf(before.get(answer.departmentId), answer);
    return kind === undefined ? [] : [{ departmentId: answer.departmentId, kind }];
  });
}

/** The newest of the other notats that was given to the secretariat as complete or final before `record` was made. */
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
