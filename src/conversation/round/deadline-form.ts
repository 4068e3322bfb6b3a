import { type DeadlineForm, deadlineFormCard } from '../../cards/round/deadline-card.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import { type Answer, cardWithText } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The form for moving a deadline, with what the person has filled in so far. */
export function deadlineForm({ render, messages, clock, ids }: Deps, form: DeadlineForm): Answer {
  const { problems, values } = form;
  const shown = deadlineFormCard(render, messages, form, danishDayOf(clock.now()), ids.next());
  const typed = problems.length === 0 ? [] : Object.values(values);
  return cardWithText(messages, shown, problems.map(messages.deadline.problem).join(' '), typed);
}
