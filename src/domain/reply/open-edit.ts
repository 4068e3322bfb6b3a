import type { RoundDepartment } from '../round/round.js';
import { mendedText } from '../text/text-findings.js';
import { laterThan, type ProposedEdit } from './proposed-edit.js';
import { isSameContent, type ReplyContent } from './reply.js';
import { replyStateOf } from './reply-life.js';
import { replyThatCounts } from './standing.js';

/** The edit that waits for the department; undefined where there is none, or where it cannot be accepted now. */
export function openEdit(department: RoundDepartment): ProposedEdit | undefined {
  const { proposedEdit, reply } = department;
  if (proposedEdit === undefined || proposedEdit.dismissed !== undefined) return undefined;
  return replyStateOf(department) === 'answered' && reply?.number === proposedEdit.version ? proposedEdit : undefined;
}

/**
 * The edit that the findings themselves name: no double spaces, no space before a mark, no straight quotation marks.
 *
 * @returns undefined where there is nothing to edit, where the same edit has been proposed for this version, or where no
 * edit can be proposed now
 */
export function editOfFindings(
  department: RoundDepartment,
  proposed: Pick<ProposedEdit, 'by' | 'at'>,
): ProposedEdit | undefined {
  const reply = replyThatCounts(department);
  if (reply === undefined || replyStateOf(department) !== 'answered') return undefined;
  const content = mendedContent(reply.content);
  if (isSameContent(content, reply.content)) return undefined;
  const { proposedEdit: earlier } = department;
  // Whether it waits or was dismissed: the department has seen it, and need not be asked the same again.
  if (earlier?.version === reply.number && isSameContent(earlier.content, content)) return undefined;
  return { version: reply.number, content, by: proposed.by, at: laterThan(earlier, proposed.at), dismissed: undefined };
}

function mendedContent(content: ReplyContent): ReplyContent {
  if (content.kind === 'text') return { kind: 'text', text: mendedText(content.text) };
  return { kind: 'nil', remark: content.remark === undefined ? undefined : mendedText(content.remark) };
}
