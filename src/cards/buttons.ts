import { seenNow } from '../domain/reply/seen.js';
import type { RoundDepartment } from '../domain/round/round.js';

/*
 * What the buttons of cards send: the half that is written. The half that is read is button-fields.ts.
 */

/** What each button is called in what it sends. A card lives on as long as its channel: a name is never changed. */
export const VERBS = {
  sendReply: 'reply.send',
  saveDraft: 'reply.save-draft',
  keepCpr: 'reply.keep-cpr',
  sendNil: 'reply.nil',
  editReply: 'reply.edit',
  showReply: 'reply.show',
  approveReply: 'reply.approve',
  openDecline: 'reply.open-decline',
  decline: 'reply.decline',
  showDepartment: 'department.show',
  openSendBack: 'department.open-send-back',
  sendBack: 'department.send-back',
  openAnswer: 'department.open-answer',
  answerFor: 'department.answer',
  answerNilFor: 'department.answer-nil',
  keepCprFor: 'department.keep-cpr',
  nudge: 'department.nudge',
  acceptDecline: 'department.accept-decline',
  previewRound: 'round.preview',
  editRound: 'round.edit',
  startRound: 'round.start',
  prepareClosing: 'round.prepare-closing',
  closeRound: 'round.close',
  reopenRound: 'round.reopen',
  renewLink: 'notat.renew',
} as const;

export type Verb = (typeof VERBS)[keyof typeof VERBS];

/** The input of a card's finding of that number holds `keep` when it is to stand. */
export function findingInput(index: number): string {
  return `finding-${index}`;
}

/**
 * What a button of a card about a department carries: whom it is about, what the card shows of the reply, and the
 * card's own nonce.
 *
 * @param department as the card shows it: without a draft or a proposal that the card does not show
 */
export function pressData(verb: Verb, department: RoundDepartment, nonce: string): object {
  const { roundId, department: about } = department;
  const { reply, draft, proposal } = seenNow(department);
  return { verb, roundId, departmentId: about.id, basedOn: reply, draftSeen: draft, proposalSeen: proposal, nonce };
}
