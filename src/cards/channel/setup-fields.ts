import { type DepartmentId, parseDepartmentId } from '../../domain/ids.js';
import type { Fields } from '../button-fields.js';
import { choicesField, textField, toggleField } from '../card-fields.js';
import type { DepartmentFormValues } from './department-form.js';
import { A_NEW_ONE, BY_NAME, FIRST_PLACE, type SetupValues } from './setup-card.js';

/*
 * Reads what the card *Opsætning* and the form for a department send. What is returned is untrusted until a use case has
 * checked it.
 */

/** The fields of the card. Never undefined: people can press with anything chosen. */
export function setupValues(fields: Fields): SetupValues {
  const bind = fields.get('bind') ?? undefined;
  return {
    bind: bind === undefined ? undefined : choicesField(bind),
    department: parseDepartmentId(fields.get('department')),
    after: textField(fields.get('after')),
  };
}

/** Which form somebody opens: for a department, or to add one. */
export interface OpenedForm {
  readonly values: SetupValues;
  readonly isNew: boolean;
}

export function openedForm(fields: Fields): OpenedForm {
  return { values: setupValues(fields), isNew: fields.get('of') === A_NEW_ONE.of };
}

export interface MovedDepartment {
  readonly values: SetupValues;
  /** `undefined` where no place is chosen. */
  readonly to:
    | { readonly kind: 'first' | 'by name' }
    | { readonly kind: 'after'; readonly other: DepartmentId }
    | undefined;
}

export function movedDepartment(fields: Fields): MovedDepartment {
  const values = setupValues(fields);
  if (fields.get('sort') === BY_NAME.sort) return { values, to: { kind: 'by name' } };
  if (values.after === FIRST_PLACE) return { values, to: { kind: 'first' } };
  const other = parseDepartmentId(values.after);
  return { values, to: other && { kind: 'after', other } };
}

/** What the form for a department sends. */
export interface SentForm {
  /** undefined for a department that is to be added. */
  readonly departmentId: DepartmentId | undefined;
  readonly values: DepartmentFormValues;
  /** The message with the card from which the dialog was opened; undefined where the data does not tell. */
  readonly cardId: string | undefined;
}

export function sentForm(fields: Fields): SentForm | undefined {
  const departmentId = parseDepartmentId(fields.get('departmentId'));
  if (departmentId === undefined && fields.has('departmentId')) return undefined;
  return { departmentId, values: formValues(fields), cardId: activityId(fields.get('cardId')) };
}

function formValues(fields: Fields): DepartmentFormValues {
  const text = (name: string) => textField(fields.get(name));
  return {
    name: text('name'),
    heads: choicesField(fields.get('heads')),
    deputies: choicesField(fields.get('deputies')),
    director: text('director'),
    approval: toggleField(fields.get('approval')),
    language: text('language'),
    channel: text('channel'),
    search: text('search'),
  };
}

/** The form, with whether the person has said that the department is to be retired. */
export interface RetiredForm extends SentForm {
  readonly departmentId: DepartmentId;
  readonly isSure: boolean;
}

export function retiredForm(fields: Fields): RetiredForm | undefined {
  const sent = sentForm(fields);
  if (sent?.departmentId === undefined) return undefined;
  return { ...sent, departmentId: sent.departmentId, isSure: fields.get('isSure') === true };
}

/** The form of the ids that Teams gives messages. Any other value is not one, and is ignored. */
function activityId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9:|_-]{1,100}$/u.test(value) ? value : undefined;
}
