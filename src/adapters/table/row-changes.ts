import type { RoundChange, RowTag } from '../../application/ports.js';
import type { OperationId, RoundId } from '../../domain/ids.js';
import { standingOf } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Delivery } from '../../domain/work/delivery.js';
import { auditKey, deliveryKey, departmentKey, notatKey, type RowKey, roundKey, versionKey } from './keys.js';
import { type ReadTag, readTag } from './reading.js';
import { keyOf, type Properties, type RowChange } from './row.js';
import { besideBody, writeBody, writtenOver } from './row-body.js';

/** The property that every row of a round has: the operation that wrote the row last. */
export const OPERATION = 'operationId';

/** @param ordinal the position of the change among those of its operation */
export function toRowChange(id: RoundId, operation: OperationId, change: RoundChange, ordinal: number): RowChange {
  switch (change.change) {
    case 'insert round':
      return insert(operation, roundKey(id), writeBody(change.round));
    case 'replace round':
      return replace(operation, roundKey(id), writeBody(change.round), change.etag);
    case 'insert department': {
      const key = departmentKey(id, change.department.department.id);
      return insert(operation, key, departmentProperties(change.department));
    }
    case 'replace department': {
      const key = departmentKey(id, change.department.department.id);
      return replace(operation, key, departmentProperties(change.department), change.etag);
    }
    case 'insert version':
      return insert(operation, versionKey(id, change.departmentId, change.version.number), writeBody(change.version));
    case 'insert delivery':
      return insert(operation, deliveryKey(id, change.delivery.id), deliveryProperties(change.delivery));
    case 'replace delivery': {
      const key = deliveryKey(id, change.delivery.id);
      return replace(operation, key, deliveryProperties(change.delivery), change.etag);
    }
    case 'put delivery': {
      const properties = { ...deliveryProperties(change.delivery), [OPERATION]: operation };
      return { change: 'put', row: { key: deliveryKey(id, change.delivery.id), properties } };
    }
    case 'insert notat':
      return insert(operation, notatKey(id, change.notat.id), writeBody(change.notat));
    case 'insert audit line':
      return insert(operation, auditKey(id, change.line.at, operation, ordinal), writeBody(change.line));
  }
}

/**
 * The rows that prove that an operation was committed. A version or a notat alone is a proof: it is never overwritten,
 * and a repeated operation makes it again under the same key. An audit line is not overwritten either, but its key
 * contains the time. So the proof needs another row too, one that the operation would always write.
 *
 * @param rows what `toRowChange` made of the changes, in the same order
 */
export function proofOf(changes: readonly RoundChange[], rows: readonly RowChange[]): readonly RowKey[] {
  const keyWhere = (holds: (change: RoundChange) => boolean): readonly RowKey[] => {
    const row = rows[changes.findIndex(holds)];
    return row === undefined ? [] : [keyOf(row)];
  };
  const best = keyWhere(({ change }) => change === 'insert version' || change === 'insert notat');
  if (best.length > 0) return best;
  return [
    ...keyWhere(({ change }) => change === 'insert audit line'),
    ...keyWhere(({ change }) => change !== 'insert audit line'),
  ];
}

function insert(operation: OperationId, key: RowKey, properties: Properties): RowChange {
  return { change: 'insert', row: { key, properties: { ...properties, [OPERATION]: operation } } };
}

function replace(operation: OperationId, key: RowKey, properties: Properties, tag: RowTag): RowChange {
  const { etag, kept } = readTag(tag);
  const written = writtenOver(kept, { ...properties, [OPERATION]: operation });
  return { change: 'replace', row: { key, properties: written }, etag };
}

/** The tag that a row has when it has been written. */
export function writtenTag(change: RowChange, etag: string): RowTag {
  const kept = change.change === 'delete' ? {} : besideBody(change.row);
  return { etag, kept } satisfies ReadTag;
}

/** Whether the department is awaited is also stored beside the body, so that one query can find one that is. */
function departmentProperties(department: RoundDepartment): Properties {
  return { ...writeBody(department), [IS_AWAITED]: standingOf(department).kind === 'awaited' };
}

/** The property of a department's row. Rows that an older version of the bot wrote lack it, or have a stale one. */
export const IS_AWAITED = 'isAwaited';

/** State and time are also stored beside the body, so that queries can filter by them. ISO times sort as instants. */
function deliveryProperties(delivery: Delivery): Properties {
  return { ...writeBody(delivery), state: delivery.state, dueAt: delivery.dueAt.toISOString() };
}
