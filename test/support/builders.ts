import type { ChannelRequest } from '../../src/application/channel/registration-trace.js';
import type { Member, RegistryTrace } from '../../src/application/ports.js';
import type { ChannelAct } from '../../src/conversation/acts.js';
import type { AuditLine } from '../../src/domain/audit.js';
import type { ChannelAddress, PostedMessage } from '../../src/domain/channel/channel.js';
import {
  type Department,
  departmentsIn,
  type OtherDepartment,
  type PlacedDepartment,
  type RegisteredChannel,
  type RegisteredDepartment,
  type RegisteredSecretariat,
} from '../../src/domain/channel/department.js';
import type { KnownTeam } from '../../src/domain/channel/known-team.js';
import type { RegistryAuditLine } from '../../src/domain/channel/registry-audit.js';
import type { SetupRequest } from '../../src/domain/channel/setup-request.js';
import {
  type DepartmentId,
  type NotatId,
  operationId,
  parseDepartmentId,
  parseNotatId,
  parseRoundId,
  type RoundId,
} from '../../src/domain/ids.js';
import type { NotatOpening, NotatRecord, NotatSeal, RecordedAnswer } from '../../src/domain/notat/notat.js';
import { EMPTY_HEADER } from '../../src/domain/notat/notat-header.js';
import type { Person } from '../../src/domain/person.js';
import type { AnswerToAll } from '../../src/domain/reply/answer-to-all.js';
import type { AcceptedDecline, Decline } from '../../src/domain/reply/decline.js';
import type { Draft } from '../../src/domain/reply/draft.js';
import type { Proposal } from '../../src/domain/reply/proposal.js';
import type { ProposedEdit } from '../../src/domain/reply/proposed-edit.js';
import type { Question, QuestionAnswer } from '../../src/domain/reply/question.js';
import type { Reminder } from '../../src/domain/reply/reminder.js';
import type { ReplyContent, ReplyVersion } from '../../src/domain/reply/reply.js';
import type { SentBack } from '../../src/domain/reply/sent-back.js';
import type { TimeDecision, TimeRequest } from '../../src/domain/reply/time-request.js';
import { type Deadline, type LocalDate, parseDeadline, parseLocalDate } from '../../src/domain/round/deadline.js';
import type { DeadlineMove } from '../../src/domain/round/deadline-move.js';
import type { PlanChange, Withdrawn } from '../../src/domain/round/plan-change.js';
import { DEFAULT_REMINDER_PLAN, reminderPlanValues } from '../../src/domain/round/reminder-plan.js';
import type { Reopening } from '../../src/domain/round/reopening.js';
import {
  type Ask,
  askedDepartment,
  type Invitation,
  type Round,
  type RoundDepartment,
  type RoundOverview,
  type RoundPlan,
} from '../../src/domain/round/round.js';
import type { RoundFormValues } from '../../src/domain/round/round-form.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import { type Delivery, requestDeliveryId } from '../../src/domain/work/delivery.js';
import type { Preference } from '../../src/domain/work/preference.js';

/** When things happen unless a test says otherwise: a Monday in November, 10.00 in Denmark. */
export const START = new Date('2026-11-09T09:00:00.000Z');

export const TENANT = '6f0a3c52-8d0e-4a57-9a44-3b1f2f6f7c10';

export function aRoundId(text = 'runde-1'): RoundId {
  return exists(parseRoundId(text));
}

export function aDepartmentId(text = 'boern'): DepartmentId {
  return exists(parseDepartmentId(text));
}

export function aNotatId(text = 'notat-1'): NotatId {
  return exists(parseNotatId(text));
}

export function aLocalDate(text = '2026-11-25'): LocalDate {
  return exists(parseLocalDate(text));
}

/** One with a time, unless a test gives a day alone. */
export function aDeadline(text = '2026-11-25T12:00'): Deadline {
  return exists(parseDeadline(text));
}

export function aPerson(changes: Partial<Person> = {}): Person {
  return { id: '0b8f2f4e-5a3d-4c1b-8a57-2f9f1f0e6d21', name: 'Åse Brøndum', ...changes };
}

