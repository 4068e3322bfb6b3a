import { decidingHeads } from '../../domain/channel/department.js';
import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import { openEdit } from '../../domain/reply/open-edit.js';
import { openQuestions } from '../../domain/reply/open-questions.js';
import { openTimeRequest } from '../../domain/reply/open-time-request.js';
import { hasKeptCpr } from '../../domain/reply/reply.js';
import { isLate, type Standing, standingOf } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, roundPressData, VERBS, type Verb } from '../buttons.js';
import { type CardButton, cardButton, dialogButton, opensDialog } from '../card-buttons.js';
import { closesMessage } from '../close-message.js';
import { type Mention, NO_MENTION } from '../mention.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { type Spot, spotData, whileActing } from '../spot.js';
import { firstLines, questionFacts } from './question-facts.js';
import { firstParagraphs, givenBy, replyParagraphs } from './shown-reply.js';

/** The reply is shortened, and then what was asked, which has a card of its own. Text that is typed in a field never is. */
const ORDER_OF_LOSS = [
  [
    { part: 'paragraphs', to: 0 },
    { part: 'questions', to: 0 },
  ],
] as const;

const DIALOG_ORDER_OF_LOSS = [[{ part: 'paragraphs', to: 0 }]] as const;

/** What the secretariat uses the card for. */
export type FollowUpMode =
  /**
   * To look at the department. `said` tells what the last press did. `line` is what the person wrote beside a decision
   * about more time, and `problem` why the decision was not made.
   */
  | { readonly kind: 'shown'; readonly said?: string; readonly line?: string; readonly problem?: string }
  /** To send the reply back. `problem` says why the comment was not sent. */
  | { readonly kind: 'sending back'; readonly comment: string; readonly problem?: string }
  /** To answer. `cprCertainty` is set if a CPR number stopped the answer, and `reason` says why to keep the number. */
  | {
      readonly kind: 'answering';
      readonly typed: string;
      readonly problem?: string;
      readonly cprCertainty?: 'certain' | 'possible';
      readonly reason?: string;
    }
  /** To propose an edit of its text. `problem` says why it was not proposed. */
  | { readonly kind: 'mending'; readonly typed: string; readonly problem?: string };

interface Button {
  readonly title: string;
  readonly verb: Verb;
  readonly isFirstChoice?: boolean;
  /** The data of the button besides the department. */
  readonly says?: object;
  /** Whether the button also sends what is typed on the card. */
  readonly takesText?: boolean;
  /** All that it sends, where that is not about the department. */
  readonly data?: object;
  /** Whether it opens a dialog. */
  readonly inDialog?: boolean;
}

/** The card that was pressed. */
interface Answers {
  readonly spot: Spot | undefined;
}

/**
 * Our choice, as on every card: it is hard to choose among more than three buttons. The others are in the overflow
 * menu.
 */
const MOST_PRIMARY = 3;

/** Microsoft's renderer draws no more unless its host says otherwise. The most urgent come first. */
const MOST = 5;

/**
 * The secretariat's card about one department: the state of its reply, and what the secretariat can do about it.
 *
 * @param mention of the person who must decide; nobody on a card that answers a press
 * @param answers the card that was pressed to get this one; undefined for a card that the bot sends unasked
 */
export function followUpCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  mode: FollowUpMode,
  nonce: string,
  mention: Mention = NO_MENTION,
  answers?: Answers,
): Card {
  const { followUp, receipt, request, time } = messages;
  const { ask, reply } = department;
  const standing = shownStanding(department);
  const all = reply === undefined ? [] : replyParagraphs(messages, reply.content);
  const asked = questionFacts(messages, department);
  return cardThatFits(ORDER_OF_LOSS, { paragraphs: all.length, questions: asked.length }, (shown) =>
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
        answerField: mode.kind === 'mending' ? messages.edit.field : followUp.answerField,
        cprReason: request.cprReason,
        line: time.line,
      },
      style: styleOf(department, standing),
      name: department.department.name,
      title: ask.title,
      facts: [
        ...factsOf(messages, department).map((text) => ({ text })),
        ...firstLines(messages, asked, shown.questions),
      ],
      hasReply: reply !== undefined,
      from: reply === undefined ? '' : givenBy(messages, reply),
      isLate: reply !== undefined && isLate(reply, ask.deadline),
      ...mention,
      ...modeData(mode),
      isDeciding: mode.kind === 'shown' && isDeciding(department),
      ...firstParagraphs(messages, all, shown.paragraphs),
      actions: buttonsOf(messages, department, mode, nonce, answers).map((button, index) =>
        drawnButton(button, index, department, nonce, answers?.spot),
      ),
    }),
  ).card;
}

/** Whether something may be typed on the card. */
export function hasField(department: RoundDepartment, { kind }: FollowUpMode): boolean {
  return kind !== 'shown' || isDeciding(department);
}

/** A decision about more time may have a line beside it. */
function isDeciding(department: RoundDepartment): boolean {
  return openTimeRequest(department) !== undefined;
}

