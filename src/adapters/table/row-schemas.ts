import { z } from 'zod';
import type { ProcessReport } from '../../application/ports.js';
import type { AuditAct, AuditLine } from '../../domain/audit.js';
import type { ChannelAddress, PostedMessage } from '../../domain/channel/channel.js';
import type { Department, OtherDepartment, RegisteredChannel } from '../../domain/channel/department.js';
import type { KnownChannel, KnownTeam } from '../../domain/channel/known-team.js';
import type { RegistryAct, RegistryAuditLine } from '../../domain/channel/registry-audit.js';
import type { SetupRequest, SetupWish } from '../../domain/channel/setup-request.js';
import {
  type DepartmentId,
  type NotatId,
  type OperationId,
  parseDepartmentId,
  parseNotatId,
  parseRoundId,
  type RoundId,
} from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import { FILE_PARTS_MAX } from '../../domain/limits.js';
import type { NotatRecord, NotatSeal, NotatStatus, RecordedAnswer } from '../../domain/notat/notat.js';
import { EMPTY_HEADER, eachHeaderField, type NotatHeader } from '../../domain/notat/notat-header.js';
import type { TemplateRecord } from '../../domain/notat/template.js';
import type { Person } from '../../domain/person.js';
import type { AnswerToAll } from '../../domain/reply/answer-to-all.js';
import type { AcceptedDecline, Decline } from '../../domain/reply/decline.js';
import type { Draft } from '../../domain/reply/draft.js';
import type { OwnDraft } from '../../domain/reply/own-draft.js';
import type { Proposal } from '../../domain/reply/proposal.js';
import type { DismissedEdit, ProposedEdit } from '../../domain/reply/proposed-edit.js';
import type { Question, QuestionAnswer } from '../../domain/reply/question.js';
import type { Reminder, ReminderStep } from '../../domain/reply/reminder.js';
import type { ReplyContent, ReplyVersion } from '../../domain/reply/reply.js';
import type { SentBack } from '../../domain/reply/sent-back.js';
import type { TimeDecision, TimeRequest } from '../../domain/reply/time-request.js';
import { type Deadline, type LocalDate, parseDeadline, parseLocalDate } from '../../domain/round/deadline.js';
import type { DeadlineMove } from '../../domain/round/deadline-move.js';
import type { FinalNotat } from '../../domain/round/final-notat.js';
import type { ChangedPart, ConcernedPart, PlanChange, SeenChange, Withdrawn } from '../../domain/round/plan-change.js';
import type { PlanSaved } from '../../domain/round/plan-saved.js';
import { DEFAULT_REMINDER_PLAN, type ReminderPlan } from '../../domain/round/reminder-plan.js';
import type { Reopening } from '../../domain/round/reopening.js';
import type {
  Ask,
  Digest,
  LaterStart,
  PreviousReply,
  Round,
  RoundDepartment,
  RoundPlan,
  RoundState,
  StandingNotice,
} from '../../domain/round/round.js';
import { type ClosedDay, DEFAULT_CALENDAR, type WorkCalendar } from '../../domain/round/working-days.js';
import type {
  Delivery,
  DeliveryState,
  DeliveryTask,
  DepartmentNotice,
  PersonalNotice,
} from '../../domain/work/delivery.js';
import type { Preference } from '../../domain/work/preference.js';
import type { Trouble } from '../../domain/work/trouble.js';

/*
 * Rows are read as long as their round is kept, whichever version of the bot wrote them. So a property that a later
 * version added is optional here, or has a default that was true before the property existed. A word that was renamed
 * can still be read. test/adapters/table/golden-rows has a row of every shape that was ever written.
 *
 * Every object schema is loose: the properties that a newer version has added stay in the value, unread, and are
 * written back with whatever is made from that value.
 */

/** An object with every word of a union type as a key. The compiler reports a word that the domain adds. */
type AllOf<Word extends string> = { readonly [Each in Word]: Each };

const roundId = z.custom<RoundId>((value) => parseRoundId(value) !== undefined);
const departmentId = z.custom<DepartmentId>((value) => parseDepartmentId(value) !== undefined);
const notatId = z.custom<NotatId>((value) => parseNotatId(value) !== undefined);
const operationId = z.custom<OperationId>((value) => typeof value === 'string');
const deadline = z.custom<Deadline>((value) => parseDeadline(value) !== undefined);
const instant = z.iso.datetime().transform((text) => new Date(text));

