import { eachHeaderField } from '../../domain/notat/notat-header.js';
import type { ChangeValues } from '../../domain/round/changed-round.js';
import { choicesField, textField, toggleField } from '../card-fields.js';

/** Reads the fields of the form for changing a round. The values are not checked here. */
export function changeFormValues(fields: ReadonlyMap<string, unknown>): ChangeValues {
  const text = (name: string) => textField(fields.get(name));
  return {
    title: text('title'),
    report: text('report'),
    reportLink: text('reportLink'),
    question: text('question'),
    introduction: text('introduction'),
    ...eachHeaderField(text),
    showOrigins: String(toggleField(fields.get('showOrigins'))),
    // A form that does not list the departments says so. Otherwise none are chosen where a client sends none.
    departments: fields.get('isListed') === false ? undefined : choicesField(fields.get('departments')),
    inSetUpOrder: String(toggleField(fields.get('inSetUpOrder'))),
    reason: text('reason'),
  };
}
