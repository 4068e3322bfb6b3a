import assert from 'node:assert/strict';
import { nameLeaders } from '../../src/application/channel/department-settings.js';
import { compileNotatNow } from '../../src/application/notat/compile-notat.js';
import { closeRound } from '../../src/application/round/close-round.js';
import { planRound } from '../../src/application/round/plan-round.js';
import { reopenRound } from '../../src/application/round/reopen-round.js';
import { continueStart, startRound } from '../../src/application/round/start-round.js';
import type { Round } from '../../src/domain/round/round.js';
import { aDepartmentId, aNotatId, aPerson, aSecretary, START, TENANT } from '../support/builders.js';
import { arranged, EVERY_PRESS } from './every-press.js';
import {
  answeredByAll,
  aPress,
  commitsOf,
  createMunicipality,
  delivered,
  formFor,
  HEAD,
  type Municipality,
  opened,
  planned,
  ROUND_CARD,
  SECRETARIAT,
} from './municipality.js';

/*
 * A change is known again by its name when it is made a second time, and a delivery is owed once by its id. Both are stored, and
 * processes of two versions of the bot run beside each other: another name would be another change.
 */

/** The name of each change, then the ids of the deliveries that it makes. What a worker writes of a delivery is left out. */
async function namesOf(municipality: Municipality, act: (municipality: Municipality) => Promise<unknown>) {
  const commits = await commitsOf(municipality, act);
  return commits
    .filter(({ operation }) => !/^(?:claim|settle) /u.test(operation))
    .map(({ operation, changes }) => {
      const owed = changes.flatMap((change) => (change.change === 'insert delivery' ? [change.delivery.id] : []));
      return [operation, ...owed].join(', ');
    });
}

/** When the press is made, in milliseconds. */
const AT = START.getTime() + 1_000;

/** The delivery of a change of the department, by the number of the change. */
function owed(changes: number, ...kinds: readonly string[]): string {
  return kinds.map((kind) => `d0/00000${changes}-${kind}-d0-${AT}`).join(', ');
}

const [REFRESH, NOTICE] = ['refresh-cards', 'post-department-notice'];

const OF_PRESSES = new Map([
  ['an answer', `reply tryk-0, ${owed(1, REFRESH)}`],
  ['an answer that there is nothing to say', `reply tryk-0, ${owed(1, REFRESH)}`],
  ['a correction', `reply tryk-0, ${owed(2, REFRESH)}`],
  ['a proposal', `propose tryk-0, ${owed(1, REFRESH, NOTICE)}`],
  ['an approval', `approve tryk-0, ${owed(2, REFRESH)}`],
  ['a draft', `draft tryk-0, ${owed(1, REFRESH)}`],
  [
    'a question to the secretariat',
    `ask question tryk-0, ${owed(1, REFRESH)}, @secretariat/000001-post-question-d0-${AT}`,
  ],
  ['an answer to a question', `answer question sekretariatet-0, ${owed(2, REFRESH, NOTICE)}`],
  ['an answer to all', `answer all sekretariatet-0, ${owed(2, REFRESH, NOTICE)}`],
  ['a decline', `decline tryk-0, ${owed(1, REFRESH)}, @secretariat/000001-post-decline-d0-${AT}`],
  ['an accepted decline', `decline accepted sekretariatet-0, ${owed(2, REFRESH)}`],
  ['a comment that sends the reply back', `sent back sekretariatet-0, ${owed(2, REFRESH, NOTICE)}`],
  ['a nudge', `nudged sekretariatet-0, ${owed(1, REFRESH, NOTICE)}`],
  [
    'a request for more time',
    `ask for time tryk-0, ${owed(1, REFRESH)}, @secretariat/000001-post-time-request-d0-${AT}`,
  ],
  ['time that is given', `grant time sekretariatet-0, ${owed(2, REFRESH, NOTICE)}`],
  ['time that is not given', `decline time sekretariatet-0, ${owed(2, REFRESH, NOTICE)}`],
  ['a deadline of its own', `move sekretariatet-0, ${owed(1, REFRESH, NOTICE)}`],
  ['an answer on the department’s behalf', `on behalf sekretariatet-0, ${owed(1, REFRESH, NOTICE)}`],
]);

const by = aSecretary();

function closing({ id }: Round) {
  return { address: SECRETARIAT, by, press: 'afslut', keep: [], roundId: id, missing: [aDepartmentId('d0')] };
}

async function closed(municipality: Municipality): Promise<Round> {
  const round = await opened(municipality);
  await closeRound(municipality, closing(round));
  await delivered(municipality);
  return round;
}

