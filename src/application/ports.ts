import type { AuditLine } from '../domain/audit.js';
import type { ChannelAddress, PostedMessage } from '../domain/channel/channel.js';
import type { RegisteredChannel, RegisteredSecretariat } from '../domain/channel/department.js';
import type { KnownChannel, KnownTeam } from '../domain/channel/known-team.js';
import type { PlaceNews } from '../domain/channel/place-news.js';
import type { RegistryAuditLine } from '../domain/channel/registry-audit.js';
import type { SetupDecision, SetupRequest } from '../domain/channel/setup-request.js';
import type { DepartmentId, NotatId, OperationId, RoundId } from '../domain/ids.js';
import type { Language } from '../domain/language.js';
import type { TemplateChoices } from '../domain/notat/kept-template.js';
import type { NotatKind, NotatModel, NotatRecord } from '../domain/notat/notat.js';
import type { NotatChange } from '../domain/notat/notat-changes.js';
import type { TemplateRecord } from '../domain/notat/template.js';
import type { TemplateVerdict } from '../domain/notat/template-problem.js';
import type { Person } from '../domain/person.js';
import type { OwnDraft } from '../domain/reply/own-draft.js';
import type { Question } from '../domain/reply/question.js';
import type { ReplyVersion } from '../domain/reply/reply.js';
import type { Round, RoundDepartment, RoundOverview } from '../domain/round/round.js';
import type { Delivery, DepartmentNotice, Lane, PersonalNotice } from '../domain/work/delivery.js';
import type { Preference } from '../domain/work/preference.js';
import type { Mentioned } from '../domain/work/told.js';
import type { SendFailure } from '../domain/work/trouble.js';

/** The kinds of row in the store. */
export type RowKind =
  | 'audit line'
  | 'channel'
  | 'claim'
  | 'delivery'
  | 'department'
  | 'file part'
  | 'index entry'
  | 'known team'
  | 'notat'
  | 'own draft'
  | 'preference'
  | 'process'
  | 'registry audit line'
  | 'round'
  | 'setup request'
  | 'template'
  | 'version';

/**
 * A row exists but cannot be understood: it is corrupt, or a newer version of the bot wrote it. The message names the
 * row and gives the reason; it never contains the row's content. Another try does not help until someone has repaired
 * the row (docs/unreadable-rows.md).
 */
export class UnreadableRow extends Error {
  readonly kind: RowKind | undefined;
  /** The reason, in words for administrators. */
  readonly why: string;

  /** @param row the name of the row */
  constructor(kind: RowKind | undefined, row: string, why: string) {
    super(`The ${row} cannot be understood: ${why}.`);
    this.name = 'UnreadableRow';
    this.kind = kind;
    this.why = why;
  }
}

/**
 * Identifies the state in which a row was read. A conditional write needs it, and every write changes it. It is opaque:
 * only the store that gave it can use it. It may carry properties of the row that this version of the bot does not
 * know. So a change must use the tag of the same read that its value comes from.
 */
export type RowTag = NonNullable<unknown>;

/** A value that was read, with the tag for a conditional write of it. */
export interface Stored<Value> {
  readonly value: Value;
  readonly etag: RowTag;
}

/** The change of one row in a commit. A commit names each row at most once. */
export type RoundChange =
  | { readonly change: 'insert round'; readonly round: Round }
  | { readonly change: 'replace round'; readonly round: Round; readonly etag: RowTag }
  | { readonly change: 'insert department'; readonly department: RoundDepartment }
  | { readonly change: 'replace department'; readonly department: RoundDepartment; readonly etag: RowTag }
  | { readonly change: 'insert version'; readonly departmentId: DepartmentId; readonly version: ReplyVersion }
  | { readonly change: 'insert delivery'; readonly delivery: Delivery }
  | { readonly change: 'replace delivery'; readonly delivery: Delivery; readonly etag: RowTag }
  /** Inserts it, or replaces it whatever it is now. */
  | { readonly change: 'put delivery'; readonly delivery: Delivery }
  | { readonly change: 'insert notat'; readonly notat: NotatRecord }
  | { readonly change: 'insert audit line'; readonly line: AuditLine };

