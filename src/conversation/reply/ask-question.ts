import { type AskQuestionOutcome, askQuestion } from '../../application/reply/ask-question.js';
import { type AskedFields, askedFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { openQuestions } from '../../domain/reply/open-questions.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { button } from '../row.js';
import { askForm, cardPressOf, locked, withTyped, wordsFor } from './department-answers.js';
import { askDialog, replyDialog } from './dialog-answers.js';

/**
 * *Spørg sekretariatet*, with the question. The text of the card's field is kept as a draft of the department. The text
 * of a dialog stays in the dialog.
 */
export const askQuestionButton = button({
  name: VERBS.askQuestion,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  dialog: 'works in',
  parse: askedFields,
  run: (deps, sent, press) => {
    const { text, typed } = sent;
    const request = { ...cardPressOf(VERBS.askQuestion, sent, press, [text, typed]), text };
    return askQuestion(deps, press.surface === 'dialog' ? request : { ...request, typed });
  },
  present: (deps, outcome, sent, press) =>
    press.surface === 'dialog' ? inDialog(deps, outcome, sent) : onCard(deps, outcome, sent),
});

function onCard(deps: Deps, outcome: AskQuestionOutcome, sent: AskedFields): Answer {
  const { text, typed } = sent;
  const { department } = outcome;
  switch (outcome.kind) {
    case 'asked':
      return withTyped(deps, department, typed);
    case 'unchanged':
      return withTyped(deps, department, typed, false);
    case 'refused':
      return askForm(deps, department, { text, typed, problem: outcome.problem }, sent);
    case 'too many':
      return words(wordsFor(deps, department).question.tooMany(openQuestions(department).length));
    case 'locked':
      return locked(deps, department, [text, typed]);
  }
}

function inDialog(deps: Deps, outcome: AskQuestionOutcome, sent: AskedFields): Answer {
  const { text, typed } = sent;
  const { department } = outcome;
  switch (outcome.kind) {
    case 'asked':
    case 'unchanged':
      return replyDialog(deps, department, { kind: 'asked', typed }, sent);
    case 'refused':
      return askDialog(deps, department, { text, typed, problem: outcome.problem }, sent);
    case 'too many':
      return words(wordsFor(deps, department).question.tooMany(openQuestions(department).length));
    case 'locked':
      return words(wordsFor(deps, department).notices.locked(department.withdrawn));
  }
}