/** @param channel tells one channel from another */
export function anAddress(changes: Partial<ChannelAddress> = {}, channel = 'boern'): ChannelAddress {
  return {
    tenantId: TENANT,
    teamId: '19:forvaltningen@thread.tacv2',
    channelId: `19:${channel}@thread.tacv2`,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    ...changes,
  };
}

export function aPosted(changes: Partial<PostedMessage> = {}): PostedMessage {
  return {
    conversationId: '19:boern@thread.tacv2;messageid=1700000000001',
    activityId: '1700000000001',
    ...changes,
  };
}

export function aDepartment(changes: Partial<Department> = {}): Department {
  return {
    id: aDepartmentId(),
    name: 'Børn og Familie',
    heads: [],
    deputies: [],
    director: undefined,
    language: undefined,
    approval: true,
    ...changes,
  };
}

export function anAsk(changes: Partial<Ask> = {}): Ask {
  return {
    title: 'Opfølgning på tilsynets årsrapport 2026',
    report: 'Tilsynets årsrapport 2026',
    reportLink: 'https://kommune.example/tilsyn/aarsrapport-2026.pdf',
    question: 'Hvad har I lært af rapporten, og hvad gør I nu?',
    deadline: aLocalDate(),
    calendar: DEFAULT_CALENDAR,
    isTrial: false,
    ...changes,
  };
}

/** A round's form, as it is sent. */
export function aRoundForm(changes: Partial<RoundFormValues> = {}): RoundFormValues {
  return {
    title: 'Opfølgning på tilsynets årsrapport 2026',
    report: 'Tilsynets årsrapport 2026',
    reportLink: '',
    question: 'Hvad har I lært af rapporten?',
    introduction: 'Byrådet har bedt om en status.',
    deadline: '2026-11-25',
    deadlineTime: '',
    ...EMPTY_HEADER,
    showOrigins: 'false',
    ...reminderPlanValues(DEFAULT_REMINDER_PLAN),
    showCounts: 'true',
    countsSentence: '',
    previousRound: '',
    departments: [aDepartmentId()],
    ...changes,
  };
}

export function anInvitation(changes: Partial<Invitation> = {}): Invitation {
  return { department: aDepartment(), address: anAddress(), ...changes };
}

export function aPlan(changes: Partial<RoundPlan> = {}): RoundPlan {
  return {
    ask: anAsk(),
    introduction: 'Byrådet har bedt om en status.\n\nFagområdernes svar følger her.',
    header: EMPTY_HEADER,
    showOrigins: false,
    reminders: DEFAULT_REMINDER_PLAN,
    startAt: undefined,
    countsSentence: undefined,
    previousRound: undefined,
    invitations: [anInvitation()],
    ...changes,
  };
}

/** A planned one; say `state: 'open'`, or a later state, for one that has been started, and closed, too. */
export function aRound(changes: Partial<Round> = {}): Round {
  const { state = 'planned' } = changes;
  const isStarted = state !== 'planned' && state !== 'starting';
  const isClosed = isStarted && state !== 'open';
  return {
    id: aRoundId(),
    state: 'planned',
    plan: aPlan(),
    secretariat: anAddress({}, 'sekretariatet'),
    createdBy: aPerson(),
    createdAt: START,
    planSaved: undefined,
    startedBy: isStarted ? aPerson() : undefined,
    startedAt: isStarted ? START : undefined,
    closedBy: isClosed ? aSecretary() : undefined,
    closedAt: isClosed ? START : undefined,
    finals: 0,
    reopenings: [],
    keptFindings: [],
    closedWithout: [],
    trouble: undefined,
    presses: [],
    deadlineMoves: [],
    hasDuties: isStarted,
    digest: undefined,
    desk: undefined,
    answersToAll: [],
    changes: [],
    isFollowing: false,
    withdrawn: undefined,
    ...changes,
  };
}