/** The most rows that one commit may change. This is Azure Table Storage's limit for an entity-group transaction. */
export const MAX_CHANGES = 100;

/**
 * Rounds and everything that belongs to them. Each round has its own partition.
 *
 * A read of one row returns undefined for a row that does not exist, and rejects with `UnreadableRow` for a row that
 * cannot be understood. A read of many rows leaves such rows out, so that one of them does not stop the others. Every
 * other failure (no access, an outage) rejects. No method retries for longer than a person waits in front of a card.
 *
 * Properties that this version of the bot does not know are part of the value. The code that makes a new value from it
 * keeps them (`{ ...value, reply }`), because older and newer versions of the bot work on one store.
 */
export interface RoundStore {
  readRound(id: RoundId): Promise<Stored<Round> | undefined>;
  /** The only read that an answer needs. */
  readDepartment(id: RoundId, department: DepartmentId): Promise<Stored<RoundDepartment> | undefined>;
  /**
   * The round and its departments in the notat's order, in one read of one partition. Departments that cannot be read
   * are listed separately. Rejects with `UnreadableRow` when the round itself cannot be read.
   */
  readOverview(id: RoundId): Promise<RoundOverview | undefined>;
  /** Every department of the round that can be read, in no order, with the tags for changing them. */
  readDepartments(id: RoundId): Promise<readonly Stored<RoundDepartment>[]>;
  readVersion(id: RoundId, department: DepartmentId, number: number): Promise<ReplyVersion | undefined>;
  /** Every version of one department's reply, oldest first. */
  readVersions(id: RoundId, department: DepartmentId): Promise<readonly ReplyVersion[]>;
  readNotat(id: RoundId, notat: NotatId): Promise<NotatRecord | undefined>;
  /** Every notat that has been recorded for the round. */
  readNotats(id: RoundId): Promise<readonly NotatRecord[]>;
  readDelivery(id: RoundId, delivery: string): Promise<Stored<Delivery> | undefined>;
  /** Every delivery of the round, sorted by id. */
  readDeliveries(id: RoundId): Promise<readonly Delivery[]>;
  /**
   * The deliveries of a lane that are owed (`isOwed`), or all that are neither sent nor unneeded, sorted by id; at most
   * `LANE_READ_MAX`.
   */
  readLane(id: RoundId, lane: Lane, which: 'owed' | 'unsettled'): Promise<readonly Stored<Delivery>[]>;
  /** The deliveries that are owed and due by `until`: one page of at most `limit`, in an order of the store's own. */
  readOwed(id: RoundId, page: OwedPage): Promise<Owed>;
  /**
   * Looks for one department that is still awaited, in one request for one row, whatever the number of departments.
   *
   * @returns `none` where no row says so. A row that an older version of the bot wrote may say nothing, or what is no
   * longer true. So `none` must be verified before anything is done for it, and `unknown` says that such a row was found
   */
  findAwaited(id: RoundId): Promise<'awaited' | 'none' | 'unknown'>;
  /** Oldest first, with what the versions of replies tell. */
  readAudit(id: RoundId): Promise<readonly AuditLine[]>;
  /**
   * Makes all the changes or none.
   *
   * `committed`: all are durable. It is also the result when this same operation had already been committed, so that a
   * caller whose answer was lost may repeat it. `conflict`: nothing was written, because a row to insert exists or a
   * row to replace has changed since its tag was read. Rejects, with nothing written, when a row is larger than the
   * store can hold.
   *
   * @param onTags gets the new tag of each changed row, in the order of the changes. It is not called where the store did
   * not tell the tags: after a conflict, and when the answer to the write was lost
   */
  commit(
    id: RoundId,
    operation: OperationId,
    changes: readonly RoundChange[],
    onTags?: (tags: readonly RowTag[]) => void,
  ): Promise<'committed' | 'conflict'>;
}

