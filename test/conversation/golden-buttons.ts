import assert from 'node:assert/strict';
import { dataToSend, findAction, type InputValues, initialInputs } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { RoundChange } from '../../src/application/ports.js';
import type { VERBS } from '../../src/cards/buttons.js';
import type { Card } from '../../src/cards/render.js';
import type { AuditAct, AuditLine } from '../../src/domain/audit.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import { departmentsIn, inRoundOrder } from '../../src/domain/channel/department.js';
import { type DepartmentId, operationId, type RoundId } from '../../src/domain/ids.js';
import { recordNotat } from '../../src/domain/notat/notat.js';
import { EMPTY_HEADER } from '../../src/domain/notat/notat-header.js';
import type { Person } from '../../src/domain/person.js';
import { type ReplyContent, wordsOf } from '../../src/domain/reply/reply.js';
import { reminderPlanValues } from '../../src/domain/round/reminder-plan.js';
import type { Round } from '../../src/domain/round/round.js';
import { formValuesOf } from '../../src/domain/round/round-form.js';
import { NEVER, notatDeliveryId, troubleOf } from '../../src/domain/work/delivery.js';
import { da } from '../../src/text/messages.js';
import type { PressData } from '../cards/golden-presses.js';
import {
  aDecline,
  aDelivery,
  aDepartment,
  aDepartmentId,
  aDraft,
  aKnownTeam,
  aLocalDate,
  aNotatId,
  anAddress,
  anAsk,
  anOverview,
  aPlan,
  aPosted,
  aProposal,
  aProposedEdit,
  aQuestion,
  aRegisteredDepartment,
  aRound,
  aRoundId,
  aSetupRequest,
  aTimeRequest,
  aTrace,
  aVersion,
  START,
  TENANT,
} from '../support/builders.js';
import { AASE, type ABot, SECRETARIAT, SECRETARY } from './a-bot.js';

type Verb = (typeof VERBS)[keyof typeof VERBS];

/** A button that has been pressed, and the card that its person sees for it: undefined for none of their own. */
interface Pressed {
  readonly bot: ABot;
  readonly data: PressData;
  readonly shown: Card | undefined;
}

export interface GoldenButton {
  /** Whose channel its card is in. */
  readonly at: 'department' | 'secretariat' | 'nobody';
  /** Who presses it, if not a head in a department's channel and a secretary anywhere else. */
  readonly by?: Person;
  /** Whether it is answered with a message, and its own card stays, wherever it stands. */
  readonly isAnsweredInThread?: true;
  /** Brings about what such a card is shown for, beyond what its data says was seen. */
  stands?(bot: ABot, data: PressData): Promise<void>;
  /** Requires that what the button says has been done. */
  did(pressed: Pressed): Promise<void>;
}

/** A channel that is nobody's until the secretariat moves there. */
const NEW_PLACE = anAddress({}, 'notater');

