import { ok } from 'node:assert/strict';
import { type Card, dataToSend, findAction } from '../../dev/local-teams/card-actions.js';
import { sortByName } from '../../src/application/channel/move-in-order.js';
import { placeSecretariat } from '../../src/application/channel/place-secretariat.js';
import { registerDepartment } from '../../src/application/channel/register-department.js';
import { retireDepartment } from '../../src/application/channel/retire-department.js';
import { showNotatAgain } from '../../src/application/notat/fetch-notat.js';
import type { RoundChange } from '../../src/application/ports.js';
import { saveDraft } from '../../src/application/reply/save-draft.js';
import { submitReply } from '../../src/application/reply/submit-reply.js';
import { changeReminders } from '../../src/application/round/change-reminders.js';
import { changeRound as changeRoundOfOthers } from '../../src/application/round/change-round.js';
import { markArrived, sendAgain } from '../../src/application/work/send-again.js';
import { commandData, VERBS, type Verb } from '../../src/cards/buttons.js';
import { FIRST_PLACE } from '../../src/cards/channel/setup-card.js';
import { notatCard } from '../../src/cards/notat/notat-card.js';
import { questionCard } from '../../src/cards/question-card.js';
import { findDepartmentCard } from '../../src/cards/round/find-department-card.js';
import { planCard } from '../../src/cards/round/plan-card.js';
import { roundPreviewCard } from '../../src/cards/round/preview-card.js';
import { roundsCard } from '../../src/cards/round/rounds-card.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import { trialCard } from '../../src/cards/round/trial-card.js';
import type { Answer } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { presentMessage } from '../../src/conversation/present-message.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import { operationId, type RoundId } from '../../src/domain/ids.js';
import type { Person } from '../../src/domain/person.js';
import { seenNow } from '../../src/domain/reply/seen.js';
import { accepted } from '../../src/domain/result.js';
import { changeValuesOf } from '../../src/domain/round/changed-round.js';
import type { LocalDate } from '../../src/domain/round/deadline.js';
import { roundAfterMove } from '../../src/domain/round/moved-deadline.js';
import { DEFAULT_REMINDER_PLAN, planName } from '../../src/domain/round/reminder-plan.js';
import type { Round, RoundDepartment, RoundPlan } from '../../src/domain/round/round.js';
import type { TriedChannels } from '../../src/domain/round/tried-channels.js';
import { NEVER, troubleOf } from '../../src/domain/work/delivery.js';
import { da } from '../../src/text/messages.js';
import { AASE, type ABot, cardOf, SECRETARIAT, SECRETARY, ULLA } from '../conversation/a-bot.js';
import { mentioning } from '../conversation/written.js';
import {
  aChannelRequest,
  aDeadlineMove,
  aDecline,
  aDelivery,
  aDepartment,
  aKnownTeam,
  aLocalDate,
  aNotatId,
  aNotatRecord,
  anAct,
  anAddress,
  aPosted,
  aProposal,
  aProposedEdit,
  aQuestion,
  aQuestionAnswer,
  aRound,
  aRoundId,
  aSentBack,
  aTimeDecision,
  aTimeRequest,
  aTrace,
  aVersion,
  START,
} from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { SAVED } from './press-answers.js';

/** How a button is come to. */
export interface ButtonUse {
  /** Where it is pressed and by whom, if not by a head in a department's channel, or by a secretary in their own. */
  readonly at?: { readonly by: Person; readonly address: ChannelAddress };
  /** How the department stands before the card is made, where it is not just asked. */
  readonly before?: Partial<RoundDepartment>;
  /** The card with the button. */
  opens(bot: ABot): Promise<Card>;
  /** Which button it is, where the card has several with the verb. */
  readonly title?: string;
  readonly typed?: Readonly<Record<string, string>>;
  /** What makes the card a stale one. */
  meanwhile(bot: ABot): Promise<unknown>;
}

const CPR = 'Borgeren 010203-1234 fik besked.';
const ANSWERED = { reply: aVersion() };
const EDITED = { ...ANSWERED, proposedEdit: aProposedEdit() };
const FINAL = { number: 1, at: START };
const WITH_CARD = { cards: [aPosted()] };
const THERE = { by: SECRETARY, at: SECRETARIAT };