/** What is undefined in the domain is null in a row. It is absent when the row is older than the property. */
function optional<Output>(schema: z.ZodType<Output>): z.ZodType<Output | undefined> {
  return schema.nullish().transform((value) => value ?? undefined);
}

const person: z.ZodType<Person> = z.looseObject({ id: z.string(), name: z.string() });

const address: z.ZodType<ChannelAddress> = z.looseObject({
  tenantId: z.string(),
  teamId: optional(z.string()),
  channelId: z.string(),
  serviceUrl: z.string(),
});

const posted: z.ZodType<PostedMessage> = z.looseObject({ conversationId: z.string(), activityId: z.string() });

const language = z.enum({ da: 'da', en: 'en' } satisfies AllOf<Language>);

const department: z.ZodType<Department> = z.looseObject({
  id: departmentId,
  name: z.string(),
  heads: z.array(person).default([]),
  deputies: z.array(person).default([]),
  director: optional(person),
  language: optional(language),
  approval: z.boolean().default(true),
});

const calendar: z.ZodType<WorkCalendar> = z.looseObject({
  // Also the words of a newer version: they are kept, and the calendar does not use them.
  closedDays: z.array(z.custom<ClosedDay>((value) => typeof value === 'string')),
  closedWeeks: z.array(z.number()),
});

const ask: z.ZodType<Ask> = z.looseObject({
  title: z.string(),
  report: z.string(),
  reportLink: optional(z.string()),
  question: z.string(),
  deadline,
  calendar: calendar.default(DEFAULT_CALENDAR),
  isTrial: z.boolean().default(false),
});

const header: z.ZodType<NotatHeader> = z.looseObject(eachHeaderField(() => z.string().default('')));

const reminderPlan: z.ZodType<ReminderPlan> = z.looseObject({
  daysBefore: z.array(z.number()),
  onTheDay: z.boolean(),
  everyAfter: optional(z.number()),
  since: optional(instant),
});

const laterStart: z.ZodType<LaterStart> = z.looseObject({ at: instant, by: person, posted: optional(posted) });

const plan: z.ZodType<RoundPlan> = z.looseObject({
  ask,
  introduction: z.string(),
  header: header.default(EMPTY_HEADER),
  showOrigins: z.boolean().default(false),
  reminders: reminderPlan.default(DEFAULT_REMINDER_PLAN),
  startAt: optional(laterStart),
  countsSentence: optional(z.string()),
  previousRound: optional(roundId),
  invitations: z.array(z.looseObject({ department, address })),
});

/** Accepts a present word, and the older word that once stood for it. */
function renamed<Word extends string>(schema: z.ZodType<Word>, older: string, now: Word): z.ZodType<Word> {
  return z.preprocess((word) => (word === older ? now : word), schema);
}

const presentRoundState = z.enum({
  planned: 'planned',
  starting: 'starting',
  open: 'open',
  closing: 'closing',
  closed: 'closed',
  reopening: 'reopening',
  withdrawing: 'withdrawing',
  withdrawn: 'withdrawn',
} satisfies AllOf<RoundState>);
const roundState = renamed<RoundState>(presentRoundState, 'draft', 'planned');

const trouble: z.ZodType<Trouble> = z.looseObject({
  fate: z.enum({ stopped: 'stopped', uncertain: 'uncertain' } satisfies AllOf<Trouble['fate']>),
  what: optional(z.string()),
  word: z.string(),
});

const deadlineMove: z.ZodType<DeadlineMove> = z.looseObject({
  from: deadline,
  to: deadline,
  by: person,
  at: instant,
  reason: z.string(),
  scope: z.enum({ round: 'round', department: 'department' } satisfies AllOf<DeadlineMove['scope']>),
});

const digest: z.ZodType<Digest> = z.looseObject({ since: instant, at: instant, posted: optional(posted) });

const answerToAll: z.ZodType<AnswerToAll> = z.looseObject({
  question: z.string(),
  text: z.string(),
  by: person,
  at: instant,
  askedBy: departmentId,
});

const concernedPart = z.enum({
  title: 'title',
  report: 'report',
  reportLink: 'reportLink',
  question: 'question',
} satisfies AllOf<ConcernedPart>);

const changedPart = z.enum({
  ...concernedPart.enum,
  introduction: 'introduction',
  header: 'header',
  origins: 'origins',
  order: 'order',
} satisfies AllOf<ChangedPart>);