/** One that has not answered. */
export function aRoundDepartment(changes: Partial<RoundDepartment> = {}): RoundDepartment {
  return {
    ...askedDepartment({
      roundId: aRoundId(),
      department: aDepartment(),
      position: 0,
      address: anAddress(),
      ask: anAsk(),
      askedAt: START,
      previous: undefined,
    }),
    ...changes,
  };
}

export function anOverview(changes: Partial<RoundOverview> = {}): RoundOverview {
  return {
    round: aRound({ state: 'open' }),
    departments: [aRoundDepartment()],
    unreadable: [],
    withdrawn: [],
    ...changes,
  };
}

export function aVersion(changes: Partial<ReplyVersion> = {}): ReplyVersion {
  const number = changes.number ?? 1;
  return {
    number,
    content: { kind: 'text', text: 'Vi har indført en fast opfølgning hver måned.\n- Æbler på mødebordet' },
    author: aPerson(),
    approvedBy: undefined,
    isOnBehalf: false,
    at: START,
    operationId: operationId('reply', number),
    ...changes,
  };
}

/** @param remark the sentence beside it */
export function aNilReply(remark?: string): ReplyContent {
  return { kind: 'nil', remark };
}

export function aDraft(changes: Partial<Draft> = {}): Draft {
  return { text: 'Vi er ved at undersøge, om', author: aPerson(), at: START, ...changes };
}

export function aProposal(changes: Partial<Proposal> = {}): Proposal {
  return {
    content: { kind: 'text', text: 'Vi foreslår at holde et møde mere hver måned.' },
    author: aPerson({ id: '5f6c2c5e-6f0b-4b39-9d0c-2f5f1f7a9b10', name: 'Ulla Østergaard' }),
    at: START,
    ...changes,
  };
}

/** One that the secretariat has not decided on. */
export function aDecline(changes: Partial<Decline> = {}): Decline {
  return {
    reason: 'Rapporten handler om plejehjem.',
    instead: undefined,
    by: aPerson(),
    at: START,
    accepted: undefined,
    ...changes,
  };
}

/** The secretariat's yes to a decline, with a row in the notat. */
export function anAcceptedDecline(changes: Partial<AcceptedDecline> = {}): AcceptedDecline {
  return { inNotat: true, by: aSecretary(), at: START, ...changes };
}

export function aSentBack(changes: Partial<SentBack> = {}): SentBack {
  return { comment: 'Skriv gerne et eksempel.', by: aSecretary(), at: START, ...changes };
}

/** The first one, three days before the deadline. */
export function aReminder(changes: Partial<Reminder> = {}): Reminder {
  return { number: 1, step: 'before 3', deadlineDay: aLocalDate(), at: START, isEscalated: false, ...changes };
}

/** One that waits for the secretariat. */
export function aQuestion(changes: Partial<Question> = {}): Question {
  return {
    text: 'Skal vi også tage de selvejende institutioner med?',
    by: aPerson({ id: '7c1e0a7b-38d9-4d1c-9c56-0d0f4f0f9a33', name: 'Ulla Østergaard' }),
    at: START,
    card: undefined,
    answer: undefined,
    ...changes,
  };
}

/** Later than the question that it answers. */
export function aQuestionAnswer(changes: Partial<QuestionAnswer> = {}): QuestionAnswer {
  return {
    text: 'Ja, tag dem med.',
    by: aSecretary(),
    at: new Date(START.getTime() + 60_000),
    toAll: false,
    ...changes,
  };
}

/** To a question of another department than `aRoundDepartment`. */
export function anAnswerToAll(changes: Partial<AnswerToAll> = {}): AnswerToAll {
  return {
    question: 'Skal de selvejende institutioner med?',
    text: 'Ja, tag dem med.',
    by: aSecretary(),
    at: new Date(START.getTime() + 60_000),
    askedBy: aDepartmentId('kultur'),
    ...changes,
  };
}

export function aDeadlineMove(changes: Partial<DeadlineMove> = {}): DeadlineMove {
  const [from, to] = [aLocalDate(), aLocalDate('2026-12-04')];
  return { from, to, by: aSecretary(), at: START, reason: 'Byrådets møde er flyttet.', scope: 'round', ...changes };
}