/** A card with a button for *sprog*. */
const offered = ({ render }: ABot['deps']) =>
  questionCard(render, da, {
    heading: da.understanding.didYouMean(1),
    lines: [],
    answers: [
      {
        title: 'Sprog',
        verb: VERBS.runCommand,
        data: commandData(VERBS.runCommand, 'channel.language', 'sprog'),
      },
    ],
  });

const departments = (bot: ABot) => bot.card();
const followUp = (bot: ABot) => bot.followUp();

/** The card that a button of the department's card is answered with. */
const after =
  (verb: Verb, typed: Readonly<Record<string, string>> = {}) =>
  async (bot: ABot) =>
    cardOf(await bot.press(await bot.card(), verb, { typed }));

/** The card that a button of the secretariat's card about the department is answered with. */
const afterFollowUp = (verb: Verb) => async (bot: ABot) => cardOf(await bot.press(await bot.followUp(), verb, THERE));

async function pressOf(bot: ABot, by: Person) {
  const present = await bot.department();
  const { roundId, department, address } = present;
  const posted = { conversationId: address.channelId, activityId: 'imens' };
  const seen = seenNow(present);
  const who = { by, memberId: `29:${by.id}`, home: 'here', right: 'answer' } as const;
  return { roundId, departmentId: department.id, address, ...who, posted, press: 'imens', seen };
}

const submit = (bot: ABot, by: Person, typed: string) =>
  pressOf(bot, by).then((press) =>
    submitReply(bot.deps, { ...press, answer: { kind: 'text', typed }, keepCpr: undefined }),
  );

const answered = (bot: ABot) => submit(bot, AASE, 'Et andet svar.');

/** Puts the round where a test wants it. */
export async function changeRound(bot: ABot, roundId: RoundId, changes: Partial<Round>): Promise<void> {
  const present = await bot.stores.rounds.readRound(roundId);
  ok(present);
  const round = { ...present.value, ...changes };
  await commit(bot, roundId, { change: 'replace round', round, etag: present.etag });
}

async function commit({ stores }: ABot, roundId: RoundId, change: RoundChange): Promise<void> {
  ok((await stores.rounds.commit(roundId, operationId('arrange', change.change), [change])) === 'committed');
}

/** A round that is planned in the secretariat's channel, and not started. */
const PLANNED: Round = aRound({ id: aRoundId('runde-2'), secretariat: SECRETARIAT });

async function preview(bot: ABot, changes: Partial<RoundPlan> = {}): Promise<Card> {
  const round = { ...PLANNED, plan: { ...PLANNED.plan, ...changes } };
  await commit(bot, PLANNED.id, { change: 'insert round', round });
  return roundPreviewCard(bot.deps.render, da, round, {
    tried: NOBODY_TRIED,
    previous: undefined,
    now: bot.deps.clock.now(),
    nonce: bot.deps.ids.next(),
  });
}

const START_LATER = new Date('2026-11-20T08:00:00Z');

/** So the preview offers to try again. */
const NOBODY_TRIED: TriedChannels = { reached: 0, notReached: [], notTried: ['Kultur'] };

/** The card of a trial that is under way. */
async function trial(bot: ABot): Promise<Card> {
  const ask = { ...PLANNED.plan.ask, isTrial: true };
  const round: Round = { ...PLANNED, state: 'open', plan: { ...PLANNED.plan, ask } };
  await commit(bot, round.id, { change: 'insert round', round });
  return trialCard(bot.deps.render, da, round);
}

const started = (bot: ABot) => changeRound(bot, PLANNED.id, { state: 'open' });

/** The card with the plan of the round's reminders. */
async function plan({ deps, stores }: ABot): Promise<Card> {
  const overview = await stores.rounds.readOverview(aRoundId());
  ok(overview);
  return planCard(deps.render, da, overview, deps.clock.now(), deps.ids.next());
}

/** The overview from which the round is run. */
async function overview({ deps, stores }: ABot): Promise<Card> {
  const read = await stores.rounds.readOverview(aRoundId());
  ok(read);
  return statusCard(deps.render, da, read, deps.clock.now(), deps.ids.next());
}

