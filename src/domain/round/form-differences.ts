import type { RoundFormField, RoundFormValues } from './round-form.js';

/** The fields in which two forms for a round differ. The order in which something was chosen is no difference. */
export function differingFields(one: RoundFormValues, other: RoundFormValues): readonly RoundFormField[] {
  return (Object.keys(one) as RoundFormField[]).filter((field) => comparable(one[field]) !== comparable(other[field]));
}

/** What two values of one field have in common where they say the same. */
export function comparable(value: RoundFormValues[RoundFormField]): string {
  return typeof value === 'object' ? value.toSorted().join(',') : (value ?? '');
}
