import type { RoundDepartment } from '../../domain/round/round.js';
import { isNotAllowed, type NotAllowed } from '../rights/not-allowed.js';
import { type AskedAction, findAllowed } from './asked-department.js';
import type { PressDependencies } from './press-department.js';

/** The department in its present state, for a card on which this person will write for it. Nothing is stored. */
export async function openAnswerCard(
  deps: Pick<PressDependencies, 'rounds' | 'members'>,
  action: AskedAction<'answer'>,
): Promise<{ readonly kind: 'opened'; readonly department: RoundDepartment } | NotAllowed> {
  const found = await findAllowed(deps, action);
  return isNotAllowed(found) ? found : { kind: 'opened', department: found.present.value };
}