/** The card on which a department is looked for. */
async function findCard({ deps, stores }: ABot): Promise<Card> {
  const read = await stores.rounds.readOverview(aRoundId());
  ok(read);
  const shown = { overview: read, search: '', found: [], spot: undefined };
  return findDepartmentCard(deps.render, da, shown, deps.clock.now(), deps.ids.next());
}

/** The list of rounds, once the round has got a notat. */
async function roundList({ deps, stores }: ABot): Promise<Card> {
  const read = await stores.rounds.readRound(aRoundId());
  ok(read);
  const page = { rounds: [{ ...read.value, finals: 1 }], search: '', from: 0, next: undefined, looked: undefined };
  return roundsCard(deps.render, da, page, deps.ids.next());
}

/** The card of a notat that has been made of the round. */
async function notat(bot: ABot): Promise<Card> {
  const { deps, stores } = bot;
  const round = await stores.rounds.readRound(aRoundId());
  const isFinal = round?.value.state === 'closed';
  const kind = isFinal ? ({ status: 'final', number: 1 } as const) : {};
  await commit(bot, aRoundId(), { change: 'insert notat', notat: aNotatRecord(kind) });
  const request = { tenantId: SECRETARIAT.tenantId, roundId: aRoundId(), notatId: aNotatId() };
  const recorded = await showNotatAgain(deps, request);
  ok(recorded);
  return notatCard(deps.render, da, { ...recorded, link: 'https://notat.example/', nonce: deps.ids.next() });
}

/** The secretariat's card about a department whose request card may not have arrived. */
async function inDoubt(bot: ABot): Promise<Card> {
  const delivery = aDelivery({ state: 'uncertain', dueAt: NEVER, lastFailure: 'ECONNRESET' });
  await commit(bot, aRoundId(), { change: 'put delivery', delivery });
  await bot.change({ trouble: troubleOf(delivery) });
  return bot.followUp();
}

function troublePress() {
  return { roundId: aRoundId(), departmentId: aDepartment().id, address: SECRETARIAT, by: SECRETARY, press: 'imens' };
}

/** The dialog that a head opens from the department's card. */
async function largeField(bot: ABot): Promise<Card> {
  const data = dataToSend(findAction(await bot.card(), { verb: VERBS.openDialog }), {});
  const act = accepted(anAct({ by: AASE, surface: 'dialog' }));
  const answer = await createConversation(bot.deps, createRecordingLog()).openDialog(data, act);
  ok(answer.kind === 'dialog');
  return answer.card;
}

/** A channel that is nobody's. */
export const NOBODYS = anAddress({}, 'frokost');

const NEW_NAME = 'Børn og Unge';

let wishes = 0;

/** What is answered to someone who writes this. */
async function written({ deps }: ABot, text: string, by: Person, address: ChannelAddress): Promise<Answer> {
  wishes += 1;
  const act = anAct({ by, address, activityId: `oenske-${wishes}` });
  return createConversation(deps, createRecordingLog()).write(mentioning(text), accepted(act));
}

/** The card that asks what a message in the department's channel is. */
const messageCard = async (bot: ABot) => cardOf(await written(bot, 'Vi har lært noget.', AASE, anAddress()));

/** The only card among the messages of an answer. */
function cardIn(answer: Answer): Card {
  ok(answer.kind === 'messages');
  const [sent] = answer.messages;
  ok(sent?.kind === 'card');
  return sent.card;
}

/** Moves the round's deadline. */
/** Somebody else has changed the round. */
async function changedMeanwhile(bot: ABot): Promise<void> {
  const present = await bot.deps.rounds.readRound(aRoundId());
  ok(present);
  const values = { ...changeValuesOf(present.value.plan), title: 'Ny titel' };
  const about = { roundId: aRoundId(), address: SECRETARIAT, by: SECRETARY, press: 'imens', values, changeSeen: 0 };
  await changeRoundOfOthers(bot.deps, about);
}

async function moveTo(bot: ABot, deadline: LocalDate): Promise<void> {
  const present = await bot.stores.rounds.readRound(aRoundId());
  ok(present);
  const move = aDeadlineMove({ to: deadline });
  await changeRound(bot, aRoundId(), roundAfterMove(present.value, move));
}