/** What each button says that it does. */
export const GOLDEN_BUTTONS: Readonly<Record<Verb, GoldenButton>> = {
  'reply.send': { at: 'department', did: assertReplied },
  'reply.nil': { at: 'department', did: assertReplied },
  'reply.keep-cpr': {
    at: 'department',
    async did(pressed) {
      await assertReplied(pressed);
      await assertCprKept(pressed);
    },
  },
  'reply.save-draft': {
    at: 'department',
    async did({ bot, data }) {
      const { draft, reply } = await bot.department();
      assert.equal(draft?.text, data['reply']);
      assert.equal(reply?.number ?? 0, data['basedOn']);
    },
  },
  // From a card, it says that the card's own field does the same.
  'reply.open-dialog': {
    at: 'department',
    async did({ bot, shown }) {
      assert.equal(shown, undefined);
      assert.deepEqual((await bot.department()).presses, []);
    },
  },
  'reply.save-own': {
    at: 'department',
    async did({ bot, data }) {
      const { roundId, department } = await bot.department();
      const own = await bot.stores.ownDrafts.find(roundId, department.id, AASE.id);
      assert.equal(own?.value.text, data['reply']);
    },
  },
  'reply.preview': {
    at: 'department',
    async did({ bot, shown }) {
      assert.equal(shown, undefined);
      assert.deepEqual((await bot.department()).presses, []);
    },
  },
  'reply.approve': {
    at: 'department',
    stands: (bot) => bot.change({ department: aDepartment({ heads: [AASE] }) }),
    async did({ bot, data }) {
      const { reply, proposal } = await bot.department();
      assert.deepEqual(reply?.content, aProposal().content);
      assert.deepEqual([reply.number, reply.approvedBy, proposal], [Number(data['basedOn']) + 1, AASE, undefined]);
    },
  },
  'reply.accept-edit': {
    at: 'department',
    stands: edited,
    async did({ bot, data }) {
      const { reply, proposedEdit } = await bot.department();
      assert.deepEqual(reply?.content, aProposedEdit().content);
      assert.deepEqual([reply.number, reply.author, proposedEdit], [Number(data['basedOn']) + 1, AASE, undefined]);
    },
  },
  'reply.dismiss-edit': {
    at: 'department',
    stands: edited,
    async did({ bot, data }) {
      const { dismissed } = (await bot.department()).proposedEdit ?? {};
      assert.deepEqual([dismissed?.line, dismissed?.by], [data['line'], AASE]);
    },
  },
  'reply.edit': {
    at: 'department',
    async did({ bot, shown }) {
      const { draft, proposal, reply } = await bot.department();
      const answer = proposal ?? reply;
      assert.equal(fieldsOf(shown)['reply'], draft?.text ?? (answer === undefined ? '' : wordsOf(answer.content)));
    },
  },
  'reply.show': {
    at: 'department',
    async did({ data, shown }) {
      // What is corrected goes back to what stands; what was never sent stays in front of the person.
      if (data['basedOn'] === 0) assert.equal(fieldsOf(shown)['reply'], data['reply'] ?? '');
      else assertSays(shown, da.receipt.heading);
    },
  },
  'reply.open-decline': {
    at: 'department',
    async did({ data, shown }) {
      assert.deepEqual(fieldsOf(shown), { reason: '', instead: '*', reply: data['reply'] });
    },
  },
  'reply.decline': {
    at: 'department',
    async did({ bot, data }) {
      const { decline } = await bot.department();
      const instead = data['instead'] === '*' ? undefined : data['instead'];
      assert.deepEqual([decline?.reason, decline?.instead], [data['reason'], instead]);
    },
  },
  'reply.open-time': {
    at: 'department',
    async did({ data, shown }) {
      const kept = (data['reply'] ?? '') === '' ? {} : { reply: data['reply'] };
      assert.deepEqual(fieldsOf(shown), { until: '2026-12-02', reason: data['written'] ?? '', ...kept });
    },
  },
  'written.use': {
    at: 'department',
    async did({ bot, data, shown }) {
      assert.equal(fieldsOf(shown)['reply'], data['written']);
      assert.equal((await bot.department()).reply, undefined);
    },
  },
  'written.ask': {
    at: 'department',
    async did({ bot, data, shown }) {
      assert.equal((await bot.department()).questions.at(-1)?.text, data['written']);
      assertSays(shown, da.written.asked().heading);
    },
  },
  'written.dismiss': {
    at: 'department',
    async did({ shown }) {
      // A client that sends Action.Submit is shown nothing: the message is gone.
      if (shown !== undefined) assertSays(shown, da.written.dismissed().heading);
    },
  },
  'reply.ask-for-time': {
    at: 'department',
    async did({ bot, data }) {
      const { timeRequest, draft } = await bot.department();
      assert.deepEqual([timeRequest?.until, timeRequest?.reason], [data['until'], data['reason']]);
      if (data['reply'] !== undefined) assert.equal(draft?.text, data['reply']);
    },
  },
  'question.open': {
    at: 'department',
    async did({ data, shown }) {
      const kept = data['reply'] === undefined || data['reply'] === '' ? {} : { reply: data['reply'] };
      assert.deepEqual(fieldsOf(shown), { question: '', ...kept });
    },
  },
  'question.ask': {
    at: 'department',
    async did({ bot, data }) {
      const { questions, draft } = await bot.department();
      assert.deepEqual(
        questions.map(({ text, by, answer }) => ({ text, by, answer })),
        [{ text: data['question'], by: AASE, answer: undefined }],
      );
      if (data['reply'] !== undefined) assert.equal(draft?.text, data['reply']);
    },
  },
  'question.show': {
    at: 'secretariat',
    stands: askedQuestion,
    async did({ shown }) {
      assert.deepEqual(fieldsOf(shown), { answer: '', asAllSeeIt: aQuestion().text });
    },
  },
  'question.answer': {
    at: 'secretariat',
    stands: askedQuestion,
    async did({ bot, data, shown }) {
      assert.deepEqual(await answerNow(bot), [data['answer'], SECRETARY, false]);
      assert.deepEqual((await roundOf(bot, 'runde-1')).answersToAll, []);
      assertSays(shown, String(data['answer']));
    },
  },
  'question.answer-all': {
    at: 'secretariat',
    stands: askedQuestion,
    async did({ bot, data, shown }) {
      assert.deepEqual(await answerNow(bot), [data['answer'], SECRETARY, true]);
      const [shared] = (await roundOf(bot, 'runde-1')).answersToAll;
      assert.deepEqual([shared?.question, shared?.text], [data['asAllSeeIt'], data['answer']]);
      assertSays(shown, String(data['answer']));
    },
  },
  'department.show': {
    at: 'secretariat',
    async did({ shown }) {
      assertSays(shown, da.followUp.heading);
      assertSays(shown, aDepartment().name);
      assert.deepEqual(fieldsOf(shown), {});
    },
  },
  'department.find': {
    at: 'secretariat',
    async did({ shown }) {
      assertSays(shown, da.finding.heading);
      assert.equal(fieldsOf(shown)['search'], '');
    },
  },
  'department.open-send-back': {
    at: 'secretariat',
    async did({ shown }) {
      assert.deepEqual(fieldsOf(shown), { comment: '' });
    },
  },
  'department.open-answer': {
    at: 'secretariat',
    async did({ shown }) {
      assert.deepEqual(fieldsOf(shown), { reply: '' });
    },
  },
  'department.send-back': {
    at: 'secretariat',
    async did({ bot, data }) {
      const { sentBack } = await bot.department();
      assert.deepEqual([sentBack?.comment, sentBack?.by], [data['comment'], SECRETARY]);
    },
  },
  'department.open-edit': {
    at: 'secretariat',
    async did({ shown }) {
      assert.deepEqual(fieldsOf(shown), { reply: REPLY });
    },
  },
  'department.propose-edit': {
    at: 'secretariat',
    async did({ bot, data }) {
      const { proposedEdit } = await bot.department();
      assert.deepEqual(proposedEdit?.content, text(String(data['reply'])));
      assert.deepEqual([proposedEdit.version, proposedEdit.by], [data['basedOn'], SECRETARY]);
    },
  },
  'department.answer': { at: 'secretariat', did: assertReplied },
  'department.answer-nil': { at: 'secretariat', did: assertReplied },
  'department.keep-cpr': {
    at: 'secretariat',
    async did(pressed) {
      await assertReplied(pressed);
      await assertCprKept(pressed);
    },
  },
  'department.nudge': {
    at: 'secretariat',
    async did({ bot }) {
      assert.equal((await lineOf(bot, 'nudged')).departmentId, aDepartment().id);
    },
  },
  'department.accept-decline': {
    at: 'secretariat',
    stands: (bot) => bot.change({ decline: aDecline() }),
    async did({ bot, data }) {
      assert.equal((await bot.department()).decline?.accepted?.inNotat, data['inNotat']);
    },
  },
  'department.grant-time': {
    at: 'secretariat',
    stands: askedForTime,
    async did({ bot, data }) {
      const { ask, timeRequest } = await bot.department();
      assert.equal(ask.deadline, timeRequest?.until);
      assert.equal(timeRequest?.decision?.line, data['line']);
    },
  },
  'department.decline-time': {
    at: 'secretariat',
    stands: askedForTime,
    async did({ bot, data }) {
      const { decision } = (await bot.department()).timeRequest ?? {};
      assert.deepEqual([decision?.isGranted, decision?.line], [false, data['line']]);
    },
  },
  'department.open-deadline': {
    at: 'secretariat',
    async did({ shown }) {
      assert.deepEqual(fieldsOf(shown), { reason: '' });
    },
  },
  'round.open-change': {
    at: 'secretariat',
    async did({ bot, shown }) {
      const { plan } = await roundOf(bot, aRoundId());
      const fields = fieldsOf(shown);
      assert.deepEqual([fields['title'], fields['question']], [plan.ask.title, plan.ask.question]);
    },
  },
  'round.change': {
    at: 'secretariat',
    async did({ bot, data }) {
      const { plan, changes } = await roundOf(bot, aRoundId());
      assert.deepEqual([plan.ask.title, plan.ask.question], [data['title'], data['question']]);
      assert.equal(changes.length, 1);
    },
  },
  'round.prepare-withdrawal': {
    at: 'secretariat',
    async did({ bot, shown }) {
      assertSays(shown, da.withdrawal.heading);
      assert.equal((await roundOf(bot, aRoundId())).state, 'open');
    },
  },
  'round.withdraw': {
    at: 'secretariat',
    async did({ bot, data }) {
      const { state, withdrawn } = await roundOf(bot, aRoundId());
      assert.deepEqual([state, withdrawn?.reason], ['withdrawing', data['reason']]);
    },
  },
  'round.move-deadline': {
    at: 'secretariat',
    async did({ bot, data }) {
      const ofRound = data['scope'] === '*';
      const row = ofRound ? await roundOf(bot, aRoundId()) : await bot.department();
      const move = row.deadlineMoves.at(-1);
      assert.equal(
        move?.to,
        data['deadlineTime'] === '' ? data['deadline'] : `${data['deadline']}T${data['deadlineTime']}`,
      );
      assert.equal(move?.reason, data['reason']);
    },
  },
  'round.open-deadline': {
    at: 'secretariat',
    async did({ shown }) {
      assertSays(shown, da.deadline.heading);
    },
  },
  'round.show-desk': {
    at: 'secretariat',
    async did({ shown }) {
      assert.ok(findAction(shown ?? {}, da.desk.close));
    },
  },
  'round.prepare-reminding-all': {
    at: 'secretariat',
    stands: hasArrived,
    async did({ shown }) {
      assertSays(shown, da.desk.remindingAll.heading);
    },
  },
  'round.remind-all': {
    at: 'secretariat',
    stands: hasArrived,
    async did({ bot }) {
      assert.equal((await bot.department()).reminders.at(-1)?.step, 'asked for');
    },
  },
  'round.find': {
    at: 'secretariat',
    async did({ shown }) {
      assertSays(shown, da.desk.list.heading);
    },
  },
  'round.show-notat': {
    at: 'secretariat',
    async stands(bot) {
      const overview = (await bot.stores.rounds.readOverview(aRoundId())) ?? anOverview();
      const notat = recordNotat(aNotatId(), overview, START, 0);
      await commit(bot, aRoundId(), { change: 'insert notat', notat });
    },
    async did({ data, shown }) {
      assert.ok(shown, 'no notat');
      const url = String(findAction(shown, da.notat.download)['url']);
      assert.ok(url.startsWith(`${TENANT}.${data['roundId']}.`), url);
    },
  },
  'round.preview': {
    at: 'secretariat',
    stands: (bot, data) => (data['roundId'] === undefined ? Promise.resolve() : planned(bot)),
    async did({ bot, data, shown }) {
      assert.ok(shown, 'no preview');
      const id = dataToSend(findAction(shown, { verb: 'round.start' }), {})['roundId'];
      if (data['roundId'] !== undefined) assert.equal(id, data['roundId']);
      const { plan } = await roundOf(bot, String(id));
      const { departments, remindBefore = [], previousRound: _chosen, ...values } = formValuesOf(plan);
      if (data['asksTeams'] === undefined) assert.equal(departments.join(','), data['departments']);
      // Older cards do not ask for the plan of the reminders: it is the usual one.
      assert.equal(remindBefore.join(','), data['remindBefore'] ?? '3');
      const leftOut = {
        deadlineTime: '',
        ...EMPTY_HEADER,
        showOrigins: 'false',
        showCounts: 'true',
        countsSentence: '',
        remindOnDay: 'true',
        remindAfter: '2',
      };
      const { verb: _verb, roundId: _roundId, departments: _departments, ...sent } = data;
      const { remindBefore: _remindBefore, asksReminders: _asksReminders, ...others } = sent;
      const {
        previousRound: _previousRound,
        rolledFrom: _rolledFrom,
        savedSeen: _savedSeen,
        planShown: _planShown,
        asksTeams: _asksTeams,
        teams: _teams,
        ...typed
      } = others;
      assert.deepEqual(values, { ...leftOut, ...typed });
    },
  },
  'round.edit': {
    at: 'secretariat',
    stands: planned,
    async did({ shown }) {
      const { departments, remindBefore = [], ...values } = formValuesOf(PLANNED.plan);
      const filled = Object.entries(values).filter(([, value]) => value !== '');
      const fields = fieldsOf(shown);
      for (const [field, value] of filled) assert.equal(fields[field], value, field);
      assert.equal(fields['departments'], departments.join(','));
      assert.equal(fields['remindBefore'], remindBefore.join(','));
    },
  },
  'round.start': {
    at: 'secretariat',
    stands: planned,
    async did({ bot }) {
      assert.equal((await roundOf(bot, PLANNED.id)).state, 'starting');
    },
  },
  'round.roll-forward': {
    at: 'secretariat',
    stands: earlier,
    async did({ data, shown }) {
      const fields = fieldsOf(shown);
      assert.equal(fields['previousRound'], EARLIER.id);
      assert.equal(fields['title'], data['title']);
      // What has been typed stays.
      assert.equal(fields['report'], data['report']);
    },
  },
  'round.keep-form': {
    at: 'secretariat',
    stands: (bot, data) => (data['roundId'] === undefined ? Promise.resolve() : notStarted(bot)),
    async did({ bot, data, shown }) {
      assert.equal(fieldsOf(shown)['title'], data['title']);
      if (data['roundId'] === undefined) return assertSays(shown, da.planning.formKept);
      assertSays(shown, da.planSaved.inPlan(undefined));
      assert.equal((await roundOf(bot, String(data['roundId']))).plan.ask.title, data['title']);
    },
  },
  'round.leave-plan': {
    at: 'secretariat',
    stands: async (bot) => {
      await planned(bot);
      const { id, secretariat, createdAt } = PLANNED;
      await bot.stores.index.addPlan({ roundId: id, tenantId: secretariat.tenantId, createdAt });
    },
    async did({ bot, data, shown }) {
      assert.deepEqual(await bot.stores.index.listPlans(TENANT), []);
      assert.equal(fieldsOf(shown)['title'], data['title']);
    },
  },
  'round.start-later': {
    at: 'secretariat',
    stands: planned,
    async did({ bot }) {
      const { state, plan } = await roundOf(bot, PLANNED.id);
      assert.equal(state, 'planned');
      assert.deepEqual(plan.startAt?.at, new Date('2026-11-20T08:00:00Z'));
    },
  },
  'round.cancel-later-start': {
    at: 'secretariat',
    stands: planned,
    async did({ bot }) {
      assert.equal((await roundOf(bot, PLANNED.id)).plan.startAt, undefined);
    },
  },
  'round.try-channels': {
    at: 'secretariat',
    stands: planned,
    async did({ shown }) {
      assert.ok(shown, 'no preview');
      assert.equal(dataToSend(findAction(shown, { verb: 'round.start' }), {})['roundId'], PLANNED.id);
    },
  },
  'round.try': {
    at: 'secretariat',
    stands: planned,
    async did({ bot }) {
      const rounds = await bot.stores.index.list();
      const states = rounds.map(async ({ roundId }) => {
        const { state, plan } = await roundOf(bot, roundId);
        return plan.ask.isTrial ? state : 'no trial';
      });
      assert.deepEqual((await Promise.all(states)).toSorted(), ['no trial', 'starting']);
      assert.equal((await roundOf(bot, PLANNED.id)).state, 'planned');
    },
  },
  'round.end-trial': {
    at: 'secretariat',
    stands: inTrial,
    async did({ bot }) {
      assert.equal((await roundOf(bot, PLANNED.id)).state, 'closing');
    },
  },
  'round.save-plan': {
    at: 'secretariat',
    async did({ bot, data, shown }) {
      const {
        remindBefore = [],
        remindOnDay,
        remindAfter,
      } = reminderPlanValues((await roundOf(bot, aRoundId())).plan.reminders);
      assert.equal(remindBefore.join(','), data['remindBefore']);
      assert.deepEqual([remindOnDay, remindAfter], [data['remindOnDay'], data['remindAfter']]);
      assert.equal((await lineOf(bot, 'reminders changed')).departmentId, undefined);
      assertSays(shown, da.reminderPlan.saved);
    },
  },
  'round.prepare-closing': {
    at: 'secretariat',
    async did({ shown }) {
      assertSays(shown, da.closing.heading);
    },
  },
  'round.close': {
    at: 'secretariat',
    async stands(bot, { missing, findings }) {
      assert.ok(Array.isArray(missing) && Array.isArray(findings));
      const overview = await bot.stores.rounds.readOverview(aRoundId());
      for (const { department } of overview?.departments ?? []) {
        if (missing.includes(department.id)) continue;
        const hasFindings = findings.some((key) => String(key).startsWith(`${department.id} `));
        const text = hasFindings ? 'Ring til Anna på 12 34 56 78, eller skriv til anna@kommune.example.' : REPLY;
        await answer(bot, department.id, text);
      }
    },
    async did({ bot, data }) {
      const { state, keptFindings } = await roundOf(bot, aRoundId());
      assert.deepEqual([state, keptFindings], ['closing', data['findings']]);
    },
  },
  'round.reopen': {
    at: 'secretariat',
    stands: closed,
    async did({ bot, data }) {
      assert.equal((await roundOf(bot, aRoundId())).state, 'reopening');
      assert.equal((await lineOf(bot, 'reopened')).reason, data['reason']);
    },
  },
  'closing.propose-edits': {
    at: 'secretariat',
    stands: (bot) => bot.change({ reply: aVersion({ content: text('To  mellemrum i træk') }) }),
    async did({ bot }) {
      assert.equal((await lineOf(bot, 'edit proposed')).subject, '1');
    },
  },
  'notat.read': {
    at: 'department',
    async stands(bot) {
      const overview = (await bot.stores.rounds.readOverview(aRoundId())) ?? anOverview();
      const kind = { status: 'final', number: 1 } as const;
      const notat = recordNotat(aNotatId('final-1'), overview, START, 0, kind);
      await commit(bot, aRoundId(), { change: 'insert notat', notat });
      await bot.change({ isLocked: true, final: { number: 1, at: START } });
    },
    async did({ shown }) {
      assertSays(shown, da.notat.finalHeading(1));
    },
  },
  'notat.renew': {
    at: 'secretariat',
    async stands(bot, { notatId }) {
      const overview = (await bot.stores.rounds.readOverview(aRoundId())) ?? anOverview();
      const notat = recordNotat(aNotatId(String(notatId)), overview, START, 0);
      await commit(bot, aRoundId(), { change: 'insert notat', notat });
    },
    async did({ data, shown }) {
      assert.ok(shown, 'no notat');
      const url = String(findAction(shown, da.notat.download)['url']);
      assert.ok(url.startsWith(`${TENANT}.${data['roundId']}.${data['notatId']}.`), url);
    },
  },
  'setup.confirm': {
    at: 'department',
    by: SECRETARY,
    async did({ bot, data, shown }) {
      assert.equal(await registeredName(bot), data['name']);
      assertSays(shown, da.setup.renamed(String(data['name'])).heading);
    },
  },
  'setup.move-secretariat': {
    at: 'nobody',
    async did({ bot, shown }) {
      assert.equal((await bot.stores.channels.secretariat(TENANT))?.address.channelId, NEW_PLACE.channelId);
      assertSays(shown, da.setup.secretariatMoved(true).heading);
    },
  },
  'setup.grant': {
    at: 'secretariat',
    stands: asked,
    async did({ bot, data, shown }) {
      assert.equal(await registeredName(bot), WISHED.name);
      assert.equal(await bot.stores.setupRequests.find(TENANT, String(data['channelId'])), undefined);
      assertSays(shown, da.setup.requestHeading({ isGranted: true }));
    },
  },
  'setup.decline': {
    at: 'secretariat',
    stands: asked,
    async did({ bot, data, shown }) {
      assert.equal(await registeredName(bot), aDepartment().name);
      assert.equal(await bot.stores.setupRequests.find(TENANT, String(data['channelId'])), undefined);
      assertSays(shown, da.setup.requestHeading({ isGranted: false }));
    },
  },
  'setup.place': {
    at: 'nobody',
    stands: async ({ stores }) => void (await stores.channels.remove(SECRETARIAT, aTrace())),
    async did({ bot, shown }) {
      assert.equal((await bot.stores.channels.secretariat(TENANT))?.address.channelId, NEW_PLACE.channelId);
      assertSays(shown, da.settingUp.heading);
    },
  },
  'setup.refresh': {
    at: 'secretariat',
    async did({ bot, shown }) {
      assertSays(shown, da.settingUp.heading);
      assertSays(shown, String(await registeredName(bot)));
    },
  },
  'setup.bind': {
    at: 'secretariat',
    stands: knownTeam,
    async did({ bot, data, shown }) {
      const bound = await bot.stores.channels.find({ ...anAddress(), channelId: String(data['bind']) });
      assert.ok(bound?.purpose === 'department');
      assert.equal(bound.department.name, 'Dagtilbud');
      assertSays(shown, da.settingUp.bound(1));
    },
  },
  // A client without dialogs gets the form in the card's place.
  'setup.edit-department': {
    at: 'secretariat',
    async did({ data, shown }) {
      assertSays(shown, data['of'] === 'new' ? da.departmentForm.add : da.departmentForm.edit);
      assert.equal(fieldsOf(shown)['name'], data['of'] === 'new' ? '' : aDepartment().name);
    },
  },
  'setup.department-form': {
    at: 'secretariat',
    async did({ bot, data, shown }) {
      assert.equal(fieldsOf(shown)['name'], data['name']);
      assert.equal(await registeredName(bot), aDepartment().name);
    },
  },
  'setup.save-department': {
    at: 'secretariat',
    stands: knownTeam,
    async did({ bot, data, shown }) {
      const channel = await bot.stores.channels.find(anAddress());
      assert.ok(channel?.purpose === 'department');
      const names = departmentsIn(channel).map(({ department }) => department.name);
      const added = [aDepartment().name, data['name']];
      assert.deepEqual(names, data['departmentId'] === undefined ? added : [data['name']]);
      if (data['departmentId'] !== undefined) assert.equal(channel.department.language, data['language']);
      assertSays(shown, String(data['name']));
    },
  },
  'setup.retire': {
    at: 'secretariat',
    async did({ bot, data, shown }) {
      const { name } = aDepartment();
      assert.equal(await registeredName(bot), data['isSure'] === true ? undefined : name);
      assertSays(
        shown,
        data['isSure'] === true ? da.settingUp.retired(name) : da.departmentForm.retireQuestion(name).text,
      );
    },
  },
  'setup.move-department': {
    at: 'secretariat',
    async stands({ stores }) {
      const department = aDepartment({ id: aDepartmentId('affald'), name: 'Affald' });
      const other = aRegisteredDepartment({ address: anAddress({}, 'affald'), department, order: 1 });
      await stores.channels.register(other, aTrace());
    },
    async did({ bot, data, shown }) {
      const placed = inRoundOrder((await bot.stores.channels.list(TENANT)).flatMap(departmentsIn));
      const names = [aDepartment().name, 'Affald'];
      const sorted = data['sort'] === 'name' ? names.toReversed() : names;
      assert.deepEqual(
        placed.map(({ department }) => department.name),
        sorted,
      );
      assertSays(shown, data['sort'] === 'name' ? da.settingUp.sorted : da.settingUp.moved);
    },
  },
  'setup.new-round': {
    at: 'secretariat',
    did: async ({ shown }) => assertSays(shown, da.roundForm.heading),
  },
  'delivery.send-again': {
    at: 'secretariat',
    stands: inDoubt,
    async did({ bot, data, shown }) {
      assert.equal((await lineOf(bot, 'sent again')).departmentId, troubledBy(data));
      assert.deepEqual(await troubleNow(bot, data), ['pending', undefined]);
      assertSays(shown, da.trouble.sentAgain);
    },
  },
  'delivery.arrived': {
    at: 'secretariat',
    stands: inDoubt,
    async did({ bot, data, shown }) {
      assert.equal((await lineOf(bot, 'arrived')).departmentId, troubledBy(data));
      assert.deepEqual(await troubleNow(bot, data), ['sent', undefined]);
      assertSays(shown, da.trouble.markedArrived);
    },
  },
  'message.close': {
    at: 'secretariat',
    async did({ shown, data }) {
      // A client without universal actions sees the message go, and nothing else.
      if (shown === undefined) return;
      const isOwn = data['openedBy'] === undefined || data['openedBy'] === SECRETARY.id;
      assertSays(shown, (isOwn ? da.desk.messageClosed() : da.desk.messageStays()).heading);
    },
  },
  'command.run': {
    at: 'secretariat',
    isAnsweredInThread: true,
    async did({ data, shown }) {
      assertSays(shown, data['command'] === 'round.status' ? da.status.progress(0, 2) : da.deadline.heading);
    },
  },
};