/** Which of a round's owed deliveries are wanted. */
export interface OwedPage {
  readonly until: Date;
  readonly limit: number;
  /** The `next` of the page before; undefined for the first page. */
  readonly after?: string | undefined;
}

export interface Owed {
  readonly deliveries: readonly Stored<Delivery>[];
  /** Where the next page begins; undefined after the last one. */
  readonly next: string | undefined;
}

/** Remembers the departments' rows that this process wrote last, so that an answer need not read its row again. */
export interface DepartmentMemory {
  /**
   * The row as this process wrote it. Another process may have written it since. So it is good only for a change that is
   * refused where the row is another now.
   */
  lastWritten(id: RoundId, department: DepartmentId): Stored<RoundDepartment> | undefined;
}

/** The list of rounds, without their content. */
export interface RoundIndex {
  /** May be repeated. A round is added when it is confirmed, before anything of it is sent. */
  add(entry: RoundIndexEntry): Promise<void>;
  /** Every round, the newest first, without those whose entry cannot be read. */
  list(): Promise<readonly RoundIndexEntry[]>;
  /** The rounds that may owe something: all that have not been noted as quiet. */
  listActive(): Promise<readonly Stored<RoundIndexEntry>[]>;
  /** Notes that a round owes nothing and will not by itself. Nothing is noted where the entry has changed. */
  noteQuiet(entry: Stored<RoundIndexEntry>): Promise<void>;
  /** Notes that a round may owe something again. */
  noteActive(entry: RoundIndexEntry): Promise<void>;
  /** Puts a planned round on the list of plans, which is no part of the list of rounds. May be repeated. */
  addPlan(entry: RoundIndexEntry): Promise<void>;
  /** The tenant's plans, the newest first, without those whose entry cannot be read. */
  listPlans(tenantId: string): Promise<readonly RoundIndexEntry[]>;
  /** May be repeated. */
  removePlan(entry: RoundIndexEntry): Promise<void>;
}

export interface RoundIndexEntry {
  readonly roundId: RoundId;
  readonly tenantId: string;
  readonly createdAt: Date;
}

/** What is written about the change of a registration, in the transaction that makes the change. */
export interface RegistryTrace {
  readonly line: RegistryAuditLine;
  readonly operation: OperationId;
  /** Where one change is several acts: the others, each with an operation of its own. */
  readonly also?: readonly Pick<RegistryTrace, 'line' | 'operation'>[];
}

