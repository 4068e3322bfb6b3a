import { openDepartmentForm } from '../../application/channel/open-department-form.js';
import { VERBS } from '../../cards/buttons.js';
import { openedForm, sentForm } from '../../cards/channel/setup-fields.js';
import { words } from '../answer.js';
import { button } from '../row.js';
import { departmentForm } from './department-form-answer.js';
import { inWords, setUpCardForAll } from './set-up-card.js';

/**
 * *Ret fagområde …* and *Tilføj fagområde …* open the form in a dialog. A client without dialogs gets it in the place of
 * the card.
 */
export const editDepartmentButton = button({
  name: VERBS.editDepartment,
  where: ['secretariat'],
  right: 'manage the set-up',
  dialog: 'opens',
  parse: openedForm,
  run: async (deps, { values, isNew }, { address }) =>
    isNew || values.department !== undefined
      ? openDepartmentForm(deps, address.tenantId, isNew ? undefined : values.department)
      : ({ kind: 'none chosen' } as const),
  present(deps, outcome, { values }, press) {
    const { settingUp } = deps.messages;
    switch (outcome.kind) {
      case 'form':
        return departmentForm(deps, outcome, press, { cardId: press.posted?.activityId });
      case 'none chosen':
      case 'gone': {
        const said = outcome.kind === 'gone' ? settingUp.gone : settingUp.chooseDepartment;
        if (press.surface === 'dialog') return words(inWords(deps.messages, said));
        return setUpCardForAll(deps, press, { said: [said], isDone: false, values });
      }
    }
  },
});

/** *Søg* and *Behold fagområdet* draw the form again, with what is typed and chosen in it. */
export const departmentFormButton = button({
  name: VERBS.departmentForm,
  where: ['secretariat'],
  right: 'manage the set-up',
  keepsText: true,
  dialog: 'works in',
  parse: sentForm,
  run: (deps, { departmentId }, { address }) => openDepartmentForm(deps, address.tenantId, departmentId),
  present: (deps, outcome, { values, cardId }, press) =>
    outcome.kind === 'form'
      ? departmentForm(deps, outcome, press, { values, cardId })
      : words(inWords(deps.messages, deps.messages.settingUp.gone)),
});
