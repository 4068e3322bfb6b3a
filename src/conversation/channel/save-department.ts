import { saveDepartmentForm } from '../../application/channel/save-department-form.js';
import { VERBS } from '../../cards/buttons.js';
import { NOBODY } from '../../cards/channel/department-form.js';
import { type SentForm, sentForm } from '../../cards/channel/setup-fields.js';
import type { Language } from '../../domain/language.js';
import { words } from '../answer.js';
import { button } from '../row.js';
import { departmentForm } from './department-form-answer.js';
import { inWords, setUpCardAfterForm } from './set-up-card.js';

/** *Gem* stores all that the form says, and closes the dialog. What is wrong is said in the form. */
export const saveDepartmentButton = button({
  name: VERBS.saveDepartment,
  where: ['secretariat'],
  right: 'manage the set-up',
  keepsText: true,
  dialog: 'works in',
  parse: sentForm,
  run: (deps, sent, press) => saveDepartmentForm(deps, { ...press, ...requestOf(sent) }),
  present(deps, outcome, { values, cardId }, press) {
    const { settingUp } = deps.messages;
    switch (outcome.kind) {
      case 'saved':
        return setUpCardAfterForm(deps, press, settingUp.saved(outcome.name), cardId);
      case 'added':
        return setUpCardAfterForm(deps, press, settingUp.added(outcome.name), cardId);
      case 'problems':
        return departmentForm(deps, outcome.form, press, { values, problems: outcome.problems, cardId });
      case 'gone':
        return words(inWords(deps.messages, settingUp.gone));
    }
  },
});

const LANGUAGES: readonly Language[] = ['da', 'en'];

function requestOf({ departmentId, values }: SentForm) {
  const { name, heads, deputies, director, approval, language, channel: channelId } = values;
  return {
    departmentId,
    name,
    heads,
    deputies,
    // A client may leave out the field, as older ones do where nothing is chosen.
    director: director === NOBODY || director === '' ? undefined : director,
    approval,
    language: LANGUAGES.find((each) => each === language),
    channelId,
  };
}
