import type { PostedMessage } from '../../domain/channel/channel.js';
import { isSameMessage } from '../../domain/reply/known-cards.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore } from '../ports.js';
import { isNotAllowed, type NotAllowed } from '../rights/not-allowed.js';
import { showDepartment } from './asked-department.js';
import { cardsOf } from './cards-of.js';
import type { DepartmentAction } from './press-department.js';

/**
 * Whether the card below a message can be taken away. `in use`: the message is by now one of the department's own
 * cards, because somebody has used the text as the reply. The ids of a card can be edited, so a request card is never
 * taken away either.
 */
export async function dismissWritten(
  { rounds }: { readonly rounds: RoundStore },
  action: Pick<DepartmentAction, 'roundId' | 'departmentId' | 'address'> & {
    /** The message that was pressed; undefined where the client does not send its id. */
    readonly posted: PostedMessage | undefined;
  },
): Promise<{ readonly kind: 'dismissed' | 'in use'; readonly department: RoundDepartment } | NotAllowed> {
  const shown = await showDepartment({ rounds }, action);
  if (isNotAllowed(shown)) return shown;
  const { posted } = action;
  const { department } = shown;
  const known = posted === undefined ? [] : await cardsOf(rounds, department);
  const isInUse = posted !== undefined && known.some((card) => isSameMessage(card, posted));
  return { kind: isInUse ? 'in use' : 'dismissed', department };
}
