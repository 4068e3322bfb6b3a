import type { RoundDepartment } from '../round/round.js';
import { openQuestions } from './open-questions.js';
import { openTimeRequest } from './open-time-request.js';
import { wordsOf } from './reply.js';
import { canHappen } from './reply-life.js';
import { standingOf } from './standing.js';

/** Something that the secretariat can do about a department. */
export type FollowUp =
  /** Agree that the report is outside its area; the notat then has a row that says so, or leaves the department out. */
  | 'accept in notat'
  | 'accept left out'
  /** Send its reply back, or ask for a reply although the department has declined. */
  | 'send back'
  /** Answer for the department. */
  | 'answer'
  /** Propose an edit of its text. */
  | 'propose edit'
  /** Remind it. */
  | 'nudge'
  /** Give it the time that it has asked for, or not. */
  | 'grant time'
  | 'decline time'
  /** Move its deadline. */
  | 'move deadline'
  /** Answer a question that it has asked. */
  | 'answer question';

/**
 * Everything that the secretariat can do about a department in its present state, the most urgent first. The card
 * offers these. The use cases accept no others, because a card may be older than the present state.
 */
export function followUpsFor(department: RoundDepartment): readonly FollowUp[] {
  const standing = standingOf(department);
  const decided = standing.kind === 'excused' ? standing.accepted.inNotat : undefined;
  const canAccept = canHappen(department, 'accept decline');
  const canAnswer = canHappen(department, 'answer');
  const isAsking = openTimeRequest(department) !== undefined;
  // A department that has declined waits for the secretariat, and so does one that has asked for time. Neither is reminded.
  const mustAct = canAnswer && standing.kind === 'awaited' && standing.why !== 'declined';
  return [
    // What the department asks may decide what it answers, or how much time it needs.
    ...(openQuestions(department).length > 0 ? (['answer question'] as const) : []),
    ...(isAsking ? (['grant time', 'decline time'] as const) : []),
    // A decision that is already made is not offered again; the opposite decision is.
    ...(canAccept && decided !== true ? (['accept in notat'] as const) : []),
    ...(canAccept && decided !== false ? (['accept left out'] as const) : []),
    ...(canHappen(department, 'send back') ? (['send back'] as const) : []),
    ...(canAnswer && !wouldLoseProposal(department) ? (['answer'] as const) : []),
    ...(canHappen(department, 'propose edit') ? (['propose edit'] as const) : []),
    ...(mustAct && !isAsking ? (['nudge'] as const) : []),
    ...(mustAct ? (['move deadline'] as const) : []),
  ];
}

/** When the secretariat answers, a proposal becomes the draft. That is impossible where there already is a draft. */
function wouldLoseProposal({ proposal, draft }: RoundDepartment): boolean {
  return proposal !== undefined && wordsOf(proposal.content) !== '' && draft !== undefined;
}
