import type { DepartmentId } from './ids.js';
import type { Person } from './person.js';

export type AuditAct =
  | 'planned'
  | 'confirmed'
  | 'started'
  | 'draft saved'
  | 'replied'
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