const planChange: z.ZodType<PlanChange> = z.looseObject({
  by: person,
  at: instant,
  parts: z.array(changedPart),
  added: z.array(departmentId),
  withdrawn: z.array(departmentId),
  reason: z.string(),
});

const seenChange: z.ZodType<SeenChange> = z.looseObject({ at: instant, parts: z.array(concernedPart) });

const withdrawnRound = z.looseObject({ by: person, at: instant, reason: z.string() });

const withdrawn: z.ZodType<Withdrawn> = z.looseObject({
  ...withdrawnRound.shape,
  scope: z.enum({ department: 'department', round: 'round' } satisfies AllOf<Withdrawn['scope']>),
});
const reopening: z.ZodType<Reopening> = z.looseObject({ at: instant, by: person, reason: z.string() });

const planSaved: z.ZodType<PlanSaved> = z.looseObject({ by: person, at: instant });

export const roundSchema: z.ZodType<Round> = z.looseObject({
  id: roundId,
  state: roundState,
  plan,
  secretariat: address,
  createdBy: person,
  createdAt: instant,
  planSaved: optional(planSaved),
  startedBy: optional(person),
  startedAt: optional(instant),
  closedBy: optional(person),
  closedAt: optional(instant),
  finals: z.number().default(0),
  reopenings: z.array(reopening).default([]),
  keptFindings: z.array(z.string()).default([]),
  closedWithout: z.array(departmentId).default([]),
  trouble: optional(trouble),
  presses: z.array(z.string()).default([]),
  deadlineMoves: z.array(deadlineMove).default([]),
  hasDuties: z.boolean().default(false),
  digest: optional(digest),
  desk: optional(posted),
  answersToAll: z.array(answerToAll).default([]),
  changes: z.array(planChange).default([]),
  isFollowing: z.boolean().default(false),
  withdrawn: optional(withdrawnRound),
});

const content: z.ZodType<ReplyContent> = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('text'), text: z.string() }),
  z.looseObject({ kind: z.literal('nil'), remark: optional(z.string()) }),
]);

export const versionSchema: z.ZodType<ReplyVersion> = z.looseObject({
  number: z.number(),
  content,
  author: person,
  approvedBy: optional(person),
  isOnBehalf: z.boolean().default(false),
  at: instant,
  operationId,
});

const draft: z.ZodType<Draft> = z.looseObject({ text: z.string(), author: person, at: instant });

export const ownDraftSchema: z.ZodType<OwnDraft> = draft;

const proposal: z.ZodType<Proposal> = z.looseObject({ content, author: person, at: instant });

const acceptedDecline: z.ZodType<AcceptedDecline> = z.looseObject({ inNotat: z.boolean(), by: person, at: instant });

const decline: z.ZodType<Decline> = z.looseObject({
  reason: z.string(),
  instead: optional(z.string()),
  by: person,
  at: instant,
  accepted: optional(acceptedDecline),
});

const sentBack: z.ZodType<SentBack> = z.looseObject({ comment: z.string(), by: person, at: instant });

const previous: z.ZodType<PreviousReply> = z.looseObject({ title: z.string(), content });

const day = z.custom<LocalDate>((value) => parseLocalDate(value) !== undefined);

const reminder: z.ZodType<Reminder> = z.looseObject({
  number: z.number(),
  step: z.custom<ReminderStep>((value) => typeof value === 'string'),
  deadlineDay: day,
  at: instant,
  isEscalated: z.boolean().default(false),
});

const timeDecision: z.ZodType<TimeDecision> = z.looseObject({
  isGranted: z.boolean(),
  line: z.string(),
  by: person,
  at: instant,
});

const timeRequest: z.ZodType<TimeRequest> = z.looseObject({
  until: day,
  reason: z.string(),
  by: person,
  at: instant,
  decision: optional(timeDecision),
});

const dismissedEdit: z.ZodType<DismissedEdit> = z.looseObject({ line: z.string(), by: person, at: instant });

const proposedEdit: z.ZodType<ProposedEdit> = z.looseObject({
  version: z.number(),
  content,
  by: person,
  at: instant,
  dismissed: optional(dismissedEdit),
});

const finalNotat: z.ZodType<FinalNotat> = z.looseObject({ number: z.number(), at: instant });

const questionAnswer: z.ZodType<QuestionAnswer> = z.looseObject({
  text: z.string(),
  by: person,
  at: instant,
  toAll: z.boolean().default(false),
});

