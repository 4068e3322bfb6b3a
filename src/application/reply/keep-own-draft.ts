import type { OwnDraft } from '../../domain/reply/own-draft.js';
import type { ReplyProblem } from '../../domain/reply/reply.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, Log, Members, OwnDrafts, RoundStore } from '../ports.js';
import { isNotAllowed, type NotAllowed } from '../rights/not-allowed.js';
import { type AskedAction, findAllowed } from './asked-department.js';
import type { DepartmentAction, DepartmentOutcome } from './press-department.js';
import { parseDraft } from './save-draft.js';

export interface OwnDraftDependencies {
  readonly rounds: RoundStore;
  readonly members: Members;
  readonly ownDrafts: OwnDrafts;
  readonly clock: Clock;
}

/** A person's text, and which of their own drafts their dialog shows. */
export interface OwnText extends Pick<DepartmentAction, 'roundId' | 'departmentId' | 'by'> {
  /** The raw content of the field. */
  readonly typed: unknown;
  /** When the draft that the dialog shows was kept, in milliseconds since 1970; 0 for none. */
  readonly ownSeen: number;
}

/**
 * `kept`: durable. `overtaken`: the person has kept another text since the dialog was drawn, on another device for
 * instance, and nothing was written. `locked`: the round is closed.
 */
export type KeepOwnDraftOutcome =
  | (DepartmentOutcome<'kept' | 'overtaken'> & { readonly own: OwnDraft })
  | (DepartmentOutcome<'refused'> & { readonly problem: ReplyProblem })
  | DepartmentOutcome<'locked'>;

/** Keeps a text for the person who wrote it. It is not the department's, and nobody else is shown it. */
export async function keepOwnDraft(
  deps: OwnDraftDependencies,
  request: AskedAction<'answer'> & OwnText,
): Promise<KeepOwnDraftOutcome | NotAllowed> {
  const { roundId, departmentId, by } = request;
  // The draft is read again in case of a conflict.
  const reading = deps.ownDrafts.find(roundId, departmentId, by.id);
  const [found] = await Promise.all([findAllowed(deps, request), reading]);
  if (isNotAllowed(found)) return found;
  const department = found.present.value;
  if (department.isLocked) return { kind: 'locked', department };
  const outcome = await put(deps, request, reading);
  return { department, ...outcome };
}

/**
 * Keeps a text that was sent and is not an answer, because somebody else came first. It is kept only as well as can be
 * done: the person still has it in front of them.
 *
 * @returns the draft; undefined where the text was not kept
 */
export async function keepOvertaken(
  deps: Pick<OwnDraftDependencies, 'ownDrafts' | 'clock'> & { readonly log: Log },
  text: OwnText,
): Promise<OwnDraft | undefined> {
  const { roundId, departmentId, by } = text;
  try {
    const outcome = await put(deps, text, deps.ownDrafts.find(roundId, departmentId, by.id));
    return outcome.kind === 'kept' ? outcome.own : undefined;
  } catch (error) {
    deps.log.error('own draft not kept', error);
    return undefined;
  }
}

/**
 * Removes the draft that a person has sent. Where that fails, the draft stays, and is not offered any more, because the
 * person has answered since.
 *
 * @param ownSeen as in `OwnText`. A draft that the dialog did not show stays
 */
export async function removeSent(
  { ownDrafts, log }: Pick<OwnDraftDependencies, 'ownDrafts'> & { readonly log: Log },
  { roundId, departmentId, by, ownSeen }: Omit<OwnText, 'typed'>,
): Promise<void> {
  if (ownSeen === 0) return;
  try {
    const present = await ownDrafts.find(roundId, departmentId, by.id);
    if (present?.value.at.getTime() !== ownSeen) return;
    await ownDrafts.remove(roundId, departmentId, by.id, present.etag);
  } catch (error) {
    log.error('own draft not removed', error);
  }
}

type Put =
  | { readonly kind: 'kept' | 'overtaken'; readonly own: OwnDraft }
  | { readonly kind: 'refused'; readonly problem: ReplyProblem };

/** @param first the first read of the person's draft */
async function put(
  { ownDrafts, clock }: Pick<OwnDraftDependencies, 'ownDrafts' | 'clock'>,
  { roundId, departmentId, by, typed, ownSeen }: OwnText,
  first: ReturnType<OwnDrafts['find']>,
): Promise<Put> {
  const text = parseDraft(typed);
  if (!text.ok) return { kind: 'refused', problem: text.problem };
  let reading: typeof first | undefined = first;
  return untilStored<Put>('keep own draft', async () => {
    const present = await (reading ?? ownDrafts.find(roundId, departmentId, by.id));
    reading = undefined;
    if (present?.value.text === text.value) return { kind: 'kept', own: present.value };
    const isSeen = present === undefined || present.value.at.getTime() === ownSeen;
    if (!isSeen) return { kind: 'overtaken', own: present.value };
    const own = { ...present?.value, text: text.value, author: by, at: clock.now() };
    const result = await ownDrafts.put(roundId, departmentId, own, present?.etag);
    return result === 'conflict' ? CONFLICT : { kind: 'kept', own };
  });
}
