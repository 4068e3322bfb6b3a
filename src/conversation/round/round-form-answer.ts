import type { OvertakenForm } from '../../application/round/plan-round.js';
import type { FilledForm } from '../../cards/button-fields.js';
import { fitsInTeams } from '../../cards/card-size.js';
import { departmentsOnForm, newRoundForm, type RoundForm, roundFormCard } from '../../cards/round/round-cards.js';
import { ROUND_FORM_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { seenIn } from '../../domain/round/plan-shown.js';
import { formValuesOf, type RoundFormField, type RoundFormValues } from '../../domain/round/round-form.js';
import { departmentsOfTeams } from '../../domain/round/team-choice.js';
import { type Answer, cardWithText, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** What the form shows. Where it is left out, there are no problems, and no plans to take up. */
type ShownForm = Pick<RoundForm, 'roundId' | 'values' | 'departments' | 'teams' | 'earlier'> &
  Partial<
    Pick<
      RoundForm,
      'problems' | 'plans' | 'rolled' | 'rolledFrom' | 'said' | 'savedSeen' | 'planShown' | 'planSays' | 'notStored'
    >
  >;

type FormDeps = Pick<Deps, 'render' | 'messages' | 'clock' | 'calendar'>;

/**
 * The form for a round, with the values so far. Where it has no room for all departments, whole teams are chosen; where
 * there is no room for the teams either, the answer is words.
 */
export function roundForm(deps: FormDeps, shown: ShownForm): Answer {
  const { render, messages } = deps;
  const form: RoundForm = { problems: [], plans: [], ...shown, ...daysOf(deps) };
  const { problems, values } = form;
  const count = form.departments.length;
  const most = departmentsOnForm(render, messages, form);
  const isByTeam = most < count;
  const drawn = roundFormCard(render, messages, { ...form, isByTeam });
  const hasRoom = !isByTeam || fitsInTeams(roundFormCard(render, messages, { ...emptyForm(deps, form), isByTeam }));
  if (!hasRoom) return words(messages.notices.tooManyDepartments(count, most));
  const isPrivate = problems.some(({ kind }) => kind === 'cpr number' || kind === 'possible cpr number');
  const why = form.notStored === undefined ? [] : [form.notStored.text, ...(form.planSays ?? [])];
  const said = [...why, ...problems.map(messages.roundForm.problem)].join(' ');
  return cardWithText(messages, drawn, said, isPrivate ? textsIn(values) : []);
}

/** The form as it is before anybody has typed anything. */
export function emptyForm(deps: FormDeps, facts: Parameters<typeof newRoundForm>[1]): RoundForm {
  return newRoundForm(deps.messages, facts, daysOf(deps));
}

/** A form as it was sent, to be drawn again. */
export function sentForm(
  filled: FilledForm,
  facts: Pick<RoundForm, 'departments' | 'teams'>,
): Pick<RoundForm, 'roundId' | 'rolledFrom' | 'savedSeen' | 'planShown' | 'values'> {
  const { roundId, rolledFrom, savedSeen, planShown } = filled;
  return { roundId, rolledFrom, savedSeen, planShown, values: sentValues(filled, facts) };
}

/**
 * The form as it was sent, which now tells who has changed the plan meanwhile. Where it is known what was changed on the form,
 * the other fields say what the plan says. The next press counts.
 *
 * @param by whoever has pressed
 */
export function overtakenForm(deps: FormDeps, overtaken: OvertakenForm, filled: FilledForm, by: Person): Answer {
  const { round, values, departments, teams, earlier } = overtaken;
  const { planSaved } = deps.messages;
  const planned = formValuesOf(round.plan);
  const notStored = planSaved.overtaken(overtaken, overtaken.saved?.by.id === by.id);
  const planSays = overtaken.differs.flatMap((field) => {
    const says = planned[field];
    return isTextField(field) && typeof says === 'string' ? [planSaved.planSays(field, says)] : [];
  });
  const { rolledFrom, roundId } = filled;
  return roundForm(deps, {
    roundId,
    rolledFrom,
    values,
    ...seenIn(round),
    departments,
    teams,
    earlier,
    notStored,
    planSays,
  });
}

/** Whether what stands in a field is words, which can be shown beside others. */
function isTextField(field: RoundFormField): boolean {
  return field in ROUND_FORM_MAX;
}

/** The values of a sent form, with the departments of the teams that were chosen in it. */
function sentValues(
  { values, chosenTeams }: Pick<FilledForm, 'values' | 'chosenTeams'>,
  { departments, teams }: Pick<RoundForm, 'departments' | 'teams'>,
): RoundFormValues {
  if (chosenTeams === undefined) return values;
  return { ...values, departments: departmentsOfTeams(chosenTeams, departments, teams) };
}

function daysOf({ clock, calendar }: FormDeps): Pick<RoundForm, 'today' | 'calendar'> {
  return { today: danishDayOf(clock.now()), calendar };
}

/** Everything that a person has typed or chosen in the form. */
function textsIn(values: RoundFormValues): readonly string[] {
  return Object.values<unknown>({ ...values }).flatMap((value) => {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.filter((text) => typeof text === 'string');
  });
}