const question: z.ZodType<Question> = z.looseObject({
  text: z.string(),
  by: person,
  at: instant,
  card: optional(posted),
  answer: optional(questionAnswer),
});

const departmentNotice = z.enum({
  nudged: 'nudged',
  'sent back': 'sent back',
  'approval wanted': 'approval wanted',
  'answered on behalf': 'answered on behalf',
  reopened: 'reopened',
  'told again': 'told again',
  'deadline moved': 'deadline moved',
  'time declined': 'time declined',
  'question answered': 'question answered',
  'answered to all': 'answered to all',
  'edit proposed': 'edit proposed',
} satisfies AllOf<DepartmentNotice>);

const personalNotice: z.ZodType<PersonalNotice> = z.union([departmentNotice, z.enum(['request', 'escalated'])]);

const standingNotice: z.ZodType<StandingNotice> = z.looseObject({ notice: departmentNotice, posted });

const presentDepartment = z.looseObject({
  roundId,
  department,
  position: z.number(),
  address,
  ask,
  askedAt: optional(instant),
  previous: optional(previous),
  reply: optional(versionSchema),
  draft: optional(draft),
  proposal: optional(proposal),
  decline: optional(decline),
  sentBack: optional(sentBack),
  isLocked: z.boolean().default(false),
  presses: z.array(z.string()).default([]),
  trouble: optional(trouble),
  cards: optional(z.array(posted)),
  personally: z.array(z.string()).default([]),
  changes: z.number().default(0),
  reminders: z.array(reminder).default([]),
  notice: optional(standingNotice),
  decisionCard: optional(posted),
  deadlineMoves: z.array(deadlineMove).default([]),
  timeRequest: optional(timeRequest),
  proposedEdit: optional(proposedEdit),
  final: optional(finalNotat),
  reopenings: z.array(reopening).default([]),
  questions: z.array(question).default([]),
  answersToAll: z.array(answerToAll).default([]),
  changed: optional(seenChange),
  withdrawn: optional(withdrawn),
});

/** Version 0.1 kept only the status and the code of a request card that could not be delivered. */
export const roundDepartmentSchema: z.ZodType<RoundDepartment> = z.preprocess((value) => {
  if (value === null || typeof value !== 'object' || !('undelivered' in value)) return value;
  const { undelivered, ...others } = value;
  const isTold = 'trouble' in others && others.trouble !== null;
  return typeof undelivered === 'string' && !isTold
    ? { ...others, trouble: { fate: 'stopped', what: null, word: undelivered } }
    : others;
}, presentDepartment);

const presentTask = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('post request'), departmentId }),
  z.looseObject({
    kind: z.literal('refresh cards'),
    departmentId,
    mayComplete: z.boolean().default(false),
    also: optional(posted),
  }),
  z.looseObject({
    kind: z.literal('post department notice'),
    departmentId,
    notice: departmentNotice,
    only: z.array(z.string()).optional(),
  }),
  z.looseObject({ kind: z.literal('tell person'), personId: z.string(), departmentId, notice: personalNotice }),
  z.looseObject({ kind: z.literal('post decline'), departmentId }),
  z.looseObject({ kind: z.literal('post time request'), departmentId }),
  z.looseObject({ kind: z.literal('refresh decision card'), departmentId }),
  z.looseObject({ kind: z.literal('post question'), departmentId, asked: z.number() }),
  z.looseObject({ kind: z.literal('refresh questions'), departmentId }),
  z.looseObject({ kind: z.literal('do duties') }),
  z.looseObject({ kind: z.literal('move deadlines') }),
  z.looseObject({ kind: z.literal('share answers') }),
  z.looseObject({ kind: z.literal('follow changes') }),
  z.looseObject({ kind: z.literal('share final') }),
  z.looseObject({ kind: z.literal('propose edits'), by: person }),
  z.looseObject({ kind: z.literal('refresh notats') }),
  z.looseObject({ kind: z.literal('post digest') }),
  z.looseObject({ kind: z.literal('update round card'), posted }),
  z.looseObject({ kind: z.literal('update desk') }),
  z.looseObject({ kind: z.literal('post round card') }),
  z.looseObject({ kind: z.literal('post troubles') }),
  z.looseObject({ kind: z.literal('continue round') }),
  z.looseObject({ kind: z.literal('compile if complete') }),
  z.looseObject({ kind: z.literal('post notat'), notatId }),
  z.looseObject({ kind: z.literal('post notat part'), notatId, part: z.number() }),
]);