/** The secretariat's card about what a department's channel wants. */
async function request(bot: ABot): Promise<Card> {
  await written(bot, `tilknyt ${NEW_NAME}`, ULLA, anAddress());
  const asked = await bot.stores.setupRequests.find(SECRETARIAT.tenantId, anAddress().channelId);
  ok(asked);
  const shown = { request: asked.value, department: aDepartment().name, channel: undefined, decision: undefined };
  const [sent] = presentMessage(bot.deps, { kind: 'setup request', ...shown });
  ok(sent?.kind === 'card');
  return sent.card;
}

const askedAnew = (bot: ABot) => written(bot, 'tilknyt Skole og Unge', ULLA, anAddress());

/** The department has asked something, and meanwhile somebody else answers. */
const ASKING = {
  before: { questions: [aQuestion()] },
  meanwhile: (bot: ABot) => bot.change({ questions: [aQuestion({ answer: aQuestionAnswer() })] }),
};

/** What each button needs. */
const TEAM = aKnownTeam();

/** The channel that the card proposes to bind. */
const TO_BIND = { ...anAddress(), teamId: TEAM.teamId, channelId: '19:dagtilbud@thread.tacv2' };

const setUp = async (bot: ABot) => cardOf(await written(bot, 'opsætning', SECRETARY, SECRETARIAT));

const retired = (bot: ABot) =>
  retireDepartment(bot.deps, aChannelRequest(SECRETARIAT, { activityId: 'imens' }), aDepartment().id);

/** The form as a client without dialogs gets it. */
async function departmentForm(bot: ABot): Promise<Card> {
  const data = dataToSend(findAction(await setUp(bot), da.settingUp.edit), { department: aDepartment().id });
  const act = anAct({ by: SECRETARY, address: SECRETARIAT, activityId: 'form' });
  return cardOf(await createConversation(bot.deps, createRecordingLog()).press(data, accepted(act)));
}

/** The question before a department is retired. */
const retiring = async (bot: ABot) => cardOf(await bot.press(await departmentForm(bot), 'setup.retire', THERE));

