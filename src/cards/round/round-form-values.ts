import { eachHeaderField } from '../../domain/notat/notat-header.js';
import type { RoundFormValues } from '../../domain/round/round-form.js';
import { choicesField, textField, toggleField } from '../card-fields.js';
import { readReminderFields } from './reminder-fields.js';

/** Reads the fields of the form for a round. The values are not checked here. */
export function roundFormValues(fields: ReadonlyMap<string, unknown>): RoundFormValues {
  const text = (name: string) => textField(fields.get(name));
  return {
    ...sharedValues(fields),
    deadline: text('deadline'),
    deadlineTime: text('deadlineTime'),
    ...readReminderFields(fields),
    // Older cards do not have this field.
    showCounts: String(toggleField(fields.get('showCounts') ?? true)),
    countsSentence: text('countsSentence'),
    previousRound: text('previousRound'),
    departments: choicesField(fields.get('departments')),
  };
}

/** The fields that the form for changing a round has too. */
export function sharedValues(fields: ReadonlyMap<string, unknown>) {
  const text = (name: string) => textField(fields.get(name));
  return {
    title: text('title'),
    report: text('report'),
    reportLink: text('reportLink'),
    question: text('question'),
    introduction: text('introduction'),
    ...eachHeaderField(text),
    showOrigins: String(toggleField(fields.get('showOrigins'))),
  };
}
