import { commandData, PERSONAL_VERBS, pressData, VERBS } from '../../src/cards/buttons.js';
import { type Help, helpCard } from '../../src/cards/help-card.js';
import { keptDialogCard, typedIn } from '../../src/cards/kept-dialog-card.js';
import { type Mention, mentionIn, NO_MENTION } from '../../src/cards/mention.js';
import { finalNotatCard } from '../../src/cards/notat/final-notat-card.js';
import { notatCards } from '../../src/cards/notat/notat-card.js';
import { departmentNoticeCard, noticeCard, personalNoticeCard } from '../../src/cards/notice-card.js';
import { questionCard } from '../../src/cards/question-card.js';
import type { Card } from '../../src/cards/render.js';
import { type AskForm, askDialogCard, askFormCard } from '../../src/cards/reply/ask-card.js';
import { type AskedMode, askedCard } from '../../src/cards/reply/asked-card.js';
import { type DeclineForm, declineFormCard } from '../../src/cards/reply/decline-card.js';
import { departmentCard } from '../../src/cards/reply/department-card.js';
import { editDialogCard, type FollowUpMode, followUpCard } from '../../src/cards/reply/follow-up-card.js';
import { replyDialogCard } from '../../src/cards/reply/reply-dialog.js';
import { type DialogReason, replyDialogView } from '../../src/cards/reply/reply-dialog-view.js';
import { requestCard } from '../../src/cards/reply/request-card.js';
import type { RequestReason } from '../../src/cards/reply/request-view.js';
import { roundFactsCard } from '../../src/cards/reply/round-facts-card.js';
import { newTimeForm, type TimeForm, timeFormCard } from '../../src/cards/reply/time-card.js';
import { versionsCard } from '../../src/cards/reply/versions-card.js';
import { writtenCard } from '../../src/cards/reply/written-card.js';
import { changeFormCard, type ShownChange } from '../../src/cards/round/change-card.js';
import { closingCard } from '../../src/cards/round/closing-card.js';
import { type DeadlineForm, deadlineFormCard, deadlineFormOf } from '../../src/cards/round/deadline-card.js';
import { digestCard } from '../../src/cards/round/digest-card.js';
import { doneCard } from '../../src/cards/round/done-card.js';
import { findDepartmentCard } from '../../src/cards/round/find-department-card.js';
import { dryRunCard, type PlanPress, planCard, planProblems } from '../../src/cards/round/plan-card.js';
import { type Previewed, roundPreviewCard } from '../../src/cards/round/preview-card.js';
import { remindingAllCard } from '../../src/cards/round/reminding-all-card.js';
import { newRoundForm, type RoundForm, roundFormCard, roundStartedCard } from '../../src/cards/round/round-cards.js';
import { openRoundsCard, type RoundsPage, roundsCard } from '../../src/cards/round/rounds-card.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import { trialCard } from '../../src/cards/round/trial-card.js';
import { whichRoundCard } from '../../src/cards/round/which-round-card.js';
import { calledOffCard, withdrawalCard } from '../../src/cards/round/withdrawal-card.js';
import { ON_OVERVIEW, type Spot } from '../../src/cards/spot.js';
import type { Place } from '../../src/conversation/acts.js';
import type { Answer } from '../../src/conversation/answer.js';
import { placingAnswer } from '../../src/conversation/channel/placing-answer.js';
import { inPlaceOfQuestion, setUpAnswer } from '../../src/conversation/channel/set-up-answer.js';
import { setupRequestAnswer } from '../../src/conversation/channel/setup-request-answer.js';
import { ROWS } from '../../src/conversation/rows.js';
import { channelLink } from '../../src/domain/channel/channel-link.js';
import type { PlaceNews } from '../../src/domain/channel/place-news.js';
import type { SetupDecision, SetupWish } from '../../src/domain/channel/setup-request.js';
import {
  ANSWERS_TO_ALL_KEPT,
  CPR_REASON_MAX,
  DEPARTMENT_NAME_MAX,
  HEADS_MAX,
  NIL_REMARK_MAX,
  ROUND_FORM_MAX,
} from '../../src/domain/limits.js';
import { compileNotat, type NotatKind, recordNotat } from '../../src/domain/notat/notat.js';
import { EMPTY_HEADER, eachHeaderField, type NotatHeader } from '../../src/domain/notat/notat-header.js';
import type { Finding } from '../../src/domain/notat/pre-issue-check.js';
import type { Person } from '../../src/domain/person.js';
import { isAnswered, type Question } from '../../src/domain/reply/question.js';
import type { ReplyContent, ReplyVersion } from '../../src/domain/reply/reply.js';
import { seenNow } from '../../src/domain/reply/seen.js';
import type { TimeRequestProblem } from '../../src/domain/reply/time-request.js';
import { changeValuesOf } from '../../src/domain/round/changed-round.js';
import { danishDayOf } from '../../src/domain/round/deadline.js';
import { planShown } from '../../src/domain/round/plan-shown.js';
import { progressOf } from '../../src/domain/round/progress.js';
import { rollForward } from '../../src/domain/round/rolled-forward.js';
import type { Round, RoundDepartment, RoundOverview, RoundPlan } from '../../src/domain/round/round.js';
import { formValuesOf, type RoundFormProblem } from '../../src/domain/round/round-form.js';
import { trialPlan } from '../../src/domain/round/trial.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import type { DepartmentNotice, PersonalNotice } from '../../src/domain/work/delivery.js';
import type { Trouble } from '../../src/domain/work/trouble.js';
import type { HelpLine } from '../../src/text/channel/help-words.js';
import type { Messages } from '../../src/text/messages.js';
import {
  aDeadline,
  aDeadlineMove,
  aDecline,
  aDepartment,
  aDepartmentId,
  aDraft,
  aLocalDate,
  aNilReply,
  aNotatId,
  anAcceptedDecline,
  anAddress,
  anAnswerToAll,
  anAsk,
  aPerson,
  aPlan,
  aPlanChange,
  aPosted,
  aProposal,
  aProposedEdit,
  aQuestion,
  aQuestionAnswer,
  aRegisteredDepartment,
  aReminder,
  aReopening,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSeal,
  aSecretariat,
  aSecretary,
  aSentBack,
  aSetupRequest,
  aTimeDecision,
  aTimeRequest,
  aVersion,
  aWithdrawn,
  START,
} from '../support/builders.js';
import { render } from './card-parts.js';
import { everySetupCard } from './every-setup-card.js';
import { everyTemplateCard } from './every-template-card.js';

/** The bot has been removed from the department's team. */
export const REMOVED: Trouble = { fate: 'stopped', what: 'post request', word: '403 BotNotInConversationRoster' };

/** Nobody knows whether the request card has arrived. */
export const UNANSWERED: Trouble = { fate: 'uncertain', what: 'post request', word: 'TimeoutError' };

/** Every text that people write, for cards to show. */
export interface WrittenTexts {
  readonly title: string;
  readonly report: string;
  readonly reportLink: string;
  readonly question: string;
  readonly introduction: string;
  readonly reply: string;
  readonly author: string;
  /** The name of a head beside the author. */
  readonly head?: string;
  /** Whatever is written in one line and may be about `COMMENT_MAX` long; something fitting, each, if left out. */
  readonly line?: string;
  readonly departments: readonly string[];
  /** What each department answers, in their order, where they do not all answer alike. */
  readonly answers?: readonly { readonly author: string; readonly content: ReplyContent }[];
}

export const USUAL: WrittenTexts = {
  title: 'Opfølgning på tilsynets årsrapport',
  report: 'Tilsynets årsrapport',
  reportLink: 'https://kommune.example/tilsyn.pdf',
  question: 'Hvad har I lært?\nHvad gør I nu?',
  introduction: 'Byrådet har bedt om en status.\n\nSvarene følger her.',
  reply: 'Vi følger op hver måned.\n- Fast punkt på mødet\n- Nyt skema',
  author: 'Åse Brøndum',
  head: 'Mette Holm',
  departments: ['Børn og Familie', 'Job og Uddannelse', 'Teknik og Miljø'],
};

const TODAY = aLocalDate();

const AFTER_DEADLINE = new Date('2026-11-26T09:00:00Z');

/** A card's own word for its presses; any will do. */
export const NONCE = 'kort-1';

const OWN: Spot = { kind: 'own message', openedBy: aSecretary().id };
const FINDING: Spot = { kind: 'own message', openedBy: aSecretary().id, isFinding: true };

type States = readonly (readonly [name: string, card: Card])[];

/** Every card in every state, by a name that says which. */
export function everyCard(messages: Messages, texts: WrittenTexts = USUAL): ReadonlyMap<string, Card> {
  const lives = livesOf(texts);
  return new Map<string, Card>([
    ...requestCards(messages, texts, lives),
    ...refusedCards(messages, lives.asked, texts),
    ...dialogCards(messages, texts, lives),
    ...departmentCards(messages, texts, lives),
    ...declineForms(messages, texts, lives.asked),
    ...timeForms(messages, texts, lives.asked),
    ...writtenCards(messages, texts, lives),
    ...questionCards(messages, texts, lives),
    ...followUps(messages, texts, lives),
    ...deadlineForms(messages, texts, lives.asked),
    ...finalNotatCards(messages, texts, lives),
    ['versions', versionsCard(render, messages, lives.answered, versionsOf(texts))],
    ['versions of no answer', versionsCard(render, messages, lives.asked, [])],
    ...toldCards(messages, texts, lives),
    ...roundCards(messages, texts),
    ...overviewCards(messages, texts, lives),
    ...planCards(messages, texts, lives),
    ...closingCards(messages, texts, lives),
    ...changeCards(messages, texts, lives),
    ...crowdedCards(messages, texts),
    ...everyTemplateCard(messages, {
      name: `${texts.title}.docx`,
      author: texts.author,
      line: texts.line ?? texts.title,
    }),
    ...setupCards(messages, texts),
    ...everySetupCard(messages),
    ...PLACES.map(
      ([name, place]) => [name, helpCard(render, messages, messages.help[place], helpOf(messages, place))] as const,
    ),
    ...commandCards(messages, texts),
    ...placeNewsCards(messages, texts),
    [
      'notice of where the set-up is',
      noticeCard(render, messages, messages.settingUp.where('Sekretariatet (Rådhuset)')),
    ],
    ['notice of no set-up yet', noticeCard(render, messages, messages.settingUp.noSecretariat())],
    ['notice of words that are not understood', noticeCard(render, messages, messages.notices.notUnderstood(true))],
    ['notice', noticeCard(render, messages, messages.registration.department(texts.departments[0] ?? '', false))],
    ['notice of welcome', noticeCard(render, messages, messages.notices.welcome(true, 'Sekretariatet (Rådhuset)'))],
    ['notice of failure', noticeCard(render, messages, messages.notices.notStored())],
  ]);
}

