import { DEPARTMENTS_REMEMBERED } from '../../domain/limits.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { DepartmentMemory, RoundStore, Stored } from '../ports.js';

/** A store that remembers the departments' rows that this process has written, the last ones. */
export function rememberDepartments(rounds: RoundStore): RoundStore & DepartmentMemory {
  const written = new Map<string, Stored<RoundDepartment>>();
  const keyOf = (roundId: string, departmentId: string) => `${roundId} ${departmentId}`;

  function remember(key: string, row: Stored<RoundDepartment>): void {
    written.set(key, row);
    const [oldest] = written.keys();
    if (written.size > DEPARTMENTS_REMEMBERED && oldest !== undefined) written.delete(oldest);
  }

  return {
    ...rounds,
    lastWritten: (id, department) => written.get(keyOf(id, department)),
    async commit(id, operation, changes, onTags) {
      const departments = changes.flatMap((change, index) =>
        change.change === 'replace department' ? [{ value: change.department, index }] : [],
      );
      // What was remembered counts no more, whatever becomes of the commit.
      for (const { value } of departments) written.delete(keyOf(id, value.department.id));
      return rounds.commit(id, operation, changes, (tags) => {
        for (const { value, index } of departments) {
          const etag = tags[index];
          if (etag !== undefined) remember(keyOf(id, value.department.id), { value, etag });
        }
        onTags?.(tags);
      });
    },
  };
}