/** The department that such a button is about; undefined for the round itself, whatever the card's list says. */
function troubledBy({ of, departmentId }: PressData): DepartmentId | undefined {
  return of === 'round' || departmentId === undefined ? undefined : aDepartmentId();
}

/** The request card, or the notat, may not have arrived. */
function doubtful(data: PressData) {
  const notat = { id: notatDeliveryId(aNotatId()), task: { kind: 'post notat', notatId: aNotatId() } } as const;
  const about = troubledBy(data) === undefined ? notat : {};
  return aDelivery({ ...about, state: 'uncertain', dueAt: NEVER, lastFailure: 'ECONNRESET' });
}

async function inDoubt(bot: ABot, data: PressData): Promise<void> {
  const delivery = doubtful(data);
  await commit(bot, aRoundId(), { change: 'put delivery', delivery });
  const trouble = troubleOf(delivery);
  if (troubledBy(data) !== undefined) return bot.change({ trouble });
  const present = await bot.stores.rounds.readRound(aRoundId());
  assert.ok(present);
  await commit(bot, aRoundId(), { change: 'replace round', round: { ...present.value, trouble }, etag: present.etag });
}

/** The state of the delivery, and the trouble of its row. */
async function troubleNow({ stores, department }: ABot, data: PressData): Promise<readonly unknown[]> {
  const delivery = await stores.rounds.readDelivery(aRoundId(), doubtful(data).id);
  const row = troubledBy(data) === undefined ? (await stores.rounds.readRound(aRoundId()))?.value : await department();
  return [delivery?.value.state, row?.trouble];
}

