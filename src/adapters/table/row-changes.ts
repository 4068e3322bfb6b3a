import type { RoundChange, RowTag } from '../../application/ports.js';
import type { OperationId, RoundId } from '../../domain/ids.js';
import type { Delivery } from '../../domain/work/delivery.js';
import { auditKey, deliveryKey, departmentKey, notatKey, type RowKey, roundKey, versionKey } from './keys.js';
import { readTag } from './reading.js';
import { keyOf, type Properties, type RowChange } from './row.js';
import { writeBody, writtenOver } from './row-body.js';

/** The property, of every row of a round, that names the operation which wrote it last. */
export const OPERATION = 'operationId';

/** @param ordinal the change's place among its operation's */
export function toRowChange(id: RoundId, operation: OperationId, change: RoundChange, ordinal: number): RowChange {
  switch (change.change) {
    case 'insert round':
      return insert(operation, roundKey(id), writeBody(change.round));
    case 'replace round':
      return replace(operation, roundKey(id), writeBody(change.round), change.etag);
    case 'insert department':
      return insert(operation, departmentKey(id, change.department.department.id), writeBody(change.department));
    case 'replace department': {
      const key = departmentKey(id, change.department.department.id);
      return replace(operation, key, writeBody(change.department), change.etag);
    }
    case 'insert version':
      return insert(operation, versionKey(id, change.departmentId, change.version.number), writeBody(change.version));
    case 'insert delivery':
      return insert(operation, deliveryKey(id, change.delivery.id), deliveryProperties(change.delivery));
    case 'replace delivery': {
      const key = deliveryKey(id, change.delivery.id);
      return replace(operation, key, deliveryProperties(change.delivery), change.etag);
    }
    case 'insert notat':
      return insert(operation, notatKey(id, change.notat.id), writeBody(change.notat));
    case 'insert audit line':
      return insert(operation, auditKey(id, change.line.at, operation, ordinal), writeBody(change.line));
  }
}

/**
 * The rows that show whether an operation was committed. A version or a notat alone does: nothing is written over
 * it later, and a repeated operation makes it again under the same key. An audit line is as lasting, but its key
 * holds the time, so a row that the operation would always write stands beside it.
 *
 * @param rows what `toRowChange` made of the changes, in their order
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

/** State and time stand beside the body too, for the service to select by. ISO times compare as the instants do. */
function deliveryProperties(delivery: Delivery): Properties {
  return { ...writeBody(delivery), state: delivery.state, dueAt: delivery.dueAt.toISOString() };
}
