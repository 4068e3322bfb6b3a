import assert from 'node:assert/strict';
import { findDepartment } from '../../../src/application/round/find-department.js';
import type { Round } from '../../../src/domain/round/round.js';
import { anAddress, aRoundId } from '../../support/builders.js';
import { type Municipality, openRound, planned, SECRETARIAT } from '../municipality.js';

/** @returns the names of the departments that are found */
async function namesFound(municipality: Municipality, { id: roundId }: Pick<Round, 'id'>, search: string) {
  const outcome = await findDepartment(municipality, { roundId, address: SECRETARIAT, search });
  assert.ok(outcome.kind === 'found');
  return outcome.found.map(({ department }) => department.name);
}

describe('finding a department of a round', () => {
  it('is done by a part of its name, and finds none where nothing is looked for', async () => {
    const { municipality, round } = await openRound(3);
    const [, second] = municipality.departments.map(({ department }) => department.name);
    assert.deepEqual(await namesFound(municipality, round, (second ?? '').slice(1).toUpperCase()), [second]);
    assert.deepEqual(await namesFound(municipality, round, ''), []);
  });

  it('is not done in a round of another tenant, in a plan, or where there is no round', async () => {
    const { municipality, round } = await openRound(1);
    const elsewhere = anAddress({ tenantId: 'en anden' }, 'sekretariatet');
    const plan = await planned(municipality);
    for (const [roundId, address] of [
      [round.id, elsewhere],
      [plan.id, SECRETARIAT],
      [aRoundId('ukendt'), SECRETARIAT],
    ] as const) {
      assert.deepEqual(await findDepartment(municipality, { roundId, address, search: 'fag' }), {
        kind: 'unknown round',
      });
    }
  });
});
