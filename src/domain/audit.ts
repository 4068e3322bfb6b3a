import type { DepartmentId } from './ids.js';
import type { Person } from './person.js';
import type { ReplyVersion } from './reply/reply.js';

export type AuditAct =
  | 'planned'
  /** A planned round is no longer offered, and does not start by itself. */
  | 'plan discarded'
  /** A planned round starts by itself. The subject is when. */
  | 'start put off'
  | 'later start cancelled'
  | 'confirmed'
  | 'started'
  | 'draft saved'
  | 'proposed'
  | 'replied'
  /** A head sent an answer that someone else had written. */
  | 'approved'
  | 'replied on behalf'
  | 'declined'
  /** The subject says whether the notat has a row for the department: `in notat` or `left out`. */
  | 'decline accepted'
  /** The reason is the comment to the department. */
  | 'sent back'
  | 'nudged'
  /**
   * The secretariat proposed an edit of a reply. The subject of this act and of the next two is the number of the version;
   * without a department, it proposed all edits that need no decision, and the subject is to how many departments.
   */
  | 'edit proposed'
  | 'edit accepted'
  /** The reason is what the department said beside it, where it said anything. */
  | 'edit dismissed'
  /** The secretariat corrected the notat's own words. */
  | 'own text mended'
  /** The bot reminded a department by itself. The subject is the number of the reminder and its step. */
  | 'reminded'
  /** The subject has the old deadline and the new one. */
  | 'deadline moved'
  /** The round's plan of reminders was changed. */
  | 'reminders changed'
  | 'time requested'
  | 'time granted'
  | 'time declined'
  /** The reason is the question. The subject of this act and of the next two is when the question was asked. */
  | 'question asked'
  /** The reason is the answer. */
  | 'question answered'
  /** The answer went to all departments. The reason is the question as all see it. */
  | 'answer shared'
  /**
   * A part of an open round's plan, which is the subject. The line has the old words and the new ones. The subject
   * `departments` has the names of those that were taken out as the old words, and of those that were added as the new ones.
   */
  | 'round changed'
  /** A department was asked after the round had been started, or asked again after it had been withdrawn. */
  | 'department added'
  /** A department need not answer any more. */
  | 'department withdrawn'
  /** The whole round was called off. */
  | 'round withdrawn'
  /** The heads or the language of a department were changed. */
  | 'settings changed'
  | 'closed'
  | 'reopened'
  /** The check before the final notat found something, and the secretariat let it stand. */
  | 'finding kept'
  /** A reply was sent although it holds a certain or a possible CPR number. The line never holds the number itself. */
  | 'cpr number kept'
  | 'compiled'
  | 'downloaded'
  /** What had not been delivered was sent again, because somebody said so. */
  | 'sent again'
  /** Somebody said that what may not have been delivered had arrived. */
  | 'arrived'
  /** What had not been delivered was sent again, because what stopped it was over. */
  | 'resumed';

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
  /** The words before a change of the secretariat's own words, and after it. No words of a reply, and of no log. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The id of the channel or chat where it was done. Older lines do not tell it. */
  readonly where?: string | undefined;
}

/** The acts that make a version of a reply. The version itself tells them, so they have no line of their own. */
const ANSWERS: ReadonlySet<AuditAct> = new Set(['replied', 'approved', 'replied on behalf']);

/** The line that a version of a reply tells. */
export function lineOfVersion(
  departmentId: DepartmentId,
  { number, at, author, approvedBy, isOnBehalf }: ReplyVersion,
): AuditLine {
  const subject = String(number);
  if (approvedBy !== undefined) return { at, by: approvedBy, act: 'approved', departmentId, subject };
  return { at, by: author, act: isOnBehalf ? 'replied on behalf' : 'replied', departmentId, subject };
}

/**
 * The audit of a round, oldest first.
 *
 * @param lines the stored lines. Those of older versions of the bot tell of answers too; then the version does not
 * @param versions what the versions of the round's replies tell
 */
export function wholeAudit(lines: readonly AuditLine[], versions: readonly AuditLine[]): readonly AuditLine[] {
  const answerOf = ({ act, departmentId, subject }: AuditLine) =>
    ANSWERS.has(act) ? `${departmentId} ${subject}` : undefined;
  const told = new Set(lines.map(answerOf));
  const others = versions.filter((line) => !told.has(answerOf(line)));
  return [...lines, ...others].sort((one, other) => one.at.getTime() - other.at.getTime());
}
