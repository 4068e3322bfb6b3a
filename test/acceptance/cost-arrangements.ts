import { equal, ok } from 'node:assert/strict';
import { createTableFileStore } from '../../src/adapters/table/file-store.js';
import { createTableTemplateStore } from '../../src/adapters/table/template-store.js';
import { NOBODY, USUAL_LANGUAGE } from '../../src/cards/channel/department-form.js';
import { FIRST_PLACE } from '../../src/cards/channel/setup-card.js';
import { comparableId } from '../../src/domain/guid.js';
import { operationId } from '../../src/domain/ids.js';
import { changeValuesOf } from '../../src/domain/round/changed-round.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { DEFAULT_REMINDER_PLAN, planName } from '../../src/domain/round/reminder-plan.js';
import type { Round, RoundDepartment, RoundPlan } from '../../src/domain/round/round.js';
import { inLane, NEVER, troubleOf } from '../../src/domain/work/delivery.js';
import { shippedTemplate } from '../adapters/word/word-file.js';
import {
  aDecline,
  aDelivery,
  aNotatId,
  aNotatRecord,
  anAsk,
  aProposal,
  aProposedEdit,
  aQuestion,
  aRound,
  aRoundForm,
  aRoundId,
  aSecretary,
  aSetupRequest,
  aTimeRequest,
  aTrace,
  aVersion,
  START,
} from '../support/builders.js';
import { CULTURE, SCHOOL, type Town } from './a-town.js';

type Data = Readonly<Record<string, unknown>>;

/** Puts a town where an act is of use. @returns what its button then sends, where that is something else */
type Arrangement = (town: Town) => Promise<Data>;

/** Later than the deadline of the town's round, by real clocks. */
const LATER = addDays(danishDayOf(new Date()), 1_000);

const PLANNED = aRoundId('runde-2');

/** A plan whose deadline is ahead, by real clocks, and a day before that. */
const AHEAD = { ask: anAsk({ deadline: LATER }) };
const SOON = addDays(danishDayOf(new Date()), 30);

const withSchool =
  (changes: Partial<RoundDepartment>, data: Data = {}): Arrangement =>
  async ({ stores, roundId }) => {
    const present = await stores.rounds.readDepartment(roundId, SCHOOL);
    ok(present);
    const department = { ...present.value, ...changes };
    const change = { change: 'replace department', department, etag: present.etag } as const;
    equal(await stores.rounds.commit(roundId, operationId('arrange', 'school'), [change]), 'committed');
    return data;
  };

/** Two templates that were sent, the last in use. */
const withTemplates =
  (data: Data): Arrangement =>
  async ({ table, tenantId }) => {
    const sha256 = await createTableFileStore(table).put(tenantId, await shippedTemplate());
    const templates = createTableTemplateStore(table);
    for (const number of [1, 2]) {
      const template = { number, name: 'Brevpapir.docx', sha256, again: undefined, by: aSecretary(), at: START };
      equal(await templates.add(tenantId, template), 'added');
    }
    return data;
  };

const withRound =
  (changes: Partial<Round>): Arrangement =>
  async ({ stores, roundId }) => {
    const present = await stores.rounds.readRound(roundId);
    ok(present);
    const change = { change: 'replace round', round: { ...present.value, ...changes }, etag: present.etag } as const;
    equal(await stores.rounds.commit(roundId, operationId('arrange', 'round'), [change]), 'committed');
    return {};
  };

const planned = async ({ stores, roundId }: Town, changes: Partial<RoundPlan> = {}): Promise<Data> => {
  const open = await stores.rounds.readRound(roundId);
  ok(open);
  const { plan, secretariat } = open.value;
  const round = aRound({ id: PLANNED, plan: { ...plan, ...changes }, secretariat });
  equal(
    await stores.rounds.commit(PLANNED, operationId('arrange', 'plan'), [{ change: 'insert round', round }]),
    'committed',
  );
  return { ...aRoundForm({ deadline: '2090-11-24', departments: [SCHOOL] }), departments: SCHOOL, roundId: PLANNED };
};

