import type { ChangeValues } from '../../domain/round/changed-round.js';
import { choicesField, textField, toggleField } from '../card-fields.js';
import { sharedValues } from './round-form-values.js';

/** Reads the fields of the form for changing a round. The values are not checked here. */
export function changeFormValues(fields: ReadonlyMap<string, unknown>): ChangeValues {
  return {
    ...sharedValues(fields),
    // A form that does not list the departments says so. Otherwise none are chosen where a client sends none.
    departments: fields.get('isListed') === false ? undefined : choicesField(fields.get('departments')),
    inSetUpOrder: String(toggleField(fields.get('inSetUpOrder'))),
    reason: textField(fields.get('reason')),
  };
}
