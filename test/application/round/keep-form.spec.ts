import assert from 'node:assert/strict';
import { keepForm } from '../../../src/application/round/keep-form.js';
import type { PlanRoundRequest } from '../../../src/application/round/plan-round.js';
import { startLater } from '../../../src/application/round/start-later.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aPerson, aRoundId, aSecretary } from '../../support/builders.js';
import {
  createMunicipality,
  delivered,
  formFor,
  type Municipality,
  opened,
  planned,
  SECRETARIAT,
} from '../municipality.js';

const MORNING = { deadline: '2026-11-10', deadlineTime: '09:00' };
const AT = new Date('2026-11-10T08:00:00Z');

function aKeeping(municipality: Municipality, round: Pick<Round, 'id'> | undefined, title: string): PlanRoundRequest {
  const values = formFor(municipality, { title });
  return { address: SECRETARIAT, by: aSecretary(), roundId: round?.id, values, activityId: `gem ${title}` };
}

async function titleOf({ rounds }: Municipality, { id }: Round): Promise<string | undefined> {
  return (await rounds.readRound(id))?.value.plan.ask.title;
}

async function putOff(municipality: Municipality): Promise<Round> {
  const { id: roundId } = await planned(municipality);
  const press = {
    roundId,
    address: SECRETARIAT,
    by: aSecretary(),
    posted: undefined,
    press: 'senere',
    values: MORNING,
  };
  const outcome = await startLater(municipality, press);
  assert.ok(outcome.kind === 'starts later');
  return outcome.round;
}

describe('keeping a form for a round', () => {
  it('is done on its card where it is of no plan, or of none that there is', async () => {
    const municipality = await createMunicipality();
    for (const round of [undefined, { id: aRoundId('ukendt') }]) {
      const outcome = await keepForm(municipality, aKeeping(municipality, round, 'Ny titel'));
      assert.deepEqual([outcome.kind, outcome.kind === 'on its card' && outcome.isOfPlan], ['on its card', false]);
    }
  });

  it('changes the plan that it is of, and a start that has been put off stays', async () => {
    const municipality = await createMunicipality();
    const round = await putOff(municipality);
    const outcome = await keepForm(municipality, aKeeping(municipality, round, 'Ny titel'));
    assert.ok(outcome.kind === 'in the plan');
    assert.deepEqual(outcome.round.plan.startAt, round.plan.startAt);
    municipality.clock.advance(AT.getTime() - municipality.clock.now().getTime());
    await delivered(municipality);
    assert.equal(await titleOf(municipality, round), 'Ny titel');
  });

  it('is done on its card where it cannot be a plan yet, and the plan stays', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    const outcome = await keepForm(municipality, aKeeping(municipality, round, ''));
    assert.deepEqual([outcome.kind, outcome.kind === 'on its card' && outcome.isOfPlan], ['on its card', true]);
    assert.equal(await titleOf(municipality, round), round.plan.ask.title);
  });

  it('is not done where it cannot be a plan yet, and the round starts by itself', async () => {
    const municipality = await createMunicipality();
    const round = await putOff(municipality);
    const outcome = await keepForm(municipality, aKeeping(municipality, round, ''));
    assert.ok(outcome.kind === 'starts without it');
    assert.deepEqual([outcome.startsAt, outcome.problems], [AT, [{ field: 'title', kind: 'missing' }]]);
  });

  it('is not done with a deadline that passes before the round starts by itself, and is with the first that does not', async () => {
    const municipality = await createMunicipality();
    const round = await putOff(municipality);
    const withDeadline = (deadline: string, deadlineTime: string) =>
      keepForm(municipality, {
        ...aKeeping(municipality, round, 'Ny titel'),
        values: formFor(municipality, { deadline, deadlineTime }),
        activityId: deadlineTime,
      });
    const outcome = await withDeadline('2026-11-10', '09:00');
    assert.ok(outcome.kind === 'starts without it');
    assert.deepEqual(outcome.problems, [{ field: 'deadline', kind: 'before the start', startsAt: AT }]);
    assert.equal((await withDeadline('2026-11-10', '09:01')).kind, 'in the plan');
  });

  it('tells who has changed the plan meanwhile', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    const by = aPerson({ id: 'kollega' });
    await keepForm(municipality, { ...aKeeping(municipality, round, 'Deres titel'), by });
    const outcome = await keepForm(municipality, aKeeping(municipality, round, 'Vores titel'));
    assert.ok(outcome.kind === 'overtaken');
    assert.deepEqual(outcome.saved?.by, by);
    assert.equal(await titleOf(municipality, round), 'Deres titel');
  });

  it('is too late once the round has started', async () => {
    const municipality = await createMunicipality();
    const round = await opened(municipality);
    assert.deepEqual(await keepForm(municipality, aKeeping(municipality, round, 'Ny titel')), {
      kind: 'already started',
      round,
    });
  });
});