/** Version 0.1 had a task for each card, and told a department when the secretariat agreed to its decline. */
const task: z.ZodType<DeliveryTask> = z.preprocess((value) => {
  if (value === null || typeof value !== 'object' || !('kind' in value)) return value;
  const isForCards = value.kind === 'update request card' || ('notice' in value && value.notice === 'decline accepted');
  if (isForCards) return { ...value, kind: 'refresh cards' };
  if (value.kind !== 'update card' || !('posted' in value)) return value;
  const { posted: also, ...others } = value;
  return { ...others, kind: 'refresh cards', also };
}, presentTask);

const presentDeliveryState = z.enum({
  pending: 'pending',
  claimed: 'claimed',
  sent: 'sent',
  unneeded: 'unneeded',
  stopped: 'stopped',
  uncertain: 'uncertain',
} satisfies AllOf<DeliveryState>);
const deliveryState = renamed<DeliveryState>(presentDeliveryState, 'failed', 'stopped');

const presentDelivery = z.looseObject({
  id: z.string(),
  task,
  state: deliveryState,
  attempts: z.number(),
  lapses: z.number().default(0),
  owedSince: instant,
  dueAt: instant,
  claimedBy: optional(z.string()),
  lastFailure: optional(z.string()),
  posted: optional(posted),
});

/** Version 0.1 did not keep since when a delivery is owed. The time when it is due is near enough. */
export const deliverySchema: z.ZodType<Delivery> = z.preprocess(
  (value) =>
    value !== null && typeof value === 'object' && 'dueAt' in value && !('owedSince' in value)
      ? { ...value, owedSince: value.dueAt }
      : value,
  presentDelivery,
);

const notatStatus = z.enum({
  interim: 'interim',
  complete: 'complete',
  final: 'final',
} satisfies AllOf<NotatStatus>);

const excused = z.enum({
  'in notat': 'in notat',
  'left out': 'left out',
} satisfies AllOf<Exclude<RecordedAnswer['excused'], undefined>>);

const recordedAnswer: z.ZodType<RecordedAnswer> = z.looseObject({
  departmentId,
  version: z.number(),
  excused: optional(excused),
  isAwaited: z.boolean().default(false),
  isUnreadable: z.boolean().default(false),
  deadline: optional(deadline),
});

const seal: z.ZodType<NotatSeal> = z.looseObject({ sha256: z.string(), by: person, at: instant });

export const notatSchema: z.ZodType<NotatRecord> = z.looseObject({
  id: notatId,
  status: notatStatus,
  number: optional(z.number()),
  compiledAt: instant,
  deadline: optional(deadline),
  template: z.number().default(0),
  isTemplateUnreadable: z.boolean().default(false),
  versions: z.array(recordedAnswer),
  seal: optional(seal),
  opening: optional(
    z.looseObject({
      title: z.string(),
      introduction: z.string(),
      header,
      showOrigins: z.boolean().default(false),
      countsSentence: optional(z.string()),
    }),
  ),
});

const presentAuditAct = z.enum({
  planned: 'planned',
  'plan discarded': 'plan discarded',
  'start put off': 'start put off',
  'later start cancelled': 'later start cancelled',
  confirmed: 'confirmed',
  started: 'started',
  'draft saved': 'draft saved',
  proposed: 'proposed',
  replied: 'replied',
  approved: 'approved',
  'replied on behalf': 'replied on behalf',
  declined: 'declined',
  'decline accepted': 'decline accepted',
  'edit proposed': 'edit proposed',
  'edit accepted': 'edit accepted',
  'edit dismissed': 'edit dismissed',
  'own text mended': 'own text mended',
  'sent back': 'sent back',
  nudged: 'nudged',
  reminded: 'reminded',
  'deadline moved': 'deadline moved',
  'reminders changed': 'reminders changed',
  'time requested': 'time requested',
  'time granted': 'time granted',
  'time declined': 'time declined',
  'question asked': 'question asked',
  'question answered': 'question answered',
  'answer shared': 'answer shared',
  'round changed': 'round changed',
  'department added': 'department added',
  'department withdrawn': 'department withdrawn',
  'round withdrawn': 'round withdrawn',
  'settings changed': 'settings changed',
  closed: 'closed',
  reopened: 'reopened',
  'finding kept': 'finding kept',
  'cpr number kept': 'cpr number kept',
  compiled: 'compiled',
  downloaded: 'downloaded',
  'sent again': 'sent again',
  arrived: 'arrived',
  resumed: 'resumed',
} satisfies AllOf<AuditAct>);
const auditAct = renamed<AuditAct>(presentAuditAct, 'drafted', 'planned');

