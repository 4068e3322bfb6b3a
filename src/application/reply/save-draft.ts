import { operationId } from '../../domain/ids.js';
import { wasCarriedOut } from '../../domain/press.js';
import { type Draft, parseDraftText } from '../../domain/reply/draft.js';
import { judgeCprNumbers, type ReplyProblem } from '../../domain/reply/reply.js';
import { afterEvent } from '../../domain/reply/reply-life.js';
import { isDraftUnseen } from '../../domain/reply/seen.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore, Stored } from '../ports.js';
import { type DepartmentCardPress, findAsked } from './asked-department.js';
import { cardUpdates, causeOf, commitChange } from './change-department.js';

export interface SaveDraftRequest extends DepartmentCardPress {
  /** Whatever stood in the field. */
  readonly typed: unknown;
}

export type SaveDraftOutcome =
  /** Durable now, or already; everyone in the channel sees that it is there. */
  | { readonly kind: 'saved'; readonly department: RoundDepartment }
  /** It was saved when this press came first; what has happened since stands. */
  | { readonly kind: 'unchanged'; readonly department: RoundDepartment }
  | { readonly kind: 'refused'; readonly department: RoundDepartment; readonly problem: ReplyProblem }
  /** Someone saved another draft after this person's card was made; nothing was written. */
  | { readonly kind: 'overtaken'; readonly department: RoundDepartment; readonly draft: Draft }
  /** The round is closed. */
  | { readonly kind: 'locked'; readonly department: RoundDepartment }
  /** There is no such round, or this channel is not asked in it. */
  | { readonly kind: 'not asked' };

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** Keeps a text for the department, to be gone on with and sent by anyone in its channel: one read, one transaction. */
export async function saveDraft(deps: Dependencies, request: SaveDraftRequest): Promise<SaveDraftOutcome> {
  return saveAs(deps, request, request.press);
}

/**
 * Keeps the text of someone whose answer was not taken, where that takes nothing away from anyone. The press is not
 * counted as carried out: delivered again, it must be told again that it was not.
 *
 * @returns the department with the draft; undefined when it was not kept
 */
export async function keepAsDraft(deps: Dependencies, request: SaveDraftRequest): Promise<RoundDepartment | undefined> {
  const outcome = await saveAs(deps, request, undefined);
  return outcome.kind === 'saved' ? outcome.department : undefined;
}

async function saveAs(
  deps: Dependencies,
  request: SaveDraftRequest,
  press: string | undefined,
): Promise<SaveDraftOutcome> {
  // Someone else may come between our read and our write: then this draft is judged again against what they did.
  return untilStored('save draft', () => trySaving(deps, request, press));
}

async function trySaving(
  deps: Dependencies,
  request: SaveDraftRequest,
  press: string | undefined,
): Promise<SaveDraftOutcome | typeof CONFLICT> {
  const present = await findAsked(deps.rounds, request);
  if (present === undefined) return { kind: 'not asked' };
  const department = present.value;
  if (press !== undefined && wasCarriedOut(department, press)) return { kind: 'unchanged', department };
  if (department.isLocked) return { kind: 'locked', department };
  const text = parseDraftText(request.typed);
  if (!text.ok) return { kind: 'refused', department, problem: text.problem };
  const cpr = judgeCprNumbers(text.value, undefined);
  if (!cpr.ok) return { kind: 'refused', department, problem: cpr.problem };
  if (department.draft?.text === text.value) return { kind: 'saved', department };
  if (department.draft !== undefined && isDraftUnseen(department, request.seen)) {
    return { kind: 'overtaken', department, draft: department.draft };
  }
  const draft = { text: text.value, author: request.by, at: deps.clock.now() };
  // Every state but `locked` takes a draft.
  const drafted = afterEvent(department, { kind: 'save draft', draft }) ?? department;
  const saved = await commitDraft(deps.rounds, request, present, drafted, draft.at, press);
  return saved === undefined ? CONFLICT : { kind: 'saved', department: saved };
}

async function commitDraft(
  rounds: RoundStore,
  { departmentId, by, posted, press: cause }: SaveDraftRequest,
  present: Stored<RoundDepartment>,
  department: RoundDepartment,
  at: Date,
  press: string | undefined,
): Promise<RoundDepartment | undefined> {
  return commitChange(rounds, present, {
    press,
    operation: operationId('draft', cause),
    department,
    lines: [{ at, by, act: 'draft saved', departmentId, subject: undefined }],
    deliveries: cardUpdates(departmentId, causeOf(departmentId, `draft-${cause}`, at), at, posted),
  });
}
