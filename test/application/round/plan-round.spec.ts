import assert from 'node:assert/strict';
import {
  changePlan,
  openRoundForm,
  type PlanRoundRequest,
  planRound,
} from '../../../src/application/round/plan-round.js';
import { operationId } from '../../../src/domain/ids.js';
import { savingOf } from '../../../src/domain/round/plan-saved.js';
import { planShown } from '../../../src/domain/round/plan-shown.js';
import { NO_PREVIOUS_ROUND } from '../../../src/domain/round/round-form.js';
import type { WorkCalendar } from '../../../src/domain/round/working-days.js';
import { anAddress, aPerson, aRoundId, aSecretariat, aTrace, placedIn, START, TENANT } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import { createMunicipality, formFor, type Municipality, opened, planned, SECRETARIAT } from '../municipality.js';

const OTHER_TENANT = anAddress({ tenantId: 'en-anden-kommune' }, 'deres-sekretariat');

function aPlanning(municipality: Municipality, changes: Partial<PlanRoundRequest> = {}): PlanRoundRequest {
  return {
    address: SECRETARIAT,
    by: aPerson(),
    roundId: undefined,
    values: formFor(municipality),
    activityId: 'ny',
    ...changes,
  };
}

/** A second municipality in the same store, with one department. */
async function withNeighbour(municipality: Municipality): Promise<void> {
  await municipality.channels.register(aSecretariat({ address: OTHER_TENANT }), aTrace());
  const [first] = municipality.departments;
  assert.ok(first);
  await municipality.channels.register(
    { ...first, address: { ...first.address, tenantId: OTHER_TENANT.tenantId } },
    aTrace(),
  );
}

describe('the form for a new round', () => {
  it('offers the tenant’s departments in the order they were registered in', async () => {
    const municipality = await createMunicipality(3);
    await withNeighbour(municipality);
    assert.deepEqual(await openRoundForm(municipality, TENANT), {
      kind: 'form',
      departments: municipality.departments.map(placedIn),
      teams: [],
      earlier: [],
      plans: [],
    });
  });

  it('is not opened while there is nobody to ask', async () => {
    assert.deepEqual(await openRoundForm(await createMunicipality(0), TENANT), { kind: 'no departments' });
  });
});

describe('planning a round', () => {
  it('keeps the plan and who made it, and owes nobody anything', async () => {
    const municipality = await createMunicipality();
    const outcome = await planRound(municipality, aPlanning(municipality));
    assert.equal(outcome.kind, 'planned');
    const { round } = outcome;
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value, round);
    assert.deepEqual(
      [round.id, round.state, round.createdBy, round.createdAt, round.secretariat],
      ['id-1', 'planned', aPerson(), START, SECRETARIAT],
    );
    assert.deepEqual(await municipality.rounds.readDeliveries(round.id), []);
    assert.deepEqual(await municipality.index.list(), []);
  });

  it('keeps the days on which the municipality works, as they are when it is planned', async () => {
    const municipality = await createMunicipality();
    const calendar: WorkCalendar = { closedDays: ['05-01'], closedWeeks: [29, 30] };
    const outcome = await planRound({ ...municipality, calendar }, aPlanning(municipality));
    assert.equal(outcome.kind, 'planned');
    const { id } = outcome.round;
    assert.deepEqual((await municipality.rounds.readRound(id))?.value.plan.ask.calendar, calendar);
    const again = await planRound(municipality, aPlanning(municipality, { roundId: id, activityId: 'igen' }));
    assert.equal(again.kind, 'planned');
    assert.deepEqual(again.round.plan.ask.calendar, municipality.calendar);
  });

  it('tells every problem, with the departments to show the form again, and keeps nothing', async () => {
    const municipality = await createMunicipality();
    const values = formFor(municipality, { title: '', departments: [] });
    assert.deepEqual(await planRound(municipality, aPlanning(municipality, { values })), {
      kind: 'problems',
      problems: [
        { field: 'title', kind: 'missing' },
        { field: 'departments', kind: 'missing' },
      ],
      departments: municipality.departments.map(placedIn),
      teams: [],
      earlier: [],
    });
    assert.equal(await municipality.rounds.readRound(aRoundId('id-1')), undefined);
  });

  it('asks the departments of the teams that were chosen, where the form has no room for the departments', async () => {
    const municipality = await createMunicipality(3);
    const [first] = municipality.departments;
    const team = first?.address.teamId;
    assert.ok(team !== undefined);
    const values = formFor(municipality, { departments: [] });
    const request = { address: SECRETARIAT, by: aPerson(), roundId: undefined, values, activityId: 'ny' };
    const outcome = await planRound(municipality, { ...request, chosenTeams: [team] });
    assert.equal(outcome.kind, 'planned');
    assert.equal(outcome.round.plan.invitations.length, 3);
    const none = await planRound(municipality, { ...request, chosenTeams: [] });
    assert.deepEqual(none.kind === 'problems' && none.problems, [{ field: 'departments', kind: 'missing' }]);
  });

  it('does not know another tenant’s departments', async () => {
    const municipality = await createMunicipality(2);
    await withNeighbour(municipality);
    const outcome = await planRound(municipality, aPlanning(municipality, { address: OTHER_TENANT }));
    assert.equal(outcome.kind, 'problems');
    assert.deepEqual(outcome.problems, [{ field: 'departments', kind: 'unknown department' }]);
  });
});

