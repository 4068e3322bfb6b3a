import assert from 'node:assert/strict';
import { nameLeaders } from '../../../src/application/channel/department-settings.js';
import type { RoundStore } from '../../../src/application/ports.js';
import {
  continueStart,
  type StartRoundOutcome,
  type StartRoundRequest,
  startRound,
} from '../../../src/application/round/start-round.js';
import { operationId, type RoundId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aChannelRequest, anAddress, aPerson, aRoundDepartment, aRoundId, START } from '../../support/builders.js';
import { type Commit, interceptCommits } from '../../support/fakes.js';
import {
  createMunicipality,
  delivered,
  HEAD,
  type Municipality,
  opened,
  planned,
  ROUND_CARD,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';

/** More than two commits can hold. */
const MANY = 120;
/** The confirmation, three batches of departments, and the opening. */
const COMMITS = 5;

function aStart(roundId: RoundId, changes: Partial<StartRoundRequest> = {}): StartRoundRequest {
  return { address: SECRETARIAT, by: aPerson(), roundId, posted: ROUND_CARD, ...changes };
}

/** Somebody starts a round, and a process does what is left. */
async function start(municipality: Municipality, request: StartRoundRequest): Promise<StartRoundOutcome> {
  const outcome = await startRound(municipality, request);
  await continueStart(municipality, request.roundId);
  return outcome;
}

/** That the round is open, and holds each department and each request once. */
async function assertStarted({ rounds, departments }: Municipality, id: RoundId): Promise<void> {
  const overview = await rounds.readOverview(id);
  assert.equal(overview?.round.state, 'open');
  assert.deepEqual(
    overview.departments.map(({ department }) => department),
    departments.map(({ department }) => department),
  );
  assert.deepEqual(
    overview.departments.map(({ position }) => position),
    [...departments.keys()],
  );
  const deliveries = await rounds.readDeliveries(id);
  assert.deepEqual(
    deliveries.flatMap(({ task }) => (task.kind === 'post request' ? [task.departmentId] : [])).sort(),
    departments.map(({ department }) => department.id).sort(),
  );
  assert.equal(deliveries.filter(({ task }) => task.kind === 'update round card').length, 1);
  const acts = (await rounds.readAudit(id)).map(({ act }) => act);
  assert.deepEqual(acts.sort(), ['confirmed', 'planned', 'started']);
}

/** The process dies at the commit of that number, which is still made or not. */
function dyingAt(rounds: RoundStore, fatal: number, isMade: boolean): RoundStore {
  return interceptCommits(rounds, async ({ number, proceed }) => {
    if (number === fatal && isMade) await proceed();
    if (number >= fatal) throw new Error('The process died.');
    return proceed();
  });
}

describe('starting a round', () => {
  it('is not done after its deadline, when nobody could answer in time', async () => {
    const municipality = await createMunicipality();
    const { id, plan } = await planned(municipality);
    municipality.clock.advance(60 * 24 * 3_600_000);
    const outcome = await startRound(municipality, aStart(id));
    assert.equal(outcome.kind, 'deadline passed');
    assert.ok(outcome.kind === 'deadline passed' && outcome.round.plan.ask.deadline === plan.ask.deadline);
    assert.equal((await municipality.rounds.readRound(id))?.value.state, 'planned');
  });

  it('opens it without knowing which card was pressed, and then owes the overview as a card of its own', async () => {
    const municipality = await createMunicipality(2);
    const { id } = await planned(municipality);
    assert.equal((await start(municipality, aStart(id, { posted: undefined }))).kind, 'started');
    const kinds = (await municipality.rounds.readDeliveries(id)).map(({ task }) => task.kind);
    assert.deepEqual(kinds, ['do duties', 'continue round', 'post round card', 'post request', 'post request']);
  });

  it('opens it, with every department as it was planned', async () => {
    const municipality = await createMunicipality(2);
    const { id, plan } = await planned(municipality);
    const outcome = await start(municipality, aStart(id));
    assert.equal(outcome.kind, 'started');
    assert.deepEqual([outcome.round.startedBy, outcome.round.startedAt], [aPerson(), START]);
    await assertStarted(municipality, id);
    const department = (await municipality.rounds.readOverview(id))?.departments[1];
    const { department: second, address } = municipality.departments[1] ?? {};
    assert.ok(second && address);
    const asked = { roundId: id, department: second, position: 1, address, ask: plan.ask, askedAt: START };
    assert.deepEqual(department, aRoundDepartment(asked));
  });

  it('sends nothing itself, but owes every department a request and the secretariat its card', async () => {
    const municipality = await createMunicipality(2);
    const { id } = await opened(municipality);
    assert.deepEqual(municipality.messenger.asked, []);
    const deliveries = await municipality.rounds.readDeliveries(id);
    assert.deepEqual(
      deliveries.map(({ task, state }) => [task.kind, state]),
      [
        ['do duties', 'pending'],
        ['continue round', 'pending'],
        ['update desk', 'pending'],
        ['update round card', 'pending'],
        ['post request', 'pending'],
        ['post request', 'pending'],
      ],
    );
  });

  it(`writes ${MANY} departments in batches, and opens the round last`, async () => {
    const municipality = await createMunicipality(MANY);
    const { id } = await planned(municipality);
    const commits: Commit[] = [];
    const rounds = interceptCommits(municipality.rounds, (commit) => {
      commits.push(commit);
      return commit.proceed();
    });
    await start({ ...municipality, rounds }, aStart(id));
    await assertStarted(municipality, id);
    assert.deepEqual(
      commits.map(({ changes }) => changes.length),
      [4, 100, 100, 40, 4],
    );
  });

  it('is for the tenant that planned it only', async () => {
    const municipality = await createMunicipality();
    const { id } = await planned(municipality);
    const address = anAddress({ tenantId: 'en-anden' }, 'sekretariatet');
    const outcome = await startRound(municipality, aStart(id, { address }));
    assert.deepEqual(outcome, { kind: 'unknown round' });
    assert.equal((await municipality.rounds.readRound(id))?.value.state, 'planned');
  });

  it('knows nothing of a round that is not there', async () => {
    const municipality = await createMunicipality();
    assert.deepEqual(await startRound(municipality, aStart(aRoundId('ukendt'))), { kind: 'unknown round' });
  });

  it('again changes nothing', async () => {
    const municipality = await createMunicipality();
    const round = await opened(municipality);
    assert.deepEqual(await startRound(municipality, aStart(round.id)), { kind: 'already started', round });
    await assertStarted(municipality, round.id);
  });

  it('twice at once starts it once', async () => {
    const municipality = await createMunicipality(MANY);
    const { id } = await planned(municipality);
    const people = ['leder', 'kollega'].map((person) => aPerson({ id: person }));
    const outcomes = await Promise.all(people.map((by) => startRound(municipality, aStart(id, { by }))));
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['started', 'already started'],
    );
    for (const outcome of outcomes) {
      assert.ok(outcome.kind !== 'unknown round');
      assert.equal(outcome.round.startedBy?.id, 'leder');
    }
    await continueStart(municipality, id);
    await assertStarted(municipality, id);
  });

  it('judges again when the plan is changed in between, and starts what it has become', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      if (number === 1) await retitle(municipality, round);
      return proceed();
    });
    const outcome = await start({ ...municipality, rounds }, aStart(round.id));
    assert.equal(outcome.kind, 'started');
    assert.equal(outcome.round.plan.ask.title, 'Ny titel');
    await assertStarted(municipality, round.id);
  });
});

