import assert from 'node:assert/strict';
import { moveInOrder, sortByName } from '../../../src/application/channel/move-in-order.js';
import { retireDepartment } from '../../../src/application/channel/retire-department.js';
import { openRoundForm } from '../../../src/application/round/plan-round.js';
import { aChannelRequest, aDepartmentId, TENANT } from '../../support/builders.js';
import { createMunicipality, type Municipality, SECRETARIAT } from '../municipality.js';

const request = aChannelRequest(SECRETARIAT);

const move = (municipality: Municipality, moved: string, after: string | undefined) =>
  moveInOrder(municipality, {
    ...request,
    moved: aDepartmentId(moved),
    after: after === undefined ? undefined : aDepartmentId(after),
  });

async function order(municipality: Municipality) {
  const form = await openRoundForm(municipality, TENANT);
  return form.kind === 'form' ? form.departments.map(({ department }) => department.id) : [];
}

const reordered = async ({ registryAudit }: Municipality) =>
  (await registryAudit.read(TENANT)).flatMap(({ act, departmentId }) =>
    act === 'departments reordered' ? [departmentId] : [],
  );

describe('the order of the notat’s rows', () => {
  it('is what the secretariat makes it, in the next round’s form', async () => {
    const municipality = await createMunicipality(3);
    const outcome = await move(municipality, 'd2', undefined);
    assert.ok(outcome.kind === 'ordered');
    assert.deepEqual(
      outcome.departments.map(({ department }) => department.id),
      ['d2', 'd0', 'd1'],
    );
    await move(municipality, 'd0', 'd1');
    assert.deepEqual(await order(municipality), ['d2', 'd1', 'd0']);
  });

  it('is in the audit: each department that got another place', async () => {
    const municipality = await createMunicipality(3);
    await move(municipality, 'd2', 'd0');
    assert.deepEqual((await reordered(municipality)).toSorted(), ['d0', 'd2']);
  });

  it('does not change for a department that is not there any more', async () => {
    const municipality = await createMunicipality(2);
    assert.deepEqual(await move(municipality, 'vaek', 'd0'), { kind: 'not registered' });
    assert.deepEqual(await reordered(municipality), []);
  });

  it('can be that of the names', async () => {
    const municipality = await createMunicipality(3);
    await move(municipality, 'd2', undefined);
    await sortByName(municipality, { ...request, activityId: 'sorter' });
    assert.deepEqual(await order(municipality), ['d0', 'd1', 'd2']);
  });

  it('passes over a department that someone retires in the meantime', async () => {
    const municipality = await createMunicipality(3);
    let isRetired = false;
    const channels = {
      ...municipality.channels,
      async register(...written: Parameters<typeof municipality.channels.register>) {
        const result = await municipality.channels.register(...written);
        if (!isRetired) {
          isRetired = true;
          await retireDepartment(municipality, request, aDepartmentId('d1'));
        }
        return result;
      },
    };
    const outcome = await sortByName({ ...municipality, channels }, request);
    assert.ok(outcome.kind === 'ordered');
    assert.deepEqual(
      outcome.departments.map(({ department }) => department.id),
      ['d0', 'd2'],
    );
  });
});
