import { openDepartmentForm } from '../../application/channel/open-department-form.js';
import { retireDepartment } from '../../application/channel/retire-department.js';
import { VERBS } from '../../cards/buttons.js';
import { dialogButton } from '../../cards/card-buttons.js';
import { formData } from '../../cards/channel/department-form.js';
import { type RetiredForm, retiredForm } from '../../cards/channel/setup-fields.js';
import { questionCard } from '../../cards/question-card.js';
import type { Surface } from '../acts.js';
import { type Answer, cardWithText, words } from '../answer.js';
import { button } from '../row.js';
import type { ToAnswer } from './set-up-answer.js';
import { inWords, setUpCardAfterForm } from './set-up-card.js';

/** *Nedlæg …* asks whether it is meant, and *Nedlæg fagområdet* carries it out. */
export const retireDepartmentButton = button({
  name: VERBS.retireDepartment,
  where: ['secretariat'],
  right: 'manage the set-up',
  keepsText: true,
  dialog: 'works in',
  parse: retiredForm,
  async run(deps, { departmentId, isSure }, press) {
    if (isSure) return retireDepartment(deps, press, departmentId);
    const form = await openDepartmentForm(deps, press.address.tenantId, departmentId);
    return form.kind === 'form' ? ({ kind: 'sure?', name: form.placed?.department.name ?? '' } as const) : form;
  },
  present(deps, outcome, sent, press) {
    const { settingUp } = deps.messages;
    switch (outcome.kind) {
      case 'sure?':
        return retireQuestion(deps, outcome.name, sent, press.surface);
      case 'retired':
        return setUpCardAfterForm(deps, press, settingUp.retired(outcome.department.department.name), sent.cardId);
      case 'gone':
      case 'not registered':
        return words(inWords(deps.messages, settingUp.gone));
    }
  },
});

/** What was typed in the form goes along, so that it is there again for whoever keeps the department. */
export function retireQuestion(
  { render, messages, ids }: ToAnswer,
  name: string,
  { departmentId, values, cardId }: RetiredForm,
  surface: Surface,
): Answer {
  const words = messages.departmentForm;
  const { heading, text } = words.retireQuestion(name);
  const data = formData(departmentId, { surface, cardId, nonce: ids.next() });
  const typed = { ...values, heads: values.heads.join(','), deputies: values.deputies.join(',') };
  const answers = [
    { title: words.retireNow, verb: VERBS.retireDepartment, data: { ...data, isSure: true } },
    { title: words.keep, verb: VERBS.departmentForm, data: { ...data, ...typed } },
  ];
  const asked = { heading, lines: [text], answers };
  if (surface === 'dialog') {
    const shown = questionCard(render, messages, asked, dialogButton);
    return { kind: 'dialog', title: heading, card: shown, size: 'medium' };
  }
  return cardWithText(messages, questionCard(render, messages, asked), '', []);
}
