import type { PlacedDepartment } from '../../domain/channel/department.js';
import type { KnownTeam } from '../../domain/channel/known-team.js';
import type { RoundId } from '../../domain/ids.js';
import { RAW_TEXT_MAX, ROUND_FORM_MAX } from '../../domain/limits.js';
import { EMPTY_HEADER, HEADER_FIELD_NAMES } from '../../domain/notat/notat-header.js';
import { type Deadline, type LocalDate, readDay } from '../../domain/round/deadline.js';
import { type DeadlineWarning, deadlineWarnings } from '../../domain/round/deadline-warnings.js';
import type { PlanShown } from '../../domain/round/plan-shown.js';
import { DEFAULT_REMINDER_PLAN, reminderPlanValues } from '../../domain/round/reminder-plan.js';
import type { RolledForward } from '../../domain/round/rolled-forward.js';
import type { Round } from '../../domain/round/round.js';
import {
  BY_TITLE,
  NO_PREVIOUS_ROUND,
  type RoundFormField,
  type RoundFormProblem,
  type RoundFormValues,
} from '../../domain/round/round-form.js';
import { byTeam, NO_TEAM, type TeamOfDepartments } from '../../domain/round/team-choice.js';
import type { WorkCalendar } from '../../domain/round/working-days.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import { shortened } from '../../text/shortened.js';
import { VERBS } from '../buttons.js';
import { cardButton } from '../card-buttons.js';
import { cardBytes, roomLeft } from '../card-size.js';
import { plainName } from '../channel/plain-name.js';
import { literalText } from '../literal-text.js';
import type { CardParagraph } from '../paragraphs.js';
import { questionCard } from '../question-card.js';
import type { Card, CardRenderer } from '../render.js';
import { ASKS_REMINDERS, isUsualPlan, reminderFields } from './reminder-fields.js';
import { rolledLines, TITLE_SHOWN } from './rolled-lines.js';

/** An earlier round that can be last year's. */
export interface EarlierChoice {
  readonly id: RoundId;
  readonly title: string;
  readonly deadline: Deadline;
}

export interface RoundForm {
  /** The planned round that is being changed, if it is not a new one. */
  readonly roundId: RoundId | undefined;
  readonly values: RoundFormValues;
  readonly problems: readonly RoundFormProblem[];
  readonly departments: readonly PlacedDepartment[];
  /** The teams in which they answer, and others. */
  readonly teams: readonly KnownTeam[];
  /** The earlier rounds that can be last year's, the newest first. */
  readonly earlier: readonly EarlierChoice[];
  /** The planned rounds that can be taken up again. */
  readonly plans: readonly Pick<Round, 'id' | 'plan'>[];
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  /** What the form has just been filled in with. */
  readonly rolled?: RolledForward | undefined;
  /** The earlier round from which it was filled in, now or before. */
  readonly rolledFrom?: RoundId | undefined;
  /** What the last press did. */
  readonly said?: string | undefined;
  /** Why the form was not stored, where that is not told by its problems. */
  readonly notStored?: Notice | undefined;
  /** The saving of the plan that is filled in (`savingOf`). */
  readonly savedSeen?: number | undefined;
  /** What that saving says. */
  readonly planShown?: PlanShown | undefined;
  /** What the plan says now in fields in which the form says something else. */
  readonly planSays?: readonly string[] | undefined;
  /** Whether whole teams are chosen, because there is no room for the departments. */
  readonly isByTeam?: boolean;
}

/** The empty form. All departments are chosen, and the question is the usual one. */
export function newRoundForm(
  messages: Messages,
  {
    departments,
    teams,
    earlier,
    plans = [],
  }: Pick<RoundForm, 'departments' | 'teams' | 'earlier'> & Partial<Pick<RoundForm, 'plans'>>,
  { today, calendar }: Pick<RoundForm, 'today' | 'calendar'>,
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
      showCounts: 'true',
      countsSentence: '',
      previousRound: '',
      departments: departments.map(({ department }) => department.id),
    },
    problems: [],
    departments,
    teams,
    earlier,
    plans,
    today,
    calendar,
  };
}