/** The registration of each channel of a tenant. Where nothing changes, no trace is written. */
export interface ChannelRegistry {
  /** Rejects with `UnreadableRow` when the channel's registration cannot be read. */
  find(address: Pick<ChannelAddress, 'tenantId' | 'channelId'>): Promise<RegisteredChannel | undefined>;
  /**
   * What a channel was registered as that is no longer registered; undefined for every other channel, and where that was
   * not kept. Rejects with `UnreadableRow` when it cannot be read.
   */
  findRemoved(address: Pick<ChannelAddress, 'tenantId' | 'channelId'>): Promise<RegisteredChannel | undefined>;
  /** The tenant's registered channels, unsorted, without those that cannot be read. It reads one partition. */
  list(tenantId: string): Promise<readonly RegisteredChannel[]>;
  /** What the channels were that are no longer registered (`findRemoved`), unsorted, without those that cannot be read. */
  listRemoved(tenantId: string): Promise<readonly RegisteredChannel[]>;
  /**
   * The tenant's secretariat, without a read of the other channels. Rejects with `UnreadableRow` when its channel's row
   * cannot be read.
   */
  secretariat(tenantId: string): Promise<RegisteredSecretariat | undefined>;
  /**
   * Registers a channel, or changes its registration.
   *
   * `registered`: durable; also when the channel was already registered so. `taken`: another channel of the tenant is
   * the secretariat's, or has a department with one of the names (`departmentNameKey`), and nothing was written. That the
   * names of the channel's own departments differ is up to the caller. An earlier
   * registration that cannot be read is overwritten, except when a newer version of the bot wrote it: then this rejects
   * with `UnreadableRow`. It also rejects so when the channel that has the name cannot be read.
   *
   * @param basedOn what the caller has read the channel to be registered as, where the change depends on that. `changed`:
   * it is registered as something else now, and nothing was written
   */
  register(
    channel: RegisteredChannel,
    trace: RegistryTrace,
    basedOn?: { readonly present: RegisteredChannel | undefined },
  ): Promise<
    | { readonly outcome: 'registered' }
    | { readonly outcome: 'changed' }
    | { readonly outcome: 'taken'; readonly by: RegisteredChannel }
  >;
  /**
   * Moves the secretariat, or one department, from its channel to another one of the tenant. `from` is free then, unless
   * other departments answer there: they stay. Nothing of the registration is lost: a department keeps its id, name,
   * settings and place in the order, and the secretariat its secretaries. Of `to`, it takes the address, which department
   * it is, and the name of the secretariat's channel.
   *
   * `moved`: durable; also when it had been moved so before. `changed`: nothing was written, because `from` no longer
   * has the same secretariat or department, or the other channel is registered as something. Rejects with
   * `UnreadableRow` when one of the two channels cannot be read.
   */
  move(
    from: Pick<ChannelAddress, 'tenantId' | 'channelId'>,
    to: RegisteredChannel,
    trace: RegistryTrace,
  ): Promise<'moved' | 'changed'>;
  /**
   * May be repeated. Rejects with `UnreadableRow` for a registration that a newer version of the bot wrote.
   *
   * @param basedOn as in `register`
   * @returns what the channel was, `unreadable` when that could not be read, or undefined when it was not registered
   */
  remove(
    address: Pick<ChannelAddress, 'tenantId' | 'channelId'>,
    trace: RegistryTrace,
    basedOn?: { readonly present: RegisteredChannel | undefined },
  ): Promise<RegisteredChannel | 'unreadable' | 'changed' | undefined>;
}

/** The audit of a tenant's registrations. */
export interface RegistryAudit {
  /**
   * Adds a line about something that changed no registration: a refusal, or a request. It may be repeated: an operation
   * has one line of each act, and the first one stays.
   */
  add(tenantId: string, line: RegistryAuditLine, operation: OperationId): Promise<void>;
  /** The lines of the tenant, oldest first, without those that cannot be read. */
  read(tenantId: string): Promise<readonly RegistryAuditLine[]>;
}

/** What departments' channels wait for the secretariat to grant: at most one request of each channel. */
export interface SetupRequests {
  /** Rejects with `UnreadableRow` when the request cannot be read. */
  find(tenantId: string, channelId: string): Promise<Stored<SetupRequest> | undefined>;
  /**
   * Stores the request of a channel.
   *
   * `stored`: durable; also when this same request is there already. `conflict`: nothing was written, because the channel
   * has another request now.
   *
   * @param etag of the request to replace; undefined where the channel has none
   */
  put(request: SetupRequest, etag: RowTag | undefined): Promise<'stored' | 'conflict'>;
  /**
   * `removed`: this call removed it. `conflict`: it has been changed or is gone since it was read. It may be gone because
   * an earlier try of this call removed it, and its answer was lost.
   */
  remove(tenantId: string, channelId: string, etag: RowTag): Promise<'removed' | 'conflict'>;
}

/** The teams that have the bot, or have had it, with their channels as Teams told them last. */
export interface KnownTeams {
  /** The tenant's teams, unsorted, without those whose row cannot be read. It reads one range of one partition. */
  list(tenantId: string): Promise<readonly KnownTeam[]>;
  /** Rejects with `UnreadableRow` when the team's row cannot be read. */
  find(tenantId: string, teamId: string): Promise<Stored<KnownTeam> | undefined>;
  /**
   * `stored`: durable. `same`: this same team is there already. Another process may have found out the same at the same
   * time, or an earlier try of this write has succeeded. `conflict`: nothing was written, because the row has been
   * changed since it was read.
   *
   * @param etag of the row to replace; undefined where the team is not known yet
   */
  put(team: KnownTeam, etag: RowTag | undefined): Promise<'stored' | 'same' | 'conflict'>;
}