const inTrial: Arrangement = async ({ stores, roundId }) => {
  const open = await stores.rounds.readRound(roundId);
  ok(open);
  const { plan, secretariat } = open.value;
  const round = aRound({
    id: PLANNED,
    state: 'open',
    secretariat,
    plan: { ...plan, ask: { ...plan.ask, isTrial: true } },
  });
  equal(
    await stores.rounds.commit(PLANNED, operationId('arrange', 'trial'), [{ change: 'insert round', round }]),
    'committed',
  );
  return { roundId: PLANNED };
};

const withNotat: Arrangement = async ({ stores, roundId }) => {
  const notat = aNotatRecord({ versions: [] });
  equal(
    await stores.rounds.commit(roundId, operationId('arrange', 'notat'), [{ change: 'insert notat', notat }]),
    'committed',
  );
  return { notatId: notat.id };
};

const asked: Arrangement = async ({ stores, secretariat, lunch, tenantId, teams }) => {
  const address = { tenantId, teamId: secretariat.teamId, channelId: lunch.id, serviceUrl: teams.serviceUrl };
  const request = aSetupRequest({ address });
  equal(await stores.setupRequests.put(request, undefined), 'stored');
  return { requestId: request.id, channelId: lunch.id };
};

/** A notice to the school may not have arrived. */
const inDoubt: Arrangement = async (town) => {
  const task = { kind: 'post department notice', departmentId: SCHOOL, notice: 'nudged' } as const;
  const id = inLane(SCHOOL, '000001-notice');
  const delivery = aDelivery({ id, task, state: 'uncertain', dueAt: NEVER, lastFailure: 'ECONNRESET' });
  const { stores, roundId } = town;
  const change = { change: 'put delivery', delivery } as const;
  equal(await stores.rounds.commit(roundId, operationId('arrange', 'doubt'), [change]), 'committed');
  return withSchool({ trouble: troubleOf(delivery) })(town);
};

/** What the form for the school sends. */
const savedAs =
  (name: string): Arrangement =>
  async ({ people, school }) => ({
    name,
    heads: comparableId(people.head.aadObjectId),
    deputies: comparableId(people.deputy.aadObjectId),
    director: NOBODY,
    approval: 'true',
    language: USUAL_LANGUAGE,
    channel: school.id,
  });

const answered = withSchool({ reply: aVersion() }, { basedOn: 1, comment: 'Skriv gerne et eksempel.' });

const asking = withSchool(
  { questions: [aQuestion()] },
  { asked: START.getTime(), answer: 'Ja, tag dem med.', asAllSeeIt: 'Skal de selvejende institutioner med?' },
);

/** The same, on the list of plans, as the form for a new round shows it. */
const plannedOnForm: Arrangement = async (town) => {
  const { roundId, ...form } = await planned(town);
  const found = await town.stores.rounds.readRound(PLANNED);
  ok(found);
  const { secretariat, createdAt } = found.value;
  await town.stores.index.addPlan({ roundId: PLANNED, tenantId: secretariat.tenantId, createdAt });
  return { ...form, planId: PLANNED };
};
const EDITED = { reply: aVersion(), proposedEdit: aProposedEdit() };

