import assert from 'node:assert/strict';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { prepareReminding, remindAll } from '../../../src/application/round/remind-all.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import { anAddress, anAsk, aPlan, aSecretary } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import { aReply, delivered, type Municipality, openRound, SECRETARIAT } from '../municipality.js';

async function arrived(count: number) {
  const { municipality, round } = await openRound(count);
  await delivered(municipality);
  return { municipality, round };
}

function aRequest({ id: roundId }: Round, press = 'mind alle') {
  return { roundId, address: SECRETARIAT, by: aSecretary(), press };
}

function noticesOf({ messenger }: Municipality): number {
  return messenger.asked.filter(({ message }) => message.kind === 'department notice' && message.notice === 'nudged')
    .length;
}

async function acts({ rounds }: Municipality, { id }: Round): Promise<number> {
  return (await rounds.readAudit(id)).filter(({ act }) => act === 'nudged').length;
}

describe('reminding all who are missing', () => {
  it('reminds each as one is reminded alone, and nobody who has answered', async () => {
    const { municipality, round } = await arrived(30);
    await submitReply(municipality, aReply(round, 0));
    const outcome = await remindAll(municipality, aRequest(round));
    assert.equal(outcome.kind === 'reminded' && outcome.reminded.length, 29);
    await delivered(municipality);
    assert.equal(noticesOf(municipality), 29);
    assert.equal(await acts(municipality, round), 29);
  });

  it('reminds nobody twice, however often the press comes, and whoever presses again that day', async () => {
    const { municipality, round } = await arrived(14);
    for (const press of ['et', 'et', 'to']) {
      const outcome = await remindAll(municipality, aRequest(round, press));
      assert.equal(outcome.kind === 'reminded' && outcome.reminded.length, press === 'et' ? 14 : 0);
    }
    assert.equal(await acts(municipality, round), 14);
  });

  it('leaves out a department that answers in between', async () => {
    const { municipality, round } = await arrived(3);
    let isFirst = true;
    const rounds = interceptCommits(municipality.rounds, async (commit) => {
      if (isFirst && commit.changes.some(({ change }) => change === 'replace department')) {
        isFirst = false;
        await submitReply(municipality, aReply(round, 1));
      }
      return commit.proceed();
    });
    const outcome = await remindAll({ ...municipality, rounds }, aRequest(round));
    assert.equal(outcome.kind === 'reminded' && outcome.reminded.length, 2);
    assert.equal(await acts(municipality, round), 2);
  });

  it('is for the open rounds of the own tenant, and no trial', async () => {
    const { municipality, round } = await arrived(1);
    const elsewhere = { ...aRequest(round), address: anAddress({ tenantId: 'en-anden' }) };
    assert.deepEqual(await remindAll(municipality, elsewhere), { kind: 'unknown round' });
    const kindOf = async (changes: Partial<Round>) => {
      const present = await municipality.rounds.readRound(round.id);
      assert.ok(present);
      const changed = { ...present.value, ...changes };
      const change = { change: 'replace round', round: changed, etag: present.etag } as const;
      await municipality.rounds.commit(round.id, operationId('arrange', String(changes.state)), [change]);
      return (await prepareReminding(municipality, aRequest(round))).kind;
    };
    assert.equal(await kindOf({ state: 'open' }), 'prepared');
    assert.equal(await kindOf({ state: 'closing' }), 'not open');
    assert.equal(await kindOf({ state: 'open', plan: aPlan({ ask: anAsk({ isTrial: true }) }) }), 'trial');
  });
});
