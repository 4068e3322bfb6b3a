import { askQuestion } from '../../application/reply/ask-question.js';
import { writtenFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { noticeCard } from '../../cards/notice-card.js';
import { openQuestions } from '../../domain/reply/open-questions.js';
import { card, words } from '../answer.js';
import { button } from '../row.js';
import { askForm, cardPressOf, locked, wordsFor } from './department-answers.js';

/** The short card shows no answer, draft or proposal. */
const SEEN_NOTHING = { basedOn: 0, draftSeen: 0, proposalSeen: 0 };

/** *Spørg sekretariatet*, below a message: the message becomes a question at once. */
export const askWritten = button({
  name: VERBS.askWritten,
  where: ['department'],
  right: 'answer',
  parse: writtenFields,
  run: (deps, about, press) => {
    const { written } = about;
    const asked = cardPressOf(VERBS.askWritten, about, press, [written]);
    // The short card does not become one of the department's own cards.
    return askQuestion(deps, { ...asked, posted: undefined, text: written });
  },
  present(deps, outcome, { written }) {
    const { department } = outcome;
    const messages = wordsFor(deps, department);
    switch (outcome.kind) {
      case 'asked':
      case 'unchanged':
        return { ...card(noticeCard(deps.render, messages, messages.written.asked())), forAll: 'shown' };
      case 'refused':
        return askForm(deps, department, { text: written, typed: '', problem: outcome.problem }, SEEN_NOTHING);
      case 'too many':
        return words(messages.question.tooMany(openQuestions(department).length));
      case 'locked':
        return locked(deps, department, [written]);
    }
  },
});
