import type { OwnDraft } from '../../domain/reply/own-draft.js';
import { wordsOf } from '../../domain/reply/reply.js';
import type { Log, OwnDrafts } from '../ports.js';
import { isNotAllowed, type NotAllowed } from '../rights/not-allowed.js';
import { keepOvertaken, type OwnText, removeSent } from './keep-own-draft.js';
import type { PressDependencies } from './press-department.js';
import { type SubmitReplyOutcome, type SubmitReplyRequest, submitReply } from './submit-reply.js';

/** What has become of an answer, and what its person keeps for themselves now, as far as it is known. */
export type SentFromDialog = SubmitReplyOutcome & { readonly own: OwnDraft | undefined };

/**
 * Stores an answer from a dialog, as one from a card. The dialog is the person's own, so nobody takes its text away: a
 * text that is overtaken is kept for that person, and does not become the department's draft. What the person kept for
 * themselves is removed once it has been sent.
 */
export async function submitFromDialog(
  deps: PressDependencies & { readonly ownDrafts: OwnDrafts; readonly log: Log },
  request: SubmitReplyRequest & Pick<OwnText, 'ownSeen'>,
): Promise<SentFromDialog | NotAllowed> {
  const outcome = await submitReply(deps, request, 'a field of one’s own');
  if (isNotAllowed(outcome)) return outcome;
  const { roundId, departmentId, by, ownSeen } = request;
  switch (outcome.kind) {
    case 'stored':
    case 'proposed':
    case 'unchanged':
      await removeSent(deps, { roundId, departmentId, by, ownSeen });
      return { ...outcome, own: undefined };
    case 'overtaken': {
      const typed = wordsOf(outcome.answer);
      return { ...outcome, own: await keepOvertaken(deps, { roundId, departmentId, by, typed, ownSeen }) };
    }
    default:
      return { ...outcome, own: undefined };
  }
}
