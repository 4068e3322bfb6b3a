import { type AnswerOnBehalfOutcome, answerOnBehalf } from '../../application/reply/answer-on-behalf.js';
import type { SeenDepartment, Typed } from '../../cards/button-fields.js';
import type { Verb } from '../../cards/buttons.js';
import { cprCertainty } from '../../cards/reply/request-view.js';
import type { ReplyProblem } from '../../domain/reply/reply.js';
import type { ChannelAct } from '../acts.js';
import type { Answer } from '../answer.js';
import { pressOf, seenOf } from '../department-press.js';
import type { Deps } from '../dependencies.js';
import { shownTo } from '../own-message.js';
import { answerOutcome, overtaken, show } from './follow-up-answers.js';

type Sent = SeenDepartment & Typed & { readonly reason?: string };

/** Runs the three buttons with which the secretariat answers on behalf of a department. */
export async function answerFor(
  deps: Deps,
  verb: Verb,
  kind: 'text' | 'nil',
  sent: Sent,
  press: ChannelAct,
): Promise<AnswerOnBehalfOutcome> {
  const { typed, reason } = sent;
  return answerOnBehalf(deps, {
    ...pressOf(verb, sent, press, [typed, reason]),
    answer: { kind, typed },
    keepCpr: reason === undefined ? undefined : { reason },
    seen: seenOf(sent),
  });
}

/** @param sent what the person typed. It stays in the fields where the answer is not accepted */
export function presentAnswered(deps: Deps, outcome: AnswerOnBehalfOutcome, sent: Sent, press: ChannelAct): Answer {
  const { typed, reason = '' } = sent;
  const shown = shownTo(press, sent);
  const again = { kind: 'answering', typed } as const;
  switch (outcome.kind) {
    case 'refused':
      return show(deps, outcome.department, shown, { ...again, ...refusal(deps, outcome.problem), reason });
    case 'overtaken':
      return show(deps, outcome.department, shown, { ...again, ...overtaken(deps, outcome.department, 'answer') });
    default:
      return answerOutcome(deps, outcome, shown, typed);
  }
}

function refusal({ messages }: Deps, problem: ReplyProblem) {
  const certainty = cprCertainty(problem);
  return {
    problem: messages.request.problem(problem),
    ...(certainty === undefined ? {} : { cprCertainty: certainty }),
  };
}