/** Only for the acts that would have nothing to do in the town as it is. */
export const ARRANGEMENTS: Readonly<Record<string, Arrangement>> = {
  'reply.approve': withSchool({ proposal: aProposal() }, { proposalSeen: START.getTime() }),
  'reply.accept-edit': withSchool(EDITED, { editSeen: START.getTime() }),
  'reply.dismiss-edit': withSchool(EDITED, { editSeen: START.getTime(), line: '' }),
  'department.open-edit': answered,
  'department.propose-edit': withSchool({ reply: aVersion() }, { basedOn: 1, reply: 'Vi svarer inden ti dage.' }),
  'closing.propose-edits': withSchool({ reply: aVersion({ content: { kind: 'text', text: 'To  mellemrum' } }) }),
  'notat.read': async (town) => {
    const { stores, roundId } = town;
    const notat = aNotatRecord({ id: aNotatId('final-1'), status: 'final', number: 1 });
    const operation = operationId('arrange', 'final');
    equal(await stores.rounds.commit(roundId, operation, [{ change: 'insert notat', notat }]), 'committed');
    return withSchool({ reply: aVersion(), isLocked: true, final: { number: 1, at: START } })(town);
  },
  'reply.edit': answered,
  'reply.show': answered,
  'reply.ask-for-time': async () => ({ until: LATER }),
  'question.ask': async () => ({ question: 'Skal de selvejende institutioner med?' }),
  'question.show': asking,
  'question.answer': asking,
  'question.answer-all': asking,
  'department.grant-time': withSchool(
    { timeRequest: aTimeRequest({ until: LATER }) },
    { requestSeen: START.getTime() },
  ),
  'department.decline-time': withSchool(
    { timeRequest: aTimeRequest({ until: LATER }) },
    { requestSeen: START.getTime() },
  ),
  'round.change': async ({ stores, roundId }) => {
    const present = await stores.rounds.readRound(roundId);
    ok(present);
    const { departments = [], ...values } = changeValuesOf(present.value.plan);
    return { ...values, departments: departments.join(','), question: 'Hvad har I lært?' };
  },
  'round.move-deadline': async () => ({ deadline: LATER }),
  'department.open-send-back': answered,
  'department.send-back': answered,
  'department.accept-decline': withSchool({ decline: aDecline() }),
  'round.preview': (town) => planned(town),
  'round.keep-form': (town) => planned(town),
  'round.edit': (town) => planned(town),
  'round.start': (town) => planned(town, AHEAD),
  'round.leave-plan': plannedOnForm,
  'round.start-later': async (town) => ({ ...(await planned(town, AHEAD)), startDay: SOON, startTime: '09:00' }),
  'round.cancel-later-start': (town) => planned(town, { startAt: { at: START, by: aSecretary(), posted: undefined } }),
  'round.try-channels': (town) => planned(town),
  'round.try': (town) => planned(town),
  'round.end-trial': inTrial,
  'round.save-plan': async () => ({ remindAfter: '5', planSeen: planName(DEFAULT_REMINDER_PLAN) }),
  'round.find': async () => ({ from: 0, search: '' }),
  'round.show-notat': withNotat,
  'round.close': async () => ({ missing: `${SCHOOL},${CULTURE}` }),
  'round.reopen': withRound({ state: 'closed', finals: 1 }),
  'notat.renew': withNotat,
  'file.keep': withNotat,
  'setup.confirm': async () => ({ name: 'Ungdomsskolen' }),
  'setup.move-secretariat': async ({ secretariat }) => ({ channelId: secretariat.id }),
  'setup.grant': asked,
  'setup.decline': asked,
  'setup.place': async ({ stores, tenantId, secretariat }) => {
    const address = { tenantId, channelId: secretariat.id };
    await stores.channels.remove(address, aTrace({ operation: operationId('arrange', 'no secretariat') }));
    return {};
  },
  'setup.bind': async ({ stores, tenantId, team, lunch }) => {
    const known = await stores.knownTeams.find(tenantId, team.id);
    ok(known);
    const channels = known.value.channels.map((each) => (each.id === lunch.id ? { ...each, name: 'Natur' } : each));
    equal(await stores.knownTeams.put({ ...known.value, channels }, known.etag), 'stored');
    return { bind: lunch.id };
  },
  'setup.edit-department': async () => ({ department: SCHOOL }),
  'setup.save-department': savedAs('Ungdomsskolen'),
  'setup.retire': async () => ({ isSure: true }),
  'setup.move-department': async () => ({ department: SCHOOL, after: FIRST_PLACE }),
  'delivery.send-again': inDoubt,
  'delivery.arrived': inDoubt,
  'command.run': async () => ({ command: 'round.status', written: 'status' }),
  'command.run-personally': async () => ({ command: 'template.show', written: 'skabelon' }),
  'template.show': withTemplates({}),
  'template.use-installations': withTemplates({}),
  'template.fetch': withTemplates({ template: 1 }),
  'template.choose': withTemplates({ template: 1, seen: 2 }),
};
