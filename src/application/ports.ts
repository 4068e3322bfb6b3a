import type { AuditLine } from '../domain/audit.js';
import type { ChannelAddress, PostedMessage } from '../domain/channel/channel.js';
import type { RegisteredChannel } from '../domain/channel/department.js';
import type { DepartmentId, NotatId, OperationId, RoundId } from '../domain/ids.js';
import type { NotatModel, NotatRecord } from '../domain/notat/notat.js';
import type { NotatChange } from '../domain/notat/notat-changes.js';
import type { TemplateRecord } from '../domain/notat/template.js';
import type { TemplateProblem } from '../domain/notat/template-problem.js';
import type { Person } from '../domain/person.js';
import type { ReplyVersion } from '../domain/reply/reply.js';
import type { Round, RoundDepartment, RoundOverview } from '../domain/round/round.js';
import type { Delivery, DeliveryOutcome, DepartmentNotice } from '../domain/work/delivery.js';

/** What a row can be of. */
export type RowKind =
  | 'audit line'
  | 'channel'
  | 'claim'
  | 'delivery'
  | 'department'
  | 'file part'
  | 'index entry'
  | 'notat'
  | 'round'
  | 'template'
  | 'version';

/**
 * A row is there, and cannot be understood: it is corrupt, or of a newer version of the bot. The message names the
 * row and says why, never what it holds. Trying again does not help until someone has repaired it (docs/unreadable-rows.md).
 */
export class UnreadableRow extends Error {
  readonly kind: RowKind | undefined;
  /** Why, in words for whoever runs the bot. */
  readonly why: string;

  /** @param row names the row */
  constructor(kind: RowKind | undefined, row: string, why: string) {
    super(`The ${row} cannot be understood: ${why}.`);
    this.name = 'UnreadableRow';
    this.kind = kind;
    this.why = why;
  }
}

/**
 * Says which writing of a row was read, for a conditional write of it; another after every write. Opaque: only the
 * store that gave it can use it. It may carry what the row holds that this version of the bot does not know, so a
 * change must be given the tag of the very read that its value comes from.
 */
export type RowTag = NonNullable<unknown>;

/** A value as read, with the tag that a conditional write of it needs. */
export interface Stored<Value> {
  readonly value: Value;
  readonly etag: RowTag;
}

/** One row's part in a change of a round. A change names each row at most once. */
export type RoundChange =
  | { readonly change: 'insert round'; readonly round: Round }
  | { readonly change: 'replace round'; readonly round: Round; readonly etag: RowTag }
  | { readonly change: 'insert department'; readonly department: RoundDepartment }
  | { readonly change: 'replace department'; readonly department: RoundDepartment; readonly etag: RowTag }
  | { readonly change: 'insert version'; readonly departmentId: DepartmentId; readonly version: ReplyVersion }
  | { readonly change: 'insert delivery'; readonly delivery: Delivery }
  | { readonly change: 'replace delivery'; readonly delivery: Delivery; readonly etag: RowTag }
  | { readonly change: 'insert notat'; readonly notat: NotatRecord }
  | { readonly change: 'insert audit line'; readonly line: AuditLine };

/** The most rows that one commit may change; Azure Table Storage's limit for an entity-group transaction. */
export const MAX_CHANGES = 100;

/**
 * Rounds and all that belongs to them: one partition a round.
 *
 * Reads of one row give undefined for what does not exist, and reject with `UnreadableRow` for a row that cannot be
 * understood. Reads of many leave such rows out, so that one of them stops nothing beside it. Every other trouble (no
 * access, an outage) rejects. No method retries for longer than a person waits in front of a card.
 *
 * What a row holds that this version of the bot does not know comes along in the value, and is kept by whoever makes
 * the new value from it (`{ ...value, reply }`): older and newer versions of the bot work on one store.
 */
