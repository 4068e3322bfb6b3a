import { type SubmitReplyOutcome, submitReply } from '../../application/reply/submit-reply.js';
import type { NotAllowed } from '../../application/rights/not-allowed.js';
import type { SeenDepartment, Typed } from '../../cards/button-fields.js';
import type { Verb } from '../../cards/buttons.js';
import { wordsOf } from '../../domain/reply/reply.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { asItIsNow, askAgain, cardPressOf, locked, wordsFor } from './department-answers.js';

type Sent = SeenDepartment & Typed & { readonly reason?: string };

/** Runs the three buttons that send an answer. */
export async function submit(
  deps: Deps,
  verb: Verb,
  kind: 'text' | 'nil',
  sent: Sent,
  press: ChannelAct & { readonly right: 'answer' },
): Promise<SubmitReplyOutcome | NotAllowed> {
  const { typed, reason } = sent;
  return submitReply(deps, {
    ...cardPressOf(verb, sent, press, [typed, reason]),
    answer: { kind, typed },
    keepCpr: reason === undefined ? undefined : { reason },
  });
}

/** @param sent what the person typed. It stays in the fields where the answer is not accepted */
export function presentSubmitted(deps: Deps, outcome: SubmitReplyOutcome, sent: Sent): Answer {
  const { typed, reason } = sent;
  switch (outcome.kind) {
    case 'stored':
    case 'proposed':
      return asItIsNow(deps, outcome.department, true);
    case 'unchanged':
      return asItIsNow(deps, outcome.department);
    case 'refused': {
      const cprReason = reason === undefined ? {} : { cprReason: reason };
      return askAgain(deps, outcome.department, { kind: 'refused', problem: outcome.problem, typed, ...cprReason });
    }
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