/** The help of a place, with buttons of that place. */
function helpOf(messages: Messages, place: Place): Help {
  const { newRound, status, notat, setUp, beginSetUp, versions, notatFile, template } = messages.help;
  const verb = place === 'personal' ? PERSONAL_VERBS.runCommand : VERBS.runCommand;
  const offered = {
    unregistered: [['setup.begin', beginSetUp]],
    department: [['reply.versions', versions]],
    secretariat: [
      ['round.new', newRound],
      ['round.status', status],
      ['notat.compile', notat],
      ['setup.show', setUp],
    ],
    personal: [
      ['notat.file', notatFile],
      ['template.show', template],
    ],
  } as const;
  const buttons = offered[place].flatMap(([command, { buttons: own = [] }]) =>
    own.map(({ title, written }) => ({ title, verb, data: commandData(verb, command, written) })),
  );
  const url = channelLink({
    tenantId: 'kommune',
    channelId: '19:sekretariatet@thread.tacv2',
    groupId: 'gruppe',
    name: '',
  });
  const link = place === 'secretariat' ? undefined : { title: messages.understanding.goToSecretariat, url };
  return { lines: helpLines(messages, place), buttons, link };
}

/** One of several open rounds. */
const ROUND_TO_CHOOSE = aRound();

/** What is offered to people whose words may be a command. */
function commandCards(messages: Messages, { title }: WrittenTexts): States {
  const { didYouMean, elsewhere, goToSecretariat, orAnAnswer } = messages.understanding;
  const verb = VERBS.runCommand;
  const [{ command = '', does = '' } = {}] = messages.help.status.lines;
  const url = 'https://teams.microsoft.com/l/channel/19%3Aa%40thread.tacv2/?groupId=gruppe&tenantId=kommune';
  return [
    [
      'commands that may have been meant',
      questionCard(render, messages, {
        heading: didYouMean(1),
        lines: [`${command} – ${does}`],
        answers: (messages.help.status.buttons ?? []).map((each) => ({
          title: each.title,
          verb,
          data: commandData(verb, 'round.status', each.written),
        })),
      }),
    ],
    [
      'commands that may have been meant in a department’s channel',
      questionCard(render, messages, {
        heading: didYouMean(messages.help.language.lines.length),
        lines: [...messages.help.language.lines.map((each) => `${each.command} – ${each.does}`), orAnAnswer],
        answers: (messages.help.language.buttons ?? []).map((each) => ({
          title: each.title,
          verb,
          data: commandData(verb, 'channel.language', each.written),
        })),
      }),
    ],
    [
      'which round is meant',
      whichRoundCard(
        render,
        messages,
        [ROUND_TO_CHOOSE, { ...ROUND_TO_CHOOSE, id: aRoundId('runde-2') }].map(({ id, plan }) => ({
          id,
          plan: { ...plan, ask: { ...plan.ask, title } },
        })),
        { verb, command: 'round.status', written: undefined },
      ),
    ],
    [
      'a command that belongs elsewhere',
      noticeCard(render, messages, {
        ...elsewhere({ where: 'secretariat', channel: undefined }, command),
        link: { title: goToSecretariat, url },
      }),
    ],
    ...(['department', 'personal'] as const).map(
      (where) =>
        [
          `a command that belongs elsewhere, ${where}`,
          noticeCard(render, messages, elsewhere({ where }, command)),
        ] as const,
    ),
  ];
}

/** What the secretariat is told about the places and the people of departments. */
function placeNewsCards(messages: Messages, { departments }: WrittenTexts): States {
  const [department = ''] = departments;
  const team = 'Rådhuset';
  const people = [aPerson()];
  const leavers = [
    { department, people, isWithoutHead: true },
    { department: departments.at(-1) ?? '', people, isWithoutHead: false },
  ];
  const archived = { why: 'archived', team, departments } as const;
  const deleted = { why: 'channel deleted', team: undefined, departments: [department] } as const;
  const news: readonly (readonly [name: string, news: PlaceNews])[] = [
    ['of a team that is archived', { kind: 'lost', ...archived }],
    ['of a channel that is deleted', { kind: 'lost', ...deleted }],
    ['of departments that can be reached again', { kind: 'regained', departments }],
    ['of one that can be reached again', { kind: 'regained', departments: [department] }],
    ['of the secretariat that can be reached again', { kind: 'back', unreached: [] }],
    ['of the secretariat, but not of all', { kind: 'back', unreached: [archived, deleted] }],
    ['of people who have left', { kind: 'left', leavers }],
    ['of a head who has left', { kind: 'left', leavers: leavers.slice(0, 1) }],
  ];
  return news.map(([name, each]) => [`notice ${name}`, noticeCard(render, messages, messages.placeNews.news(each))]);
}

/** What is asked of those who set up channels, and of the secretariat. */
function setupCards(messages: Messages, texts: WrittenTexts): States {
  const toAnswer = { render, messages, ids: { next: () => NONCE } };
  const by = aPerson({ name: texts.author });
  const [name = ''] = texts.departments;
  const other = texts.departments.at(-1) ?? '';
  const present = aRegisteredDepartment({ department: aDepartment({ name }) });
  const renamed = aRegisteredDepartment({ department: aDepartment({ name: other }) });
  const moved = { kind: 'moved', secretariat: aSecretariat(), isTold: false } as const;
  const request = (wanted: SetupWish, department?: string, decision?: SetupDecision, isTold?: boolean) => {
    const shown = { request: aSetupRequest({ by, wanted }), department, channel: texts.line ?? texts.title, decision };
    return drawn(setupRequestAnswer(toAnswer, { ...shown, ...(isTold === undefined ? {} : { isTold }) }, NONCE));
  };
  const wish = { kind: 'name', name: other } as const;
  const people = Array.from({ length: HEADS_MAX }, (_, index) => aPerson({ id: `chef-${index}`, name: texts.author }));
  return [
    ['question before a rename', drawn(setUpAnswer(toAnswer, { kind: 'rename?', present, name: other }))],
    ['question before a move', drawn(setUpAnswer(toAnswer, { kind: 'move?', present }))],
    [
      'question answered',
      drawn(inPlaceOfQuestion(toAnswer, setUpAnswer(toAnswer, { kind: 'renamed', department: renamed }))),
    ],
    [
      'question before the secretariat moves',
      drawn(placingAnswer(toAnswer, { kind: 'move?', from: aSecretariat({ name: texts.line ?? texts.title }) })),
    ],
    ['question answered by a move', drawn(inPlaceOfQuestion(toAnswer, placingAnswer(toAnswer, moved)))],
    ['question of a channel that is nobody’s', request(wish)],
    ['question of a department that wants another name', request(wish, name)],
    ['question of a department that wants many heads', request({ kind: 'heads', people }, name)],
    ['question of a department that wants no deputy', request({ kind: 'deputies', people: [] }, name)],
    ['question of a department that wants a director', request({ kind: 'director', people: [by] }, name)],
    ['question of a department that wants no channel', request({ kind: 'unregister' }, name)],
    ['question granted', request(wish, other, { isGranted: true, by })],
    ['question declined, and nobody told', request(wish, name, { isGranted: false, by }, false)],
  ];
}

function drawn(answer: Answer): Card {
  if (answer.kind !== 'card') throw new Error(`no card: ${answer.kind}`);
  return answer.card;
}

/** One department at every point of its reply's life. */
type Lives = Readonly<
  Record<
    | 'asked'
    | 'headed'
    | 'drafted'
    | 'proposed'
    | 'correctionProposed'
    | 'declined'
    | 'excused'
    | 'leftOut'
    | 'answered'
    | 'answeredNil'
    | 'answeredLate'
    | 'returned'
    | 'returnedUnanswered'
    | 'asksForTime'
    | 'gotTime'
    | 'gotNoTime'
    | 'asksQuestion'
    | 'askedMuch'
    | 'edited'
    | 'keepsItsText'
    | 'lived',
    RoundDepartment
  >
>;

