import { decidingHeads } from '../../domain/channel/department.js';
import { REPLY_MAX } from '../../domain/limits.js';
import { changeShown } from '../../domain/round/changed-round.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { toBlocks } from '../../domain/text/blocks.js';
import { cleanText } from '../../domain/text/clean-text.js';
import { cleanedIfShort } from '../../domain/text/raw-text.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS } from '../buttons.js';
import { mentionOnCard, NO_MENTION } from '../mention.js';
import { cardThatFits } from '../order-of-loss.js';
import { cardParagraphs, MANY_PARAGRAPHS } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { marksData } from './marks-data.js';
import { questionLines, questionsData } from './question-facts.js';
import {
  type FieldText,
  type RequestButton,
  type RequestReason,
  type RequestView,
  requestView,
} from './request-view.js';
import { firstParagraphs, replyParagraphs } from './shown-reply.js';
import { shownTitle } from './shown-title.js';
import { timeFacts } from './time-facts.js';

/**
 * The reply from the earlier round is only a help, so it is shortened first, and then what was asked and answered long
 * ago. The person must read the text that someone else has just sent, so that text is shortened late. The question and
 * the person's own text are never shortened.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'previous', to: 0 },
    { part: 'questions', to: 2 },
    { part: 'present', to: 0 },
    { part: 'questions', to: 0 },
  ],
] as const;

/** The card with the field for the answer. */
export function requestCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  reason: RequestReason,
  nonce: string,
): Card {
  const { request } = messages;
  const { ask, previous } = department;
  const view = requestView(reason, department);
  const change = changeShown(department);
  // Whoever has pressed a button is acting already.
  const mention = reason.kind === 'new' ? mentionOnCard(messages, department) : NO_MENTION;
  const present = view.overtaking === undefined ? [] : replyParagraphs(messages, view.overtaking.content);
  const earlier = previous === undefined ? [] : replyParagraphs(messages, previous.content);
  const data = {
    lang: messages.lang,
    fallbackText: `${request[view.heading]}. ${request.deadline(ask.deadline)}`,
    labels: requestLabels(messages, department, view),
    title: shownTitle(department),
    report: ask.report,
    question: cardParagraphs(toBlocks(ask.question), MANY_PARAGRAPHS),
    facts: [
      ...(ask.isTrial ? [{ text: messages.trial.whoseCard(department.department.name) }] : []),
      ...(view.workingDays > 0 ? [{ text: request.workingDays(view.workingDays) }] : []),
      // The line that mentions the heads says the same.
      ...(mention.isTold ? [] : [{ text: request.answeredBy(decidingHeads(department.department)) }]),
      ...timeFacts(messages, department).map((text) => ({ text })),
    ],
    isChanged: change !== undefined,
    changed: change === undefined ? '' : messages.changed.line(change),
    ...mention,
    ...marksData(messages, department),
    ...saidData(messages, department, view),
    ...fieldData(messages, view),
    ...buttonsData(ask.reportLink, view, nonce),
    hasPresent: present.length > 0,
    hasPrevious: previous !== undefined,
    previousTitle: previous === undefined ? '' : request.previous(previous.title),
  };
  const lines = questionLines(messages, department);
  const whole = { previous: earlier.length, present: present.length, questions: lines.length };
  return cardThatFits(ORDER_OF_LOSS, whole, (shown) => {
    const ofEarlier = firstParagraphs(messages, earlier, shown.previous);
    const ofPresent = firstParagraphs(messages, present, shown.present);
    return render('request', {
      ...data,
      ...questionsData(messages, lines, shown.questions),
      present: ofPresent.paragraphs,
      hasMore: ofPresent.hasMore,
      more: ofPresent.more,
      previous: ofEarlier.paragraphs,
      hasPreviousMore: ofEarlier.hasMore,
      previousMore: ofEarlier.more,
    });
  }).card;
}

function requestLabels(
  { request, dialog, time, question }: Messages,
  { ask }: RoundDepartment,
  { heading }: RequestView,
): object {
  return {
    heading: request[heading],
    report: request.report,
    question: request.question,
    deadline: request.deadline(ask.deadline),
    field: request.field,
    placeholder: request.placeholder,
    hint: request.hint,
    nilHint: request.nilHint,
    send: request.send,
    nil: request.nil,
    openDialog: dialog.open,
    saveDraft: request.saveDraft,
    cancel: request.cancel,
    decline: request.decline,
    time: time.open,
    askSecretariat: question.open,
    readReport: request.readReport,
    showPrevious: request.showPrevious,
    cprReason: request.cprReason,
    keepCpr: request.keepCpr,
  };
}

/** The texts above the field. */
function saidData({ request }: Messages, { sentBack }: RoundDepartment, view: RequestView): object {
  const { problem, overtaking, lead } = view;
  const said =
    problem === undefined
      ? overtaking && request[overtaking.says](overtaking.author.name, overtaking.at)
      : request.problem(problem);
  return {
    isSentBack: sentBack !== undefined,
    sentBack: sentBack === undefined ? '' : request.sentBack(sentBack.by.name, sentBack.at, sentBack.comment),
    hasProblem: said !== undefined,
    problem: said ?? '',
    hasLead: lead !== undefined,
    lead: lead === undefined ? '' : request[lead],
  };
}

function fieldData(messages: Messages, { field, cprReason }: RequestView): object {
  const origin = originText(messages, field);
  const length = cleanedIfShort(field.text, cleanText).length;
  return {
    typed: field.text,
    hasText: length > 0,
    room: messages.dialog.room(length, REPLY_MAX),
    hasOrigin: origin !== undefined,
    origin: origin ?? '',
    isReasonWanted: cprReason !== undefined,
    cprReason: cprReason ?? '',
  };
}

function originText({ request, approval }: Messages, { origin }: FieldText): string | undefined {
  if (origin === undefined) return undefined;
  const words = origin.is === 'draft' ? request.draft : approval.from;
  return words(origin.author.name, origin.at);
}

function buttonsData(reportLink: string | undefined, { buttons, seen }: RequestView, nonce: string): object {
  const has = (button: RequestButton) => buttons.includes(button);
  return {
    isDraftOffered: has('saveDraft'),
    isCprFound: has('keepCpr'),
    // Three buttons in sight, which phones draw in one row or two.
    dialogMode: has('keepCpr') ? 'secondary' : 'primary',
    isDeclineOffered: has('decline'),
    isTimeOffered: has('askForTime'),
    isCancelOffered: has('cancel'),
    hasLink: has('readReport'),
    reportLink: reportLink ?? '',
    sendData: pressData(VERBS.sendReply, seen, nonce),
    dialogData: { msteams: { type: 'task/fetch' }, ...pressData(VERBS.openDialog, seen, nonce) },
    draftData: pressData(VERBS.saveDraft, seen, nonce),
    keepData: pressData(VERBS.keepCpr, seen, nonce),
    nilData: pressData(VERBS.sendNil, seen, nonce),
    declineData: pressData(VERBS.openDecline, seen, nonce),
    timeData: pressData(VERBS.openTime, seen, nonce),
    askData: pressData(VERBS.openQuestion, seen, nonce),
    cancelData: pressData(VERBS.showReply, seen, nonce),
  };
}