const ABOUT = { departmentId: aDepartmentId(), name: 'Børn og Familie' };
const WISHED = { kind: 'name', name: 'Børn og Unge' } as const;

/** The department's channel has asked for another name. */
async function asked({ stores }: ABot, { requestId }: PressData): Promise<void> {
  await stores.setupRequests.put(aSetupRequest({ id: String(requestId), about: ABOUT, wanted: WISHED }), undefined);
}

async function registeredName({ stores }: ABot): Promise<string | undefined> {
  const channel = await stores.channels.find(anAddress());
  return channel?.purpose === 'department' ? channel.department.name : undefined;
}

/** Where such a card is. */
export function placeOf({ at }: GoldenButton): ChannelAddress {
  switch (at) {
    case 'department':
      return anAddress();
    case 'secretariat':
      return SECRETARIAT;
    case 'nobody':
      return NEW_PLACE;
  }
}

/** Brings the department to where the card's data says that its reader saw it. */
export async function standAsSeen(bot: ABot, { basedOn, draftSeen, proposalSeen }: PressData): Promise<void> {
  if (Number(basedOn) > 0) await bot.change({ reply: aVersion({ number: Number(basedOn), content: text(REPLY) }) });
  if (Number(draftSeen) > 0) await bot.change({ draft: aDraft({ at: new Date(Number(draftSeen)) }) });
  if (Number(proposalSeen) > 0) await bot.change({ proposal: aProposal({ at: new Date(Number(proposalSeen)) }) });
}