export interface RoundStore {
  readRound(id: RoundId): Promise<Stored<Round> | undefined>;
  /** The one read that an answer needs. */
  readDepartment(id: RoundId, department: DepartmentId): Promise<Stored<RoundDepartment> | undefined>;
  /**
   * The round and its departments in the notat's order, in one read of one partition. Departments that cannot be read
   * are named apart. Rejects with `UnreadableRow` when the round itself cannot be.
   */
  readOverview(id: RoundId): Promise<RoundOverview | undefined>;
  readVersion(id: RoundId, department: DepartmentId, number: number): Promise<ReplyVersion | undefined>;
  /** Every version of one department's reply, oldest first. */
  readVersions(id: RoundId, department: DepartmentId): Promise<readonly ReplyVersion[]>;
  readNotat(id: RoundId, notat: NotatId): Promise<NotatRecord | undefined>;
  /** Every notat that has been recorded of the round. */
  readNotats(id: RoundId): Promise<readonly NotatRecord[]>;
  readDelivery(id: RoundId, delivery: string): Promise<Stored<Delivery> | undefined>;
  /** Every delivery of the round, in the order of their ids. */
  readDeliveries(id: RoundId): Promise<readonly Delivery[]>;
  /** The deliveries that `isDue` holds for at `now`, at most `limit`, those due longest first. */
  readDueDeliveries(id: RoundId, now: Date, limit: number): Promise<readonly Stored<Delivery>[]>;
  /** Oldest first. */
  readAudit(id: RoundId): Promise<readonly AuditLine[]>;
  /**
   * Makes all the changes or none.
   *
   * `committed`: all are durable. Also given when this same operation had already been committed, so a caller
   * whose answer was lost may repeat it. `conflict`: nothing was written, because a row to insert exists or a
   * row to replace has changed since its etag was read. Rejects, with nothing written, when a row is larger
   * than the store can hold.
   */
  commit(id: RoundId, operation: OperationId, changes: readonly RoundChange[]): Promise<'committed' | 'conflict'>;
}

/** Which rounds there are, apart from what is in them. */
export interface RoundIndex {
  /** Repeatable. A round is added when it is confirmed, before anything of it is sent. */
  add(entry: RoundIndexEntry): Promise<void>;
  /** Every round that may owe deliveries, newest first; without those whose entry cannot be read. */
  list(): Promise<readonly RoundIndexEntry[]>;
}

export interface RoundIndexEntry {
  readonly roundId: RoundId;
  readonly tenantId: string;
  readonly createdAt: Date;
}

/** What each channel of a tenant is registered as. */
export interface ChannelRegistry {
  /** Rejects with `UnreadableRow` when what the channel is cannot be read. */
  find(address: Pick<ChannelAddress, 'tenantId' | 'channelId'>): Promise<RegisteredChannel | undefined>;
  /**
   * Every registered channel of the tenant, in no particular order; one read of one partition. Without those that
   * cannot be read.
   */
  list(tenantId: string): Promise<readonly RegisteredChannel[]>;
  /** The tenant's secretariat. Rejects with `UnreadableRow` when the channel that is the secretariat's cannot be read. */
  secretariat(tenantId: string): Promise<RegisteredChannel | undefined>;
  /**
   * Registers a channel, or registers it as something else than before.
   *
   * `registered`: durable; also when it was so already. `taken`: another channel of the tenant is the
   * secretariat's, or has a department of that name (`departmentNameKey`); nothing was written. What a channel was and
   * cannot be read is written over, unless a newer version of the bot has written it: then this rejects with
   * `UnreadableRow`, as it does when the channel that has the name cannot be read.
   */
  register(
    channel: RegisteredChannel,
  ): Promise<{ readonly outcome: 'registered' } | { readonly outcome: 'taken'; readonly by: RegisteredChannel }>;
  /**
   * @returns what it was, `unreadable` when that could not be read, or undefined when it was not registered.
   * Repeatable. Rejects with `UnreadableRow` for what a newer version of the bot has written.
   */
  remove(
    address: Pick<ChannelAddress, 'tenantId' | 'channelId'>,
  ): Promise<RegisteredChannel | 'unreadable' | undefined>;
}

/** What the bot can send on its own account, outside the answer to someone's action. */
export type Message =
  /** What the department's channel should see by now: the request card, the receipt, or what lies between. */
  | { readonly kind: 'department card'; readonly department: RoundDepartment }
  /** Words to the department. */
  | { readonly kind: 'department notice'; readonly department: RoundDepartment; readonly notice: DepartmentNotice }
  /** The secretariat's card about one department. */
  | { readonly kind: 'follow-up'; readonly department: RoundDepartment }
  /** That the round has been started. */
  | { readonly kind: 'round card'; readonly round: Round }
  /** One of the cards that show a notat, the first being 1. */
  | {
      readonly kind: 'notat';
      readonly round: Round;
      readonly record: NotatRecord;
      readonly notat: NotatModel;
      readonly changes: readonly NotatChange[];
      readonly part: number;
    };

/**
 * Sends to Teams. One HTTP request a call, never repeated within it; never rejects for what the service
 * answers, only tells how it went.
 */
