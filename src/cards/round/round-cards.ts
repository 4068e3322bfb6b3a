import type { PlacedDepartment } from '../../domain/channel/department.js';
import type { RoundId } from '../../domain/ids.js';
import { RAW_TEXT_MAX, ROUND_FORM_MAX } from '../../domain/limits.js';
import { EMPTY_HEADER, HEADER_FIELD_NAMES } from '../../domain/notat/notat-header.js';
import type { LocalDate } from '../../domain/round/deadline.js';
import { DEFAULT_REMINDER_PLAN, reminderPlanValues } from '../../domain/round/reminder-plan.js';
import type { Round } from '../../domain/round/round.js';
import type { RoundFormProblem, RoundFormValues } from '../../domain/round/round-form.js';
import type { Messages } from '../../text/messages.js';
import { VERBS } from '../buttons.js';
import { cardBytes, roomLeft } from '../card-size.js';
import { literalText } from '../literal-text.js';
import type { Card, CardRenderer } from '../render.js';
import { ASKS_REMINDERS, isUsualPlan, reminderFields } from './reminder-fields.js';

export interface RoundForm {
  /** The planned round that is being changed, if it is not a new one. */
  readonly roundId: RoundId | undefined;
  readonly values: RoundFormValues;
  readonly problems: readonly RoundFormProblem[];
  readonly departments: readonly PlacedDepartment[];
  readonly today: LocalDate;
}

/** The empty form. All departments are chosen, and the question is the usual one. */
export function newRoundForm(
  messages: Messages,
  departments: readonly PlacedDepartment[],
  today: LocalDate,
): RoundForm {
  return {
    roundId: undefined,
    values: {
      title: '',
      report: '',
      reportLink: '',
      question: messages.roundForm.defaultQuestion,
      introduction: '',
      deadline: '',
      deadlineTime: '',
      ...EMPTY_HEADER,
      showOrigins: 'false',
      ...reminderPlanValues(DEFAULT_REMINDER_PLAN),
      departments: departments.map(({ department }) => department.id),
    },
    problems: [],
    departments,
    today,
  };
}

export function roundFormCard(render: CardRenderer, messages: Messages, form: RoundForm): Card {
  const { roundForm } = messages;
  const { values } = form;
  return render('round-form', {
    lang: messages.lang,
    fallbackText: roundForm.heading,
    labels: {
      heading: roundForm.heading,
      intro: roundForm.intro,
      title: roundForm.title,
      titlePlaceholder: roundForm.titlePlaceholder,
      report: roundForm.report,
      reportPlaceholder: roundForm.reportPlaceholder,
      reportLink: roundForm.reportLink,
      question: roundForm.question,
      introduction: roundForm.introduction,
      introductionPlaceholder: roundForm.introductionPlaceholder,
      deadline: roundForm.deadline,
      deadlineTime: roundForm.deadlineTime,
      reminders: messages.reminderPlan.open,
      header: roundForm.header,
      showOrigins: roundForm.showOrigins,
      departments: roundForm.departments,
      preview: roundForm.preview,
    },
    hasProblems: form.problems.length > 0,
    problems: form.problems.map((problem) => ({ text: roundForm.problem(problem) })),
    values: { ...values, departments: values.departments.join(',') },
    reminders: reminderFields(messages, values),
    areRemindersShown: !isUsualPlan(values),
    headerFields: HEADER_FIELD_NAMES.map((id) => ({ id, label: roundForm[id], value: values[id] })),
    isHeaderShown: HEADER_FIELD_NAMES.some((field) => values[field] !== '') || values.showOrigins === 'true',
    today: form.today,
    departments: form.departments.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
    previewData: {
      verb: VERBS.previewRound,
      ...ASKS_REMINDERS,
      ...(form.roundId === undefined ? {} : { roundId: form.roundId }),
    },
  });
}

/**
 * How many departments, counted from the first, the form has room for when every field is as long as it may be and has
 * a problem. A text of only quotation marks takes twice as much, because JSON escapes them. So the caller must still
 * check that the form fits.
 */
export function departmentsOnForm(
  render: CardRenderer,
  messages: Messages,
  departments: readonly PlacedDepartment[],
  today: LocalDate,
): number {
  const fields = Object.keys(ROUND_FORM_MAX) as (keyof typeof ROUND_FORM_MAX)[];
  const texts = Object.fromEntries(fields.map((field) => [field, 'å'.repeat(ROUND_FORM_MAX[field])]));
  const empty = newRoundForm(messages, [], today);
  const filled = roundFormCard(render, messages, {
    ...empty,
    roundId: 'x'.repeat(ID_LENGTH) as RoundId,
    values: { ...empty.values, ...texts, deadline: today, deadlineTime: '23:59', showOrigins: 'true' },
    problems: fields.map((field) => ({ field, kind: 'too long', length: RAW_TEXT_MAX, max: ROUND_FORM_MAX[field] })),
  });
  let left = roomLeft(filled);
  const none = departments.findIndex(({ department: { id, name } }) => {
    // Each department is a choice, and its id is also in the list of the chosen ones. A comma follows each.
    left -= cardBytes({ title: literalText(name), value: id }) + cardBytes(`${id},`);
    return left < 0;
  });
  return none === -1 ? departments.length : none;
}

/** The longest id of ours, in characters. */
const ID_LENGTH = 64;

export function roundStartedCard(render: CardRenderer, messages: Messages, { plan }: Round): Card {
  const { roundStarted } = messages;
  return render('round-started', {
    lang: messages.lang,
    fallbackText: roundStarted.heading,
    labels: { heading: roundStarted.heading, next: roundStarted.next },
    title: plan.ask.title,
    text: roundStarted.text(plan.invitations.length, plan.ask.deadline),
    buttons: [],
  });
}