/** Teams has told of the team in which the department answers. */
async function knownTeam({ stores }: ABot): Promise<void> {
  const team = aKnownTeam();
  const own = { id: anAddress().channelId, name: 'Børn', kind: 'standard', isDeleted: false } as const;
  await stores.knownTeams.put({ ...team, channels: [...team.channels, own] }, undefined);
}

const REPLY = 'Vi har indført en fast opfølgning hver måned.';

/** A round that has been planned in the secretariat's channel, and not started. */
const PLANNED: Round = aRound({ id: aRoundId('runde-2'), secretariat: SECRETARIAT });

/** A round of last year. */
const EARLIER: Round = aRound({
  id: aRoundId('runde-0'),
  secretariat: SECRETARIAT,
  state: 'closed',
  plan: aPlan({
    ask: anAsk({
      title: 'Opfølgning på tilsynets årsrapport 2025',
      report: 'Tilsynets årsrapport 2025',
      deadline: aLocalDate('2025-11-26'),
    }),
  }),
});

async function earlier(bot: ABot): Promise<void> {
  await commit(bot, EARLIER.id, { change: 'insert round', round: EARLIER });
  const { id: roundId, createdAt } = EARLIER;
  await bot.stores.index.add({ roundId, tenantId: TENANT, createdAt });
}

