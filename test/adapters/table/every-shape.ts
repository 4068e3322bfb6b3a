import type { RowKind } from '../../../src/application/ports.js';
import { eachHeaderField } from '../../../src/domain/notat/notat-header.js';
import { DEFAULT_CALENDAR } from '../../../src/domain/round/working-days.js';
import { type DeliveryTask, NEVER } from '../../../src/domain/work/delivery.js';
import type { Trouble } from '../../../src/domain/work/trouble.js';
import {
  aDeadline,
  aDeadlineMove,
  aDecline,
  aDelivery,
  aDepartment,
  aDepartmentId,
  aDraft,
  aKnownTeam,
  aNilReply,
  aNotatId,
  aNotatRecord,
  anAcceptedDecline,
  anAddress,
  anAnswerToAll,
  anAsk,
  anAuditLine,
  anOtherDepartment,
  aPerson,
  aPlan,
  aPosted,
  aPreference,
  aProposal,
  aQuestion,
  aQuestionAnswer,
  aRecordedAnswer,
  aRegisteredDepartment,
  aRegistryLine,
  aReminder,
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
  START,
} from '../../support/builders.js';

const HEADED = aDepartment({ heads: [aPerson()], deputies: [aPerson()], director: aPerson(), language: 'en' });
const NO_TEAM = { teamId: undefined };
const WITH_WEEKS = { ...DEFAULT_CALENDAR, closedWeeks: [29, 30] };

const TROUBLE: Trouble = { fate: 'uncertain', what: 'post request', word: '504 GatewayTimeout' };

/** One of every task that is owed, of any kind. */
const TASKS: { readonly [Kind in DeliveryTask['kind']]: Extract<DeliveryTask, { kind: Kind }> } = {
  'post request': { kind: 'post request', departmentId: aDepartmentId() },
  'refresh cards': { kind: 'refresh cards', departmentId: aDepartmentId(), mayComplete: true, also: aPosted() },
  'post department notice': { kind: 'post department notice', departmentId: aDepartmentId(), notice: 'nudged' },
  'tell person': {
    kind: 'tell person',
    personId: aPerson().id,
    departmentId: aDepartmentId(),
    notice: 'escalated',
  },
  'post decline': { kind: 'post decline', departmentId: aDepartmentId() },
  'post time request': { kind: 'post time request', departmentId: aDepartmentId() },
  'refresh decision card': { kind: 'refresh decision card', departmentId: aDepartmentId() },
  'post question': { kind: 'post question', departmentId: aDepartmentId(), asked: START.getTime() },
  'refresh questions': { kind: 'refresh questions', departmentId: aDepartmentId() },
  'share answers': { kind: 'share answers' },
  'do duties': { kind: 'do duties' },
  'move deadlines': { kind: 'move deadlines' },
  'post digest': { kind: 'post digest' },
  'update round card': { kind: 'update round card', posted: aPosted() },
  'post round card': { kind: 'post round card' },
  'post troubles': { kind: 'post troubles' },
  'continue round': { kind: 'continue round' },
  'compile if complete': { kind: 'compile if complete' },
  'post notat': { kind: 'post notat', notatId: aNotatId() },
  'post notat part': { kind: 'post notat part', notatId: aNotatId(), part: 2 },
};

