import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import { isLate, type Standing, standingOf } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS, type Verb } from '../buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { firstParagraphs, givenBy, replyParagraphs } from './shown-reply.js';

/** Only the reply can be cut; what is typed in a field never is. */
const ORDER_OF_LOSS = [[{ part: 'paragraphs', to: 0 }]] as const;

/** What the secretariat is doing on its card about a department. */
export type FollowUpMode =
  /** Looking; `said` is what its last press did. */
  | { readonly kind: 'shown'; readonly said?: string }
  /** `problem` is why the comment was not sent. */
  | { readonly kind: 'sending back'; readonly comment: string; readonly problem?: string }
  /** `cprCertainty` where a CPR number is what stopped the reply, and `reason` what was given for keeping it. */
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
  /** What it carries besides the department. */
  readonly says?: object;
}

/** Our choice, as on every card: more than three in a row are hard to choose among. The others are behind them. */
const MOST_PRIMARY = 3;

/** The secretariat's card about one department: where its reply stands, and what can be done about it. */
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

/** In a closed round nothing is awaited any more: what was under way has come to nothing. */
function shownStanding(department: RoundDepartment): Standing {
  const standing = standingOf(department);
  if (!department.isLocked || standing.kind === 'excused') return standing;
  return standing.kind === 'awaited' ? { ...standing, why: 'asked' } : { ...standing, correction: undefined };
}

/** A colour that tells at a glance whether the department has answered; the words beside it say it too. */
function styleOf({ isLocked }: RoundDepartment, { kind }: Standing): string {
  if (isLocked) return 'emphasis';
  return kind === 'awaited' ? 'warning' : 'good';
}

function factsOf({ followUp, status, approval, receipt }: Messages, department: RoundDepartment): readonly string[] {
  const { undelivered, sentBack, decline, proposal, draft, isLocked } = department;
  const accepted = decline?.accepted;
  return [
    isLocked && receipt.lockedHeading,
    undelivered && `${status.undelivered} (${undelivered})`,
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
      return choicesFor(messages, department);
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
    // That there is a draft is told here, but not what it says: it is not for a press here to take away.
    data: { ...pressData(verb, { ...department, draft: undefined }, nonce), ...says },
  };
}