/** How people want to be told: a row for each person of a tenant who has chosen. */
export interface Preferences {
  /** Rejects with `UnreadableRow` when the row cannot be read. */
  find(tenantId: string, personId: string): Promise<Stored<Preference> | undefined>;
  /**
   * `stored`: durable; also when this same choice is there already. `conflict`: nothing was written, because the row has
   * been changed since it was read.
   *
   * @param etag of the row to replace; undefined where the person has not chosen before
   */
  put(tenantId: string, preference: Preference, etag: RowTag | undefined): Promise<'stored' | 'conflict'>;
}

/**
 * What people keep for themselves while they write: at most one text of each person for each department of a round. Only
 * that person is ever shown it.
 */
export interface OwnDrafts {
  /** Rejects with `UnreadableRow` when the row cannot be read. */
  find(id: RoundId, department: DepartmentId, personId: string): Promise<Stored<OwnDraft> | undefined>;
  /**
   * `stored`: durable; also when this same draft is there already. `conflict`: nothing was written, because the person's
   * draft has been changed, or removed, since it was read.
   *
   * @param etag of the draft to replace; undefined where the person has none
   */
  put(id: RoundId, department: DepartmentId, draft: OwnDraft, etag: RowTag | undefined): Promise<'stored' | 'conflict'>;
  /** As in `SetupRequests`. */
  remove(id: RoundId, department: DepartmentId, personId: string, etag: RowTag): Promise<'removed' | 'conflict'>;
}

/** A message that the bot sends on its own initiative, and not as the answer to a press or a message. */
export type Message =
  /** The card for the department's channel in the present state: the request, the receipt, or one in between. */
  | { readonly kind: 'department card'; readonly department: RoundDepartment }
  /**
   * In the place of another card of the department: where the card is that can be used.
   *
   * `isSameThread`: whether that is in the same thread
   */
  | {
      readonly kind: 'department card copy';
      readonly department: RoundDepartment;
      readonly isSameThread: boolean;
    }
  /** A short message to the department. */
  | {
      readonly kind: 'department notice';
      readonly department: RoundDepartment;
      readonly notice: DepartmentNotice;
      /** Whom it mentions among those who must act. */
      readonly mentions?: Mentioned | undefined;
    }
  /** A message to one person, about a department. */
  | {
      readonly kind: 'personal notice';
      readonly department: RoundDepartment;
      readonly notice: PersonalNotice;
    }
  /** The secretariat's card about one department. */
  | {
      readonly kind: 'follow-up';
      readonly department: RoundDepartment;
      /** The person who is told what must be decided, where that is known. */
      readonly starter?: Person | undefined;
    }
  /** The secretariat's card about a question of a department. */
  | {
      readonly kind: 'question';
      readonly department: RoundDepartment;
      readonly question: Question;
      /** The person who is told that there is a question. */
      readonly starter: Person;
    }
  /** The secretariat's card about what a channel wants to have set up. */
  | {
      readonly kind: 'setup request';
      readonly request: SetupRequest;
      /** The name of the channel's department; undefined for a channel that is nobody's. */
      readonly department: string | undefined;
      /** The name of the channel, where Teams tells it. */
      readonly channel: string | undefined;
      /** undefined while the request waits. */
      readonly decision: SetupDecision | undefined;
    }
  /** Tells a channel what the secretariat has decided about its request. */
  | {
      readonly kind: 'setup answer';
      readonly request: SetupRequest;
      readonly decision: SetupDecision;
      readonly language: Language | undefined;
    }
  /** Tells the secretariat's old channel where the secretariat is now. */
  | { readonly kind: 'secretariat moved'; readonly to: string | undefined }
  /** Tells the secretariat what has happened in Teams to the channels and the heads of departments. */
  | { readonly kind: 'place news'; readonly news: PlaceNews }
  /** Tells the secretariat what has not been delivered in a round. */
  | { readonly kind: 'troubles'; readonly overview: RoundOverview }
  /** Tells the secretariat in the morning what has happened in a round since the morning message before. */
  | { readonly kind: 'digest'; readonly overview: RoundOverview }
  /** Says that the round is being started, or shows a trial. */
  | { readonly kind: 'round card'; readonly round: Round }
  /** The secretariat's overview of a round. `teams`: those that have the bot, as Teams told of them last. */
  | { readonly kind: 'desk'; readonly overview: RoundOverview; readonly teams: readonly KnownTeam[] }
  /** One of the cards that show a notat; `part` counts from 1. */
  | {
      readonly kind: 'notat';
      readonly round: Round;
      readonly record: NotatRecord;
      readonly notat: NotatModel;
      readonly changes: readonly NotatChange[];
      /** As in `RecordedNotat`. */
      readonly newer: NotatKind | undefined;
      readonly part: number;
    };