function livesOf(texts: WrittenTexts): Lives {
  const [asked] = planOf(texts).departments;
  if (asked === undefined) throw new Error('a round asks someone');
  const by = aPerson({ name: texts.author });
  const text: ReplyContent = { kind: 'text', text: texts.reply };
  const headed = {
    ...asked,
    department: { ...asked.department, heads: [by, aPerson({ id: 'mette', name: linesIn(texts).head })] },
  };
  const answered = answer(asked, texts, text);
  const proposal = aProposal({ content: text, author: by });
  const { reason, comment, remark } = linesIn(texts);
  const decline = aDecline({ reason, instead: texts.departments.at(-1), by });
  const sentBack = aSentBack({ comment, by });
  const timeRequest = aTimeRequest({ reason, by });
  return {
    asked,
    headed: {
      ...headed,
      previous: { title: texts.title, content: text },
      ask: { ...asked.ask, deadline: aDeadline() },
    },
    drafted: drafted(asked, texts),
    proposed: { ...headed, proposal },
    correctionProposed: { ...headed, reply: answered.reply, proposal },
    declined: { ...asked, decline },
    excused: { ...asked, decline: { ...decline, accepted: anAcceptedDecline({ by }) } },
    leftOut: { ...asked, decline: { ...decline, accepted: anAcceptedDecline({ by, inNotat: false }) } },
    answered,
    answeredNil: answer(asked, texts, aNilReply(remark)),
    answeredLate: {
      ...asked,
      reply: aVersion({ content: text, author: by, at: AFTER_DEADLINE, isOnBehalf: true }),
    },
    returned: { ...answered, sentBack },
    returnedUnanswered: { ...asked, sentBack },
    asksForTime: { ...asked, timeRequest },
    gotTime: { ...asked, timeRequest: { ...timeRequest, decision: aTimeDecision({ by }) } },
    gotNoTime: {
      ...asked,
      timeRequest: { ...timeRequest, decision: aTimeDecision({ by, isGranted: false, line: comment }) },
    },
    asksQuestion: { ...asked, questions: [aQuestion({ text: reason, by })] },
    askedMuch: { ...answered, ...muchAsked(reason, comment, by) },
    edited: { ...answered, proposedEdit: aProposedEdit({ content: proposedText(texts), by }) },
    keepsItsText: {
      ...answered,
      proposedEdit: aProposedEdit({ content: proposedText(texts), by, dismissed: { line: reason, by, at: START } }),
    },
    lived: { ...answered, reopenings: [1, 2].map(() => aReopening({ by, reason })), final: { number: 2, at: START } },
  };
}

/** The department's text as the secretariat would like it to be: some words are others. */
function proposedText({ reply }: WrittenTexts): ReplyContent {
  return { kind: 'text', text: reply.replace(/ +/gu, '  ').replace(/\bog\b/gu, 'samt') };
}

/** As many questions and answers as a department's row keeps. */
function muchAsked(text: string, line: string, by: Person): Pick<RoundDepartment, 'questions' | 'answersToAll'> {
  const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
  const answered = [1, 2].map((minute) =>
    aQuestion({
      text,
      by,
      at: at(minute),
      answer: aQuestionAnswer({ text: line, by, at: at(minute + 10), toAll: minute === 2 }),
    }),
  );
  const open = [3, 4, 5].map((minute) => aQuestion({ text, by, at: at(minute) }));
  const answersToAll = Array.from({ length: ANSWERS_TO_ALL_KEPT }, (_, index) =>
    anAnswerToAll({ question: text, text: line, by, at: at(20 + index) }),
  );
  return { questions: [...answered, ...open], answersToAll };
}

/** What people write in one line. */
const HEADER: NotatHeader = {
  ...EMPTY_HEADER,
  caseNumber: '26/014872',
  to: 'Byrådet',
  from: 'Sekretariatet',
  regarding: 'Læring af årets sager',
  kle: '00.01.10',
};

function linesIn({ head = 'Jonas Bech', line }: WrittenTexts) {
  return {
    head,
    reason: line ?? 'Rapporten handler om plejehjem, og dem har vi ingen af.',
    comment: line ?? 'Skriv gerne et eksempel fra jeres egen hverdag.',
    remark: (line ?? 'Vi følger de fælles retningslinjer.').slice(0, NIL_REMARK_MAX),
    cprReason: (line ?? 'Borgeren har selv bedt om det.').slice(0, CPR_REASON_MAX),
    header: eachHeaderField((field) => (line ?? HEADER[field]).slice(0, ROUND_FORM_MAX[field])),
  };
}

function requestCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const { asked, headed, answered, proposed } = lives;
  const typed = texts.reply;
  const request = (department: RoundDepartment, reason: RequestReason) =>
    requestCard(render, messages, department, reason, NONCE);
  return [
    ['request', request(asked, { kind: 'new' })],
    ['request without a link', request(withoutLink(asked), { kind: 'new' })],
    ['request to heads with an earlier round', request(headed, { kind: 'new' })],
    ['request to correct', request(answered, { kind: 'correcting' })],
    ['request to correct a nil reply', request(answer(asked, texts, aNilReply()), { kind: 'correcting' })],
    ['request to correct a nil reply with a remark', request(lives.answeredNil, { kind: 'correcting' })],
    ['request to correct what awaits approval', request(proposed, { kind: 'correcting' })],
    ['request to correct with a draft', request(drafted(answered, texts), { kind: 'correcting' })],
    ['request resumed', request(asked, { kind: 'resumed', typed })],
    ['request from the thread', request(asked, { kind: 'from thread', typed })],
    ['request from the thread beside a draft', request(lives.drafted, { kind: 'from thread', typed: texts.reply })],
    ['request overtaken', request(answered, { kind: 'overtaken', typed })],
    ['request whose draft is overtaken', request(drafted(asked, texts), { kind: 'draft overtaken', typed })],
    ['request overtaken by what awaits approval', request(proposed, { kind: 'proposal overtaken', typed })],
  ];
}

/** What a person sees in the large field. */
function dialogCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const { asked, headed, answered, proposed } = lives;
  const typed = texts.reply;
  const own = aDraft({ text: typed, author: aPerson({ name: texts.author }), at: AFTER_DEADLINE });
  const dialog = (department: RoundDepartment, reason: DialogReason, seen = seenNow(department)) => {
    const view = replyDialogView(reason, department, { seen, ownSeen: 0 });
    return replyDialogCard(render, messages, department, view, { now: START, nonce: NONCE });
  };
  const unseen = { reply: 0, draft: 0, proposal: 0 };
  const certain = { kind: 'cpr number', certainty: 'certain' } as const;
  const possible = { kind: 'cpr number', certainty: 'possible' } as const;
  const opened = { kind: 'opened', typed: '', own: undefined } as const;
  const kept = (reason: string) => {
    const data = { ...pressData(VERBS.keepCpr, asked, NONCE), ownSeen: 0, reply: typed, reason };
    const sent = typedIn(data);
    if (sent === undefined) throw new Error('nothing was typed');
    return keptDialogCard(render, messages, messages.notices.notStored(), sent);
  };
  const ask = (department: RoundDepartment, changes: Partial<AskForm> = {}) => {
    const before = { seen: seenNow(department), ownSeen: 0, nonce: NONCE };
    return askDialogCard(render, messages, department, { text: '', typed, problem: undefined, ...changes }, before);
  };
  return [
    ['reply-dialog', dialog(withoutLink(asked), opened)],
    ['reply-dialog with an earlier round', dialog(headed, opened)],
    ['reply-dialog with the text of the card', dialog(asked, { ...opened, typed })],
    ['reply-dialog with one’s own draft', dialog(asked, { ...opened, own })],
    [
      'reply-dialog with the text of the card beside one’s own draft',
      dialog(asked, { ...opened, typed: `${typed} Mere.`, own }),
    ],
    ['reply-dialog with the department’s draft', dialog(lives.drafted, opened)],
    ['reply-dialog with what awaits approval', dialog(proposed, opened)],
    ['reply-dialog to correct', dialog(answered, opened)],
    ['reply-dialog sent back', dialog(lives.returned, opened)],
    [
      'reply-dialog opened after a colleague has answered',
      dialog(answered, { ...opened, typed: `${typed} Mere.` }, unseen),
    ],
    ['reply-dialog overtaken', dialog(answered, { kind: 'overtaken', typed, own }, unseen)],
    [
      'reply-dialog overtaken by what awaits approval',
      dialog(proposed, { kind: 'overtaken', typed, own: undefined }, unseen),
    ],
    ['reply-dialog refused, empty', dialog(asked, { kind: 'refused', problem: { kind: 'empty' }, typed: '' })],
    [
      'reply-dialog refused, too long',
      dialog(asked, { kind: 'refused', problem: { kind: 'too long', length: 12_345, max: 10_000 }, typed }),
    ],
    [
      'reply-dialog refused, CPR number certain',
      dialog(asked, { kind: 'refused', problem: certain, typed: `${typed} (311299-4321)` }),
    ],
    [
      'reply-dialog refused, CPR number possible',
      dialog(asked, { kind: 'refused', problem: possible, typed: `${typed} (sag 0707614286)` }),
    ],
    ['reply-dialog kept', dialog(asked, { kind: 'kept', typed, own })],
    [
      'reply-dialog whose draft is overtaken by one’s own',
      dialog(asked, { kind: 'own overtaken', typed: `${typed} Mere.`, own }),
    ],
    ['reply-dialog with the row', dialog(headed, { kind: 'preview', typed })],
    ['reply-dialog after a question', dialog(lives.asksQuestion, { kind: 'asked', typed })],
    ['ask-dialog', ask(asked)],
    ['ask-dialog after much', ask(lives.askedMuch, { text: linesIn(texts).reason })],
    ['ask-dialog refused', ask(asked, { problem: { kind: 'missing' } })],
    ['kept-dialog', kept('')],
    ['kept-dialog with a reason', kept(linesIn(texts).remark)],
  ];
}