let commits = 0;

async function commit(bot: ABot, roundId: RoundId, change: RoundChange): Promise<void> {
  commits += 1;
  assert.equal(await bot.stores.rounds.commit(roundId, operationId('golden', commits), [change]), 'committed');
}

async function askedForTime(bot: ABot, { requestSeen }: PressData): Promise<void> {
  await bot.change({ timeRequest: aTimeRequest({ at: new Date(Number(requestSeen)) }) });
}

async function edited(bot: ABot, { editSeen, basedOn }: PressData): Promise<void> {
  const at = new Date(Number(editSeen));
  await bot.change({ proposedEdit: aProposedEdit({ version: Number(basedOn), at }) });
}

async function askedQuestion(bot: ABot, { asked: at }: PressData): Promise<void> {
  await bot.change({ questions: [aQuestion({ at: new Date(Number(at)) })] });
}

/** The answer to the department's one question: its text, whose it is, and whether all got it. */
async function answerNow(bot: ABot): Promise<readonly unknown[]> {
  const [question] = (await bot.department()).questions;
  return [question?.answer?.text, question?.answer?.by, question?.answer?.toAll];
}

async function planned(bot: ABot): Promise<void> {
  await commit(bot, PLANNED.id, { change: 'insert round', round: PLANNED });
}

