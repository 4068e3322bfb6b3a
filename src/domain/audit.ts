import type { DepartmentId } from './ids.js';
import type { Person } from './person.js';

export type AuditAct =
  | 'planned'
  | 'confirmed'
  | 'started'
  | 'draft saved'
  | 'proposed'
  | 'replied'
  /** A head sent an answer that someone else had written. */
  | 'approved'
  | 'replied on behalf'
  | 'declined'
  | 'decline accepted'
  | 'sent back'
  | 'nudged'
  /** The heads or the language of a department were changed. */
  | 'settings changed'
  | 'closed'
  | 'reopened'
  /** The check before the final notat found something, and the secretariat let it stand. */
  | 'finding kept'
  /** A reply was sent although it holds a certain or a possible CPR number. The line never holds the number itself. */
  | 'cpr number kept'
  | 'compiled'
  | 'downloaded';

/** Who did what, and when. A line never holds the text of a reply: the version of the reply holds it. */
export interface AuditLine {
  readonly at: Date;
  /** undefined when the bot acted by itself. */
  readonly by: Person | undefined;
  readonly act: AuditAct;
  readonly departmentId: DepartmentId | undefined;
  /** The version number or the notat id that the act is about, if it is about one. */
  readonly subject: string | undefined;
  /** Why the person did it, in their own words, for acts that need a reason. */
  readonly reason?: string | undefined;
  /** The id of the channel or chat where it was done. Older lines do not tell it. */
  readonly where?: string | undefined;
}