/** What the channel sees in each state. */
function departmentCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const { asked, answered, answeredLate } = lives;
  const text: ReplyContent = { kind: 'text', text: texts.reply };
  const by = aPerson({ name: texts.author });
  const approved = {
    ...asked,
    reply: aVersion({ content: text, author: by, approvedBy: aPerson({ id: 'mette', name: linesIn(texts).head }) }),
  };
  const card = (department: RoundDepartment) => departmentCard(render, messages, department, NONCE);
  const locked = (department: RoundDepartment) => card({ ...department, isLocked: true });
  return [
    ['request with a draft', card(lives.drafted)],
    ['request that waits for time', card(lives.asksForTime)],
    ['request that got no time', card(lives.gotNoTime)],
    ['request of one that has asked', card(lives.asksQuestion)],
    ['request sent back to one that has asked much', card({ ...lives.returned, ...questionsOf(lives.askedMuch) })],
    ['approval of one that has asked much', card({ ...lives.proposed, ...questionsOf(lives.askedMuch) })],
    ['declined by one that has asked much', card({ ...lives.declined, ...questionsOf(lives.askedMuch) })],
    ['receipt for one that has asked much', card(lives.askedMuch)],
    ['request sent back', card(lives.returned)],
    ['request to answer all the same', card(lives.returnedUnanswered)],
    ['approval', card(lives.proposed)],
    ['approval beside a draft', card(drafted(lives.proposed, texts))],
    ['approval of a correction', card(lives.correctionProposed)],
    ['declined', card(lives.declined)],
    ['declined and excused', card(lives.excused)],
    ['declined and closed', locked(lives.declined)],
    ['receipt', card(answered)],
    ['receipt beside a draft', card(drafted(answered, texts))],
    ['receipt for a nil reply', card(answer(asked, texts, aNilReply()))],
    ['receipt for a nil reply with a remark', card(lives.answeredNil)],
    ['receipt for a correction', card(answer(asked, texts, text, 3))],
    ['receipt for an approved reply', card(approved)],
    ['receipt for a late reply by the secretariat', card(answeredLate)],
    ['receipt of a closed round', locked(answered)],
    ['receipt with a proposed edit', card(lives.edited)],
    [
      'receipt with a proposed edit for one that has asked much',
      card({ ...lives.edited, ...questionsOf(lives.askedMuch) }),
    ],
    ['receipt of a final round that was opened again', locked(lives.lived)],
    ['receipt in a round that was opened again', card(lives.lived)],
    ['request in a round that was opened again', card({ ...lives.headed, reopenings: lives.lived.reopenings })],
    ['approval in a round that was opened again', card({ ...lives.proposed, reopenings: lives.lived.reopenings })],
    ['declined in a final round', locked({ ...lives.excused, ...finalOf(lives.lived) })],
    ['closed in a final round', locked({ ...lives.asked, ...finalOf(lives.lived) })],
    ['closed', locked(asked)],
  ];
}

function declineForms(messages: Messages, texts: WrittenTexts, department: RoundDepartment): States {
  const others = texts.departments.slice(1);
  const { reason } = linesIn(texts);
  const form = (changes: Partial<DeclineForm>) =>
    declineFormCard(render, messages, department, { others, reason: '', instead: '', typed: '', ...changes }, NONCE);
  return [
    ['decline', form({})],
    ['decline without others', form({ others: [] })],
    ['decline after typing', form({ reason, instead: others[0] ?? '', typed: texts.reply })],
    ['decline refused', form({ problem: { kind: 'missing' } })],
    [
      'decline refused for a cpr number',
      form({ reason, typed: texts.reply, problem: { kind: 'cpr number', certainty: 'certain' } }),
    ],
  ];
}

function timeForms(messages: Messages, texts: WrittenTexts, asked: RoundDepartment): States {
  const { reason } = linesIn(texts);
  const form = (department: RoundDepartment, changes: Partial<TimeForm> = {}) => {
    const shown = { ...newTimeForm(department, '', '', danishDayOf(START)), ...changes };
    return timeFormCard(render, messages, department, shown, { seen: seenNow(department), today: TODAY, nonce: NONCE });
  };
  const problems: readonly TimeRequestProblem[] = [
    { field: 'deadline', kind: 'missing' },
    { field: 'reason', kind: 'reason', problem: { kind: 'missing' } },
  ];
  return [
    ['more-time', form(asked)],
    ['more-time after typing', form(asked, { reason, until: '2026-12-04', typed: texts.reply })],
    ['more-time instead of what is asked for', form({ ...asked, timeRequest: aTimeRequest({ reason }) })],
    ['more-time refused', form(asked, { problems })],
  ];
}

function writtenCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const card = (department: RoundDepartment, isWishForTime: boolean) =>
    writtenCard(render, messages, department, { text: texts.reply, isWishForTime }, NONCE);
  const facts = (department: RoundDepartment, now = START) =>
    roundFactsCard(render, messages, department, 'status', now);
  return [
    ['written', card(lives.asked, false)],
    ['written as a wish for time', card(lives.asked, true)],
    ['written when it has answered', card(lives.answered, true)],
    ['round-facts', facts(lives.headed)],
    ['round-facts without a link', facts({ ...lives.drafted, ask: { ...lives.drafted.ask, reportLink: undefined } })],
    ['round-facts of one that asks for time', facts(lives.asksForTime)],
    ['round-facts after the deadline', facts(lives.returned, AFTER_DEADLINE)],
    ['round-facts of a proposal', facts(lives.proposed)],
    ['round-facts of a correction', facts(lives.correctionProposed)],
    ['round-facts of a declined one', facts(lives.declined)],
    ['round-facts of an excused one', facts(lives.excused)],
    ['round-facts of a closed round', facts({ ...lives.answered, isLocked: true })],
    ['round-facts of a round closed without it', facts({ ...lives.asked, isLocked: true })],
  ];
}

function questionsOf({ questions, answersToAll }: RoundDepartment) {
  return { questions, answersToAll };
}

function questionCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const { asked, asksQuestion, askedMuch } = lives;
  const { reason, comment } = linesIn(texts);
  const form = (department: RoundDepartment, changes: Partial<AskForm> = {}) =>
    askFormCard(
      render,
      messages,
      department,
      { text: '', typed: '', problem: undefined, ...changes },
      { seen: seenNow(department), nonce: NONCE },
    );
  const by = aPerson({ name: texts.author });
  const open = aQuestion({ text: reason, by });
  const answered = (toAll: boolean) => ({ ...open, answer: aQuestionAnswer({ text: comment, by, toAll }) });
  const own = { isOwnCard: true } as const;
  const card = (question: Question, mode: AskedMode = own, department = asksQuestion) =>
    askedCard(render, messages, department, question, mode, NONCE);
  const mention = mentionIn(messages, 'question: open', { starter: by });
  const typed = { text: comment, asAllSeeIt: reason };
  const words = messages.question;
  return [
    ['ask-secretariat', form(asked)],
    ['ask-secretariat after typing', form(asked, { text: reason, typed: texts.reply })],
    ['ask-secretariat after much', form(askedMuch)],
    ['ask-secretariat refused', form(asked, { problem: { kind: 'missing' } })],
    ['asked-question', askedCard(render, messages, asksQuestion, open, own, NONCE, mention)],
    ['asked-question in another card’s place', card(open, { isOwnCard: false })],
    [
      'asked-question refused',
      card(open, { ...own, typed, problem: words.answerProblem('answer', { kind: 'missing' }) }),
    ],
    ['asked-question answered', card(answered(false))],
    ['asked-question answered to all', card(answered(true), { isOwnCard: false })],
    [
      'asked-question overtaken',
      card(answered(false), { ...own, typed, problem: words.overtaken(texts.author, START) }),
    ],
    ['asked-question in a message of its own', card(open, { isOwnCard: false, spot: OWN })],
    ['asked-question of a closed round', card(open, own, { ...asksQuestion, isLocked: true })],
  ];
}

function deadlineForms(messages: Messages, texts: WrittenTexts, asked: RoundDepartment): States {
  const { reason } = linesIn(texts);
  const { departments } = planOf(texts);
  const form = (changes: Partial<DeadlineForm>) =>
    deadlineFormCard(render, messages, { ...deadlineFormOf(asked), ...changes }, TODAY, NONCE);
  const values = { deadline: '2026-12-04', deadlineTime: '12:00', reason };
  return [
    ['deadline of one department', form({})],
    ['deadline in a message of its own', form({ spot: OWN })],
    ['deadline of the round', form({ departments, chosen: undefined })],
    ['deadline of the round, filled in', form({ departments, chosen: departments.at(-1)?.department, values })],
    ['deadline of the round without a list', form({ chosen: undefined, values })],
    ['deadline refused', form({ departments, values, problems: [{ field: 'deadline', kind: 'same' }] })],
  ];
}