/** A changed question. */
export function aPlanChange(changes: Partial<PlanChange> = {}): PlanChange {
  return { by: aSecretary(), at: START, parts: ['question'], added: [], withdrawn: [], reason: '', ...changes };
}

/** A department that was taken out of its round. */
export function aWithdrawn(changes: Partial<Withdrawn> = {}): Withdrawn {
  return { scope: 'department', by: aSecretary(), at: START, reason: 'Opgaven er flyttet til Kultur.', ...changes };
}

export function anOpening(changes: Partial<NotatOpening> = {}): NotatOpening {
  const opening = { title: 'Opfølgning', introduction: 'Indledning', header: EMPTY_HEADER, showOrigins: true };
  return { ...opening, countsSentence: undefined, ...changes };
}

/** One that the secretariat has not decided. */
export function aTimeRequest(changes: Partial<TimeRequest> = {}): TimeRequest {
  return {
    until: aLocalDate('2026-12-04'),
    reason: 'Vi venter på tal fra regionen.',
    by: aPerson(),
    at: START,
    decision: undefined,
    ...changes,
  };
}

export function aTimeDecision(changes: Partial<TimeDecision> = {}): TimeDecision {
  return { isGranted: true, line: '', by: aSecretary(), at: START, ...changes };
}

/** Someone of the secretariat. */
export function aSecretary(): Person {
  return aPerson({ id: 'c1d8b7a0-94f2-4f0e-8a3d-7be1a2c4d5e6', name: 'Søren Kjær' });
}

/** A request card owed since `START`. */
export function aDelivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    id: requestDeliveryId(aDepartmentId()),
    task: { kind: 'post request', departmentId: aDepartmentId() },
    state: 'pending',
    attempts: 0,
    lapses: 0,
    owedSince: START,
    dueAt: START,
    claimedBy: undefined,
    lastFailure: undefined,
    posted: undefined,
    ...changes,
  };
}

export function aNotatRecord(changes: Partial<NotatRecord> = {}): NotatRecord {
  return {
    id: aNotatId(),
    status: 'interim',
    number: undefined,
    compiledAt: START,
    deadline: undefined,
    template: 0,
    isTemplateUnreadable: false,
    versions: [aRecordedAnswer()],
    seal: undefined,
    opening: undefined,
    ...changes,
  };
}

export function aSeal(changes: Partial<NotatSeal> = {}): NotatSeal {
  return { sha256: 'e3b0c44298fc1c14'.repeat(4), by: aSecretary(), at: START, ...changes };
}

export function aRecordedAnswer(changes: Partial<RecordedAnswer> = {}): RecordedAnswer {
  return {
    departmentId: aDepartmentId(),
    version: 1,
    excused: undefined,
    isAwaited: false,
    isUnreadable: false,
    deadline: undefined,
    ...changes,
  };
}

export function anAuditLine(changes: Partial<AuditLine> = {}): AuditLine {
  return {
    at: START,
    by: aPerson(),
    act: 'replied',
    departmentId: aDepartmentId(),
    subject: '1',
    ...changes,
  };
}

/** A line about a registration. */
export function aRegistryLine(changes: Partial<RegistryAuditLine> = {}): RegistryAuditLine {
  return {
    at: START,
    by: aSecretary(),
    act: 'department registered',
    where: anAddress().channelId,
    departmentId: aDepartmentId(),
    subject: aDepartment().name,
    ...changes,
  };
}

/** Someone in a department's channel wants another name for the department. */
export function aSetupRequest(changes: Partial<SetupRequest> = {}): SetupRequest {
  return {
    id: 'oensket-1',
    address: anAddress(),
    by: aPerson(),
    at: START,
    about: undefined,
    wanted: { kind: 'name', name: 'Børn og Unge' },
    posted: undefined,
    ...changes,
  };
}

