import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import { isLate, type Standing, standingOf } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS, type Verb } from '../buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { firstParagraphs, givenBy, replyParagraphs } from './shown-reply.js';

/** Only the reply is shortened. Text that is typed in a field never is. */
const ORDER_OF_LOSS = [[{ part: 'paragraphs', to: 0 }]] as const;

/** What the secretariat uses the card for. */
export type FollowUpMode =
  /** To look at the department. `said` tells what the last press did. */
  | { readonly kind: 'shown'; readonly said?: string }
  /** To send the reply back. `problem` says why the comment was not sent. */
  | { readonly kind: 'sending back'; readonly comment: string; readonly problem?: string }
  /** To answer. `cprCertainty` is set if a CPR number stopped the answer, and `reason` says why to keep the number. */
  | {
      readonly kind: 'answering';
      readonly typed: string;
      readonly problem?: string;
      readonly cprCertainty?: 'certain' | 'possible';
      readonly reason?: string;
    };

interface Button {
  readonly title: string;
  readonly verb: Verb;
  readonly isFirstChoice?: boolean;
  /** The data of the button besides the department. */
  readonly says?: object;
}

/**
 * Our choice, as on every card: it is hard to choose among more than three buttons. The others are in the overflow
 * menu.
 */
const MOST_PRIMARY = 3;

/** The secretariat's card about one department: the state of its reply, and what the secretariat can do about it. */
export function followUpCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  mode: FollowUpMode,
  nonce: string,
): Card {
  const { followUp, receipt, request } = messages;
  const { ask, reply } = department;
  const standing = shownStanding(department);
  const all = reply === undefined ? [] : replyParagraphs(messages, reply.content);
  return cardThatFits(ORDER_OF_LOSS, { paragraphs: all.length }, (shown) =>
    render('follow-up', {
      lang: messages.lang,
      fallbackText: `${followUp.heading}: ${followUp.state(standing)}`,
      labels: {
        heading: followUp.heading,
        state: followUp.state(standing),
        deadline: receipt.deadline(ask.deadline),
        late: receipt.late,
        comment: followUp.comment,
        commentPlaceholder: followUp.commentPlaceholder,
        answerField: followUp.answerField,
        cprReason: request.cprReason,
      },
      style: styleOf(department, standing),
      name: department.department.name,
      title: ask.title,
      facts: factsOf(messages, department).map((text) => ({ text })),
      hasReply: reply !== undefined,
      from: reply === undefined ? '' : givenBy(messages, reply),
      isLate: reply !== undefined && isLate(reply, ask.deadline),
      ...modeData(mode),
      ...firstParagraphs(messages, all, shown.paragraphs),
      buttons: buttonsOf(messages, department, mode).map((button, index) =>
        buttonData(button, index, department, nonce),
      ),
    }),
  ).card;
}

/** In a closed round no correction, proposal or decision is awaited any more, so the card does not show one. */
function shownStanding(department: RoundDepartment): Standing {
  const standing = standingOf(department);
  if (!department.isLocked || standing.kind === 'excused') return standing;
  return standing.kind === 'awaited' ? { ...standing, why: 'asked' } : { ...standing, correction: undefined };
}

/** The colour shows whether the department has answered. The words beside it say the same. */
function styleOf({ isLocked }: RoundDepartment, { kind }: Standing): string {
  if (isLocked) return 'emphasis';
  return kind === 'awaited' ? 'warning' : 'good';
}

function factsOf(
  { followUp, trouble: words, approval, receipt }: Messages,
  department: RoundDepartment,
): readonly string[] {
  const { trouble, sentBack, decline, proposal, draft, isLocked } = department;
  const accepted = decline?.accepted;
  return [
    isLocked && receipt.lockedHeading,
    trouble && words.whole(trouble),
    sentBack && followUp.sentBack(sentBack.by.name, sentBack.at, sentBack.comment),
    decline && followUp.declined(decline.by.name, decline.at, decline.reason),
    decline?.instead && followUp.instead(decline.instead),
    accepted && followUp.accepted(accepted.inNotat, accepted.by.name, accepted.at),
    proposal && followUp.proposal(proposal.author.name, proposal.at),
    proposal && !isLocked && approval.awaits(department.department.heads),
    draft && followUp.draft(draft.author.name, draft.at),
  ].flatMap((fact) => fact || []);
}

function modeData(mode: FollowUpMode): object {
  const said = mode.kind === 'shown' ? mode.said : undefined;
  const problem = mode.kind === 'shown' ? undefined : mode.problem;
  const comment = mode.kind === 'sending back' ? mode.comment : '';
  const { typed, cprCertainty, reason = '' } = mode.kind === 'answering' ? mode : { typed: '' };
  return {
    hasSaid: said !== undefined,
    said: said ?? '',
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    isSendingBack: mode.kind === 'sending back',
    comment,
    isAnswering: mode.kind === 'answering',
    typed,
    isReasonWanted: cprCertainty === 'certain',
    cprReason: reason,
  };
}

function buttonsOf(messages: Messages, department: RoundDepartment, mode: FollowUpMode): readonly Button[] {
  const { followUp, request } = messages;
  const cancel = { title: followUp.cancel, verb: VERBS.showDepartment };
  switch (mode.kind) {
    case 'shown':
      return [...troubleButtons(messages, department), ...choicesFor(messages, department)];
    case 'sending back':
      return [{ title: followUp.sendBackNow, verb: VERBS.sendBack, isFirstChoice: true }, cancel];
    case 'answering':
      return [
        { title: followUp.answerNow, verb: VERBS.answerFor, isFirstChoice: true },
        ...(mode.cprCertainty === undefined ? [] : [{ title: request.keepCpr, verb: VERBS.keepCprFor }]),
        { title: followUp.answerNil, verb: VERBS.answerNilFor },
        cancel,
      ];
  }
}

function troubleButtons({ trouble: words }: Messages, { trouble }: RoundDepartment): readonly Button[] {
  return [
    ...(trouble === undefined ? [] : [{ title: words.sendAgain, verb: VERBS.sendAgain }]),
    ...(trouble?.fate === 'uncertain' ? [{ title: words.arrived, verb: VERBS.markArrived }] : []),
  ];
}

function choicesFor({ followUp }: Messages, department: RoundDepartment): readonly Button[] {
  const accept = (title: string, inNotat: boolean) => ({ title, verb: VERBS.acceptDecline, says: { inNotat } });
  const buttons: Readonly<Record<FollowUp, Button>> = {
    'accept in notat': accept(followUp.acceptInNotat, true),
    'accept left out': accept(followUp.acceptLeftOut, false),
    'send back': {
      title: department.decline === undefined ? followUp.sendBack : followUp.askAnyway,
      verb: VERBS.openSendBack,
    },
    answer: { title: followUp.answer, verb: VERBS.openAnswer },
    nudge: { title: followUp.nudge, verb: VERBS.nudge },
  };
  return followUpsFor(department).map((what) => buttons[what]);
}

function buttonData(
  { title, verb, isFirstChoice, says }: Button,
  index: number,
  department: RoundDepartment,
  nonce: string,
): object {
  return {
    title,
    verb,
    style: isFirstChoice ? 'positive' : 'default',
    mode: index < MOST_PRIMARY ? 'primary' : 'secondary',
    // The card says that there is a draft, but does not show its text. So a press on it must not delete the draft.
    data: { ...pressData(verb, { ...department, draft: undefined }, nonce), ...says },
  };
}