/** So few departments are shown at once. Our choice: with more, a phone shows nothing else of the form. */
const DEPARTMENTS_AT_ONCE = 8;

export function roundFormCard(render: CardRenderer, messages: Messages, form: RoundForm): Card {
  const { roundForm, planning } = messages;
  const { values, isByTeam = false } = form;
  const count = form.departments.length;
  const chosen = new Set(values.departments);
  const areAllChosen = form.departments.every(({ department }) => chosen.has(department.id));
  const canHideDepartments = !isByTeam && count > DEPARTMENTS_AT_ONCE;
  const wrong = new Set(form.problems.map(({ field }) => field));
  const teams = isByTeam ? byTeam(form.departments, form.teams) : [];
  const isChosen = (team: TeamOfDepartments) => team.departments.some(({ department }) => chosen.has(department.id));
  const data = {
    ...ASKS_REMINDERS,
    ...(isByTeam ? { asksTeams: true } : {}),
    ...(form.roundId === undefined ? {} : { roundId: form.roundId, savedSeen: form.savedSeen ?? 0 }),
    ...(form.planShown === undefined ? {} : { planShown: form.planShown }),
    ...(form.rolledFrom === undefined ? {} : { rolledFrom: form.rolledFrom }),
  };
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
      pastDay: planning.pastDay,
      reminders: messages.reminderPlan.open,
      notatFields: planning.notatFields,
      showCounts: planning.showCounts,
      countsSentence: planning.countsSentence,
      countsPlaceholder: planning.countsPlaceholder,
      showOrigins: roundForm.showOrigins,
      showDepartments: planning.showDepartments(chosen.size, count),
      departments: roundForm.departments,
      teams: planning.teams,
      plans: planning.plansHeading(form.plans.length),
      previousRound: planning.previousRound,
      rolled: planning.rolledHeading,
      problems: form.notStored?.heading ?? planning.problemsHeading,
      preview: roundForm.preview,
      keep: planning.keepForm,
    },
    hasSaid: form.said !== undefined,
    said: form.said ?? '',
    hasPlans: form.plans.length > 0,
    plans: form.plans.map((plan) => planLine(messages, plan, data)),
    hasEarlier: form.earlier.length > 0,
    earlier: earlierChoices(messages, form),
    rollActions: [cardButton({ title: planning.rollForward, verb: VERBS.rollForward, data })],
    isRolled: form.rolled !== undefined,
    rolled: form.rolled === undefined ? [] : rolledLines(messages, form.rolled),
    hasProblems: form.problems.length > 0 || form.notStored !== undefined,
    problems: [
      ...(form.notStored === undefined ? [] : [{ text: form.notStored.text }]),
      ...(form.planSays ?? []).map((text) => ({ text })),
      ...form.problems.map((problem) => ({ text: roundForm.problem(problem) })),
    ],
    marks: Object.fromEntries(MARKED.map((field) => [field, marksOf(messages, form, field)])),
    warnings: warningsOf(form).map((warning) => ({ text: planning.warning(warning) })),
    values: { ...values, previousRound: previousOf(form), departments: values.departments.join(',') },
    reminders: reminderFields(messages, values),
    areRemindersShown: !isUsualPlan(values) || wrong.has('remindBefore') || wrong.has('remindAfter'),
    headerFields: HEADER_FIELD_NAMES.map((id) => ({
      id,
      label: roundForm[id],
      value: values[id],
      mark: marksOf(messages, form, id),
    })),
    isHeaderShown:
      NOTAT_FIELDS.some((field) => values[field] !== '' || wrong.has(field)) ||
      values.showOrigins === 'true' ||
      values.showCounts === 'false',
    today: form.today,
    isByDepartment: !isByTeam,
    canHideDepartments,
    areDepartmentsShown: !canHideDepartments || !areAllChosen || wrong.has('departments'),
    departments: isByTeam
      ? []
      : form.departments.map(({ department: { id, name } }) => ({ id, title: literalText(name) })),
    isByTeam,
    teams: teams.map((team) => ({ id: team.id, title: plainName(teamTitle(messages, team)) })),
    chosenTeams: teams
      .filter(isChosen)
      .map(({ id }) => id)
      .join(','),
    previewData: { verb: VERBS.previewRound, ...data },
    keepData: { verb: VERBS.keepForm, ...data },
  });
}

