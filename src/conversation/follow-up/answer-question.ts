import {
  type AnswerQuestionOutcome,
  type AnswerQuestionRequest,
  answerAll,
  answerQuestion,
} from '../../application/reply/answer-question.js';
import { type AboutQuestion, type QuestionAnswerFields, questionAnswerFields } from '../../cards/button-fields.js';
import { VERBS, type Verb } from '../../cards/buttons.js';
import { type AskedMode, askedCard } from '../../cards/reply/asked-card.js';
import { findQuestion, isAnswered } from '../../domain/reply/question.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, cardWithText, words } from '../answer.js';
import { pressOf } from '../department-press.js';
import type { Deps } from '../dependencies.js';
import { placed, type Shown, shownTo } from '../own-message.js';
import { button } from '../row.js';
import { show, unknown } from './follow-up-answers.js';

/** *Svar*: the secretariat answers the question of a department. */
export const answerQuestionButton = button({
  name: VERBS.answerQuestion,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: questionAnswerFields,
  run: (deps, sent, press) => answerQuestion(deps, requestOf(VERBS.answerQuestion, sent, press, [sent.text])),
  present,
});

/** *Svar alle fagområder*: all departments of the round get the answer. */
export const answerAllButton = button({
  name: VERBS.answerAll,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: questionAnswerFields,
  run: (deps, sent, press) => {
    const { text, asAllSeeIt } = sent;
    return answerAll(deps, { ...requestOf(VERBS.answerAll, sent, press, [text, asAllSeeIt]), asAllSeeIt });
  },
  present,
});

function requestOf(
  verb: Verb,
  sent: QuestionAnswerFields,
  press: ChannelAct,
  typed: readonly string[],
): AnswerQuestionRequest {
  const { asked, text, isOwnCard } = sent;
  const posted = isOwnCard ? press.posted : undefined;
  return { ...pressOf(verb, sent, press, [asked, ...typed]), asked, text, posted };
}

function present(deps: Deps, outcome: AnswerQuestionOutcome, sent: QuestionAnswerFields, press: ChannelAct): Answer {
  const shown = shownTo(press, sent);
  const { question: said, followUp } = deps.messages;
  const typed = { text: sent.text, asAllSeeIt: sent.asAllSeeIt };
  switch (outcome.kind) {
    case 'done':
    case 'unchanged':
      return showQuestion(deps, outcome.department, sent, shown);
    case 'refused': {
      const problem = outcome.problems.map(({ field, problem: what }) => said.answerProblem(field, what)).join(' ');
      return showQuestion(deps, outcome.department, sent, shown, { typed, problem });
    }
    case 'answered already': {
      const { by, at } = outcome.answer;
      return showQuestion(deps, outcome.department, sent, shown, { typed, problem: said.overtaken(by.name, at) });
    }
    case 'gone':
      return words(said.gone());
    case 'locked':
      return words(followUp.locked(outcome.department.withdrawn));
    case 'unknown':
      return unknown(deps);
  }
}

/** The card about a question in its present state; the card about the department where the question is not kept. */
export function showQuestion(
  deps: Deps,
  department: RoundDepartment,
  { asked, isOwnCard }: AboutQuestion,
  shown: Shown,
  mode: Omit<AskedMode, 'isOwnCard' | 'spot'> = {},
): Answer {
  const { render, messages, ids } = deps;
  const question = findQuestion(department, asked);
  if (question === undefined) return show(deps, department, shown);
  const { typed, problem = '' } = mode;
  const texts = typed === undefined ? [] : [typed.text, typed.asAllSeeIt];
  const isForm = !isAnswered(question) || typed !== undefined;
  return placed(deps, shown, isForm, (spot) =>
    cardWithText(
      messages,
      askedCard(render, messages, department, question, { ...mode, isOwnCard, spot }, ids.next()),
      problem,
      texts,
    ),
  );
}
