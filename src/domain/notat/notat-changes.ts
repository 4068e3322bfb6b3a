import type { DepartmentId } from '../ids.js';
import type { Round } from '../round/round.js';
import type { ChangeKind, NotatModel, NotatRecord, RecordedAnswer } from './notat.js';

/** What a notat says about one department that an earlier notat of the same round did not say. */
export interface NotatChange {
  readonly departmentId: DepartmentId;
  readonly kind: ChangeKind;
}

/** The differences in `later`, in the round's order; the departments that are no longer in it come last. */
export function changesBetween(earlier: NotatRecord, later: NotatRecord): readonly NotatChange[] {
  const before = new Map(earlier.versions.map((answer) => [answer.departmentId, answer]));
  const now = new Set(later.versions.map(({ departmentId }) => departmentId));
  const changed = later.versions.flatMap((answer) => {
    const kind = changeOf(before.get(answer.departmentId), answer);
    return kind === undefined ? [] : [{ departmentId: answer.departmentId, kind }];
  });
  const gone = earlier.versions.filter(({ departmentId }) => !now.has(departmentId));
  return [...changed, ...gone.map(({ departmentId }) => ({ departmentId, kind: 'withdrawn' as const }))];
}

/**
 * The notat that `record` is compared with, which the secretariat was given before it: for a final notat the final one
 * before it, where there is one, because that is the one that was sent on.
 */
export function comparedWith(record: NotatRecord, others: readonly NotatRecord[]): NotatRecord | undefined {
  if (record.status === 'interim') return undefined;
  return finalBefore(record, others) ?? announcedBefore(record, others);
}

/** The final notat before a final one; undefined for the first, and for a notat that is not final. */
export function finalBefore(
  { number = 1 }: Pick<NotatRecord, 'number'>,
  others: readonly NotatRecord[],
): NotatRecord | undefined {
  return number > 1 ? others.find((other) => other.number === number - 1) : undefined;
}

/**
 * The newest notat that came after `record`, and that the secretariat was given as complete or final; undefined where
 * `record` is that one. A notat that is final is not overtaken by one that is not.
 */
export function newerThan(record: NotatRecord, others: readonly NotatRecord[]): NotatRecord | undefined {
  return others
    .filter(({ status }) => (record.status === 'final' ? status === 'final' : status !== 'interim'))
    .filter(({ id, compiledAt }) => id !== record.id && compiledAt >= record.compiledAt)
    .filter((other) => (other.number ?? 0) > (record.number ?? 0) || other.compiledAt > record.compiledAt)
    .sort((one, other) => other.compiledAt.getTime() - one.compiledAt.getTime())[0];
}

/** The newest of the other notats that was given to the secretariat as complete or final before `record` was made. */
export function announcedBefore(record: NotatRecord, others: readonly NotatRecord[]): NotatRecord | undefined {
  return others
    .filter(({ id, status, compiledAt }) => id !== record.id && status !== 'interim' && compiledAt <= record.compiledAt)
    .sort((one, other) => other.compiledAt.getTime() - one.compiledAt.getTime())[0];
}

/**
 * The model of a final notat, with what has changed since the final notat before it.
 *
 * @param earlier the record of that notat; undefined for a round's first
 */
export function withChangesSince(
  model: NotatModel,
  { plan }: Pick<Round, 'plan'>,
  record: NotatRecord,
  earlier: NotatRecord | undefined,
): NotatModel {
  if (earlier === undefined) return model;
  const names = new Map(plan.invitations.map(({ department: { id, name } }) => [id, name]));
  const changes = changesBetween(earlier, record).map(({ departmentId, kind }) => ({
    department: names.get(departmentId) ?? departmentId,
    kind,
  }));
  return { ...model, changes };
}

function changeOf(before: RecordedAnswer | undefined, now: RecordedAnswer): ChangeKind | undefined {
  if (now.isUnreadable) return undefined;
  const version = before?.version ?? 0;
  if (now.version === version && now.excused === before?.excused) return undefined;
  if (now.version > 0) return version === 0 ? 'new' : 'changed';
  return now.excused === undefined ? 'missing' : 'excused';
}