/** Whoever wants to be told personally. */
/** A team with its first channel, one of its own and one that was deleted. */
export function aKnownTeam(changes: Partial<KnownTeam> = {}): KnownTeam {
  const teamId = changes.teamId ?? '19:team@thread.tacv2';
  return {
    tenantId: TENANT,
    teamId,
    serviceUrl: anAddress().serviceUrl,
    name: 'Børn og Unge',
    groupId: '5e0f7a3c-8a0b-4a58-9d6a-5f9c1d0b7e11',
    state: 'present',
    since: START,
    channels: [
      { id: teamId, name: undefined, kind: 'standard', isDeleted: false },
      { id: '19:dagtilbud@thread.tacv2', name: 'Dagtilbud', kind: 'standard', isDeleted: false },
      { id: '19:udvalg@thread.tacv2', name: 'Udvalg', kind: 'private', isDeleted: true },
    ],
    ...changes,
  };
}

export function aPreference(changes: Partial<Preference> = {}): Preference {
  return {
    personId: aPerson().id,
    isPersonal: true,
    conversationId: 'a:chat',
    isReachable: true,
    at: START,
    ...changes,
  };
}

/** What is written with the change of a registration. */
export function aTrace({
  line = aRegistryLine(),
  operation = operationId('tilknyt'),
}: Partial<RegistryTrace> = {}): RegistryTrace {
  return { line, operation };
}

/** Something that someone of the secretariat asks for in a channel. */
export function aChannelRequest(address = anAddress(), changes: Partial<ChannelRequest> = {}): ChannelRequest {
  return { address, by: aSecretary(), activityId: '1700000000001', ...changes };
}

/** With one secretary who has been named, so that nobody needs the roster to know who the secretaries are. */
export function aSecretariat(changes: Partial<RegisteredSecretariat> = {}): RegisteredSecretariat {
  return {
    purpose: 'secretariat',
    address: anAddress({}, 'sekretariatet'),
    secretaries: [aSecretary()],
    name: undefined,
    ...changes,
  };
}

/** Something that a person of the municipality did in a department's channel. */
export function anAct(changes: Partial<ChannelAct> = {}): ChannelAct {
  const { by = aPerson() } = changes;
  return {
    by,
    memberId: `29:${by.id}`,
    home: 'here',
    surface: 'card',
    address: anAddress(),
    thread: undefined,
    activityId: '1700000000001',
    posted: undefined,
    ...changes,
  };
}

/** What the roster says of a person who is a member of the team, unless a test says otherwise. */
export function aMember(person: Person = aPerson(), changes: Partial<Member> = {}): Member {
  return { person, isGuest: false, isForeign: false, ...changes };
}

/** The first department of a channel, as outcomes tell of it. */
export function placedIn(channel: RegisteredChannel | undefined): PlacedDepartment {
  return exists(channel && departmentsIn(channel)[0]);
}

/** A further department of a channel, under the name that is also its id. */
export function anOtherDepartment(name: string, changes: Partial<OtherDepartment> = {}): OtherDepartment {
  const department = aDepartment({ id: aDepartmentId(name.toLowerCase()), name });
  return { department, registeredAt: START, order: undefined, left: [], ...changes };
}

export function aRegisteredDepartment(changes: Partial<RegisteredDepartment> = {}): RegisteredDepartment {
  return {
    purpose: 'department',
    address: anAddress(),
    department: aDepartment(),
    registeredAt: START,
    order: undefined,
    left: [],
    others: [],
    retired: [],
    ...changes,
  };
}

/** A builder's own text must be one that the domain accepts. */
function exists<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The domain does not accept this value.');
  return value;
}

export function aReopening(changes: Partial<Reopening> = {}): Reopening {
  return { at: START, by: aSecretary(), reason: 'Et svar er ændret.', ...changes };
}

export function aProposedEdit(changes: Partial<ProposedEdit> = {}): ProposedEdit {
  const content = { kind: 'text', text: 'Vi svarer nu inden ti dage.' } as const;
  return { version: 1, content, by: aSecretary(), at: START, dismissed: undefined, ...changes };
}