export const auditSchema: z.ZodType<AuditLine> = z.looseObject({
  at: instant,
  by: optional(person),
  act: auditAct,
  departmentId: optional(departmentId),
  subject: optional(z.string()),
  reason: optional(z.string()),
  before: optional(z.string()),
  after: optional(z.string()),
  where: optional(z.string()),
});

const otherDepartment = z.looseObject({
  department,
  registeredAt: instant,
  order: optional(z.number()),
  left: z.array(z.string()).default([]),
}) satisfies z.ZodType<OtherDepartment>;

export const registeredChannelSchema: z.ZodType<RegisteredChannel> = z.discriminatedUnion('purpose', [
  z.looseObject({
    purpose: z.literal('secretariat'),
    address,
    secretaries: z.array(person).default([]),
    name: optional(z.string()),
  }),
  z.looseObject({
    purpose: z.literal('department'),
    address,
    ...otherDepartment.shape,
    others: z.array(otherDepartment).default([]),
    retired: z.array(otherDepartment).default([]),
  }),
]);

const knownChannel: z.ZodType<KnownChannel> = z.looseObject({
  id: z.string(),
  name: optional(z.string()),
  kind: z.enum(['standard', 'private', 'shared']),
  isDeleted: z.boolean(),
});

export const knownTeamSchema: z.ZodType<KnownTeam> = z.looseObject({
  tenantId: z.string(),
  teamId: z.string(),
  serviceUrl: z.string(),
  name: optional(z.string()),
  groupId: optional(z.string()),
  state: z.enum(['present', 'bot removed', 'archived', 'deleted']),
  since: instant,
  channels: z.array(knownChannel),
});

const registryAct = z.enum({
  'secretariat registered': 'secretariat registered',
  'secretariat moved': 'secretariat moved',
  'secretariat unregistered': 'secretariat unregistered',
  'department registered': 'department registered',
  'department renamed': 'department renamed',
  'department moved': 'department moved',
  'department unregistered': 'department unregistered',
  'department added': 'department added',
  'department retired': 'department retired',
  'departments reordered': 'departments reordered',
  'unreadable unregistered': 'unreadable unregistered',
  'heads named': 'heads named',
  'deputies named': 'deputies named',
  'director named': 'director named',
  'secretaries named': 'secretaries named',
  'language set': 'language set',
  'approval set': 'approval set',
  'leaving noted': 'leaving noted',
  'setup requested': 'setup requested',
  'setup granted': 'setup granted',
  'setup declined': 'setup declined',
  refused: 'refused',
} satisfies AllOf<RegistryAct>);

export const registryAuditSchema: z.ZodType<RegistryAuditLine> = z.looseObject({
  at: instant,
  by: optional(person),
  act: registryAct,
  where: z.string(),
  departmentId: optional(departmentId),
  subject: optional(z.string()),
  reason: optional(z.string()),
});

const setupWish: z.ZodType<SetupWish> = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('name'), name: z.string() }),
  z.looseObject({ kind: z.literal('unregister') }),
  z.looseObject({ kind: z.enum(['heads', 'deputies', 'director']), people: z.array(person) }),
]);

export const setupRequestSchema: z.ZodType<SetupRequest> = z.looseObject({
  id: z.string(),
  address,
  by: person,
  at: instant,
  about: optional(z.looseObject({ departmentId, name: z.string() })),
  wanted: setupWish,
  posted: optional(posted),
});

export const preferenceSchema: z.ZodType<Preference> = z.looseObject({
  personId: z.string(),
  isPersonal: z.boolean(),
  conversationId: z.string(),
  isReachable: z.boolean(),
  at: instant,
});

export const processSchema: z.ZodType<ProcessReport> = z.looseObject({
  id: z.string(),
  at: instant,
  owing: z.array(roundId).default([]),
});

export const indexEntrySchema = z.looseObject({ roundId, tenantId: z.string(), createdAt: instant });

export const templateSchema: z.ZodType<TemplateRecord> = z.looseObject({
  number: z.number(),
  name: z.string(),
  sha256: optional(z.string()),
  again: optional(z.number()),
  by: person,
  at: instant,
});

export const filePartSchema = z.looseObject({ parts: z.number().int().min(1).max(FILE_PARTS_MAX), base64: z.base64() });