function followUps(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const card = (
    department: RoundDepartment,
    mode: FollowUpMode = { kind: 'shown' },
    answers?: { readonly spot: Spot },
  ) => followUpCard(render, messages, department, mode, NONCE, NO_MENTION, answers);
  const { followUp, request } = messages;
  const { answered, returned, declined } = lives;
  const typed = texts.reply;
  const { comment, cprReason } = linesIn(texts);
  const cprProblem = (certainty: 'certain' | 'possible') => request.problem({ kind: 'cpr number', certainty });
  return [
    ['follow-up on one that is asked', card(lives.headed)],
    ['follow-up on one without its card', card({ ...lives.headed, trouble: REMOVED })],
    ['follow-up on one whose card may not have arrived', card({ ...lives.headed, trouble: UNANSWERED })],
    ['follow-up after it is sent again', card(lives.headed, { kind: 'shown', said: messages.trouble.sentAgain })],
    [
      'follow-up after a nudge',
      card(
        { ...lives.drafted, reminders: [aReminder({ step: 'asked for' })] },
        { kind: 'shown', said: followUp.nudged },
      ),
    ],
    ['follow-up on what awaits approval', card(lives.correctionProposed)],
    ['follow-up on a declined one', card(declined)],
    ['follow-up on an excused one', card(lives.excused)],
    ['follow-up on one with a proposed edit', card(lives.edited)],
    ['follow-up on one that keeps its text', card(lives.keepsItsText)],
    ['follow-up to propose an edit', card(lives.answered, { kind: 'mending', typed: texts.reply })],
    [
      'follow-up to propose an edit that is none',
      card(lives.answered, { kind: 'mending', typed: texts.reply, problem: messages.edit.same }),
    ],
    ['follow-up on one left out', card(lives.leftOut)],
    ['follow-up on an answered one', card(answered)],
    ['follow-up on a late one', card(lives.answeredLate)],
    ['follow-up on one sent back', card(returned)],
    ['follow-up on one that asks for time', card(lives.asksForTime)],
    [
      'follow-up on one that asks for time, refused',
      card(lives.asksForTime, { kind: 'shown', line: comment, problem: messages.time.replaced(TODAY) }),
    ],
    ['follow-up on one that got time', card(lives.gotTime)],
    ['follow-up on one that got no time', card(lives.gotNoTime)],
    ['follow-up on one that asks', card(lives.asksQuestion)],
    ['follow-up on one that has asked much', card(lives.askedMuch)],
    ['follow-up on a closed one', card({ ...answered, isLocked: true })],
    ['follow-up to send back', card(answered, { kind: 'sending back', comment: '' })],
    [
      'follow-up to send back, in a message of its own',
      card(answered, { kind: 'sending back', comment: '' }, { spot: OWN }),
    ],
    ['follow-up to mend, in a message of its own', card(answered, { kind: 'mending', typed }, { spot: OWN })],
    [
      'follow-up to answer, in a message of its own',
      card(
        returned,
        { kind: 'answering', typed, problem: cprProblem('certain'), cprCertainty: 'certain' },
        { spot: OWN },
      ),
    ],
    [
      'follow-up on one that asks for time, in a message of its own',
      card(lives.asksForTime, { kind: 'shown' }, { spot: OWN }),
    ],
    ['follow-up on one that was found', card(answered, { kind: 'shown' }, { spot: FINDING })],
    ['follow-up on a declined one, in a message of its own', card(declined, { kind: 'shown' }, { spot: OWN })],
    [
      'follow-up on one without its card, in a message of its own',
      card({ ...lives.headed, trouble: UNANSWERED }, { kind: 'shown' }, { spot: OWN }),
    ],
    [
      'follow-up to send back, refused',
      card(declined, { kind: 'sending back', comment, problem: followUp.problem({ kind: 'missing' }) }),
    ],
    ['follow-up to answer', card(lives.drafted, { kind: 'answering', typed: '' })],
    [
      'follow-up to answer, overtaken',
      card(answered, { kind: 'answering', typed, problem: followUp.overtaken.answer(texts.author, START) }),
    ],
    [
      'follow-up to answer, possible cpr number',
      card(returned, { kind: 'answering', typed, problem: cprProblem('possible'), cprCertainty: 'possible' }),
    ],
    [
      'follow-up to answer, certain cpr number',
      card(returned, {
        kind: 'answering',
        typed,
        problem: cprProblem('certain'),
        cprCertainty: 'certain',
        reason: cprReason,
      }),
    ],
  ];
}

function drafted(department: RoundDepartment, { reply, author }: WrittenTexts): RoundDepartment {
  return { ...department, draft: aDraft({ text: reply, author: aPerson({ name: author }) }) };
}

/** A first answer, one with words changed, a nil reply, and the reply again. */
function versionsOf({ reply, author }: WrittenTexts): readonly ReplyVersion[] {
  const contents: readonly ReplyContent[] = [
    { kind: 'text', text: reply },
    { kind: 'text', text: `${reply.replace(/\w+/u, 'Rapporten')}\nVi følger op til sommer.` },
    aNilReply('Se sidste års svar.'),
    { kind: 'text', text: reply },
  ];
  return contents.map((content, index) => aVersion({ number: index + 1, content, author: aPerson({ name: author }) }));
}

/** A round with a department for each of the names. */
function planOf(texts: WrittenTexts): {
  readonly plan: RoundPlan;
  readonly departments: readonly RoundDepartment[];
} {
  const { title, report, reportLink, question, introduction } = texts;
  const ask = anAsk({ title, report, reportLink, question });
  const departments = texts.departments.map((name, position) => {
    const id = aDepartmentId(`${position}`.padStart(36, '0'));
    return aRoundDepartment({ department: aDepartment({ id, name }), position, ask });
  });
  const invitations = departments.map(({ department }) => ({ department, address: anAddress() }));
  return { plan: aPlan({ ask, introduction, invitations }), departments };
}

/** The round when the first so many of its departments have answered. */
export function overviewOf(texts: WrittenTexts, answers: number): RoundOverview {
  const { plan, departments } = planOf(texts);
  const round = aRound({ state: 'open', plan });
  const content: ReplyContent = { kind: 'text', text: texts.reply };
  return {
    round,
    unreadable: [],
    withdrawn: [],
    departments: departments.map((each, index) => {
      if (index >= answers) return each;
      const own = texts.answers?.[index];
      return own === undefined ? answer(each, texts, content) : answer(each, own, own.content);
    }),
  };
}

function shownNotat(
  messages: Messages,
  overview: RoundOverview,
  now?: Date,
  kind?: NotatKind,
  mention?: Mention,
): Card {
  const [first] = shownNotatCards(messages, overview, now, kind, mention);
  if (first === undefined) throw new Error('a notat has a card');
  return first;
}

/** A notat on all of its cards; a final one as of a closed round, with something changed in every way. */
export function shownNotatCards(
  messages: Messages,
  overview: RoundOverview,
  now: Date = START,
  kind?: NotatKind,
  mention?: Mention,
  isTemplateUnreadable = false,
): readonly Card[] {
  const notat = compileNotat(overview, now, kind);
  const compiled = { ...recordNotat(aNotatId(), overview, now, 0, kind), isTemplateUnreadable };
  const link = 'https://notatbot.example/notat/eyJyIjoicnVuZGUtMSJ9.c2lnbmF0dXI';
  if (kind?.number === undefined) {
    const shown = { round: overview.round, record: compiled, notat, link, nonce: NONCE };
    return notatCards(render, messages, mention === undefined ? shown : { ...shown, mention });
  }
  const round = { ...overview.round, state: 'closed', finals: kind.number } as const;
  const name = overview.departments.find(({ reply }) => reply !== undefined)?.reply?.author.name ?? USUAL.author;
  const record = { ...compiled, seal: aSeal({ by: aPerson({ name }) }) };
  const kinds = ['new', 'changed', 'excused'] as const;
  const changes = overview.departments.flatMap(({ department }, index) => {
    const change = kinds[index % kinds.length];
    return change === undefined ? [] : [{ departmentId: department.id, kind: change }];
  });
  const shown = { round, record, notat, changes, link, nonce: NONCE };
  if (kind.number === 1) return notatCards(render, messages, shown);
  // A second one, of which a third has been made.
  const reopenings = [aReopening({ reason: linesOfReason(overview) })];
  return notatCards(render, messages, {
    ...shown,
    round: { ...round, reopenings },
    newer: { status: 'final', number: 3 },
  });
}

function linesOfReason({ departments }: RoundOverview): string {
  return departments.find(({ decline }) => decline !== undefined)?.decline?.reason ?? 'Et svar er ændret.';
}

/** The round as it was opened again, with an edit that nobody has replied to in every department that has answered. */
function reopenedOverview(overview: RoundOverview, { reopenings, final }: RoundDepartment): RoundOverview {
  const departments = overview.departments.map((each) =>
    each.reply === undefined ? each : { ...each, proposedEdit: aProposedEdit({ version: each.reply.number }), final },
  );
  return { ...overview, round: { ...overview.round, reopenings }, departments };
}

/** What a department's row tells of a final round. */
function finalOf({ final, reopenings }: RoundDepartment) {
  return { final, reopenings };
}

/** The final notat as a department reads it. */
function finalNotatCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const overview = overviewOf(texts, texts.departments.length);
  const kind = { status: 'final', number: 1 } as const;
  const notat = compileNotat(overview, START, kind);
  const record = recordNotat(aNotatId(), overview, START, 0, kind);
  const link = 'https://notatbot.example/notat/eyJyIjoicnVuZGUtMSJ9.c2lnbmF0dXI';
  const shown = { department: lives.lived, record, notat, link } as const;
  return [
    ['final-notat', finalNotatCard(render, messages, { ...shown, isOnCard: false }, NONCE)],
    ['final-notat in the place of a card', finalNotatCard(render, messages, { ...shown, isOnCard: true }, NONCE)],
  ];
}

function closingCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const card = (
    overview: RoundOverview,
    findings: readonly Finding[],
    isUndecided = false,
    said?: string,
    spot?: Spot,
  ) =>
    closingCard(
      render,
      messages,
      {
        overview,
        missing: progressOf(overview).outstanding,
        findings,
        newest: isUndecided ? aNotatId() : undefined,
        isUndecided,
        now: START,
        said,
        spot,
      },
      NONCE,
    );
  const all = overviewOf(texts, texts.departments.length);
  const lived = overviewOfLives(texts, lives);
  const [first] = all.departments;
  const kinds = [
    'leftover field',
    'blank',
    'cpr number',
    'ten digits',
    'e-mail address',
    'phone number',
    'street address',
    'short reply',
    'double space',
    'space before mark',
    'straight quote',
  ] as const;
  const every: readonly Finding[] = kinds.map((kind) => ({
    departmentId: first?.department.id,
    version: 1,
    kind,
    ordinal: 1,
    excerpt: (texts.line ?? 'Ring på 12 34 56 78 …').slice(0, 300),
    ...(kind === 'double space' ? { proposal: texts.line ?? 'Vi skriver klarere' } : {}),
  }));
  const own: Finding = { departmentId: undefined, version: 0, kind: 'leftover field', ordinal: 1, excerpt: '{dato}' };
  const many = [1, 2, 3, 4, 5].flatMap((ordinal) => every.map((finding) => ({ ...finding, ordinal })));
  return [
    ['closing with nothing to decide', card(all, [])],
    ['closing with some missing', card(lived, [])],
    ['closing with findings', card(all, [own, ...every])],
    ['closing with everything, undecided', card(lived, [own, ...many], true)],
    ['closing in a message of its own', card(all, every, false, undefined, OWN)],
    ['closing after all is proposed', card(all, every, false, messages.closing.mending(2, true))],
    ['closing of a round that was opened again', card(reopenedOverview(lived, lives.lived), [])],
  ];
}

export function shownForm(
  messages: Messages,
  texts: WrittenTexts,
  problems: readonly RoundFormProblem[],
  plan = planOf(texts).plan,
): Card {
  const { departments } = planOf(texts);
  const registered = departments.map(({ department }) => aRegisteredDepartment({ department }));
  return roundFormCard(render, messages, {
    roundId: aRoundId(),
    planShown: planShown(formValuesOf(plan)),
    values: formValuesOf(plan),
    problems,
    ...formFacts(texts, registered),
    today: aLocalDate(),
    calendar: DEFAULT_CALENDAR,
  });
}

/** What the form has to choose among. @param departments those that are registered */
function formFacts({ title }: WrittenTexts, departments: RoundForm['departments']) {
  const earlier = { id: aRoundId('runde-0'), title, deadline: aLocalDate('2025-11-26') };
  return { departments, teams: [], earlier: [earlier], plans: [] };
}

/** The form with everything that can stand above its fields. */
function fullForm(messages: Messages, texts: WrittenTexts): RoundForm {
  const { plan, departments } = planOf(texts);
  const registered = departments.map(({ department }) => aRegisteredDepartment({ department }));
  const earlier = aRound({
    id: aRoundId('runde-0'),
    createdAt: new Date('2025-10-01T08:00:00Z'),
    plan: {
      ...fullest(plan, texts),
      ask: { ...plan.ask, title: `${texts.title} 2025`, deadline: aLocalDate('2025-11-26') },
      invitations: plan.invitations.slice(1),
    },
  });
  const rolled = rollForward(earlier, registered.slice(0, -1), START, DEFAULT_CALENDAR);
  const startAt = { at: START, by: aPerson(), posted: undefined };
  return {
    ...newRoundForm(
      messages,
      { ...formFacts(texts, registered), plans: [aRound({ plan }), aRound({ plan: { ...plan, startAt } })] },
      { today: aLocalDate(), calendar: DEFAULT_CALENDAR },
    ),
    values: rolled.values,
    rolled,
    rolledFrom: earlier.id,
    said: messages.planning.discarded,
  };
}

/** A round that is changed or called off, in the secretariat's channel and in the departments'. */
function changeCards(
  messages: Messages,
  texts: WrittenTexts,
  { asked, answered, drafted: draft, proposed, declined }: Lives,
): States {
  const { round, departments } = overviewOf(texts, 1);
  const { reason } = linesIn(texts);
  const by = aPerson({ name: texts.author });
  const values = changeValuesOf(round.plan);
  const choices = round.plan.invitations;
  const form = (changes: Partial<ShownChange>) =>
    changeFormCard(render, messages, { round, values, choices, problems: [], since: [], ...changes }, NONCE);
  const full = fullest(round.plan, texts);
  const since = [
    aPlanChange({ by, parts: ['title', 'report', 'question', 'introduction', 'header'], added: [aDepartmentId()] }),
    aPlanChange({ by, parts: ['order'] }),
  ];
  const card = (department: RoundDepartment) => departmentCard(render, messages, department, NONCE);
  const changed = { at: AFTER_DEADLINE, parts: ['question', 'report', 'reportLink', 'title'] } as const;
  const withdrawn = aWithdrawn({ by, reason });
  const off = { isLocked: true, withdrawn } as const;
  const consequences = { round, answered: 1, missing: departments.length - 1, cards: departments.length };
  const counts = { changed: 3, answered: 2, added: 1, withdrawn: 1 };
  const calledOff: Round = { ...round, state: 'withdrawn', withdrawn };
  return [
    ['change-form', form({})],
    [
      'change-form of every field',
      form({ values: { ...changeValuesOf(full), reason }, round: { ...round, plan: full } }),
    ],
    ['change-form without a list', form({ values: { ...values, departments: undefined } })],
    ['change-form in a message of its own', form({ spot: OWN })],
    ['change-form overtaken', form({ values: { ...values, title: texts.report }, since })],
    [
      'change-form with problems',
      form({
        values: { ...values, title: '', departments: [], reason: '' },
        problems: [
          { field: 'title', kind: 'missing' },
          { field: 'question', kind: 'too long', length: 1_234, max: 1_000 },
          { field: 'kle', kind: 'cpr number' },
          { field: 'departments', kind: 'missing' },
          { field: 'reason', kind: 'reason', problem: { kind: 'missing' } },
        ],
      }),
    ],
    ['withdrawal', withdrawalCard(render, messages, { ...consequences, reason: '' }, NONCE)],
    [
      'withdrawal refused',
      withdrawalCard(render, messages, { ...consequences, answered: 0, reason, problem: { kind: 'missing' } }, NONCE),
    ],
    [
      'withdrawal in a message of its own',
      withdrawalCard(render, messages, { ...consequences, reason, spot: OWN }, NONCE),
    ],
    [
      'change stored in a message of its own',
      doneCard(render, messages, messages.change.changed(counts), round.id, NONCE, OWN),
    ],
    ['change stored', doneCard(render, messages, messages.change.changed(counts), round.id, NONCE)],
    ['withdrawal under way', doneCard(render, messages, messages.withdrawal.underWay(), round.id, NONCE)],
    ['request of a changed round', card({ ...asked, changed })],
    ['receipt in a changed round', card({ ...answered, changed })],
    ['approval in a changed round', card({ ...proposed, changed })],
    ['declined in a changed round', card({ ...declined, changed })],
    ['withdrawn', card({ ...asked, ...off })],
    ['withdrawn after an answer', card({ ...answered, ...off })],
    ['withdrawn with a draft', card({ ...draft, ...off })],
    ['withdrawn with its round', card({ ...asked, isLocked: true, withdrawn: { ...withdrawn, scope: 'round' } })],
    ['round card of one called off', calledOffCard(render, messages, calledOff)],
    [
      'status of a round that is called off',
      statusCard(render, messages, { ...overviewOf(texts, 1), round: calledOff }, START, NONCE),
    ],
    ['follow-up of one withdrawn', followUpCard(render, messages, { ...answered, ...off }, { kind: 'shown' }, NONCE)],
  ];
}

/** @param sent what stood in the fields of the deadline */
export const everyFormProblem = (sent: string): readonly RoundFormProblem[] => [
  { field: 'title', kind: 'missing' },
  { field: 'report', kind: 'too long', length: 321, max: 200 },
  { field: 'reportLink', kind: 'not a link' },
  { field: 'deadline', kind: 'in the past' },
  { field: 'deadline', kind: 'too far ahead', last: aLocalDate('2029-11-09') },
  { field: 'deadline', kind: 'not read', sent },
  { field: 'deadlineTime', kind: 'not read', sent },
  { field: 'introduction', kind: 'unknown field', sent },
  { field: 'remindBefore', kind: 'out of bounds' },
  { field: 'remindAfter', kind: 'out of bounds' },
  { field: 'departments', kind: 'unknown department' },
];

function refusedCards(messages: Messages, department: RoundDepartment, { reply }: WrittenTexts): States {
  const refusals = [
    [{ kind: 'empty' }, ''],
    [{ kind: 'too long', length: 12_345, max: 10_000 }, reply],
    [{ kind: 'unintelligible' }, '…!'],
    [{ kind: 'nil with text', max: 300 }, reply],
    [{ kind: 'cpr number', certainty: 'possible' }, `${reply} (sag 0707614286)`],
    [{ kind: 'cpr number', certainty: 'certain' }, `${reply} (311299-4321)`],
    [{ kind: 'reason missing' }, `${reply} (311299-4321)`],
    [{ kind: 'reason too long', length: 345, max: 300 }, `${reply} (311299-4321)`],
    [{ kind: 'reason with cpr number' }, `${reply} (311299-4321)`],
  ] as const;
  return refusals.map(([problem, typed]) => [
    `request refused, ${problem.kind}${'certainty' in problem ? ` ${problem.certainty}` : ''}`,
    requestCard(render, messages, department, { kind: 'refused', problem, typed }, NONCE),
  ]);
}