async function retitle({ rounds }: Municipality, round: Round): Promise<void> {
  const present = await rounds.readRound(round.id);
  assert.ok(present);
  const plan = { ...round.plan, ask: { ...round.plan.ask, title: 'Ny titel' } };
  const change = { change: 'replace round', round: { ...round, plan }, etag: present.etag } as const;
  await rounds.commit(round.id, operationId('retitle'), [change]);
}

describe('a start that is cut off', () => {
  for (let fatal = 1; fatal <= COMMITS; fatal += 1) {
    for (const isMade of [true, false]) {
      const isConfirmed = fatal > 1 || isMade;
      const after = `at commit ${fatal} of ${COMMITS}, which was ${isMade ? '' : 'not '}made`;

      it(`${after}, ${isConfirmed ? 'is finished by the worker' : 'leaves a planned round that can be started'}`, async () => {
        const municipality = await createMunicipality(MANY);
        const { id } = await planned(municipality);
        const rounds = dyingAt(municipality.rounds, fatal, isMade);
        await assert.rejects(start({ ...municipality, rounds }, aStart(id)), /The process died/u);
        await delivered(municipality);
        if (!isConfirmed) {
          assert.deepEqual(municipality.messenger.asked, []);
          await startRound(municipality, aStart(id));
          await delivered(municipality);
        }
        await assertStarted(municipality, id);
        const posted = requestsPosted(municipality.messenger);
        assert.deepEqual([posted.length, new Set(posted).size], [MANY, MANY]);
      });
    }
  }

  it('is finished by any number of workers at once, each department asked once', async () => {
    const municipality = await createMunicipality(MANY);
    const { id } = await planned(municipality);
    const rounds = dyingAt(municipality.rounds, 3, false);
    await assert.rejects(start({ ...municipality, rounds }, aStart(id)), /The process died/u);
    await Promise.all(['a', 'b', 'c'].map((worker) => delivered({ ...municipality, worker })));
    await assertStarted(municipality, id);
    assert.equal(new Set(requestsPosted(municipality.messenger)).size, MANY);
    assert.equal(requestsPosted(municipality.messenger).length, MANY);
  });

  it('asks departments with the heads of now, also those who were named after it was confirmed', async () => {
    const municipality = await createMunicipality(1);
    const { id } = await planned(municipality);
    const rounds = interceptCommits(municipality.rounds, (commit) => {
      if (commit.changes.some(({ change }) => change === 'insert department')) throw new Error('the process has ended');
      return commit.proceed();
    });
    await assert.rejects(start({ ...municipality, rounds }, aStart(id)));
    const { address } = municipality.departments[0] ?? assert.fail();
    await nameLeaders(municipality, aChannelRequest(address), 'heads', [HEAD]);
    await continueStart(municipality, id);
    const overview = await municipality.rounds.readOverview(id);
    assert.deepEqual(
      overview?.departments.map(({ department }) => department.heads),
      [[HEAD]],
    );
  });

  it('needs no continuing when it is a round, or open, or no round at all', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    await continueStart(municipality, round.id);
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value, round);
    await startRound(municipality, aStart(round.id));
    await continueStart(municipality, round.id);
    await continueStart(municipality, aRoundId('ukendt'));
    await assertStarted(municipality, round.id);
  });
});
