import type { RowKind } from '../../application/ports.js';
import type { RegistryAct } from '../../domain/channel/registry-audit.js';
import {
  type DepartmentId,
  type NotatId,
  type OperationId,
  parseDepartmentId,
  type RoundId,
} from '../../domain/ids.js';

/** The address of one row. */
export interface RowKey {
  readonly partitionKey: string;
  readonly rowKey: string;
}

/** Rows that are next to each other in one partition: from the key `from`, up to but not including the key `to`. */
export interface RowRange {
  readonly partitionKey: string;
  readonly from: string;
  readonly to: string;
}

/** Characters that must be encoded in a key. All others sort before the separator `|`. */
const TO_ENCODE = /[^A-Za-z0-9_.:-]/g;
const SEPARATOR = '|';
/** It sorts before all that a key holds, so that `x!` is the place after the key `x` and before any other. */
const BEFORE_ALL = '!';
/** The character after the separator, so that `x|` up to `x}` is every key that begins with `x|`. */
const AFTER_SEPARATOR = '}';

/**
 * Encodes any text as a part of a key. Different texts give different parts. A part never holds what Azure Table
 * Storage forbids in keys (`/ \ # ?` and control characters), nor the separator of parts. Each such UTF-16 unit becomes
 * `=` and four hexadecimal digits. A surrogate without its partner is encoded in the same way and is not lost.
 *
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */
export function encodeKeyPart(text: string): string {
  return text.replace(TO_ENCODE, (unit) => `=${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Decodes what `encodeKeyPart` wrote. */
export function decodeKeyPart(part: string): string {
  return part.replace(/=([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Joins parts to a key. Two keys with the same number of parts are equal only when all their parts are equal. */
export function joinKey(...parts: readonly string[]): string {
  return parts.map(encodeKeyPart).join(SEPARATOR);
}

/** The range that holds only this row. */
export function rangeOf({ partitionKey, rowKey }: RowKey): RowRange {
  return { partitionKey, from: rowKey, to: `${rowKey}\0` };
}

/** Every row whose key begins with these parts and has at least one more. */
function rowsUnder(partitionKey: string, ...parts: readonly string[]): RowRange {
  const prefix = joinKey(...parts);
  return { partitionKey, from: `${prefix}${SEPARATOR}`, to: `${prefix}${AFTER_SEPARATOR}` };
}

/** Enough digits for the number of any version, so that keys sort as numbers do. */
const NUMBER_DIGITS = 10;

/** The partition of a round holds everything that belongs to it, so that one transaction can change any of it. */
function roundPartition(id: RoundId): string {
  return joinKey('round', id);
}

/**
 * The prefix `overview` is only for the round and its departments. They are read together far more often than anything
 * else. With this prefix they are one range, even when rows of other kinds are added.
 */
export function roundKey(id: RoundId): RowKey {
  return { partitionKey: roundPartition(id), rowKey: joinKey('overview', 'round') };
}

export function departmentKey(id: RoundId, department: DepartmentId): RowKey {
  return { partitionKey: roundPartition(id), rowKey: joinKey('overview', 'department', department) };
}

export function overviewRows(id: RoundId): RowRange {
  return rowsUnder(roundPartition(id), 'overview');
}

export function versionKey(id: RoundId, department: DepartmentId, number: number): RowKey {
  return { partitionKey: roundPartition(id), rowKey: joinKey('version', department, padded(number)) };
}

export function versionRows(id: RoundId, department: DepartmentId): RowRange {
  return rowsUnder(roundPartition(id), 'version', department);
}

export function deliveryKey(id: RoundId, delivery: string): RowKey {
  return { partitionKey: roundPartition(id), rowKey: joinKey('delivery', delivery) };
}

export function deliveryRows(id: RoundId): RowRange {
  return rowsUnder(roundPartition(id), 'delivery');
}

/** The deliveries whose ids begin so. @param start the result of `laneStart` */
export function laneRows(id: RoundId, start: string): RowRange {
  const from = joinKey('delivery', start);
  return { partitionKey: roundPartition(id), from, to: `${from}${AFTER_SEPARATOR}` };
}

/** The deliveries after one of them, in the order of their keys. */
export function deliveriesAfter(id: RoundId, delivery: string): RowRange {
  return { ...deliveryRows(id), from: `${deliveryKey(id, delivery).rowKey}${BEFORE_ALL}` };
}

/** The id of a delivery, from the key of its row. */
export function deliveryIdOf({ rowKey }: RowKey): string {
  return decodeKeyPart(rowKey.split(SEPARATOR)[1] ?? '');
}

/** The departments of a round, without the round itself. */
export function departmentRows(id: RoundId): RowRange {
  return rowsUnder(roundPartition(id), 'overview', 'department');
}

/** The versions of all departments' replies. */
export function allVersionRows(id: RoundId): RowRange {
  return rowsUnder(roundPartition(id), 'version');
}

export function notatKey(id: RoundId, notat: NotatId): RowKey {
  return { partitionKey: roundPartition(id), rowKey: joinKey('notat', notat) };
}

export function notatRows(id: RoundId): RowRange {
  return rowsUnder(roundPartition(id), 'notat');
}

export function ownDraftKey(id: RoundId, department: DepartmentId, personId: string): RowKey {
  return { partitionKey: roundPartition(id), rowKey: joinKey('own-draft', department, personId) };
}

/** @param ordinal the position of the line among the changes of its operation */
export function auditKey(id: RoundId, at: Date, operation: OperationId, ordinal: number): RowKey {
  const rowKey = joinKey('audit', at.toISOString(), operation, String(ordinal).padStart(3, '0'));
  return { partitionKey: roundPartition(id), rowKey };
}

export function auditRows(id: RoundId): RowRange {
  return rowsUnder(roundPartition(id), 'audit');
}

/** The largest time that a Date can hold, in milliseconds. */
const LAST_INSTANT_MS = 8_640_000_000_000_000;

/**
 * All rounds are in one partition of the index. A row key is the time from `createdAt` to the last possible instant, so
 * that the newest rounds come first. This holds for times from 1970 on.
 */
export function indexKey(id: RoundId, createdAt: Date): RowKey {
  const left = String(LAST_INSTANT_MS - createdAt.getTime()).padStart(16, '0');
  return { partitionKey: INDEX_PARTITION, rowKey: joinKey(left, id) };
}

/** The plans of each tenant are beside the rounds, the newest first. Their keys begin with a letter. */
export function planKey(tenantId: string, id: RoundId, createdAt: Date): RowKey {
  const left = String(LAST_INSTANT_MS - createdAt.getTime()).padStart(16, '0');
  return { partitionKey: INDEX_PARTITION, rowKey: joinKey('plan', tenantId, left, id) };
}

export function planRows(tenantId: string): RowRange {
  return rowsUnder(INDEX_PARTITION, 'plan', tenantId);
}

const INDEX_PARTITION = 'rounds';

/** Every row of the index. All its keys begin with a digit, and `:` is the character after the last digit. */
export function indexRows(): RowRange {
  return { partitionKey: INDEX_PARTITION, from: '0', to: ':' };
}

/**
 * A tenant's channels are in one partition, so that a channel, its claims and the line in the audit can change together.
 */
export function channelKey(tenantId: string, channelId: string): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('channel', channelId) };
}

export function channelRows(tenantId: string): RowRange {
  return rowsUnder(channelPartition(tenantId), 'channel');
}

/** @param nameKey the result of `departmentNameKey` for the department's name */
export function nameClaimKey(tenantId: string, nameKey: string): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('name', nameKey) };
}

export function secretariatClaimKey(tenantId: string): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('secretariat') };
}

/**
 * The key of the line of a change. It has the time, because an operation that is repeated much later may change something
 * again, and that is another line.
 */
export function registryChangeLineKey(tenantId: string, at: Date, operation: OperationId): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('audit', 'change', at.toISOString(), operation) };
}

/** The key of a line about something that changed no registration: one for each operation and act. */
export function registryLineKey(tenantId: string, operation: OperationId, act: RegistryAct): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('audit', 'alone', operation, act) };
}

export function registryAuditRows(tenantId: string): RowRange {
  return rowsUnder(channelPartition(tenantId), 'audit');
}

export function setupRequestKey(tenantId: string, channelId: string): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('request', channelId) };
}

export function preferenceKey(tenantId: string, personId: string): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('preference', personId) };
}

export function knownTeamKey(tenantId: string, teamId: string): RowKey {
  return { partitionKey: channelPartition(tenantId), rowKey: joinKey('team', teamId) };
}

export function knownTeamRows(tenantId: string): RowRange {
  return rowsUnder(channelPartition(tenantId), 'team');
}

function channelPartition(tenantId: string): string {
  return joinKey('channels', tenantId);
}

/** The rows of a file are next to each other, in the order of its parts. */
export function filePartKey(tenantId: string, sha256: string, part: number): RowKey {
  return { partitionKey: joinKey('files', tenantId), rowKey: joinKey(sha256, padded(part)) };
}

export function fileRows(tenantId: string, sha256: string): RowRange {
  return rowsUnder(joinKey('files', tenantId), sha256);
}

export function templateKey(tenantId: string, number: number): RowKey {
  return { partitionKey: joinKey('templates', tenantId), rowKey: joinKey('template', padded(number)) };
}

export function templateRows(tenantId: string): RowRange {
  return rowsUnder(joinKey('templates', tenantId), 'template');
}

/** The number of a template, from the key of its row. */
export function templateNumberOf({ rowKey }: RowKey): number {
  return Number(rowKey.split(SEPARATOR).at(-1));
}

/** The department whose reply a version is of, from the row's key; undefined for every other row. */
export function departmentOfVersion(key: RowKey): DepartmentId | undefined {
  const [, id = ''] = kindOf(key) === 'version' ? key.rowKey.split(SEPARATOR) : [];
  return parseDepartmentId(decodeKeyPart(id));
}

/** What a process tells the others has a row of its own. */
export function processKey(process: string): RowKey {
  return { partitionKey: PROCESSES_PARTITION, rowKey: joinKey('process', process) };
}

export function processRows(): RowRange {
  return rowsUnder(PROCESSES_PARTITION, 'process');
}

const PROCESSES_PARTITION = 'processes';

/** The department that a row belongs to, from the row's key alone; undefined for every other row. */
export function departmentIdOf(key: RowKey): DepartmentId | undefined {
  const [, , id = ''] = kindOf(key) === 'department' ? key.rowKey.split(SEPARATOR) : [];
  return parseDepartmentId(decodeKeyPart(id));
}

/** The partition for rows that an administrator has set aside. No store reads it. */
const SET_ASIDE_PARTITION = 'set-aside';

/** The key under which a row is kept after it has been set aside. */
export function setAsideKey({ partitionKey, rowKey }: RowKey): RowKey {
  return { partitionKey: SET_ASIDE_PARTITION, rowKey: joinKey(partitionKey, rowKey) };
}

/** The original key of a row that has been set aside; undefined for every other row. */
export function setAsideFrom({ partitionKey, rowKey }: RowKey): RowKey | undefined {
  const [partition, row] = rowKey.split(SEPARATOR).map(decodeKeyPart);
  if (partitionKey !== SET_ASIDE_PARTITION || partition === undefined || row === undefined) return undefined;
  return { partitionKey: partition, rowKey: row };
}

/**
 * The kind of the rows in a partition, by the first part of the partition key. In some partitions the kind depends on
 * the first parts of the row key too.
 */
const KINDS: Readonly<Record<string, RowKind | Readonly<Record<string, RowKind>>>> = {
  [INDEX_PARTITION]: 'index entry',
  round: {
    [joinKey('overview', 'round')]: 'round',
    [joinKey('overview', 'department')]: 'department',
    version: 'version',
    delivery: 'delivery',
    notat: 'notat',
    'own-draft': 'own draft',
    audit: 'audit line',
  },
  channels: {
    channel: 'channel',
    name: 'claim',
    secretariat: 'claim',
    audit: 'registry audit line',
    request: 'setup request',
    preference: 'preference',
    team: 'known team',
  },
  files: 'file part',
  templates: { template: 'template' },
  [PROCESSES_PARTITION]: { process: 'process' },
};

/** The kind of a row; undefined for a key that this version of the bot does not write. */
export function kindOf({ partitionKey, rowKey }: RowKey): RowKind | undefined {
  const kinds = ownOf(KINDS, partitionKey.split(SEPARATOR, 1).join());
  if (typeof kinds !== 'object') return kinds;
  const [first = '', second = ''] = rowKey.split(SEPARATOR);
  return ownOf(kinds, first) ?? ownOf(kinds, `${first}${SEPARATOR}${second}`);
}

function ownOf<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function padded(number: number): string {
  return String(number).padStart(NUMBER_DIGITS, '0');
}
