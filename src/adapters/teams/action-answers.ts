import type { CardAction } from '../../cards/card-actions.js';
import type { ActionAnswer, Press } from './action-answer.js';
import type { BotDependencies } from './bot-dependencies.js';
import { answerDepartment } from './department-answers.js';
import { answerFollowUp } from './follow-up-answers.js';
import { answerRound } from './round-answers.js';

/** Carries out what a card's button asks for. Sends nothing: what others must see becomes a delivery. */
export async function answerAction(deps: BotDependencies, action: CardAction, press: Press): Promise<ActionAnswer> {
  switch (action.verb) {
    case 'reply.send':
    case 'reply.nil':
    case 'reply.keep-cpr':
    case 'reply.save-draft':
    case 'reply.approve':
    case 'reply.edit':
    case 'reply.show':
    case 'reply.open-decline':
    case 'reply.decline':
      return answerDepartment(deps, action, press);
    case 'department.show':
    case 'department.open-send-back':
    case 'department.open-answer':
    case 'department.nudge':
    case 'department.send-back':
    case 'department.answer':
    case 'department.answer-nil':
    case 'department.keep-cpr':
    case 'department.accept-decline':
      return answerFollowUp(deps, action, press);
    case 'round.preview':
    case 'round.edit':
    case 'round.start':
    case 'notat.renew':
    case 'round.prepare-closing':
    case 'round.close':
    case 'round.reopen':
      return answerRound(deps, action, press);
  }
}