/** The fields below which a problem stands. Those of the notat's header have their own list. */
const MARKED = [
  'title',
  'report',
  'reportLink',
  'question',
  'introduction',
  'countsSentence',
  'deadline',
  'deadlineTime',
  'departments',
  'remindBefore',
  'remindAfter',
] as const satisfies readonly RoundFormField[];

/** The fields that are shown by a button, as most rounds need none of them. */
const NOTAT_FIELDS = ['reportLink', 'introduction', 'countsSentence', ...HEADER_FIELD_NAMES] as const;

function marksOf({ roundForm }: Messages, { problems }: RoundForm, field: RoundFormField): readonly CardParagraph[] {
  return problems.filter((each) => each.field === field).map((problem) => ({ text: roundForm.problem(problem) }));
}

/** What speaks against the deadline in the form, where that is a day. */
function warningsOf({ values, today, calendar, problems }: RoundForm): readonly DeadlineWarning[] {
  const day = readDay(values.deadline);
  const isWrong = problems.some(({ field }) => field === 'deadline');
  return day === undefined || isWrong || day < today ? [] : deadlineWarnings(day, today, calendar);
}

/** Only what is offered can be chosen. */
function previousOf({ values, earlier }: RoundForm): string {
  const isOffered = values.previousRound === NO_PREVIOUS_ROUND || earlier.some(({ id }) => id === values.previousRound);
  return isOffered ? values.previousRound : BY_TITLE;
}

function earlierChoices({ planning }: Messages, { earlier }: RoundForm) {
  return [
    { title: planning.previousByTitle, value: BY_TITLE },
    { title: planning.noPrevious, value: NO_PREVIOUS_ROUND },
    ...earlier.map(({ id, title, deadline }) => ({
      title: plainName(planning.earlier(shortened(title, TITLE_SHOWN), deadline)),
      value: id,
    })),
  ];
}

function planLine({ planning }: Messages, { id, plan }: Pick<Round, 'id' | 'plan'>, data: object) {
  return {
    text: planning.plan(shortened(plan.ask.title, TITLE_SHOWN), plan.ask.deadline, plan.startAt?.at),
    actions: [
      cardButton({
        title: planning.continuePlan,
        verb: VERBS.editRound,
        data: { roundId: id },
        associatedInputs: 'none',
      }),
      cardButton({ title: planning.discardPlan, verb: VERBS.leavePlan, data: { ...data, planId: id } }),
    ],
  };
}

function teamTitle({ planning }: Messages, { id, name, departments }: TeamOfDepartments): string {
  return id === NO_TEAM
    ? `${planning.departmentsWithoutTeam} (${departments.length})`
    : planning.team(name, departments.length);
}

/**
 * How many departments, counted from the first, the form has room for when every field is as long as it may be and has
 * a problem. A text of only quotation marks takes twice as much, because JSON escapes them. So the caller must still
 * check that the form fits.
 */
export function departmentsOnForm(
  render: CardRenderer,
  messages: Messages,
  form: Pick<RoundForm, 'departments' | 'earlier' | 'plans' | 'today' | 'calendar'>,
): number {
  const { departments, today } = form;
  const fields = Object.keys(ROUND_FORM_MAX) as (keyof typeof ROUND_FORM_MAX)[];
  const texts = Object.fromEntries(fields.map((field) => [field, 'å'.repeat(ROUND_FORM_MAX[field])]));
  const empty = newRoundForm(messages, { ...form, departments: [], teams: [] }, form);
  const filled = roundFormCard(render, messages, {
    ...empty,
    said: messages.planning.nothingEarlier,
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

/** In the place of the card on which the start of a round was decided, which could not start before its deadline. */
export function notStartedCard(render: CardRenderer, messages: Messages, { id }: Pick<Round, 'id'>): Card {
  const { heading, text } = messages.planSaved.notStarted;
  const edit = { title: messages.roundPreview.edit, verb: VERBS.editRound, data: { roundId: id } };
  return questionCard(render, messages, { heading, lines: [text], answers: [edit] });
}
