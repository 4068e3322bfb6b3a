import { keepOwnDraft } from '../../application/reply/keep-own-draft.js';
import { typedReply } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { cardOf } from '../department-press.js';
import { button } from '../row.js';
import { wordsFor } from './department-answers.js';
import { inDialogOrWords, replyDialog } from './dialog-answers.js';

/** *Gem min kladde* keeps the text for the person alone. The dialog stays open. */
export const saveOwnButton = button({
  name: VERBS.saveOwn,
  where: ['department'],
  right: 'answer',
  keepsText: true,
  dialog: 'works in',
  parse: typedReply,
  run: (deps, sent, press) => {
    const { typed, ownSeen } = sent;
    return keepOwnDraft(deps, { ...cardOf(sent, press), right: press.right, typed, ownSeen });
  },
  present(deps, outcome, sent, press) {
    const { department } = outcome;
    const { typed } = sent;
    const { dialog, notices } = wordsFor(deps, department);
    const heading = dialog.notKept;
    switch (outcome.kind) {
      case 'kept': {
        const { own } = outcome;
        return inDialogOrWords(
          press,
          () => replyDialog(deps, department, { kind: 'kept', typed, own }, sent),
          dialog.saved(),
        );
      }
      case 'overtaken': {
        const { own } = outcome;
        return inDialogOrWords(
          press,
          () => replyDialog(deps, department, { kind: 'own overtaken', typed, own }, sent),
          { heading, text: dialog.ownOvertaken(own.at) },
        );
      }
      case 'refused': {
        const { problem } = outcome;
        return inDialogOrWords(press, () => replyDialog(deps, department, { kind: 'refused', problem, typed }, sent), {
          heading,
          text: dialog.problem(problem),
        });
      }
      case 'locked':
        return words(notices.locked(department.withdrawn));
    }
  },
});