/** In a closed round no correction, proposal or decision is awaited any more, so the card does not show one. */
export function shownStanding(department: RoundDepartment): Standing {
  const standing = standingOf(department);
  if (!department.isLocked || standing.kind === 'excused' || standing.kind === 'withdrawn') return standing;
  return standing.kind === 'awaited' ? { ...standing, why: 'asked' } : { ...standing, correction: undefined };
}

/** The colour shows whether the department has answered. The words beside it say the same. */
function styleOf({ isLocked }: RoundDepartment, { kind }: Standing): string {
  if (isLocked) return 'emphasis';
  return kind === 'awaited' ? 'warning' : 'good';
}

function factsOf(
  { followUp, changed, trouble: words, approval, receipt, time, edit }: Messages,
  department: RoundDepartment,
): readonly string[] {
  const { trouble, sentBack, decline, proposal, draft, isLocked, reminders, withdrawn } = department;
  const reminded = standingOf(department).kind === 'awaited' ? reminders.at(-1) : undefined;
  const accepted = decline?.accepted;
  const waiting = openEdit(department);
  const dismissed = department.proposedEdit?.dismissed;
  return [
    withdrawn === undefined ? isLocked && receipt.lockedHeading : changed.fact(withdrawn),
    trouble && words.whole(trouble),
    sentBack && followUp.sentBack(sentBack.by.name, sentBack.at, sentBack.comment),
    decline && followUp.declined(decline.by.name, decline.at, decline.reason),
    decline?.instead && followUp.instead(decline.instead),
    accepted && followUp.accepted(accepted.inNotat, accepted.by.name, accepted.at),
    proposal && followUp.proposal(proposal.author.name, proposal.at),
    proposal && !isLocked && approval.awaits(decidingHeads(department.department)),
    draft && followUp.draft(draft.author.name, draft.at),
    waiting && edit.waits(waiting.by.name, waiting.at),
    dismissed && edit.dismissed(dismissed.by.name, dismissed.at, dismissed.line),
    ...timeFacts(time, department),
    reminded && followUp.reminded(reminded.number, reminded.at),
  ].flatMap((fact) => fact || []);
}

/** The department's newest request for more time, and what was decided, while the department still has to answer. */
function timeFacts({ request, granted, declined }: Messages['time'], department: RoundDepartment): readonly string[] {
  const { timeRequest, isLocked } = department;
  if (timeRequest === undefined || isLocked || standingOf(department).kind !== 'awaited') return [];
  const { by, at, until, reason, decision } = timeRequest;
  const asked = request(by.name, at, until, reason);
  if (decision === undefined) return [asked];
  const words = decision.isGranted ? granted : declined;
  return [asked, words(decision.by.name, decision.at, decision.line)];
}

function modeData(mode: FollowUpMode): object {
  const said = mode.kind === 'shown' ? mode.said : undefined;
  const { problem } = mode;
  const comment = mode.kind === 'sending back' ? mode.comment : '';
  const { cprCertainty, reason = '' } = mode.kind === 'answering' ? mode : {};
  const typed = mode.kind === 'answering' || mode.kind === 'mending' ? mode.typed : '';
  return {
    hasSaid: said !== undefined,
    said: said ?? '',
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    isSendingBack: mode.kind === 'sending back',
    comment,
    line: (mode.kind === 'shown' && mode.line) || '',
    isAnswering: mode.kind === 'answering' || mode.kind === 'mending',
    typed,
    isReasonWanted: cprCertainty === 'certain',
    cprReason: reason,
  };
}

function buttonsOf(
  messages: Messages,
  department: RoundDepartment,
  mode: FollowUpMode,
  nonce: string,
  answers: Answers | undefined,
): readonly Button[] {
  const { followUp, request, edit } = messages;
  const spot = answers?.spot;
  const cancel: Button = {
    title: followUp.cancel,
    ...(spot?.kind === 'own message' ? closesMessage(spot) : { verb: VERBS.showDepartment }),
  };
  switch (mode.kind) {
    case 'shown':
      return withWayBack(
        messages,
        [...troubleButtons(messages, department), ...choicesFor(messages, department)],
        answers,
        (spot) => roundPressData(VERBS.findDepartment, department.roundId, nonce, spot),
      ).slice(0, MOST);
    case 'sending back':
      return [{ title: followUp.sendBackNow, verb: VERBS.sendBack, isFirstChoice: true, takesText: true }, cancel];
    case 'answering':
      return [
        { title: followUp.answerNow, verb: VERBS.answerFor, isFirstChoice: true, takesText: true },
        ...(mode.cprCertainty === undefined
          ? []
          : [{ title: request.keepCpr, verb: VERBS.keepCprFor, takesText: true }]),
        { title: followUp.answerNil, verb: VERBS.answerNilFor, takesText: true },
        cancel,
      ];
    case 'mending':
      return [
        { title: edit.propose, verb: VERBS.proposeEdit, isFirstChoice: true, takesText: true },
        { title: edit.onBehalf, verb: VERBS.answerFor, takesText: true },
        cancel,
      ];
  }
}

