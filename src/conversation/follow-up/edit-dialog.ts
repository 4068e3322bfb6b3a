import { editDialogCard } from '../../cards/reply/follow-up-card.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Answer } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The dialog in which an edit is proposed, with what the person has typed so far. Nobody else sees it. */
export function editDialog(
  { render, messages, ids }: Deps,
  department: RoundDepartment,
  typed: string,
  problem = '',
): Answer {
  const card = editDialogCard(render, messages, department, { typed, problem }, ids.next());
  return { kind: 'dialog', title: messages.edit.open, card, size: 'large' };
}