export type SendResult =
  /** `posted` is undefined where the service did not tell where the message is. */
  | { readonly kind: 'sent'; readonly posted: PostedMessage | undefined }
  | { readonly kind: 'failed'; readonly failure: SendFailure };

/** The tenant of a chat with a person, and where its service is. */
export type ChatPlace = Pick<ChannelAddress, 'tenantId' | 'serviceUrl'>;

export type OpenedChat =
  | { readonly kind: 'opened'; readonly conversationId: string }
  | { readonly kind: 'failed'; readonly failure: SendFailure };

/**
 * Sends to Teams. Each call makes one HTTP request and never repeats it. It does not reject because of an answer of the
 * service; the result says what happened.
 */
export interface Messenger {
  /**
   * Starts a new thread in a channel, or adds a message to a thread.
   *
   * @param thread any message in the thread to add to
   */
  post(address: ChannelAddress, message: Message, thread?: PostedMessage): Promise<SendResult>;
  /**
   * Begins the chat with a person, or finds the one that there is. It may be repeated.
   *
   * @param personId the Entra object id
   */
  openChat(place: ChatPlace, personId: string): Promise<OpenedChat>;
  /** Adds a message to the chat with a person. */
  postInChat(place: ChatPlace, conversationId: string, message: Message): Promise<SendResult>;
  /** How many messages are needed to show a notat; one message has room for a limited part. */
  partsOf(message: Extract<Message, { kind: 'notat' }>): number;
  /** Deletes a message that the bot has posted. A message that is gone already counts as a failure that `isGone` tells. */
  remove(address: ChannelAddress, posted: PostedMessage): Promise<SendResult>;
  /** Replaces a message that the bot has posted. */
  update(address: ChannelAddress, posted: PostedMessage, message: Message): Promise<SendResult>;
}

/** What the roster of a team says about one person. */
export interface Member {
  readonly person: Person;
  /** Whether the municipality has invited the person into its tenant as a guest. */
  readonly isGuest: boolean;
  /** Whether the person belongs to another tenant, and is here only because the channel is shared with it. */
  readonly isForeign: boolean;
}

/** The members of Teams' channels. */
export interface Members {
  /**
   * Finds a person in the channel's team.
   *
   * @param memberId the id that Teams gives the person for this bot, `29:…`
   * @returns undefined for anyone who is not a person in the channel's team. Rejects when the service does not answer.
   */
  find(address: ChannelAddress, memberId: string): Promise<Member | undefined>;
}

/** The names of Teams' channels, for people who look for one. Nothing is decided by a name. */
export interface ChannelNames {
  /**
   * The channel's name with that of its team, such as `Sekretariatet (Rådhuset)`. Never rejects.
   *
   * @returns undefined where Teams does not tell it
   */
  nameOf(address: ChannelAddress): Promise<string | undefined>;
}