/** The way back is one press away: it is the last of the buttons that are not in the overflow menu. */
function withWayBack(
  { desk, finding }: Messages,
  buttons: readonly Button[],
  answers: Answers | undefined,
  findData: (spot: Spot) => object,
): readonly Button[] {
  if (answers === undefined) return buttons;
  const { spot } = answers;
  const back: Button =
    spot?.kind === 'own message'
      ? { title: desk.closeMessage, ...closesMessage({ kind: spot.kind, openedBy: spot.openedBy }) }
      : { title: desk.back, verb: VERBS.showDesk };
  if (spot?.kind !== 'own message' || spot.isFinding !== true) {
    return [...buttons.slice(0, MOST_PRIMARY - 1), back, ...buttons.slice(MOST_PRIMARY - 1)];
  }
  const again: Button = { title: finding.another, verb: VERBS.findDepartment, data: findData(spot) };
  return [...buttons.slice(0, MOST_PRIMARY - 1), again, ...buttons.slice(MOST_PRIMARY - 1, MOST - 2), back];
}

function troubleButtons({ trouble: words }: Messages, { trouble }: RoundDepartment): readonly Button[] {
  return [
    ...(trouble === undefined ? [] : [{ title: words.sendAgain, verb: VERBS.sendAgain }]),
    ...(trouble?.fate === 'uncertain' ? [{ title: words.arrived, verb: VERBS.markArrived }] : []),
  ];
}

function choicesFor(
  { followUp, time, deadline, question, edit }: Messages,
  department: RoundDepartment,
): readonly Button[] {
  const [oldest] = openQuestions(department);
  const accept = (title: string, inNotat: boolean) => ({ title, verb: VERBS.acceptDecline, says: { inNotat } });
  const decide = (title: string, verb: Verb) => {
    const requestSeen = department.timeRequest?.at.getTime() ?? 0;
    return { title, verb, says: { requestSeen }, takesText: true };
  };
  const buttons: Readonly<Record<FollowUp, Button>> = {
    'accept in notat': accept(followUp.acceptInNotat, true),
    'accept left out': accept(followUp.acceptLeftOut, false),
    'send back': {
      title: department.decline === undefined ? followUp.sendBack : followUp.askAnyway,
      verb: VERBS.openSendBack,
    },
    answer: { title: followUp.answer, verb: VERBS.openAnswer },
    // The field holds the reply, which the channel must not see, and in the place of a card it could be drawn away.
    'propose edit': { title: edit.open, verb: VERBS.openEdit, inDialog: hasKeptCpr(department.reply) },
    nudge: { title: followUp.nudge, verb: VERBS.nudge },
    'grant time': decide(time.grant, VERBS.grantTime),
    'decline time': decide(time.decline, VERBS.declineTime),
    'answer question': {
      title: question.show,
      verb: VERBS.showQuestion,
      says: { asked: oldest?.at.getTime() ?? 0 },
    },
    'move deadline': { title: deadline.open, verb: VERBS.openDeadline },
  };
  return followUpsFor(department).map((what) => buttons[what]);
}

/**
 * The dialog in which an edit of a reply is proposed that the channel must not see.
 *
 * @param problem why it was not proposed. The present reply stands below that, because the text in the field may be about
 * one that has been replaced since
 */
export function editDialogCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  { typed, problem = '' }: { readonly typed: string; readonly problem?: string },
  nonce: string,
): Card {
  const { edit } = messages;
  const hasProblem = problem !== '';
  const reply = hasProblem ? department.reply : undefined;
  const all = reply === undefined ? [] : replyParagraphs(messages, reply.content);
  return cardThatFits(DIALOG_ORDER_OF_LOSS, { paragraphs: all.length }, (shown) =>
    render('edit-dialog', {
      lang: messages.lang,
      fallbackText: edit.open,
      labels: { heading: edit.open, field: edit.field },
      name: department.department.name,
      hasProblem,
      problem,
      hasReply: reply !== undefined,
      from: reply === undefined ? '' : givenBy(messages, reply),
      ...firstParagraphs(messages, all, shown.paragraphs),
      typed,
      actions: [
        dialogButton({
          title: edit.propose,
          verb: VERBS.proposeEdit,
          style: 'positive',
          data: pressData(VERBS.proposeEdit, { ...department, draft: undefined }, nonce),
        }),
      ],
    }),
  ).card;
}

function drawnButton(
  { title, verb, isFirstChoice, says, takesText, data, inDialog }: Button,
  index: number,
  department: RoundDepartment,
  nonce: string,
  spot: Spot | undefined,
): object {
  const button: CardButton = {
    title,
    verb,
    ...(isFirstChoice ? { style: 'positive' } : {}),
    ...(index < MOST_PRIMARY ? {} : { mode: 'secondary' }),
    ...(takesText ? {} : { associatedInputs: 'none' }),
    // The card says that there is a draft, but does not show its text. So a press on it must not delete the draft.
    data: data ?? {
      ...pressData(verb, { ...department, draft: undefined }, nonce),
      ...says,
      ...spotData(whileActing(spot)),
    },
  };
  return inDialog ? opensDialog(button) : cardButton(button);
}