describe('changing a planned round', () => {
  it('begins with the form as the round is planned', async () => {
    const municipality = await createMunicipality();
    const { id } = await planned(municipality);
    const values = formFor(municipality, { previousRound: NO_PREVIOUS_ROUND });
    assert.deepEqual(await changePlan(municipality, SECRETARIAT, id), {
      kind: 'form',
      roundId: id,
      savedSeen: 0,
      planShown: planShown(values),
      values,
      departments: municipality.departments.map(placedIn),
      teams: [],
      earlier: [],
    });
  });

  it('keeps the round’s id and who made it, and notes each change', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    municipality.clock.advance(1_000);
    const by = aPerson({ id: 'kollega' });
    const values = formFor(municipality, { title: 'Ny titel' });
    const outcome = await planRound(municipality, aPlanning(municipality, { roundId: round.id, by, values }));
    assert.equal(outcome.kind, 'planned');
    assert.equal(outcome.round.plan.ask.title, 'Ny titel');
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value, {
      ...round,
      plan: outcome.round.plan,
      planSaved: { by, at: municipality.clock.now() },
    });
    assert.deepEqual(
      (await municipality.rounds.readAudit(round.id)).map((line) => [line.act, line.by?.id]),
      [
        ['planned', aPerson().id],
        ['planned', 'kollega'],
      ],
    );
  });

  it('writes over nothing that the form has not shown: the second of two is told, and can then save theirs', async () => {
    const municipality = await createMunicipality();
    const { id } = await planned(municipality);
    const titled = (title: string) =>
      aPlanning(municipality, { roundId: id, values: formFor(municipality, { title }), activityId: title });
    const [first, second] = await Promise.all(['Et', 'To'].map((title) => planRound(municipality, titled(title))));
    assert.ok(first?.kind === 'planned' && second?.kind === 'overtaken');
    assert.deepEqual([second.saved, second.differs], [first.round.planSaved, ['title']]);
    assert.equal((await municipality.rounds.readRound(id))?.value.plan.ask.title, 'Et');
    assert.equal((await municipality.rounds.readAudit(id)).length, 2);
    const again = await planRound(municipality, { ...titled('To'), savedSeen: savingOf(second.round) });
    assert.ok(again.kind === 'planned');
    assert.equal(again.round.plan.ask.title, 'To');
    assert.ok(savingOf(again.round) > savingOf(first.round));
  });

  it('takes the same form once more for the same saving, as where its answer was lost', async () => {
    const municipality = await createMunicipality();
    const { id } = await planned(municipality);
    const values = formFor(municipality, { title: 'Ny titel', departments: ['d2', 'd0', 'd1'] });
    const first = await planRound(municipality, aPlanning(municipality, { roundId: id, values }));
    municipality.clock.advance(1_000);
    const again = await planRound(municipality, aPlanning(municipality, { roundId: id, values, activityId: 'igen' }));
    assert.ok(first.kind === 'planned' && again.kind === 'planned');
    assert.deepEqual(again.round.planSaved, first.round.planSaved);
  });

  it('is too late once the round has started', async () => {
    const municipality = await createMunicipality();
    const round = await opened(municipality);
    const tooLate = { kind: 'already started', round };
    assert.deepEqual(await changePlan(municipality, SECRETARIAT, round.id), tooLate);
    assert.deepEqual(await planRound(municipality, aPlanning(municipality, { roundId: round.id })), tooLate);
  });

  it('is too late when the round is started in between', async () => {
    const municipality = await createMunicipality();
    const { id } = await planned(municipality);
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      const present = await municipality.rounds.readRound(id);
      assert.ok(present);
      if (number === 1) {
        const round = { ...present.value, state: 'open' } as const;
        const change = { change: 'replace round', round, etag: present.etag } as const;
        await municipality.rounds.commit(id, operationId('start'), [change]);
      }
      return proceed();
    });
    const outcome = await planRound({ ...municipality, rounds }, aPlanning(municipality, { roundId: id }));
    assert.equal(outcome.kind, 'already started');
  });

  it('does not reach another secretariat’s round, whatever id a card carries', async () => {
    const municipality = await createMunicipality(1);
    await withNeighbour(municipality);
    const theirs = await planned(municipality);
    const request = aPlanning(municipality, { address: OTHER_TENANT, roundId: theirs.id });
    assert.deepEqual(await changePlan(municipality, OTHER_TENANT, theirs.id), { kind: 'unknown round' });
    const outcome = await planRound(municipality, request);
    assert.equal(outcome.kind, 'planned');
    assert.notEqual(outcome.round.id, theirs.id);
    assert.deepEqual((await municipality.rounds.readRound(theirs.id))?.value, theirs);
  });

  it('knows nothing of a round that is not there', async () => {
    const municipality = await createMunicipality();
    assert.deepEqual(await changePlan(municipality, SECRETARIAT, aRoundId('ukendt')), { kind: 'unknown round' });
  });
});
