import { departmentsOnForm, type RoundForm, roundFormCard } from '../../cards/round/round-cards.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import type { RoundFormValues } from '../../domain/round/round-form.js';
import { type Answer, cardWithText, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The form for a round, with the values so far. Where it has no room for all departments, the answer is words. */
export function roundForm({ render, messages, clock }: Deps, shown: Omit<RoundForm, 'today'>): Answer {
  const today = danishDayOf(clock.now());
  const count = shown.departments.length;
  const most = departmentsOnForm(render, messages, shown.departments, today);
  if (most < count) return words(messages.notices.tooManyDepartments(count, most));
  const isPrivate = shown.problems.some(({ kind }) => kind === 'cpr number' || kind === 'possible cpr number');
  const problems = shown.problems.map(messages.roundForm.problem).join(' ');
  const drawn = roundFormCard(render, messages, { ...shown, today });
  return cardWithText(messages, drawn, problems, isPrivate ? textsIn(shown.values) : []);
}

/** Everything that a person has typed or chosen in the form. */
function textsIn(values: RoundFormValues): readonly string[] {
  return Object.values<unknown>({ ...values }).flatMap((value) => {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.filter((text) => typeof text === 'string');
  });
}
