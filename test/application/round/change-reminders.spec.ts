import assert from 'node:assert/strict';
import { type ChangeRemindersRequest, changeReminders } from '../../../src/application/round/change-reminders.js';
import { operationId } from '../../../src/domain/ids.js';
import { DEFAULT_REMINDER_PLAN, planName, type ReminderPlanValues } from '../../../src/domain/round/reminder-plan.js';
import type { Round, RoundState } from '../../../src/domain/round/round.js';
import { anAddress, aRoundId, aSecretary } from '../../support/builders.js';
import { commitsOf, createMunicipality, type Municipality, openRound, planned, SECRETARIAT } from '../municipality.js';

const WANTED: ReminderPlanValues = { remindBefore: ['5', '1'], remindOnDay: 'false', remindAfter: '3' };
const WANTED_PLAN = { daysBefore: [5, 1], onTheDay: false, everyAfter: 3 };

function aRequest(round: Round, changes: Partial<ChangeRemindersRequest> = {}): ChangeRemindersRequest {
  return {
    roundId: round.id,
    address: SECRETARIAT,
    by: aSecretary(),
    press: 'gem',
    values: WANTED,
    planSeen: planName(DEFAULT_REMINDER_PLAN),
    ...changes,
  };
}

async function roundNow({ rounds }: Municipality, { id }: Round): Promise<Round> {
  const stored = await rounds.readRound(id);
  assert.ok(stored);
  return stored.value;
}

async function inState(municipality: Municipality, round: Round, state: RoundState): Promise<void> {
  const present = await municipality.rounds.readRound(round.id);
  assert.ok(present);
  const change = { change: 'replace round', round: { ...present.value, state }, etag: present.etag } as const;
  assert.equal(await municipality.rounds.commit(round.id, operationId('state', state), [change]), 'committed');
}

describe('changing the plan of reminders', () => {
  it('stores it from now on, with a line in the audit, in one transaction', async () => {
    const { municipality, round } = await openRound();
    municipality.clock.advance(60_000);
    const commits = await commitsOf(municipality, async (deps) => {
      const outcome = await changeReminders(deps, aRequest(round));
      assert.ok(outcome.kind === 'changed');
      assert.deepEqual(outcome.overview.round.plan.reminders, { ...WANTED_PLAN, since: municipality.clock.now() });
    });
    assert.deepEqual(
      commits.map(({ changes }) => changes.map(({ change }) => change)),
      [['replace round', 'insert audit line', 'put delivery']],
    );
    assert.deepEqual((await municipality.rounds.readAudit(round.id)).at(-1), {
      at: municipality.clock.now(),
      by: aSecretary(),
      act: 'reminders changed',
      departmentId: undefined,
      subject: '5+1//3',
      where: SECRETARIAT.channelId,
    });
  });

  it('changes nothing else of the round', async () => {
    const { municipality, round } = await openRound();
    const before = await roundNow(municipality, round);
    await changeReminders(municipality, aRequest(round));
    const { plan, ...now } = await roundNow(municipality, round);
    const { plan: earlier, ...rest } = before;
    assert.deepEqual(now, rest);
    assert.deepEqual({ ...plan, reminders: earlier.reminders }, earlier);
  });

  it('stores nothing again when it is delivered twice', async () => {
    const { municipality, round } = await openRound();
    await changeReminders(municipality, aRequest(round));
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await changeReminders(deps, aRequest(round))).kind, 'unchanged');
      assert.equal((await changeReminders(deps, aRequest(round, { press: 'igen' }))).kind, 'unchanged');
    });
    assert.deepEqual(commits, []);
  });

  it('does not undo what someone else has changed since the card was made', async () => {
    const { municipality, round } = await openRound();
    await changeReminders(municipality, aRequest(round, { values: { remindAfter: '5' }, press: 'en anden' }));
    const commits = await commitsOf(municipality, async (deps) => {
      const outcome = await changeReminders(deps, aRequest(round));
      assert.ok(outcome.kind === 'overtaken');
      assert.equal(outcome.overview.round.plan.reminders.everyAfter, 5);
    });
    assert.deepEqual(commits, []);
  });

  it('is refused with everything that is out of bounds', async () => {
    const { municipality, round } = await openRound();
    const values = { remindBefore: ['0'], remindAfter: '99' };
    const outcome = await changeReminders(municipality, aRequest(round, { values }));
    assert.ok(outcome.kind === 'refused');
    assert.deepEqual(
      outcome.problems.map(({ field }) => field),
      ['remindBefore', 'remindAfter'],
    );
    assert.deepEqual((await roundNow(municipality, round)).plan.reminders, DEFAULT_REMINDER_PLAN);
  });

  for (const state of ['closing', 'closed', 'reopening'] as const) {
    it(`is refused while the round is ${state}`, async () => {
      const { municipality, round } = await openRound();
      await inState(municipality, round, state);
      const outcome = await changeReminders(municipality, aRequest(round));
      assert.ok(outcome.kind === 'not open');
      assert.equal(outcome.round.state, state);
      assert.deepEqual((await roundNow(municipality, round)).plan.reminders, DEFAULT_REMINDER_PLAN);
    });
  }

  it('is refused before the round has started: its form has the plan', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    assert.equal((await changeReminders(municipality, aRequest(round))).kind, 'not open');
  });

  it('is not possible in a round that does not exist, or is another tenant’s', async () => {
    const { municipality, round } = await openRound();
    const unknown = { kind: 'unknown round' };
    assert.deepEqual(await changeReminders(municipality, aRequest(round, { roundId: aRoundId('ingen') })), unknown);
    const address = anAddress({ tenantId: 'en anden' }, 'sekretariatet');
    assert.deepEqual(await changeReminders(municipality, aRequest(round, { address })), unknown);
  });

  it('is tried again when someone else changes the round at the same moment', async () => {
    const { municipality, round } = await openRound();
    let isFirst = true;
    const rounds = {
      ...municipality.rounds,
      async commit(...change: Parameters<typeof municipality.rounds.commit>) {
        if (isFirst) {
          isFirst = false;
          const present = await municipality.rounds.readRound(round.id);
          assert.ok(present);
          const changed = { ...present.value, keptFindings: ['boern 1 blank 1'] };
          await municipality.rounds.commit(round.id, operationId('imens'), [
            { change: 'replace round', round: changed, etag: present.etag },
          ]);
        }
        return municipality.rounds.commit(...change);
      },
    };
    assert.equal((await changeReminders({ ...municipality, rounds }, aRequest(round))).kind, 'changed');
    const { plan, keptFindings } = await roundNow(municipality, round);
    assert.deepEqual([plan.reminders.everyAfter, keptFindings], [3, ['boern 1 blank 1']]);
  });
});