export const USES: Readonly<Partial<Record<Verb, ButtonUse>>> = {
  'reply.send': { opens: departments, typed: { reply: 'Vi har lært noget.' }, meanwhile: answered },
  'reply.nil': { opens: departments, meanwhile: answered },
  'reply.keep-cpr': {
    opens: after('reply.send', { reply: CPR }),
    typed: { reason: 'Borgeren ønsker det.' },
    meanwhile: answered,
  },
  'reply.save-draft': {
    opens: departments,
    typed: { reply: 'Vi er i gang' },
    meanwhile: async (bot) => saveDraft(bot.deps, { ...(await pressOf(bot, AASE)), typed: 'En anden kladde' }),
  },
  'reply.open-dialog': { opens: departments, meanwhile: answered },
  'reply.save-own': { opens: largeField, typed: { reply: 'Vi er i gang' }, meanwhile: answered },
  'reply.preview': { opens: largeField, typed: { reply: 'Vi har lært noget.' }, meanwhile: answered },
  'reply.approve': {
    before: { proposal: aProposal() },
    opens: departments,
    // Someone who is no head proposes something else than what waits.
    meanwhile: (bot) => submit(bot, aProposal().author, 'Et andet forslag.'),
  },
  'reply.edit': { before: ANSWERED, opens: departments, meanwhile: answered },
  'reply.show': { before: ANSWERED, opens: after('reply.edit'), meanwhile: answered },
  'reply.accept-edit': { before: EDITED, opens: departments, meanwhile: answered },
  'reply.dismiss-edit': {
    before: EDITED,
    opens: departments,
    typed: { line: 'Vi siger altid borger.' },
    meanwhile: answered,
  },
  'reply.open-decline': { opens: departments, meanwhile: answered },
  'reply.decline': {
    opens: after('reply.open-decline'),
    typed: { reason: 'Rapporten handler om plejehjem.' },
    meanwhile: answered,
  },
  'reply.open-time': { opens: departments, meanwhile: answered },
  'reply.ask-for-time': {
    opens: after('reply.open-time'),
    typed: { until: aTimeRequest().until, reason: 'Vi venter på tal fra regionen.' },
    meanwhile: answered,
  },
  'written.use': { opens: messageCard, meanwhile: answered },
  'written.ask': { opens: messageCard, meanwhile: answered },
  'written.dismiss': { opens: messageCard, meanwhile: answered },
  'question.open': { opens: departments, meanwhile: answered },
  'question.ask': {
    opens: after('question.open'),
    typed: { question: 'Skal de selvejende institutioner med?' },
    meanwhile: answered,
  },
  'question.show': { ...ASKING, opens: followUp },
  'question.answer': { ...ASKING, opens: afterFollowUp('question.show'), typed: { answer: 'Ja, tag dem med.' } },
  'question.answer-all': { ...ASKING, opens: afterFollowUp('question.show'), typed: { answer: 'Ja, tag dem med.' } },
  'department.show': { opens: afterFollowUp('department.open-answer'), meanwhile: answered },
  'department.find': { opens: findCard, typed: { search: 'ø' }, meanwhile: answered },
  'department.open-send-back': { before: ANSWERED, opens: followUp, meanwhile: answered },
  'department.send-back': {
    before: ANSWERED,
    opens: afterFollowUp('department.open-send-back'),
    typed: { comment: 'Skriv gerne et eksempel.' },
    meanwhile: answered,
  },
  'department.open-answer': { opens: followUp, meanwhile: answered },
  'department.answer': {
    opens: afterFollowUp('department.open-answer'),
    typed: { reply: 'Sekretariatets svar.' },
    meanwhile: answered,
  },
  'department.answer-nil': { opens: afterFollowUp('department.open-answer'), meanwhile: answered },
  'department.keep-cpr': {
    opens: async (bot) => {
      const form = await afterFollowUp('department.open-answer')(bot);
      return cardOf(await bot.press(form, 'department.answer', { ...THERE, typed: { reply: CPR } }));
    },
    typed: { reason: 'Aftalt med chefen.' },
    meanwhile: answered,
  },
  'department.open-edit': { before: ANSWERED, opens: followUp, meanwhile: answered },
  'department.propose-edit': {
    before: ANSWERED,
    opens: afterFollowUp('department.open-edit'),
    typed: { reply: 'Vi svarer nu inden otte dage.' },
    meanwhile: answered,
  },
  'department.nudge': { opens: followUp, meanwhile: answered },
  'department.accept-decline': {
    before: { decline: aDecline() },
    opens: followUp,
    title: da.followUp.acceptInNotat,
    meanwhile: answered,
  },
  'department.grant-time': {
    before: { timeRequest: aTimeRequest() },
    opens: followUp,
    typed: { line: 'Brug dagene godt.' },
    // Somebody else declines.
    meanwhile: (bot) => bot.change({ timeRequest: aTimeRequest({ decision: aTimeDecision({ isGranted: false }) }) }),
  },
  'department.decline-time': {
    before: { timeRequest: aTimeRequest() },
    opens: followUp,
    typed: { line: 'Byrådet venter ikke.' },
    meanwhile: answered,
  },
  'department.open-deadline': { opens: followUp, meanwhile: answered },
  'round.open-change': {
    opens: (bot) => written(bot, 'træk tilbage', SECRETARY, SECRETARIAT).then(cardOf),
    meanwhile: changedMeanwhile,
  },
  'round.change': {
    opens: (bot) => written(bot, 'ret runden', SECRETARY, SECRETARIAT).then(cardOf),
    typed: { question: 'Hvad har I lært?' },
    meanwhile: changedMeanwhile,
  },
  'round.prepare-withdrawal': {
    opens: (bot) => written(bot, 'ret runden', SECRETARY, SECRETARIAT).then(cardOf),
    meanwhile: (bot) => changeRound(bot, aRoundId(), { state: 'withdrawn' }),
  },
  'round.withdraw': {
    opens: (bot) => written(bot, 'træk tilbage', SECRETARY, SECRETARIAT).then(cardOf),
    typed: { reason: 'Rapporten er trukket tilbage.' },
    meanwhile: (bot) => changeRound(bot, aRoundId(), { state: 'withdrawn' }),
  },
  'round.move-deadline': {
    opens: (bot) => written(bot, 'frist 4.12.2026 fordi mødet er flyttet', SECRETARY, SECRETARIAT).then(cardIn),
    meanwhile: (bot) => moveTo(bot, aLocalDate('2026-12-04')),
  },
  'message.close': {
    opens: (bot) => written(bot, 'ret runden', SECRETARY, SECRETARIAT).then(cardOf),
    meanwhile: async () => undefined,
  },
  'round.open-deadline': { opens: overview, meanwhile: answered },
  'round.show-desk': {
    opens: (bot) =>
      afterFollowUp('department.open-answer')(bot)
        .then((form) => bot.press(form, 'department.show', THERE))
        .then(cardOf),
    meanwhile: answered,
  },
  'round.prepare-reminding-all': { before: WITH_CARD, opens: overview, meanwhile: answered },
  'round.remind-all': {
    before: WITH_CARD,
    opens: async (bot) => cardOf(await bot.press(await overview(bot), 'round.prepare-reminding-all', THERE)),
    meanwhile: answered,
  },
  'round.find': { opens: roundList, meanwhile: answered },
  'round.show-notat': {
    opens: async (bot) => {
      await notat(bot);
      return roundList(bot);
    },
    meanwhile: answered,
  },
  'round.preview': {
    opens: async (bot) => cardOf(await bot.press(await preview(bot), 'round.edit', THERE)),
    meanwhile: started,
  },
  'round.edit': { opens: preview, meanwhile: started },
  'round.start': { opens: preview, meanwhile: started },
  'round.roll-forward': {
    opens: async (bot) => {
      const { id: roundId, secretariat, createdAt } = aRound();
      await bot.stores.index.add({ roundId, tenantId: secretariat.tenantId, createdAt });
      return cardOf(await bot.press(await preview(bot), 'round.edit', THERE));
    },
    // Nothing is stored, so nothing can come in between.
    meanwhile: async () => undefined,
  },
  'round.keep-form': {
    opens: async (bot) => cardOf(await bot.press(await preview(bot), 'round.edit', THERE)),
    meanwhile: started,
  },
  'round.leave-plan': {
    opens: async (bot) => {
      await preview(bot);
      const { id, secretariat, createdAt } = PLANNED;
      await bot.stores.index.addPlan({ roundId: id, tenantId: secretariat.tenantId, createdAt });
      return cardOf(await written(bot, 'ny runde', SECRETARY, SECRETARIAT));
    },
    meanwhile: started,
  },
  'round.start-later': { opens: preview, meanwhile: started },
  'round.cancel-later-start': {
    opens: (bot) => preview(bot, { startAt: { at: START_LATER, by: SECRETARY, posted: undefined } }),
    meanwhile: started,
  },
  'round.try-channels': { opens: preview, meanwhile: started },
  'round.try': { opens: preview, meanwhile: started },
  'round.end-trial': { opens: trial, meanwhile: (bot) => changeRound(bot, PLANNED.id, { state: 'closed' }) },
  'round.save-plan': {
    opens: plan,
    typed: { remindAfter: '5' },
    // Someone else has changed it.
    meanwhile: (bot) =>
      changeReminders(bot.deps, {
        roundId: aRoundId(),
        address: SECRETARIAT,
        by: SECRETARY,
        press: 'imens',
        values: { remindAfter: 'never' },
        planSeen: planName(DEFAULT_REMINDER_PLAN),
      }),
  },
  'round.prepare-closing': {
    opens: notat,
    meanwhile: (bot) => changeRound(bot, aRoundId(), { state: 'closing' }),
  },
  'round.close': {
    before: ANSWERED,
    opens: async (bot) => cardOf(await bot.press(await notat(bot), 'round.prepare-closing', THERE)),
    // Nobody was missing on the card.
    meanwhile: (bot) => bot.change({ sentBack: aSentBack() }),
  },
  'round.reopen': {
    opens: async (bot) => {
      await changeRound(bot, aRoundId(), { state: 'closed', finals: 1 });
      return notat(bot);
    },
    typed: { reason: 'Et svar skal rettes.' },
    meanwhile: (bot) => changeRound(bot, aRoundId(), { state: 'reopening' }),
  },
  'closing.propose-edits': {
    before: { reply: aVersion({ content: { kind: 'text', text: 'Vi har  lært noget nyt.' } }) },
    opens: async (bot) => cardOf(await bot.press(await notat(bot), 'round.prepare-closing', THERE)),
    meanwhile: (bot) => changeRound(bot, aRoundId(), { state: 'closing' }),
  },
  'notat.read': {
    before: { reply: aVersion(), isLocked: true, final: FINAL },
    opens: async (bot) => {
      const final = aNotatRecord({ id: aNotatId('final-1'), status: 'final', number: 1 });
      await commit(bot, aRoundId(), { change: 'insert notat', notat: final });
      return bot.card();
    },
    // A row that an older version of the bot has written in the meantime does not tell of the notat.
    meanwhile: (bot) => bot.change({ final: undefined }),
  },
  'notat.renew': { opens: notat, meanwhile: answered },
  'setup.confirm': {
    at: { by: SECRETARY, address: anAddress() },
    opens: async (bot) => cardOf(await written(bot, `tilknyt ${NEW_NAME}`, SECRETARY, anAddress())),
    // Someone else has given the department a third name.
    meanwhile: (bot) =>
      registerDepartment(bot.deps, aChannelRequest(anAddress(), { activityId: 'imens' }), 'Skole og Unge', () => true),
  },
  'setup.move-secretariat': {
    at: { by: SECRETARY, address: NOBODYS },
    opens: async (bot) => cardOf(await written(bot, 'tilknyt sekretariatet', SECRETARY, NOBODYS)),
    // Someone else has moved it to a third channel.
    meanwhile: (bot) =>
      placeSecretariat(bot.deps, aChannelRequest(anAddress({}, 'notater'), { activityId: 'imens' }), () => true),
  },
  'setup.grant': { opens: request, meanwhile: askedAnew },
  'setup.decline': { opens: request, meanwhile: askedAnew },
  'setup.place': {
    at: { by: SECRETARY, address: NOBODYS },
    async opens(bot) {
      await bot.stores.channels.remove(SECRETARIAT, aTrace({ operation: operationId('arrange', 'no secretariat') }));
      return cardOf(await written(bot, 'opsætning', SECRETARY, NOBODYS));
    },
    // Someone else has chosen a third channel.
    meanwhile: (bot) =>
      placeSecretariat(bot.deps, aChannelRequest(anAddress({}, 'notater'), { activityId: 'imens' }), () => true),
  },
  'setup.refresh': { opens: setUp, meanwhile: retired },
  'setup.bind': {
    async opens(bot) {
      await bot.stores.knownTeams.put(TEAM, undefined);
      return setUp(bot);
    },
    // Someone else has registered the channel.
    meanwhile: (bot) =>
      registerDepartment(bot.deps, aChannelRequest(TO_BIND, { activityId: 'imens' }), 'Dagtilbud', () => true),
  },
  'setup.edit-department': {
    opens: setUp,
    title: da.settingUp.edit,
    typed: { department: aDepartment().id },
    meanwhile: retired,
  },
  'setup.department-form': { opens: retiring, meanwhile: retired },
  'setup.save-department': { opens: departmentForm, typed: { name: SAVED }, meanwhile: retired },
  'setup.retire': { opens: retiring, meanwhile: retired },
  'setup.move-department': {
    async opens(bot) {
      await registerDepartment(bot.deps, aChannelRequest(NOBODYS, { activityId: 'anden' }), 'Affald', () => true);
      await sortByName(bot.deps, aChannelRequest(SECRETARIAT, { activityId: 'sorteret' }));
      return setUp(bot);
    },
    title: da.settingUp.move,
    typed: { department: aDepartment().id, after: FIRST_PLACE },
    meanwhile: retired,
  },
  'setup.new-round': {
    opens: setUp,
    meanwhile: (bot) =>
      registerDepartment(bot.deps, aChannelRequest(NOBODYS, { activityId: 'imens' }), 'Affald', () => true),
  },
  'delivery.send-again': { opens: inDoubt, meanwhile: (bot) => sendAgain(bot.deps, troublePress()) },
  'command.run': {
    at: { by: AASE, address: anAddress() },
    opens: async ({ deps }) => offered(deps),
    meanwhile: async () => undefined,
  },
  'delivery.arrived': { opens: inDoubt, meanwhile: (bot) => markArrived(bot.deps, troublePress()) },
};
