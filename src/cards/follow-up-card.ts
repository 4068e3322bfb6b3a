import { COMMENT_MAX, CPR_REASON_MAX, REPLY_MAX } from '../domain/limits.js';
import { isLate } from '../domain/notat.js';
import { canHappen, isAwaited, type ReplyState, replyStateOf } from '../domain/reply-life.js';
import type { RoundDepartment } from '../domain/round.js';
import type { Messages } from '../text/messages.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import type { CardParagraph } from './paragraphs.js';
import { pressData } from './press-data.js';
import type { Card, CardRenderer } from './render.js';
import { givenBy, replyParagraphs } from './shown-reply.js';

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
  readonly verb: string;
  readonly isFirstChoice?: boolean;
  /** What it carries besides the department. */
  readonly says?: object;
}

/** Colours that tell at a glance whether the department has answered; the words beside them say it too. */
const STATE_STYLE: Readonly<Record<ReplyState, string>> = {
  'not asked': 'emphasis',
  asked: 'warning',
  draft: 'warning',
  'awaiting approval': 'warning',
  declined: 'warning',
  excused: 'good',
  answered: 'good',
  returned: 'warning',
  locked: 'emphasis',
};

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
  const state = replyStateOf(department);
  const all = reply === undefined ? [] : replyParagraphs(messages, reply.content);
  const data = {
    lang: messages.lang,
    fallbackText: `${followUp.heading}: ${followUp.state(state)}`,
    labels: {
      heading: followUp.heading,
      state: followUp.state(state),
      deadline: receipt.deadline(ask.deadline),
      late: receipt.late,
      comment: followUp.comment,
      commentPlaceholder: followUp.commentPlaceholder,
      answerField: followUp.answerField,
      cprReason: request.cprReason,
    },
    style: STATE_STYLE[state],
    name: department.department.name,
    title: ask.title,
    facts: factsOf(messages, department).map((text) => ({ text })),
    hasReply: reply !== undefined,
    from: reply === undefined ? '' : givenBy(messages, reply),
    isLate: reply !== undefined && isLate(reply, ask.deadline),
    ...modeData(mode),
    buttons: buttonsOf(messages, department, mode).map((button, index) => buttonData(button, index, department, nonce)),
  };
  const withParagraphs = (paragraphs: readonly CardParagraph[]) =>
    render('follow-up', {
      ...data,
      paragraphs,
      hasMore: paragraphs.length < all.length,
      more: receipt.more(paragraphs.length, all.length),
    });
  return withParagraphs(longestThatFits(all, (shown) => cardBytes(withParagraphs(shown)) <= CARD_MAX_BYTES));
}

function factsOf({ followUp, status, approval }: Messages, department: RoundDepartment): readonly string[] {
  const { undelivered, sentBack, decline, proposal, draft } = department;
  const accepted = decline?.accepted;
  return [
    undelivered && `${status.undelivered} (${undelivered})`,
    sentBack && followUp.sentBack(sentBack.by.name, sentBack.at, sentBack.comment),
    decline && followUp.declined(decline.by.name, decline.at, decline.reason),
    decline?.instead && followUp.instead(decline.instead),
    accepted && followUp.accepted(accepted.inNotat, accepted.by.name, accepted.at),
    proposal && followUp.proposal(proposal.author.name, proposal.at),
    proposal && approval.awaits(department.department.heads),
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
    // A client may cut a value that is longer than its field allows, and what was typed must not be lost.
    commentMax: Math.max(COMMENT_MAX, comment.length),
    isAnswering: mode.kind === 'answering',
    typed,
    typedMax: Math.max(REPLY_MAX, typed.length),
    isReasonWanted: cprCertainty === 'certain',
    cprReason: reason,
    cprReasonMax: CPR_REASON_MAX,
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

/** What the secretariat may do now; what the state asks for comes first. */
function choicesFor({ followUp }: Messages, department: RoundDepartment): readonly Button[] {
  const { decline } = department;
  const isDeclined = decline !== undefined;
  const sendBack = { title: isDeclined ? followUp.askAnyway : followUp.sendBack, verb: VERBS.openSendBack };
  const accept = (title: string, inNotat: boolean) => ({ title, verb: VERBS.acceptDecline, says: { inNotat } });
  const decisions = [accept(followUp.acceptInNotat, true), accept(followUp.acceptLeftOut, false)];
  return [
    // What has been decided need not be decided again, but the other way.
    ...(canHappen(department, 'accept decline')
      ? decisions.filter(({ says }) => says.inNotat !== decline?.accepted?.inNotat)
      : []),
    ...(canHappen(department, 'send back') ? [sendBack] : []),
    ...(canHappen(department, 'answer') ? [{ title: followUp.answer, verb: VERBS.openAnswer }] : []),
    // Who has declined waits for the secretariat, and not the other way round.
    ...(canHappen(department, 'answer') && isAwaited(department) && !isDeclined
      ? [{ title: followUp.nudge, verb: VERBS.nudge }]
      : []),
  ];
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