describe('a change that is stored is named', () => {
  for (const press of EVERY_PRESS) {
    it(`after what was pressed, and the press: ${press.name}`, async () => {
      const { municipality, deliver } = await arranged(press);
      assert.deepEqual(await namesOf(municipality, deliver), [OF_PRESSES.get(press.name)]);
    });
  }

  it('after the message that planned the round', async () => {
    const municipality = await createMunicipality(1);
    const request = { address: SECRETARIAT, by, values: formFor(municipality), activityId: 'f1', roundId: undefined };
    assert.deepEqual(await namesOf(municipality, (deps) => planRound(deps, request)), ['planned f1']);
    const { id } = await planned(municipality);
    const again = { ...request, activityId: 'f2', roundId: id };
    assert.deepEqual(await namesOf(municipality, (deps) => planRound(deps, again)), ['planned f2']);
  });

  it('after who started the round, and the departments that are asked at once', async () => {
    const municipality = await createMunicipality(1);
    const { id } = await planned(municipality);
    const request = { address: SECRETARIAT, by: aPerson(), roundId: id, posted: ROUND_CARD };
    assert.deepEqual(await namesOf(municipality, (deps) => startRound(deps, request)), [
      `confirm ${id} ${request.by.id}, @secretariat/0-continue-confirm ${id}, @secretariat/started`,
    ]);
    assert.deepEqual(await namesOf(municipality, (deps) => continueStart(deps, id)), [
      `invite ${id} 0, d0/0-request`,
      `open ${id}`,
    ]);
  });

  it('after the notat', async () => {
    const municipality = await createMunicipality(1);
    await opened(municipality);
    const request = { tenantId: TENANT, by, where: SECRETARIAT.channelId, notatId: aNotatId('n1') };
    assert.deepEqual(await namesOf(municipality, (deps) => compileNotatNow(deps, request)), ['notat n1']);
  });

  it('after the delivery, who makes it and at which try', async () => {
    const municipality = await createMunicipality(1);
    await opened(municipality);
    const commits = await commitsOf(municipality, delivered);
    assert.deepEqual(commits.map(({ operation }) => operation).sort(), [
      'claim @secretariat/0-continue-confirm id-1 worker-1 1',
      'claim @secretariat/started worker-1 1',
      'claim d0/0-request worker-1 1',
      'settle @secretariat/0-continue-confirm id-1 worker-1 1',
      'settle @secretariat/started worker-1 1',
      'settle d0/0-request worker-1 1',
    ]);
  });

  it('after the notat that is complete, by the versions that are in it', async () => {
    const municipality = await createMunicipality(2);
    const round = await opened(municipality);
    await delivered(municipality);
    await answeredByAll(municipality, round);
    const names = await namesOf(municipality, delivered);
    assert.deepEqual(new Set(names), new Set(['complete complete-2, @secretariat/notat-complete-2']));
  });

  it('after the department that is locked, and the final notat', async () => {
    const municipality = await createMunicipality(1);
    const round = await opened(municipality);
    await delivered(municipality);
    assert.deepEqual(await namesOf(municipality, (deps) => closeRound(deps, closing(round))), [
      'close afslut ready, @secretariat/0-continue-close afslut',
    ]);
    assert.deepEqual(await namesOf(municipality, delivered), [
      `each 1 lock d0 0, d0/000001-refresh-cards-d0-${START.getTime()}`,
      'final final-1, @secretariat/notat-final-1, @duties/share-final-1',
      `each 1 share final d0 1, d0/000002-refresh-cards-d0-${START.getTime()}`,
    ]);
  });

  it('after the department that is unlocked, and the finals there were', async () => {
    const municipality = await createMunicipality(1);
    const round = await closed(municipality);
    const request = { roundId: round.id, address: SECRETARIAT, by, press: 'genåbn', reason: 'En fejl.' };
    assert.deepEqual(await namesOf(municipality, (deps) => reopenRound(deps, request)), [
      'reopen genåbn, @secretariat/0-continue-reopen genåbn',
    ]);
    assert.deepEqual(await namesOf(municipality, delivered), [
      `each 1 unlock d0 1, d0/000003-refresh-cards-d0-${START.getTime()}, d0/000003-post-department-notice-d0-${START.getTime()}`,
      `reopened ${round.id} 1`,
    ]);
  });

  it('after the message that set something', async () => {
    const municipality = await createMunicipality(1, { heads: [] });
    const round = await opened(municipality);
    const request = { address: aPress(round, 0).address, by: HEAD, activityId: 'f3' };
    assert.deepEqual(await namesOf(municipality, (deps) => nameLeaders(deps, request, 'heads', [HEAD])), [
      `settings f3, d0/000001-refresh-cards-d0-${START.getTime()}`,
    ]);
  });
});
