import { confirmedSetup } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { button } from '../row.js';
import { inPlaceOfQuestion, setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

/** *Skift navn* or *Flyt fagområdet hertil*: the person means it. */
export const confirmSetup = button({
  name: VERBS.confirmSetup,
  where: ['unregistered', 'department'],
  right: 'set up departments',
  parse: confirmedSetup,
  run: (deps, { name, departmentId }, press, granted) =>
    setUpOrAsk(deps, press, { kind: 'name', name }, granted, ({ department }) => department.id === departmentId),
  present(deps, outcome) {
    const answer = setUpAnswer(deps, outcome);
    switch (outcome.kind) {
      case 'registered':
      case 'renamed':
      case 'moved':
      case 'asked':
        return inPlaceOfQuestion(deps, answer);
      default:
        return answer;
    }
  },
});
