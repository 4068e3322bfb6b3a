import { type DeadlineForm, deadlineFormCard } from '../../cards/round/deadline-card.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { type Answer, cardWithText } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { placed, type Shown } from '../own-message.js';

/** The form for moving a deadline, with what the person has filled in so far. */
export function deadlineForm(deps: Deps, form: Omit<DeadlineForm, 'spot'>, shown: Shown): Answer {
  const { render, messages, clock, ids } = deps;
  const { problems, values } = form;
  const typed = problems.length === 0 ? [] : Object.values(values);
  const problem = problems.map(messages.deadline.problem).join(' ');
  return placed(deps, shown, true, (spot) => {
    const drawn = deadlineFormCard(render, messages, { ...form, spot }, danishDayOf(clock.now()), ids.next());
    return cardWithText(messages, drawn, problem, typed);
  });
}
