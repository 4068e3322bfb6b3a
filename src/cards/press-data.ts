import type { RoundDepartment } from '../domain/round/round.js';

/**
 * What a button of a card about a department carries: whom it is about, what the card shows of the reply, and the
 * card's own nonce.
 *
 * @param department as the card shows it: without a draft or a proposal that the card does not show
 */
export function pressData(verb: string, department: RoundDepartment, nonce: string): object {
  const { roundId, department: about, reply, draft, proposal } = department;
  return {
    verb,
    roundId,
    departmentId: about.id,
    basedOn: reply?.number ?? 0,
    draftSeen: draft?.at.getTime() ?? 0,
    proposalSeen: proposal?.at.getTime() ?? 0,
    nonce,
  };
}
