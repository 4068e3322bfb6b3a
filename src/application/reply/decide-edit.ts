import { operationId } from '../../domain/ids.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import { openEdit } from '../../domain/reply/open-edit.js';
import type { ProposedEdit } from '../../domain/reply/proposed-edit.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { parseDecisionLine } from '../../domain/reply/time-request.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { NotAllowed } from '../rights/not-allowed.js';
import { answerChange } from './answer-change.js';
import { type DepartmentCardPress, ON_DEPARTMENTS_CARD } from './asked-department.js';
import { refreshCards } from './change-department.js';
import {
  type DepartmentOutcome,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface DecideEditRequest extends DepartmentCardPress<'decide'> {
  /** The time of the edit that the card showed, in milliseconds since 1970. */
  readonly editSeen: number;
}

/** `gone`: the edit is not the one that the card showed, or the department has another answer. */
export type AcceptEditOutcome = PressOutcome<'stored' | 'gone'>;

/**
 * *Godkend rettelsen*: the edit that the secretariat proposed becomes the department's next version, by the person who
 * decides. Whether anyone is missing is the same as before, so no notat is made of it.
 */
export async function acceptEdit(
  deps: PressDependencies,
  request: DecideEditRequest,
): Promise<AcceptEditOutcome | NotAllowed> {
  return pressDepartment(deps, 'accept edit', ON_DEPARTMENTS_CARD, request, (department, at) => {
    const edit = seenEdit(department, request);
    if (edit === undefined) return { kind: 'gone' };
    const { by, departmentId } = request;
    const given = { content: edit.content, author: by, operation: 'accept edit' } as const;
    const change = answerChange(request, department, given, at);
    if (change === undefined) return { kind: 'gone' };
    const subject = String(edit.version);
    return toStore('stored', {
      ...change,
      lines: [{ at, by, act: 'edit accepted', departmentId, subject }],
      owes: [refreshCards(departmentId)],
    });
  });
}

export interface DismissEditRequest extends DecideEditRequest {
  readonly line: unknown;
}

export type DismissEditOutcome =
  | PressOutcome<'stored' | 'gone'>
  | (DepartmentOutcome<'refused'> & { readonly problem: CommentProblem });

/** *Behold jeres tekst*: the department's own text stays, and the secretariat sees that, with the line beside it. */
export async function dismissEdit(
  deps: PressDependencies,
  request: DismissEditRequest,
): Promise<DismissEditOutcome | NotAllowed> {
  return pressDepartment(deps, 'dismiss edit', ON_DEPARTMENTS_CARD, request, (department, at) => {
    const edit = seenEdit(department, request);
    if (edit === undefined) return { kind: 'gone' };
    const line = parseDecisionLine(request.line);
    if (!line.ok) return { kind: 'refused', problem: line.problem };
    const { by, departmentId, press } = request;
    const dismissed = { ...edit, dismissed: { line: line.value, by, at } };
    const after = afterEvent(department, { kind: 'dismiss edit', edit: dismissed });
    if (after === undefined) return { kind: 'gone' };
    const reason = line.value === '' ? undefined : line.value;
    return toStore('stored', {
      operation: operationId('dismiss edit', press),
      department: after,
      lines: [{ at, by, act: 'edit dismissed', departmentId, subject: String(edit.version), reason }],
      owes: [refreshCards(departmentId)],
      at,
    });
  });
}

function seenEdit(department: RoundDepartment, { editSeen }: DecideEditRequest): ProposedEdit | undefined {
  const edit = openEdit(department);
  return edit?.at.getTime() === editSeen ? edit : undefined;
}
