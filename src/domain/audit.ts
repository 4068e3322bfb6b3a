import type { DepartmentId } from './ids.js';
import type { Person } from './person.js';

export type AuditAct =
  | 'planned'
  | 'confirmed'
  | 'started'
  | 'draft saved'
  | 'proposed'
  | 'replied'
  /** A head sent what someone else had written. */
  | 'approved'
  | 'replied on behalf'
  | 'declined'
  | 'decline accepted'
  | 'sent back'
  | 'nudged'
  /** Who a department's heads are, or its language. */
  | 'settings changed'
  | 'closed'
  | 'reopened'
  /** What the check before the final notat found, and the secretariat let stand. */
  | 'finding kept'
  /** A reply was sent although it holds what is, or may be, a CPR number; never the number itself. */
  | 'cpr number kept'
  | 'compiled';

/** Who did what, when. Never the text of a reply: that is in its version. */
export interface AuditLine {
  readonly at: Date;
  /** undefined when the bot acted by itself. */
  readonly by: Person | undefined;
  readonly act: AuditAct;
  readonly departmentId: DepartmentId | undefined;
  /** A version's number or a notat's id, where the act has one. */
  readonly subject: string | undefined;
  /** Why, in the words of who did it, for acts that need a reason. */
  readonly reason?: string | undefined;
}
