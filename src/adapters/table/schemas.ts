import { z } from 'zod';
import type { AuditAct, AuditLine } from '../../domain/audit.js';
import type { ChannelAddress, PostedMessage } from '../../domain/channel.js';
import { type LocalDate, parseLocalDate } from '../../domain/deadline.js';
import type { Delivery, DeliveryState, DeliveryTask } from '../../domain/delivery.js';
import type { Department, RegisteredChannel } from '../../domain/department.js';
import {
  type DepartmentId,
  type NotatId,
  type OperationId,
  parseDepartmentId,
  parseNotatId,
  parseRoundId,
  type RoundId,
} from '../../domain/ids.js';
import type { NotatModel, NotatRecord } from '../../domain/notat.js';
import type { Person } from '../../domain/person.js';
import type { ReplyContent, ReplyVersion } from '../../domain/reply.js';
import type { Ask, Round, RoundDepartment, RoundPlan, RoundState } from '../../domain/round.js';

/** For a type of a few words, every one of them: the compiler asks for a word that the domain adds. */
type AllOf<Word extends string> = { readonly [Each in Word]: Each };

const roundId = z.custom<RoundId>((value) => parseRoundId(value) !== undefined);
const departmentId = z.custom<DepartmentId>((value) => parseDepartmentId(value) !== undefined);
const notatId = z.custom<NotatId>((value) => parseNotatId(value) !== undefined);
const operationId = z.custom<OperationId>((value) => typeof value === 'string');
const localDate = z.custom<LocalDate>((value) => parseLocalDate(value) !== undefined);
const instant = z.iso.datetime().transform((text) => new Date(text));

/** What is undefined in the domain is null in a row, or not there when the row is older than the property. */
function optional<Output>(schema: z.ZodType<Output>): z.ZodType<Output | undefined> {
  return schema.nullish().transform((value) => value ?? undefined);
}

const person: z.ZodType<Person> = z.object({ id: z.string(), name: z.string() });

const address: z.ZodType<ChannelAddress> = z.object({
  tenantId: z.string(),
  teamId: optional(z.string()),
  channelId: z.string(),
  serviceUrl: z.string(),
});

const posted: z.ZodType<PostedMessage> = z.object({ conversationId: z.string(), activityId: z.string() });

const department: z.ZodType<Department> = z.object({ id: departmentId, name: z.string() });

const ask: z.ZodType<Ask> = z.object({
  title: z.string(),
  report: z.string(),
  reportLink: optional(z.string()),
  question: z.string(),
  deadline: localDate,
});

const plan: z.ZodType<RoundPlan> = z.object({
  ask,
  introduction: z.string(),
  invitations: z.array(z.object({ department, address })),
});

const roundState = z.enum({ planned: 'planned', starting: 'starting', open: 'open' } satisfies AllOf<RoundState>);

export const roundSchema: z.ZodType<Round> = z.object({
  id: roundId,
  state: roundState,
  plan,
  secretariat: address,
  createdBy: person,
  createdAt: instant,
  startedBy: optional(person),
  startedAt: optional(instant),
});

const content: z.ZodType<ReplyContent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('nil') }),
]);

export const versionSchema: z.ZodType<ReplyVersion> = z.object({
  number: z.number(),
  content,
  author: person,
  at: instant,
  operationId,
});

export const roundDepartmentSchema: z.ZodType<RoundDepartment> = z.object({
  roundId,
  department,
  position: z.number(),
  address,
  ask,
  reply: optional(versionSchema),
  draft: optional(z.object({ text: z.string(), author: person, at: instant })),
  undelivered: optional(z.string()),
});

const task: z.ZodType<DeliveryTask> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post request'), departmentId }),
  z.object({ kind: z.literal('update card'), departmentId, posted }),
  z.object({ kind: z.literal('update round card'), posted }),
  z.object({ kind: z.literal('compile if complete') }),
  z.object({ kind: z.literal('post notat'), notatId }),
]);

const deliveryState = z.enum({
  pending: 'pending',
  claimed: 'claimed',
  sent: 'sent',
  unneeded: 'unneeded',
  failed: 'failed',
} satisfies AllOf<DeliveryState>);

export const deliverySchema: z.ZodType<Delivery> = z.object({
  id: z.string(),
  task,
  state: deliveryState,
  attempts: z.number(),
  dueAt: instant,
  claimedBy: optional(z.string()),
  lastFailure: optional(z.string()),
  posted: optional(posted),
});

const notatStatus = z.enum({ interim: 'interim', complete: 'complete' } satisfies AllOf<NotatModel['status']>);

export const notatSchema: z.ZodType<NotatRecord> = z.object({
  id: notatId,
  status: notatStatus,
  compiledAt: instant,
  versions: z.array(z.object({ departmentId, version: z.number() })),
});

const auditAct = z.enum({
  planned: 'planned',
  confirmed: 'confirmed',
  started: 'started',
  'draft saved': 'draft saved',
  replied: 'replied',
  'cpr number kept': 'cpr number kept',
  compiled: 'compiled',
} satisfies AllOf<AuditAct>);

export const auditSchema: z.ZodType<AuditLine> = z.object({
  at: instant,
  by: optional(person),
  act: auditAct,
  departmentId: optional(departmentId),
  subject: optional(z.string()),
  reason: optional(z.string()),
});

export const registeredChannelSchema: z.ZodType<RegisteredChannel> = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('secretariat'), address }),
  z.object({ purpose: z.literal('department'), address, department, registeredAt: instant }),
]);

export const indexEntrySchema = z.object({ roundId, tenantId: z.string(), createdAt: instant });
