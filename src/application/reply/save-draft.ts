import { operationId } from '../../domain/ids.js';
import { type Draft, parseDraftText } from '../../domain/reply/draft.js';
import { judgeCprNumbers, type ReplyProblem } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { isDraftUnseen } from '../../domain/reply/seen.js';
import type { Result } from '../../domain/result.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { NotAllowed } from '../rights/not-allowed.js';
import { type DepartmentCardPress, ON_DEPARTMENTS_CARD } from './asked-department.js';
import { refreshCards } from './change-department.js';
import {
  type DepartmentOutcome,
  type PressDependencies,
  type PressOutcome,
  pressDepartment,
  toStore,
} from './press-department.js';

export interface SaveDraftRequest extends DepartmentCardPress<'answer'> {
  /** The raw content of the field. */
  readonly typed: unknown;
}

/**
 * `saved`: durable, and everyone in the channel sees that there is a draft. `overtaken`: someone saved another draft
 * after this person's card was made; nothing was written.
 */
export type SaveDraftOutcome =
  | PressOutcome<'saved'>
  | (DepartmentOutcome<'refused'> & { readonly problem: ReplyProblem })
  | (DepartmentOutcome<'overtaken'> & { readonly draft: Draft });

/** Keeps a text for the department. Anyone in its channel can continue and send it. */
export async function saveDraft(
  deps: PressDependencies,
  request: SaveDraftRequest,
): Promise<SaveDraftOutcome | NotAllowed> {
  return saveAs(deps, request, request.press);
}

/**
 * Keeps the text of a person whose answer was not accepted, unless it would overwrite something. The press does not
 * count as carried out: when it is delivered again, the person must again be told that the answer was not accepted.
 *
 * @returns the department with the draft; undefined when the text was not kept
 */
export async function keepAsDraft(
  deps: PressDependencies,
  request: SaveDraftRequest,
): Promise<RoundDepartment | undefined> {
  const outcome = await saveAs(deps, request, undefined);
  return outcome.kind === 'saved' ? outcome.department : undefined;
}

async function saveAs(
  deps: PressDependencies,
  request: SaveDraftRequest,
  counted: string | undefined,
): Promise<SaveDraftOutcome | NotAllowed> {
  const { departmentId, by, press, seen, typed } = request;
  return pressDepartment(deps, 'save draft', ON_DEPARTMENTS_CARD, { ...request, press: counted }, (department, at) => {
    const text = parseDraft(typed);
    if (!text.ok) return { kind: 'refused', problem: text.problem };
    const { draft: present } = department;
    if (present?.text === text.value) return { kind: 'saved' };
    if (present !== undefined && isDraftUnseen(department, seen)) return { kind: 'overtaken', draft: present };
    const draft = { text: text.value, author: by, at };
    return toStore('saved', {
      operation: operationId('draft', press),
      // Every state except `locked` accepts a draft.
      department: afterEvent(department, { kind: 'save draft', draft }) ?? department,
      lines: [{ at, by, act: 'draft saved', departmentId, subject: undefined }],
      owes: [refreshCards(departmentId)],
      at,
    });
  });
}

/**
 * The draft that keeps a text that was typed beside something else. undefined where there is nothing to keep, or where
 * the text cannot be kept, or where it would overwrite a draft that the person has not seen.
 */
export function draftOf(
  { typed, by, seen }: Pick<SaveDraftRequest, 'by' | 'seen'> & { readonly typed?: unknown },
  department: RoundDepartment,
  at: Date,
): Draft | undefined {
  const text = parseDraft(typed);
  if (!text.ok || department.draft?.text === text.value || isDraftUnseen(department, seen)) return undefined;
  return { text: text.value, author: by, at };
}

/** The department with that draft, if there is one. */
export function withDraft(department: RoundDepartment, draft: Draft | undefined): RoundDepartment {
  return draft === undefined ? department : (afterEvent(department, { kind: 'save draft', draft }) ?? department);
}

/** Cleans a text that is to be kept. What is kept holds no CPR number, not even a possible one. */
export function parseDraft(typed: unknown): Result<string, ReplyProblem> {
  const text = parseDraftText(typed);
  if (!text.ok) return text;
  const cpr = judgeCprNumbers(text.value, undefined);
  return cpr.ok ? text : cpr;
}
