import { newDelivery } from '../domain/delivery.js';
import { type Draft, isSeen, parseDraftText } from '../domain/draft.js';
import { operationId } from '../domain/ids.js';
import { judgeCprNumbers, type ReplyProblem } from '../domain/reply.js';
import type { RoundDepartment } from '../domain/round.js';
import { type DepartmentCardPress, findAsked } from './asked-department.js';
import type { Clock, RoundStore } from './ports.js';

export interface SaveDraftRequest extends DepartmentCardPress {
  /** Whatever stood in the field. */
  readonly typed: unknown;
}

export type SaveDraftOutcome =
  /** Durable now, or already; everyone in the channel sees that it is there. */
  | { readonly kind: 'saved'; readonly department: RoundDepartment }
  | { readonly kind: 'refused'; readonly department: RoundDepartment; readonly problem: ReplyProblem }
  /** Someone saved another draft after this person's card was made; nothing was written. */
  | { readonly kind: 'overtaken'; readonly department: RoundDepartment; readonly draft: Draft }
  /** There is no such round, or this channel is not asked in it. */
  | { readonly kind: 'not asked' };

/** Keeps a text for the department, to be gone on with and sent by anyone in its channel: one read, one transaction. */
export async function saveDraft(
  deps: { readonly rounds: RoundStore; readonly clock: Clock },
  request: SaveDraftRequest,
): Promise<SaveDraftOutcome> {
  const present = await findAsked(deps.rounds, request);
  if (present === undefined) return { kind: 'not asked' };
  const department = present.value;
  const text = parseDraftText(request.typed);
  if (!text.ok) return { kind: 'refused', department, problem: text.problem };
  const cpr = judgeCprNumbers(text.value, undefined);
  if (!cpr.ok) return { kind: 'refused', department, problem: cpr.problem };
  if (department.draft?.text === text.value) return { kind: 'saved', department };
  if (department.draft !== undefined && !isSeen(department.draft, request.draftSeen)) {
    return { kind: 'overtaken', department, draft: department.draft };
  }
  const saved = { ...department, draft: { text: text.value, author: request.by, at: deps.clock.now() } };
  const result = await commitDraft(deps.rounds, request, saved, present.etag);
  return result === 'committed' ? { kind: 'saved', department: saved } : saveDraft(deps, request);
}

async function commitDraft(
  rounds: RoundStore,
  { roundId, departmentId, by, posted, activityId }: SaveDraftRequest,
  department: RoundDepartment & { readonly draft: Draft },
  etag: string,
): Promise<'committed' | 'conflict'> {
  const { at } = department.draft;
  const update = { kind: 'update card', departmentId, posted } as const;
  return rounds.commit(roundId, operationId('draft', activityId), [
    { change: 'replace department', department, etag },
    {
      change: 'insert audit line',
      line: { at, by, act: 'draft saved', departmentId, subject: undefined },
    },
    { change: 'insert delivery', delivery: newDelivery(`draft-${departmentId}-${at.getTime()}`, update, at) },
  ]);
}