/** The round that is open, as it was before it was started. */
async function notStarted(bot: ABot): Promise<void> {
  const present = await bot.stores.rounds.readRound(aRoundId());
  assert.ok(present);
  await commit(bot, aRoundId(), { change: 'replace round', round: aRound(), etag: present.etag });
}

/** The planned round as a trial that is open. */
async function inTrial(bot: ABot): Promise<void> {
  const ask = { ...PLANNED.plan.ask, isTrial: true };
  const round = { ...PLANNED, state: 'open', plan: { ...PLANNED.plan, ask } } as const;
  await commit(bot, PLANNED.id, { change: 'insert round', round });
}

async function closed(bot: ABot): Promise<void> {
  const present = await bot.stores.rounds.readRound(aRoundId());
  assert.ok(present);
  const round = { ...present.value, state: 'closed', closedBy: SECRETARY, closedAt: START, finals: 1 } as const;
  await commit(bot, round.id, { change: 'replace round', round, etag: present.etag });
}

/** The department's first answer, as if it had been given. */
async function answer(bot: ABot, departmentId: DepartmentId, words: string): Promise<void> {
  const present = await bot.stores.rounds.readDepartment(aRoundId(), departmentId);
  assert.ok(present);
  const department = { ...present.value, reply: aVersion({ content: text(words) }) };
  await commit(bot, aRoundId(), { change: 'replace department', department, etag: present.etag });
}