/** A team as Teams describes it now. */
export interface DescribedTeam {
  readonly name: string | undefined;
  readonly groupId: string | undefined;
  /** At most `TEAM_CHANNELS_MAX`. */
  readonly channels: readonly Pick<KnownChannel, 'id' | 'name' | 'kind'>[];
}

/** Somebody in a team, for a list from which people are chosen. */
export interface TeamMember extends Member {
  /** The id that Teams gives the person for this bot, `29:…` */
  readonly memberId: string;
}

/** What Teams tells of teams that have the bot. */
export interface TeamDirectory {
  /**
   * Asks Teams about a team, with two requests. Never rejects.
   *
   * `not told`: Teams refused, or did not answer. A refusal with 403 or 404 means that the bot is not in the team now.
   */
  describe(
    team: Pick<KnownTeam, 'tenantId' | 'teamId' | 'serviceUrl'>,
  ): Promise<
    | { readonly kind: 'team'; readonly team: DescribedTeam }
    | { readonly kind: 'not told'; readonly failure: SendFailure }
  >;
  /**
   * The people of a team, read in pages until `TEAM_MEMBERS_MAX`. Rejects when the service does not answer.
   *
   * @returns `isWhole` is false where the team has more people
   */
  membersOf(
    team: Pick<KnownTeam, 'tenantId' | 'teamId' | 'serviceUrl'>,
  ): Promise<{ readonly members: readonly TeamMember[]; readonly isWhole: boolean }>;
}

/**
 * A notat cannot be written in a template, because something would be left in it that does not belong there: a tag, or
 * something of the template's past. It is not handed out. Another template, or the same one mended, helps.
 */
export class UnfitTemplate extends Error {
  /** What would be left, as it stands in the document. */
  readonly left: string;

  constructor(left: string) {
    super(`the template would leave this in the notat: ${left}`);
    this.name = 'UnfitTemplate';
    this.left = left;
  }
}

/**
 * A notat was not written in a template: it would have taken more time or memory than there is for one, or too many were
 * waiting. Only for the first of them another template helps.
 */
export class NotatNotWritten extends Error {
  readonly why: 'too heavy' | 'busy';

  constructor(why: NotatNotWritten['why'], options: ErrorOptions & { readonly cause: Error }) {
    super(`the notat was not written: ${options.cause.message}`, options);
    this.name = 'NotatNotWritten';
    this.why = why;
  }
}

/** Writes the notat as a document. The same model and template give the same words and layout. */
export interface NotatWriter {
  /**
   * @param template the municipality's own template, which has been checked; without it the installation's is used
   * @returns the bytes of the file. Rejects with `UnfitTemplate` when the file must not be handed out, with
   * `NotatNotWritten` for lack of time or memory or because too many are waiting, and otherwise when it cannot be written.
   * A failure does not affect the next call.
   */
  write(notat: NotatModel, template?: Uint8Array): Promise<Uint8Array>;
}

/** Checks a template before it is used. */
export interface TemplateCheck {
  /**
   * The problems and weaknesses of a template, what the bot mends in it, and what it has understood of it. `busy`: too
   * many templates are waiting to be checked, and this one was not.
   */
  check(template: Uint8Array): Promise<TemplateVerdict | 'busy'>;
}

/** Files that are kept for ever. The key of a file is the hash of its content. */
export interface FileStore {
  /** May be repeated. @returns the file's SHA-256 in hexadecimal digits, which `get` needs */
  put(tenantId: string, bytes: Uint8Array): Promise<string>;
  /**
   * @returns undefined for a file that was never put. Rejects with `UnreadableRow` if the stored file is incomplete or
   * is not the one that was put.
   */
  get(tenantId: string, sha256: string): Promise<Uint8Array | undefined>;
}

