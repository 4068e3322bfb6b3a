import type { RoundDepartment } from '../round/round.js';
import { wordsOf } from './reply.js';
import { canHappen } from './reply-life.js';
import { standingOf } from './standing.js';

/** What the secretariat can do about a department. */
export type FollowUp =
  /** Agree that the report is outside its area, and have the notat say so, or leave the department out of it. */
  | 'accept in notat'
  | 'accept left out'
  /** Send its reply back, or ask for one although it has declined. */
  | 'send back'
  /** Answer in its place. */
  | 'answer'
  /** Remind it. */
  | 'nudge';

/**
 * What the secretariat can do about a department as it stands, what its state asks for first. The card offers these,
 * and the use cases take no others: a card may be older than what it is about.
 */
export function followUpsFor(department: RoundDepartment): readonly FollowUp[] {
  const standing = standingOf(department);
  const decided = standing.kind === 'excused' ? standing.accepted.inNotat : undefined;
  const canAccept = canHappen(department, 'accept decline');
  const canAnswer = canHappen(department, 'answer');
  // Who has declined waits for the secretariat, and not the other way round.
  const canNudge = canAnswer && standing.kind === 'awaited' && standing.why !== 'declined';
  return [
    // What has been decided need not be decided again, but the other way.
    ...(canAccept && decided !== true ? (['accept in notat'] as const) : []),
    ...(canAccept && decided !== false ? (['accept left out'] as const) : []),
    ...(canHappen(department, 'send back') ? (['send back'] as const) : []),
    ...(canAnswer && !wouldLoseProposal(department) ? (['answer'] as const) : []),
    ...(canNudge ? (['nudge'] as const) : []),
  ];
}

/** The secretariat's answer turns a proposal into the draft, so that no words are lost; where there is one already, it cannot. */
function wouldLoseProposal({ proposal, draft }: RoundDepartment): boolean {
  return proposal !== undefined && wordsOf(proposal.content) !== '' && draft !== undefined;
}