async function roundOf(bot: ABot, id: string): Promise<Round> {
  const found = await bot.stores.rounds.readRound(aRoundId(id));
  assert.ok(found, `no round ${id}`);
  return found.value;
}

/** That the answer is what was typed, is the next version, and is whose it should be. */
async function assertReplied({ bot, data }: Pressed): Promise<void> {
  const { reply, draft, proposal } = await bot.department();
  const typed = String(data['reply']);
  const verb = String(data['verb']);
  const nil: ReplyContent = { kind: 'nil', remark: typed === '' ? undefined : typed };
  assert.deepEqual(reply?.content, verb.endsWith('nil') ? nil : text(typed));
  const isOnBehalf = verb.startsWith('department.');
  assert.deepEqual(
    [reply.number, reply.author, reply.isOnBehalf],
    [Number(data['basedOn']) + 1, isOnBehalf ? SECRETARY : AASE, isOnBehalf],
  );
  assert.equal(proposal, undefined);
  // What the department saw it has sent, or replaced; what the secretariat passed over is the department's to keep.
  if (!isOnBehalf) assert.equal(draft, undefined);
}

async function assertCprKept({ bot, data }: Pressed): Promise<void> {
  const { subject, reason } = await lineOf(bot, 'cpr number kept');
  assert.deepEqual([subject, reason], data['reason'] === undefined ? ['possible', ''] : ['certain', data['reason']]);
}

/** The one line that the audit has of such an act. */
async function lineOf({ stores }: ABot, act: AuditAct): Promise<AuditLine> {
  const [line, ...others] = (await stores.rounds.readAudit(aRoundId())).filter((each) => each.act === act);
  assert.ok(line, `nothing was ${act}`);
  assert.deepEqual(others, []);
  return line;
}

function fieldsOf(shown: Card | undefined): InputValues {
  assert.ok(shown, 'no card');
  return initialInputs(shown);
}

function assertSays(shown: Card | undefined, sentence: string): void {
  assert.ok(shown, 'no card');
  assert.ok(cardText(shown).includes(sentence), `“${sentence}” is not in:\n${cardText(shown)}`);
}

/** The card has reached the department. */
async function hasArrived(bot: ABot): Promise<void> {
  await bot.change({ cards: [aPosted()] });
}

function text(words: string): ReplyContent {
  return { kind: 'text', text: words };
}
