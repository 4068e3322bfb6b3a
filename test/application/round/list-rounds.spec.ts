import assert from 'node:assert/strict';
import { newestNotat } from '../../../src/application/notat/fetch-notat.js';
import { listRounds, ROUNDS_LISTED } from '../../../src/application/round/list-rounds.js';
import { openDesk } from '../../../src/application/round/open-desk.js';
import { operationId } from '../../../src/domain/ids.js';
import { ROUND_FORM_MAX, ROUNDS_SEARCHED } from '../../../src/domain/limits.js';
import type { Round } from '../../../src/domain/round/round.js';
import {
  aNotatId,
  aNotatRecord,
  anAddress,
  anAsk,
  aPlan,
  aRound,
  aRoundId,
  START,
  TENANT,
} from '../../support/builders.js';
import { createMemoryStores, type MemoryStores } from '../../support/memory-stores.js';

async function add({ rounds, index }: MemoryStores, round: Round): Promise<void> {
  await rounds.commit(round.id, operationId('arrange', round.id), [{ change: 'insert round', round }]);
  await index.add({ roundId: round.id, tenantId: round.secretariat.tenantId, createdAt: round.createdAt });
}

function named(number: number, title: string, changes: Partial<Round> = {}): Round {
  const createdAt = new Date(START.getTime() + number);
  return aRound({
    id: aRoundId(`runde-${number}`),
    createdAt,
    plan: aPlan({ ask: anAsk({ title }) }),
    state: 'open',
    ...changes,
  });
}

async function withRounds(count: number): Promise<MemoryStores> {
  const stores = createMemoryStores();
  for (let number = 1; number <= count; number += 1) await add(stores, named(number, `Beretning ${2000 + number}`));
  return stores;
}

const titles = (rounds: readonly Round[]) => rounds.map(({ plan }) => plan.ask.title);

describe('the list of rounds', () => {
  const all = { tenantId: TENANT, search: '', from: 0 };

  it('has the newest first, and goes on page by page', async () => {
    const stores = await withRounds(ROUNDS_LISTED + 2);
    const first = await listRounds(stores, all);
    assert.equal(first.rounds.length, ROUNDS_LISTED);
    assert.equal(first.rounds[0]?.plan.ask.title, `Beretning ${2000 + ROUNDS_LISTED + 2}`);
    assert.deepEqual([first.next, first.looked], [ROUNDS_LISTED, undefined]);
    const second = await listRounds(stores, { ...all, from: ROUNDS_LISTED });
    assert.deepEqual(titles(second.rounds), ['Beretning 2002', 'Beretning 2001']);
    assert.equal(second.next, undefined);
  });

  it('finds words in the titles, in capitals or not', async () => {
    const stores = await withRounds(12);
    const found = await listRounds(stores, { ...all, search: 'BERETNING 2003 ' });
    assert.deepEqual(titles(found.rounds), ['Beretning 2003']);
    const none = await listRounds(stores, { ...all, search: 'x'.repeat(ROUND_FORM_MAX.title + 1) });
    assert.deepEqual(none.rounds, []);
  });

  it('leaves out trials, and the rounds of others', async () => {
    const stores = createMemoryStores();
    await add(stores, named(1, 'Vores'));
    await add(stores, named(2, 'Prøve', { plan: aPlan({ ask: anAsk({ isTrial: true }) }) }));
    await add(stores, named(3, 'Andres', { secretariat: anAddress({ tenantId: 'en-anden' }) }));
    assert.deepEqual(titles((await listRounds(stores, all)).rounds), ['Vores']);
  });

  it('looks at a bounded number of rounds, and says so', async () => {
    const stores = await withRounds(ROUNDS_SEARCHED + 1);
    const found = await listRounds(stores, { ...all, search: 'Beretning 2001' });
    assert.deepEqual([titles(found.rounds), found.looked], [[], ROUNDS_SEARCHED]);
  });
});

describe('the overview of a round', () => {
  it('is for the secretariat of its own tenant, once the round has been started', async () => {
    const stores = createMemoryStores();
    await add(stores, named(1, 'Vores'));
    await add(stores, named(2, 'Planlagt', { state: 'planned' }));
    const kindOf = async (number: number, address = anAddress()) =>
      (await openDesk(stores, { roundId: aRoundId(`runde-${number}`), address })).kind;
    assert.equal(await kindOf(1), 'desk');
    assert.equal(await kindOf(1, anAddress({ tenantId: 'en-anden' })), 'unknown round');
    assert.equal(await kindOf(2), 'unknown round');
    assert.equal(await kindOf(3), 'unknown round');
  });
});

describe('the newest notat of a round', () => {
  it('is the newest final one, or without one the newest of all', async () => {
    const stores = createMemoryStores();
    const round = named(1, 'Vores');
    await add(stores, round);
    const request = { roundId: round.id, tenantId: TENANT };
    assert.equal(await newestNotat(stores, request), undefined);
    const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
    const notats = [
      aNotatRecord({ id: aNotatId('foerste'), compiledAt: at(1) }),
      aNotatRecord({ id: aNotatId('anden'), compiledAt: at(2) }),
      aNotatRecord({ id: aNotatId('final-1'), status: 'final', number: 1, compiledAt: at(3) }),
      aNotatRecord({ id: aNotatId('senere'), compiledAt: at(4) }),
    ];
    const newest: (string | undefined)[] = [];
    for (const notat of notats) {
      await stores.rounds.commit(round.id, operationId('notat', notat.id), [{ change: 'insert notat', notat }]);
      newest.push((await newestNotat(stores, request))?.record.id);
    }
    assert.deepEqual(newest, ['foerste', 'anden', 'final-1', 'final-1']);
    assert.equal(await newestNotat(stores, { ...request, tenantId: 'en-anden' }), undefined);
  });
});
