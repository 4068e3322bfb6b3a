import type { AuditLine } from '../../../src/domain/audit.js';
import type { DepartmentId } from '../../../src/domain/ids.js';
import type { RoundInAudit, Said } from './told.js';

/** What somebody concludes who reads the audit from its beginning. */
export function inAudit(audit: readonly AuditLine[], id: DepartmentId, versions: ReadonlyMap<string, string>): Said {
  let said: Said = { stand: 'missing', text: undefined };
  for (const { departmentId, act, subject } of audit) {
    if (departmentId !== id) continue;
    const text = versions.get(subject ?? '');
    if (act === 'replied' || act === 'approved') said = { stand: 'answered', text };
    if (act === 'replied on behalf') said = { stand: 'answered on its behalf', text };
    if (act === 'sent back') said = { stand: 'missing', text: undefined };
    if (act === 'decline accepted') {
      said = { stand: subject === 'left out' ? 'left out' : 'excused', text: undefined };
    }
  }
  return said;
}

/** Whether the round asks a department. @param before whether it did from the beginning */
export function isAskedIn(audit: readonly AuditLine[], id: DepartmentId, before: boolean): boolean {
  const last = audit.findLast(
    ({ act, departmentId }) => departmentId === id && (act === 'department added' || act === 'department withdrawn'),
  );
  return last === undefined ? before : last.act === 'department added';
}

const STATES: Readonly<Partial<Record<AuditLine['act'], RoundInAudit['state']>>> = {
  closed: 'closed',
  reopened: 'open',
  'round withdrawn': 'called off',
};

/** What becomes of the round. */
export function roundInAudit(audit: readonly AuditLine[]): RoundInAudit {
  const last = audit.findLast(({ act }) => STATES[act] !== undefined);
  return {
    state: (last && STATES[last.act]) ?? 'open',
    reopenings: audit.filter(({ act }) => act === 'reopened').length,
    title: audit.findLast(({ act, subject }) => act === 'round changed' && subject === 'title')?.after,
  };
}
