import { operationId } from '../../domain/ids.js';
import { openEdit } from '../../domain/reply/open-edit.js';
import { laterThan, type ProposedEdit } from '../../domain/reply/proposed-edit.js';
import {
  isSameContent,
  parseReplyText,
  type ReplyContent,
  type ReplyProblem,
  wordsOf,
} from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { type Seen, unseenAnswer } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { cprCertaintyIn } from '../../domain/text/cpr.js';
import { type DepartmentChange, departmentNotice, refreshCards } from './change-department.js';
import { onSecretariatsCard, type UnknownDepartment } from './followed-up-department.js';
import {
  type DepartmentOutcome,
  type DepartmentPress,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface ProposeEditRequest extends DepartmentPress {
  readonly typed: unknown;
  readonly seen: Seen;
}

/** `same`: it is the department's own text. `overtaken`: the department has answered since the card was made. */
export type ProposeEditOutcome =
  | UnknownDepartment
  | PressOutcome<'too late' | 'done' | 'overtaken' | 'same'>
  | (DepartmentOutcome<'refused'> & { readonly problem: ReplyProblem });

/** The secretariat proposes how a department's text could be. The department sees it on its card, and decides. */
export async function proposeEdit(deps: PressDependencies, request: ProposeEditRequest): Promise<ProposeEditOutcome> {
  const { by, press, typed, seen } = request;
  return pressDepartment(deps, 'propose edit', onSecretariatsCard('propose edit'), request, (department, at) => {
    const { reply, proposedEdit } = department;
    const written = parseReplyText(typed);
    if (!written.ok) return { kind: 'refused', problem: written.problem };
    if (reply === undefined || unseenAnswer(department, seen) !== undefined) return { kind: 'overtaken' };
    const content = edited(reply.content, written.value);
    // A number that the department has kept is its own decision, and stays. The secretariat may not add one.
    const certainty = cprCertaintyIn(wordsOf(content));
    if (certainty !== undefined && certainty !== cprCertaintyIn(wordsOf(reply.content))) {
      return { kind: 'refused', problem: { kind: 'cpr number', certainty } };
    }
    if (isSameContent(content, reply.content)) return { kind: 'same' };
    const edit = { version: reply.number, content, by, at: laterThan(proposedEdit, at), dismissed: undefined };
    const change = proposeChange(department, edit, press);
    if (change === undefined) return { kind: 'too late' };
    return toStore('done', change);
  });
}

/** The sentence beside a nil reply stays one, as long as it is on one line. */
function edited(present: ReplyContent, typed: ReplyContent): ReplyContent {
  if (present.kind === 'text' || typed.kind === 'nil' || typed.text.includes('\n')) return typed;
  return { kind: 'nil', remark: typed.text };
}

/**
 * What is written when an edit is proposed. Whoever decides for the department must act on it, and is told.
 *
 * @param name tells this edit from others of the department
 * @returns undefined where no edit can be proposed
 */
export function proposeChange(
  present: RoundDepartment,
  edit: ProposedEdit,
  name: string,
): DepartmentChange | undefined {
  const department = afterEvent(present, { kind: 'propose edit', edit });
  if (department === undefined) return undefined;
  const { id } = department.department;
  const { at, by } = edit;
  return {
    operation: operationId('propose edit', id, name),
    department,
    lines: [{ at, by, act: 'edit proposed', departmentId: id, subject: String(edit.version) }],
    // A new edit takes the place of one that still waits, and its notice is there already.
    owes: [refreshCards(id), ...(openEdit(present) === undefined ? [departmentNotice(id, 'edit proposed')] : [])],
    at,
  };
}