function roundCards(messages: Messages, texts: WrittenTexts): States {
  const { plan, departments } = planOf(texts);
  const registered = departments.map(({ department }) => aRegisteredDepartment({ department }));
  const newForm = newRoundForm(messages, formFacts(texts, registered), {
    today: aLocalDate(),
    calendar: DEFAULT_CALENDAR,
  });
  const bare = aRound({ plan: { ...plan, introduction: '', ask: { ...plan.ask, reportLink: undefined } } });
  return [
    ['form', roundFormCard(render, messages, newForm)],
    ['form as last year', roundFormCard(render, messages, fullForm(messages, texts))],
    ['form by team', roundFormCard(render, messages, { ...newForm, isByTeam: true })],
    ['form with problems', shownForm(messages, texts, everyFormProblem(texts.title))],
    ['form with values', shownForm(messages, texts, [])],
    [
      'form overtaken',
      roundFormCard(render, messages, {
        ...fullForm(messages, texts),
        notStored: messages.planSaved.overtaken(
          { saved: { by: aPerson({ name: texts.author }), at: START }, isMerged: true, differs: ['title'] },
          false,
        ),
        planSays: [messages.planSaved.planSays('title', texts.title)],
      }),
    ],
    ['form with every field', shownForm(messages, texts, [], fullest(plan, texts))],
    ['preview', roundPreviewCard(render, messages, aRound({ plan }), REACHED)],
    [
      'preview of every field',
      roundPreviewCard(render, messages, aRound({ plan: fullest(plan, texts) }), {
        ...REACHED,
        previous: {
          title: 'Sidste års runde',
          reply: { title: texts.title, content: { kind: 'text', text: texts.reply } },
        },
      }),
    ],
    [
      'preview of a round that starts later',
      roundPreviewCard(
        render,
        messages,
        aRound({
          plan: { ...plan, startAt: { at: new Date('2026-11-20T08:00:00Z'), by: aPerson(), posted: undefined } },
        }),
        REACHED,
      ),
    ],
    [
      'preview with a start that cannot be',
      roundPreviewCard(render, messages, aRound({ plan }), {
        ...REACHED,
        wrongStart: {
          problem: messages.planning.laterProblem({ field: 'deadline', kind: 'in the past' }),
          values: { deadline: '2026-11-01', deadlineTime: '9:00' },
        },
      }),
    ],
    ['preview without introduction and link', roundPreviewCard(render, messages, bare, REACHED)],
    [
      'preview with some who cannot be reached',
      roundPreviewCard(render, messages, aRound({ plan }), someReached(texts)),
    ],
    [
      'preview of a round that is being tried',
      roundPreviewCard(render, messages, aRound({ plan }), { ...REACHED, said: messages.trial.started }),
    ],
    ['started', roundStartedCard(render, messages, aRound({ plan }))],
    ...trialCards(messages, texts),
  ];
}

const REACHED: Previewed = {
  tried: { reached: 9, notReached: [], notTried: [] },
  previous: undefined,
  now: START,
  nonce: NONCE,
};

/** Each way of not being reached, and one of whom nothing is known. */
function someReached({ departments, title }: WrittenTexts): Previewed {
  const [one = '', other = '', third = '', fourth = '', fifth = '', sixth = ''] = departments;
  const notReached = [
    { department: one, why: 'bot removed', team: title },
    { department: other, why: 'bot removed', team: title },
    { department: third, why: 'archived', team: title },
    { department: fourth, why: 'deleted', team: undefined },
    { department: fifth, why: 'channel deleted', team: title },
  ] as const;
  return { ...REACHED, tried: { reached: 0, notReached, notTried: [sixth] } };
}

function nobodyReached({ departments, title }: WrittenTexts): Previewed {
  const notReached = departments.map((department) => ({ department, why: 'bot removed', team: title }) as const);
  return { ...REACHED, tried: { reached: 0, notReached, notTried: departments } };
}

/** The cards of a trial, in which the title says so. */
function trialCards(messages: Messages, texts: WrittenTexts): States {
  const title = messages.trial.title(texts.title);
  const whole = overviewOf(texts, texts.departments.length);
  const { round } = whole;
  const plan = trialPlan(round.plan, anAddress({}, 'sekretariatet'), title);
  const trial = { ...round, plan };
  const departments = whole.departments.map((each) => ({ ...each, ask: plan.ask }));
  const [answered] = departments;
  if (answered === undefined) throw new Error('a trial has departments');
  const asked = { ...answered, reply: undefined };
  return [
    ['trial under way', trialCard(render, messages, trial)],
    ['trial that has ended', trialCard(render, messages, { ...trial, state: 'closed' })],
    ['request in a trial', departmentCard(render, messages, asked, NONCE)],
    ['receipt in a trial', departmentCard(render, messages, answered, NONCE)],
    ['status of a trial', statusCard(render, messages, { ...whole, round: trial, departments }, START, NONCE)],
    ...shownNotatCards(messages, { ...whole, round: trial, departments })
      .slice(0, 1)
      .map((card) => ['notat of a trial', card] as const),
  ];
}

/** A plan with something in every field. */
function fullest(plan: RoundPlan, texts: WrittenTexts): RoundPlan {
  const { header } = linesIn(texts);
  return {
    ...plan,
    ask: { ...plan.ask, deadline: aDeadline() },
    header,
    showOrigins: true,
    reminders: { daysBefore: [10, 7, 1], onTheDay: false, everyAfter: 4 },
    previousRound: aRoundId('runde-0'),
  };
}

/** Cards that mention people: as many as there may be, and with names as long as they may be. */
function toldCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const persons = (kind: string) =>
    Array.from({ length: HEADS_MAX }, (_, index) => aPerson({ id: `${kind}-${index}`, name: texts.author }));
  const headed = (department: RoundDepartment): RoundDepartment => {
    const { department: whole } = department;
    return { ...department, department: { ...whole, heads: persons('chef'), deputies: persons('vikar') } };
  };
  const card = (department: RoundDepartment) => departmentCard(render, messages, headed(department), NONCE);
  const starter = aPerson({ name: texts.author });
  const notice = (named: DepartmentNotice, changes: Partial<RoundDepartment> = {}) => {
    const department = headed({ ...lives.asked, reminders: [aReminder()], ...changes });
    const about = { department, now: START };
    const mention = mentionIn(messages, `notice: ${named}`, department);
    return departmentNoticeCard(render, messages, messages.departmentNotices[named](about), mention);
  };
  const personally = (named: PersonalNotice, changes: Partial<RoundDepartment> = {}, now = START) => {
    const department = { ...lives.asked, reminders: [aReminder()], ...changes };
    const said = messages.personalNotices.notices[named]({ department, now });
    return personalNoticeCard(render, messages, department, named, said);
  };
  const chased = [1, 2, 3].map((number) => aReminder({ number, step: `chase ${number}`, isEscalated: number === 3 }));
  const { reason } = linesIn(texts);
  const moved = { deadlineMoves: [aDeadlineMove({ reason })] };
  const refused = { timeRequest: aTimeRequest({ decision: aTimeDecision({ isGranted: false, line: reason }) }) };
  const { answersToAll } = lives.askedMuch;
  const shared = { answersToAll };
  const answers = { questions: lives.askedMuch.questions.filter(isAnswered) };
  const lived = overviewOfLives(texts, lives);
  const since = { since: new Date(START.getTime() - 1) };
  const digest = (overview: RoundOverview, kind: 'digest: undecided' | 'digest: news') =>
    digestCard(render, messages, overview, since, START, mentionIn(messages, kind, { starter }));
  const decide = mentionIn(messages, 'decision: decline', { starter });
  const troubled = mentionIn(messages, 'troubles', { starter });
  return [
    ['request to many heads', card(lives.asked)],
    ['request sent back to many heads', card({ ...lives.returned, draft: aDraft({ text: texts.reply }) })],
    ['approval by many heads', card(lives.proposed)],
    ['notice of a reminder', notice('nudged')],
    ['notice of a moved deadline', notice('deadline moved', moved)],
    ['notice of a refusal of more time', notice('time declined', refused)],
    ['notice of an answer', notice('question answered', answers)],
    ['notice of answers to all', notice('answered to all', shared)],
    ['personal-notice of an answer', personally('question answered', answers)],
    ['personal-notice of answers to all', personally('answered to all', shared)],
    ['personal-notice of a request', personally('request')],
    ['personal-notice of a reminder', personally('nudged')],
    ['personal-notice of what was sent back', personally('sent back')],
    ['personal-notice to a director', personally('escalated', { reminders: chased }, AFTER_DEADLINE)],
    ['follow-up to decide', followUpCard(render, messages, lives.declined, { kind: 'shown' }, NONCE, decide)],
    ['digest of every kind', digest(lived, 'digest: undecided')],
    ['digest of many', digest(overviewOf(texts, 1), 'digest: news')],
    ['status with a mention', statusCard(render, messages, lived, START, NONCE, undefined, troubled)],
    [
      'complete notat with a mention',
      shownNotat(
        messages,
        overviewOf(texts, texts.departments.length),
        START,
        undefined,
        mentionIn(messages, 'notat: complete', { starter }),
      ),
    ],
  ];
}

/** A department at every point of its reply's life, all in one round. */
function overviewOfLives(texts: WrittenTexts, lives: Partial<Lives>): RoundOverview {
  const departments = Object.values(lives).map((each, position) => {
    const id = aDepartmentId(`${position}`.padStart(36, '0'));
    const name = texts.departments[position] ?? `Fagområde ${position + 1}`;
    return { ...each, position, department: { ...each.department, id, name } };
  });
  return { ...overviewOf(texts, 0), departments };
}

function overviewCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const status = (overview: RoundOverview, now = START) => statusCard(render, messages, overview, now, NONCE);
  const none = overviewOf(texts, 0);
  const lived = overviewOfLives(texts, lives);
  const some = overviewOf(texts, 1);
  const all = overviewOf(texts, texts.departments.length);
  const undelivered = {
    ...some,
    departments: some.departments.map((each) => (each.reply === undefined ? { ...each, trouble: REMOVED } : each)),
  };
  const own = { fate: 'uncertain', what: 'post notat', word: '504' } as const;
  const troubled = { ...undelivered, round: { ...undelivered.round, trouble: own } };
  return [
    ['status of none', status(none)],
    ['status of some', status(some)],
    ['status of half', status(overviewOf(texts, Math.ceil(texts.departments.length / 2)))],
    ['status of all', status(all)],
    ['status of every kind', status(lived)],
    ['status with the undelivered', status(undelivered)],
    ['status with trouble of its own', status(troubled)],
    ['status after it is sent again', statusCard(render, messages, some, START, NONCE, messages.trouble.sentAgain)],
    ['status after the deadline', status(some, AFTER_DEADLINE)],
    ['status with few things to decide', status(overviewOfDecisions(texts, lives), DAYS_LATER)],
    ['status of the reminded', status(overviewOfReminded(texts, lives))],
    [
      'status of a closed round',
      status({ ...all, round: { ...all.round, state: 'closed', closedAt: AFTER_DEADLINE, finals: 2 } }),
    ],
    ['status from which all are reminded', status(withCards(none))],
    ['reminding all', remindingAllCard(render, messages, withCards(none), START, NONCE)],
    [
      'reminding all of every kind',
      remindingAllCard(render, messages, withCards(overviewOfReminded(texts, lives)), START, NONCE),
    ],
    ['reminding all of nobody', remindingAllCard(render, messages, all, START, NONCE)],
    ...roundListCards(messages, some),
    ['interim notat', shownNotat(messages, some)],
    ['interim notat after the deadline', shownNotat(messages, some, AFTER_DEADLINE)],
    ['complete notat', shownNotat(messages, all)],
    ...shownNotatCards(messages, some, START, undefined, undefined, true).map(
      (card) => ['interim notat without a Word file', card] as const,
    ),
    ['final notat', shownNotat(messages, all, START, { status: 'final', number: 2 })],
    ['final notat of every kind', shownNotat(messages, lived, AFTER_DEADLINE, { status: 'final', number: 1 })],
  ];
}

/** Some days after the answers that wait for approval. */
const DAYS_LATER = new Date(START.getTime() + 3 * 24 * 60 * 60 * 1_000);

/** A round in which a few departments wait for the secretariat, each for something else. */
function overviewOfDecisions(texts: WrittenTexts, lives: Lives): RoundOverview {
  const { declined, asksForTime, proposed, asksQuestion, asked } = lives;
  return overviewOfLives(texts, { declined, asksForTime, proposed, asksQuestion, asked });
}

/** The same round, once its cards have reached their channels. */
function withCards(overview: RoundOverview): RoundOverview {
  return { ...overview, departments: overview.departments.map((each) => ({ ...each, cards: [aPosted()] })) };
}

function roundListCards(messages: Messages, { round }: RoundOverview): States {
  const closed = { ...round, state: 'closed', closedAt: AFTER_DEADLINE, finals: 2 } as const;
  const page = { search: '', from: 0, next: undefined, looked: undefined };
  const list = (shown: Partial<RoundsPage>) =>
    roundsCard(render, messages, { ...page, rounds: [round, closed], ...shown }, NONCE);
  const open = { round, answered: 3, asked: 12, needs: 0 };
  return [
    ['rounds', list({})],
    ['rounds, page after page', list({ from: 8, next: 16, search: round.plan.ask.title })],
    ['rounds, none yet', list({ rounds: [] })],
    ['rounds, none found', list({ rounds: [], search: round.plan.ask.title, looked: 200 })],
    ['rounds that are open', openRoundsCard(render, messages, [open, { ...open, needs: 2 }], NONCE)],
  ];
}

/** A round in which some have been reminded, one has a deadline of its own, and one a director. */
function overviewOfReminded(texts: WrittenTexts, lives: Lives): RoundOverview {
  const lived = overviewOfLives(texts, lives);
  const director = aPerson({ name: texts.author });
  const departments = lived.departments.map((each, index) => ({
    ...each,
    ...(index % 2 === 0 ? { department: { ...each.department, director } } : {}),
    ...(index === 1 ? { ask: { ...each.ask, deadline: aDeadline('2026-12-04T12:00') } } : {}),
    reminders: index % 3 === 0 ? [aReminder()] : [],
  }));
  const unreadable = [{ departmentId: aDepartmentId('ulaest'), name: texts.title, position: departments.length }];
  return { ...lived, departments, unreadable };
}

function planCards(messages: Messages, texts: WrittenTexts, lives: Lives): States {
  const words = messages.reminderPlan;
  const none = overviewOf(texts, 0);
  const all = overviewOf(texts, texts.departments.length);
  const reminded = overviewOfReminded(texts, lives);
  const closed = { ...reminded, round: { ...reminded.round, state: 'closed' } as const };
  const plan = (overview: RoundOverview, now = START, press?: PlanPress) =>
    planCard(render, messages, overview, now, NONCE, press);
  const problem = (['remindBefore', 'remindAfter'] as const).map(
    (field) => ({ field, kind: 'out of bounds' }) as const,
  );
  const refused = { said: planProblems(messages, problem), isDone: false, values: { remindBefore: ['7'] } };
  return [
    ['reminder-plan', plan(none)],
    ['reminder-plan of every kind', plan(reminded)],
    ['reminder-plan after the deadline', plan(reminded, AFTER_DEADLINE)],
    ['reminder-plan of all answered', plan(all)],
    ['reminder-plan saved', plan(none, START, { said: words.saved, isDone: true })],
    ['reminder-plan overtaken', plan(none, START, { said: words.overtaken, isDone: false })],
    ['reminder-plan refused', plan(none, START, refused)],
    ['reminder-plan of a closed round', plan(closed)],
    ['dry run of something', dryRunCard(render, messages, reminded, AFTER_DEADLINE)],
    ['dry run of nothing', dryRunCard(render, messages, none, START)],
    ['dry run of nobody', dryRunCard(render, messages, all, START)],
    ['dry run outside working hours', dryRunCard(render, messages, none, new Date('2026-11-21T09:00:00Z'))],
    ['dry run of a closed round', dryRunCard(render, messages, closed, START)],
  ];
}

/** Where a message has not room for everything. */
function crowdedCards(messages: Messages, texts: WrittenTexts): States {
  const departments = Array.from({ length: 60 }, (_, index) => `Fagområde nummer ${index + 1}`);
  const { answers, ...alike } = texts;
  const long = { ...alike, departments, reply: 'Vi har ændret arbejdsgangen.\n'.repeat(400) };
  const [answered] = overviewOf(long, 1).departments;
  if (answered?.reply === undefined) throw new Error('the first has answered');
  const longNames = Array.from({ length: 200 }, (_, index) => `Fagområde ${index} `.padEnd(DEPARTMENT_NAME_MAX, 'x'));
  const crowd = overviewOf({ ...alike, departments: longNames }, 25);
  const finding = { overview: crowd, spot: OWN } as const;
  const remembering = { ...answered, previous: { title: texts.title, content: answered.reply.content } };
  return [
    ['receipt for a long reply', departmentCard(render, messages, answered, NONCE)],
    [
      'request overtaken by a long reply',
      requestCard(render, messages, remembering, { kind: 'overtaken', typed: texts.reply }, NONCE),
    ],
    [
      'follow-up opened from the overview',
      followUpCard(render, messages, answered, { kind: 'shown' }, NONCE, NO_MENTION, { spot: ON_OVERVIEW }),
    ],
    [
      'follow-up in a message of its own',
      followUpCard(render, messages, answered, { kind: 'shown' }, NONCE, NO_MENTION, { spot: OWN }),
    ],
    ['edit-dialog', editDialogCard(render, messages, answered, { typed: texts.reply }, NONCE)],
    [
      'edit-dialog refused',
      editDialogCard(render, messages, answered, { typed: texts.reply, problem: messages.edit.same }, NONCE),
    ],
    ['follow-up on a long reply', followUpCard(render, messages, answered, { kind: 'shown' }, NONCE)],
    ['preview to many', roundPreviewCard(render, messages, aRound({ plan: planOf(long).plan }), nobodyReached(long))],
    ['status of many', statusCard(render, messages, overviewOf({ ...alike, departments }, 25), START, NONCE)],
    ['status of more than its list holds', statusCard(render, messages, crowd, START, NONCE)],
    ['find-department', findDepartmentCard(render, messages, { ...finding, search: '', found: [] }, START, NONCE)],
    [
      'find-department that finds several',
      findDepartmentCard(render, messages, { ...finding, search: texts.title, found: crowd.departments }, START, NONCE),
    ],
    [
      'find-department that finds nothing',
      findDepartmentCard(render, messages, { ...finding, search: texts.title, found: [] }, START, NONCE),
    ],
    ['reminder-plan of many', planCard(render, messages, overviewOf({ ...alike, departments }, 25), START, NONCE)],
    ...shownNotatCards(messages, overviewOf(long, 25))
      .slice(0, 2)
      .map((card, index) => [`notat-part ${index + 1} of a long notat`, card] as const),
  ];
}

function answer(
  department: RoundDepartment,
  { author }: Pick<WrittenTexts, 'author'>,
  content: ReplyContent,
  number = 1,
): RoundDepartment {
  return { ...department, reply: aVersion({ number, content, author: aPerson({ name: author }) }) };
}

function withoutLink(department: RoundDepartment): RoundDepartment {
  return { ...department, ask: { ...department.ask, reportLink: undefined } };
}

const PLACES: readonly (readonly [name: string, place: Place])[] = [
  ['help in a channel that is nobody’s', 'unregistered'],
  ['help in a department’s channel', 'department'],
  ['help in the secretariat’s channel', 'secretariat'],
  ['help in a personal chat', 'personal'],
];

/** All that can be written in such a place. */
function helpLines({ help }: Messages, place: Place): readonly HelpLine[] {
  return ROWS.filter(({ where }) => where.includes(place)).flatMap((row) => row.help?.(help, place).lines ?? []);
}
