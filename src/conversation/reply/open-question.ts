import { openAnswerCard } from '../../application/reply/open-answer-card.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { canAsk, openQuestions } from '../../domain/reply/open-questions.js';
import { words } from '../answer.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { askForm, locked, wordsFor } from './department-answers.js';
import { askDialog } from './dialog-answers.js';

/** *Spørg sekretariatet* opens the form. If too many questions wait already, it says so before one is typed. */
export const openQuestionButton = button({
  name: VERBS.openQuestion,
  where: ['department'],
  right: 'answer',
  dialog: 'works in',
  parse: typedReply,
  run: (deps, about, press) => openAnswerCard(deps, { ...cardOf(about, press), right: press.right }),
  present(deps, { department }, sent, press) {
    const { typed } = sent;
    if (department.isLocked) return locked(deps, department, [typed]);
    if (!canAsk(department))
      return words(wordsFor(deps, department).question.tooMany(openQuestions(department).length));
    const form = { text: '', typed, problem: undefined };
    return press.surface === 'dialog' ? askDialog(deps, department, form, sent) : askForm(deps, department, form, sent);
  },
});