export interface Messenger {
  /**
   * Starts a new thread in a channel, or adds to one.
   *
   * @param thread a message in the thread to add to
   */
  post(address: ChannelAddress, message: Message, thread?: PostedMessage): Promise<DeliveryOutcome>;
  /** How many messages it takes to show a notat: one holds only so much. */
  partsOf(message: Extract<Message, { kind: 'notat' }>): number;
  /** Replaces a message that the bot has posted. */
  update(address: ChannelAddress, posted: PostedMessage, message: Message): Promise<DeliveryOutcome>;
}

/** Who is in Teams' channels. */
export interface Members {
  /**
   * Finds someone whom a message mentions.
   *
   * @param memberId the id that Teams gives them towards this bot, `29:…`
   * @returns undefined for whoever is not a person in the channel's team. Rejects when the service does not answer.
   */
  find(address: ChannelAddress, memberId: string): Promise<Person | undefined>;
}

/** Renders the notat as a document. The same model and template give the same words and layout. */
export interface NotatWriter {
  /**
   * @param template the municipality's own, one that has been checked; otherwise the installation's
   * @returns the file's bytes. Rejects when it cannot be written, be it for want of time or memory, or because too many
   * wait to be; the next can be.
   */
  write(notat: NotatModel, template?: Uint8Array): Promise<Uint8Array>;
}

/** Looks a template over before it is used. */
export interface TemplateCheck {
  /**
   * Everything that is wrong with it, or could be better; none for a template that can be used as it is. `busy`: too many
   * wait to be looked over, and this one was not.
   */
  check(template: Uint8Array): Promise<readonly TemplateProblem[] | 'busy'>;
}

/** Files that are kept under what they hold, for ever. */
export interface FileStore {
  /** Repeatable. @returns the file's SHA-256, in hexadecimal digits, by which it is got again */
  put(tenantId: string, bytes: Uint8Array): Promise<string>;
  /** @returns undefined for what was never put. Rejects with `UnreadableRow` if what is kept is not, or not all, what was put. */
  get(tenantId: string, sha256: string): Promise<Uint8Array | undefined>;
}

/** Moves files between people's drives and the bot, at the addresses that Teams gives for each. */
export interface FileTransfer {
  /** @param maxBytes no more than this is read */
  fetch(url: string, maxBytes: number): Promise<FetchedFile>;
  /**
   * Puts a whole file where an upload session waits for it. The same session again is the same upload, told again:
   * Teams delivers an acceptance more than once, and a session takes its file once.
   *
   * @returns whether it is there now, as far as this process knows
   */
  upload(url: string, bytes: Uint8Array): Promise<'uploaded' | 'failed'>;
}

export type FetchedFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'too large' }
  /** Not an address that is allowed, or one that gave nothing within the time limit. */
  | { readonly kind: 'failed' };

/** The templates that each tenant's secretariat has uploaded. */
export interface TemplateStore {
  /** Rejects with `UnreadableRow` when the newest cannot be read: an older one is not what the secretariat has chosen. */
  newest(tenantId: string): Promise<TemplateRecord | undefined>;
  /** The number of the newest, whether or not it can be read; 0 when there is none. */
  newestNumber(tenantId: string): Promise<number>;
  find(tenantId: string, number: number): Promise<TemplateRecord | undefined>;
  /** `conflict`: there is one of that number already, and nothing was written. */
  add(tenantId: string, template: TemplateRecord): Promise<'added' | 'conflict'>;
}

/** Links to one notat that anyone who holds them may follow until they expire. */
export interface DownloadLinks {
  create(
    document: { readonly tenantId: string; readonly roundId: RoundId; readonly notatId: NotatId },
    now: Date,
  ): string;
  /** Verifies what a link carried. Says only whether it is valid, out of date, or neither. */
  open(
    token: string,
    now: Date,
  ):
    | { readonly kind: 'valid'; readonly tenantId: string; readonly roundId: RoundId; readonly notatId: NotatId }
    | { readonly kind: 'expired' }
    | { readonly kind: 'invalid' };
}

export interface Clock {
  now(): Date;
}

export interface IdSource {
  /** A new id that nobody can guess, in the form that `parseRoundId` accepts. */
  next(): string;
}

/** How often something may happen a minute for each key: a person, or a client's address. */
export interface RateLimit {
  /** Counts one more. @returns undefined while that is within the limit */
  count(key: string): Promise<Excess | undefined>;
}

export interface Excess {
  /** How many more than the limit there have been; 1 for the first. */
  readonly by: number;
  /** When there is room again, in seconds from now; at least 1. */
  readonly retryAfterS: number;
}

/** Events for whoever runs the bot. Fields are ids, counts and codes: never what people wrote, never names. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>): void;
  /** `cause` is logged with its stack. */
  error(event: string, cause: unknown, fields?: Readonly<Record<string, string | number | boolean | undefined>>): void;
}
