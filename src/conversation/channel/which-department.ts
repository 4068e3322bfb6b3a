import type { WhichDepartment } from '../../application/channel/which-department.js';
import { type Answer, toOne } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** Says which departments answer in the channel, to a person who must say which one is meant. */
export function whichDepartment({ messages }: Pick<Deps, 'messages'>, { departments }: WhichDepartment): Answer {
  return toOne(messages.registration.whichDepartment(departments.map(({ department }) => department.name)));
}
