import assert from 'node:assert/strict';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { rememberDepartments } from '../../../src/application/work/remembered-departments.js';
import { operationId } from '../../../src/domain/ids.js';
import { DEPARTMENTS_REMEMBERED } from '../../../src/domain/limits.js';
import { aDepartment, aDepartmentId, aRound, aRoundDepartment, aRoundId, aVersion } from '../../support/builders.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import { aReply, openRound } from '../municipality.js';
import { FIRST } from './processes.js';

/** A round with so many departments, and a store that remembers them. */
async function withDepartments(count: number) {
  const { rounds } = createMemoryStores();
  const round = aRound({ state: 'open' });
  await rounds.commit(round.id, operationId('start'), [{ change: 'insert round', round }]);
  const remembered = rememberDepartments(rounds);
  const ids = Array.from({ length: count }, (_, n) => aDepartmentId(`d${n}`));
  for (const id of ids) {
    const department = aRoundDepartment({ department: aDepartment({ id }) });
    await rounds.commit(round.id, operationId('ask', id), [{ change: 'insert department', department }]);
  }
  /** Writes a department as it is, once more. */
  async function write(id: (typeof ids)[number], etag?: string) {
    const stored = await rounds.readDepartment(round.id, id);
    assert.ok(stored);
    return remembered.commit(round.id, operationId('write', id), [
      { change: 'replace department', department: { ...stored.value, reply: aVersion() }, etag: etag ?? stored.etag },
    ]);
  }
  return { rounds, round, remembered, ids, write };
}

describe('the departments that a process remembers', () => {
  it('are as it wrote them last, with the tags of the rows', async () => {
    const { rounds, round, remembered, write } = await withDepartments(1);
    const id = aDepartmentId('d0');
    assert.equal(remembered.lastWritten(round.id, id), undefined);
    assert.equal(await write(id), 'committed');
    assert.deepEqual(remembered.lastWritten(round.id, id), await rounds.readDepartment(round.id, id));
    assert.equal(remembered.lastWritten(aRoundId('en-anden'), id), undefined);
  });

  it('are not those of which a write was refused', async () => {
    const { round, remembered, write } = await withDepartments(1);
    const id = aDepartmentId('d0');
    await write(id);
    assert.equal(await write(id, 'en-anden'), 'committed');
    assert.equal(remembered.lastWritten(round.id, id), undefined);
  });

  it('are the last that it wrote', async () => {
    const { round, remembered, ids, write } = await withDepartments(DEPARTMENTS_REMEMBERED + 1);
    for (const id of ids) await write(id);
    assert.equal(remembered.lastWritten(round.id, aDepartmentId('d0')), undefined);
    assert.ok(ids.slice(1).every((id) => remembered.lastWritten(round.id, id) !== undefined));
  });

  it('are those whose rows anybody has changed through the same store', async () => {
    const { municipality, round } = await openRound(1);
    const rounds = rememberDepartments(municipality.rounds);
    await submitReply({ ...municipality, rounds }, aReply(round, 0));
    assert.equal(rounds.lastWritten(round.id, FIRST)?.value.reply?.number, 1);
  });
});