/** By kind of row, what the bot writes today: with everything in it, with nothing that can be left out, and between. */
export const EVERY_SHAPE: Readonly<Record<Exclude<RowKind, 'claim'>, Readonly<Record<string, object>>>> = {
  round: {
    full: aRound({
      state: 'closed',
      plan: aPlan({
        ask: anAsk({ deadline: aDeadline(), calendar: WITH_WEEKS }),
        header: eachHeaderField((field) => field),
        showOrigins: true,
        countsSentence: '{antal svar} har svaret',
        previousRound: aRoundId('runde-0'),
        invitations: [{ department: HEADED, address: anAddress() }],
      }),
      finals: 2,
      keptFindings: ['boern 1 blank 1'],
      closedWithout: [aDepartmentId()],
      trouble: TROUBLE,
      presses: ['tryk-1'],
      deadlineMoves: [aDeadlineMove()],
      digest: { since: START, at: START, posted: aPosted() },
      answersToAll: [anAnswerToAll()],
    }),
    'that starts later': aRound({ plan: aPlan({ startAt: { at: START, by: aPerson(), posted: aPosted() } }) }),
    'of a trial': aRound({ state: 'open', plan: aPlan({ ask: anAsk({ isTrial: true }) }) }),
    'with another plan': aRound({
      state: 'open',
      plan: aPlan({ reminders: { daysBefore: [5, 1], onTheDay: false, everyAfter: 3, since: START } }),
    }),
    minimal: aRound({
      secretariat: anAddress(NO_TEAM),
      plan: aPlan({
        ask: anAsk({ reportLink: undefined }),
        invitations: [{ department: aDepartment(), address: anAddress(NO_TEAM) }],
      }),
    }),
  },
  department: {
    full: aRoundDepartment({
      department: HEADED,
      ask: anAsk({ calendar: WITH_WEEKS }),
      previous: { title: 'Sidste år', content: aNilReply('Se sidste år.') },
      reply: aVersion({ content: aNilReply('Se sidste år.'), approvedBy: aPerson(), isOnBehalf: true }),
      draft: aDraft(),
      proposal: aProposal(),
      decline: aDecline({ instead: 'Kultur', accepted: anAcceptedDecline() }),
      sentBack: aSentBack(),
      isLocked: true,
      presses: ['tryk'],
      trouble: TROUBLE,
      cards: [aPosted()],
      personally: [aPerson().id],
      changes: 7,
      reminders: [aReminder({ isEscalated: true })],
      notice: { notice: 'nudged', posted: aPosted() },
      decisionCard: aPosted(),
      deadlineMoves: [aDeadlineMove()],
      timeRequest: aTimeRequest({ decision: aTimeDecision({ line: 'Byrådet venter ikke.' }) }),
      questions: [aQuestion({ card: aPosted(), answer: aQuestionAnswer({ toAll: true }) })],
      answersToAll: [anAnswerToAll()],
    }),
    'cards not known': aRoundDepartment({ cards: undefined }),
    asking: aRoundDepartment({ questions: [aQuestion()] }),
    minimal: aRoundDepartment({
      address: anAddress(NO_TEAM),
      ask: anAsk({ reportLink: undefined }),
      askedAt: undefined,
    }),
    declined: aRoundDepartment({
      address: anAddress(NO_TEAM),
      ask: anAsk({ reportLink: undefined }),
      askedAt: undefined,
      decline: aDecline(),
    }),
    answered: aRoundDepartment({
      address: anAddress(NO_TEAM),
      ask: anAsk({ reportLink: undefined }),
      askedAt: undefined,
      reply: aVersion(),
      previous: { title: 'Sidste år', content: { kind: 'text', text: 'Ja' } },
    }),
  },
  version: {
    text: aVersion(),
    nil: aVersion({ content: aNilReply() }),
    full: aVersion({ content: aNilReply('Se sidste år.'), approvedBy: aPerson(), isOnBehalf: true }),
  },
  delivery: {
    ...Object.fromEntries(Object.entries(TASKS).map(([kind, task]) => [kind, aDelivery({ task })])),
    'notice for some': aDelivery({ task: { ...TASKS['post department notice'], only: [aPerson().id] } }),
    'refresh cards, those known': aDelivery({ task: { ...TASKS['refresh cards'], also: undefined } }),
    ...Object.fromEntries(
      (['stopped', 'uncertain'] as const).map((state) => [state, aDelivery({ state, dueAt: NEVER })]),
    ),
    full: aDelivery({ state: 'claimed', claimedBy: 'worker', lapses: 1, lastFailure: '502', posted: aPosted() }),
  },
  notat: {
    full: aNotatRecord({ number: 2, seal: aSeal(), versions: [aRecordedAnswer({ excused: 'left out' })] }),
    minimal: aNotatRecord(),
  },
  'audit line': {
    full: anAuditLine({ reason: 'Sagens nummer', where: anAddress().channelId }),
    minimal: anAuditLine({ by: undefined, departmentId: undefined, subject: undefined }),
  },
  channel: {
    secretariat: aSecretariat({ name: 'Sekretariatet' }),
    'secretariat without team': aSecretariat({ address: anAddress(NO_TEAM, 'sekretariatet') }),
    full: aRegisteredDepartment({ department: HEADED }),
    minimal: aRegisteredDepartment({ address: anAddress(NO_TEAM) }),
    'several departments': aRegisteredDepartment({
      department: { ...HEADED, approval: false },
      order: 1,
      left: ['stedfortraeder'],
      others: [anOtherDepartment('Teknik')],
      retired: [anOtherDepartment('Kultur')],
    }),
  },
  'registry audit line': {
    full: aRegistryLine({ reason: 'not secretary' }),
    minimal: aRegistryLine({ by: undefined, act: 'refused', departmentId: undefined, subject: undefined }),
  },
  'setup request': {
    full: aSetupRequest({ wanted: { kind: 'heads', people: [aPerson()] }, posted: aPosted() }),
    minimal: aSetupRequest({ address: anAddress(NO_TEAM), wanted: { kind: 'unregister' } }),
    name: aSetupRequest(),
    director: aSetupRequest({ wanted: { kind: 'director', people: [aPerson()] } }),
    deputies: aSetupRequest({ wanted: { kind: 'deputies', people: [] } }),
  },
  'own draft': { full: aDraft() },
  'known team': {
    full: aKnownTeam(),
    minimal: aKnownTeam({ name: undefined, groupId: undefined, state: 'archived', channels: [] }),
  },
  preference: { full: aPreference() },
  process: {
    full: { id: 'proces-1', at: START, owing: [aRoundId()] },
    minimal: { id: 'proces-1', at: START, owing: [] },
  },
  'index entry': { full: { roundId: aRoundId(), tenantId: 'kommunen', createdAt: START } },
  'file part': { full: { parts: 1, base64: 'c2thYmVsb24=' } },
  template: {
    full: { number: 1, name: 'Brevpapir.docx', sha256: 'e3', by: aSecretary(), at: START },
    minimal: { number: 2, name: '', sha256: undefined, by: aSecretary(), at: START },
  },
};