/** Moves files between people's drives and the bot. Teams gives an address for each file. */
export interface FileTransfer {
  /** @param maxBytes the most bytes that are read */
  fetch(url: string, maxBytes: number): Promise<FetchedFile>;
  /**
   * Uploads a whole file to the upload session at `url`. A session takes its file once, but Teams delivers an
   * acceptance more than once. So a repeated call for the same session is the same upload, and gets the same result.
   *
   * @returns whether the file is there now, as far as this process knows
   */
  upload(url: string, bytes: Uint8Array): Promise<'uploaded' | 'failed'>;
}

export type FetchedFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'too large' }
  /** The address is not allowed, or returned nothing within the time limit. */
  | { readonly kind: 'failed' };

/** The templates that the secretariat of each tenant has uploaded. */
export interface TemplateStore {
  /** Rejects with `UnreadableRow` when the newest cannot be read: the secretariat has not chosen an older one. */
  newest(tenantId: string): Promise<TemplateRecord | undefined>;
  /** The number of the newest, even if it cannot be read; 0 when there is none. */
  newestNumber(tenantId: string): Promise<number>;
  find(tenantId: string, number: number): Promise<TemplateRecord | undefined>;
  /** Every choice that the secretariat has made. Of those that cannot be read, only the numbers are told. */
  all(tenantId: string): Promise<TemplateChoices>;
  /** `conflict`: there is already a template with that number, and nothing was written. */
  add(tenantId: string, template: TemplateRecord): Promise<'added' | 'conflict'>;
}

/** The notat that a link leads to. Anyone who has the link may follow it. */
export interface LinkedNotat {
  readonly tenantId: string;
  readonly roundId: RoundId;
  readonly notatId: NotatId;
}

/** The file of a template that a link leads to. It is handed out while the person who got the link may have templates. */
export interface LinkedTemplate {
  readonly tenantId: string;
  /** The file as it was sent, or an example of a notat in it. */
  readonly of: 'template' | 'example';
  /** The number of the template. */
  readonly template: number;
  /** Who got the link: the Entra object id, and the id that Teams gives the person for this bot. */
  readonly personId: string;
  readonly memberId: string;
}

/** Links to one document. A link may be followed until it expires. */
export interface DownloadLinks {
  create(document: LinkedNotat | LinkedTemplate, now: Date): string;
  /** Verifies the token of a link. The result is only whether the link is valid, expired or invalid. */
  open(
    token: string,
    now: Date,
  ):
    | ({ readonly kind: 'valid' } & (LinkedNotat | LinkedTemplate))
    | { readonly kind: 'expired' }
    | { readonly kind: 'invalid' };
}

export interface Clock {
  now(): Date;
}

/** Time that passes, for waits and rates. It never jumps. */
export interface Time {
  /** Milliseconds since some moment. It never goes back. */
  elapsed(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** What a process tells the others that share the store. */
export interface ProcessReport {
  /** The name of the process. */
  readonly id: string;
  /** When it told this, by the store's clock. */
  readonly at: Date;
  /** Rounds in which it has something to do. */
  readonly owing: readonly RoundId[];
}

/** The processes that share the store. */
export interface Processes {
  /** Tells that this process lives. @returns what every process told last, this one included */
  report(report: ProcessReport): Promise<readonly ProcessReport[]>;
  /** Removes what a process told: this one when it ends, or another that has told nothing for long. */
  remove(id: string): Promise<void>;
}

export interface IdSource {
  /** A new id that nobody can guess, in the form that `parseRoundId` accepts. */
  next(): string;
}

/** Limits how often something may happen in a minute for each key: a person, or the address of a client. */
export interface RateLimit {
  /** Counts one more. @returns undefined while the count is within the limit */
  count(key: string): Promise<Excess | undefined>;
}

export interface Excess {
  /** How far the count is above the limit; 1 for the first that is too many. */
  readonly by: number;
  /** When there is room again, in seconds from now; at least 1. */
  readonly retryAfterS: number;
}

/** Events for administrators. Fields are ids, counts and codes; never names, and never what people wrote. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>): void;
  /** `cause` is logged with its stack. */
  error(event: string, cause: unknown, fields?: Readonly<Record<string, string | number | boolean | undefined>>): void;
}
