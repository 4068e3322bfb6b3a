import { submitFromDialog } from '../../application/reply/submit-from-dialog.js';
import { type SubmitReplyOutcome, submitReply } from '../../application/reply/submit-reply.js';
import type { NotAllowed } from '../../application/rights/not-allowed.js';
import type { TypedReply } from '../../cards/button-fields.js';
import type { Verb } from '../../cards/buttons.js';
import type { OwnDraft } from '../../domain/reply/own-draft.js';
import { wordsOf } from '../../domain/reply/reply.js';
import { isStoredText } from '../../domain/reply/stored-text.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { asItIsNow, askAgain, cardPressOf, locked, wordsFor } from './department-answers.js';
import { closesDialog, replyDialog } from './dialog-answers.js';

type Sent = TypedReply & { readonly reason?: string };

/** The outcome, and after a press in a dialog, what its person keeps for themselves now. */
type Submitted = SubmitReplyOutcome & { readonly own?: OwnDraft | undefined };

/** Runs the three buttons that send an answer. */
export async function submit(
  deps: Deps,
  verb: Verb,
  kind: 'text' | 'nil',
  sent: Sent,
  press: ChannelAct & { readonly right: 'answer' },
): Promise<Submitted | NotAllowed> {
  const { typed, reason, ownSeen } = sent;
  const request = {
    ...cardPressOf(verb, sent, press, [typed, reason]),
    answer: { kind, typed },
    keepCpr: reason === undefined ? undefined : { reason },
  };
  return press.surface === 'dialog' ? submitFromDialog(deps, { ...request, ownSeen }) : submitReply(deps, request);
}

/** @param sent what the person typed. It stays in the fields where the answer is not accepted */
export function presentSubmitted(deps: Deps, outcome: Submitted, sent: Sent, press: ChannelAct): Answer {
  return press.surface === 'dialog' ? inDialog(deps, outcome, sent) : onCard(deps, outcome, sent);
}

function onCard(deps: Deps, outcome: Submitted, sent: Sent): Answer {
  const { typed } = sent;
  switch (outcome.kind) {
    case 'stored':
    case 'proposed':
      return asItIsNow(deps, outcome.department, true);
    case 'unchanged':
      return asItIsNow(deps, outcome.department);
    case 'refused':
      return askAgain(deps, outcome.department, {
        kind: 'refused',
        problem: outcome.problem,
        typed,
        ...reasonIn(sent),
      });
    case 'overtaken': {
      const kind = outcome.by === 'proposal' ? 'proposal overtaken' : 'overtaken';
      return askAgain(deps, outcome.department, { kind, typed: wordsOf(outcome.answer) });
    }
    case 'locked':
      return locked(deps, outcome.department, [typed]);
    case 'declined':
      return words(wordsFor(deps, outcome.department).notices.declinedAlready());
  }
}

function inDialog(deps: Deps, outcome: Submitted, sent: Sent): Answer {
  const { typed } = sent;
  const { department, own } = outcome;
  switch (outcome.kind) {
    case 'stored':
    case 'proposed':
      return closesDialog(deps, department, true);
    case 'unchanged':
      return closesDialog(deps, department);
    case 'refused':
      return replyDialog(
        deps,
        department,
        { kind: 'refused', problem: outcome.problem, typed, ...reasonIn(sent) },
        sent,
      );
    case 'overtaken':
      return replyDialog(deps, department, { kind: 'overtaken', typed, own }, sent);
    case 'locked':
      return isStoredText(department, typed)
        ? closesDialog(deps, department)
        : words(wordsFor(deps, department).notices.locked(department.withdrawn));
    case 'declined':
      return words(wordsFor(deps, department).notices.declinedAlready());
  }
}

function reasonIn({ reason }: Sent): { readonly cprReason?: string } {
  return reason === undefined ? {} : { cprReason: reason };
}
