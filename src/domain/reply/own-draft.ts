import type { RoundDepartment } from '../round/round.js';
import type { Draft } from './draft.js';

/**
 * A text that one person keeps for themselves while they write. Nobody else sees it, and it is never in a notat. The
 * author is the person.
 */
export type OwnDraft = Draft;

/**
 * The draft that its person can go on with. undefined where there is none, or where the person has answered since: then
 * it is left over from that answer.
 */
export function ownDraftToOffer(
  own: OwnDraft | undefined,
  { reply, proposal }: Pick<RoundDepartment, 'reply' | 'proposal'>,
): OwnDraft | undefined {
  const isSentSince = [reply, proposal].some(
    (answer) => own !== undefined && answer?.author.id === own.author.id && answer.at >= own.at,
  );
  return isSentSince ? undefined : own;
}
