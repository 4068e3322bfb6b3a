import assert from 'node:assert/strict';
import { resumeStopped } from '../../../src/application/work/resume-stopped.js';
import type { RegainedPlace } from '../../../src/domain/channel/regained-place.js';
import type { RoundId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import { inLane, NEVER, requestDeliveryId } from '../../../src/domain/work/delivery.js';
import { aDelivery, aDepartmentId, anAddress, START } from '../../support/builders.js';
import {
  commitsOf,
  delivered,
  departmentOf,
  type Municipality,
  openRound,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';
import { aNotatDelivery, inTrouble, troubleLines, withoutCards } from './troubled.js';

const [FIRST, SECOND] = [aDepartmentId('d0'), aDepartmentId('d1')];
const { tenantId, teamId } = anAddress();
const TEAM: RegainedPlace = { tenantId, teamId, channelId: undefined };
const BY_THE_BOT = { act: 'resumed', by: undefined, where: undefined };

const fatesOf = async (municipality: Municipality, round: Round) => [
  (await departmentOf(municipality, round, 0)).trouble?.fate,
  (await departmentOf(municipality, round, 1)).trouble?.fate,
];

describe('when the bot can write in a team again', () => {
  it('sends the cards that were stopped there, and tells so in the audit', async () => {
    const { municipality, round } = await withoutCards();
    const before = requestsPosted(municipality.messenger).length;
    await resumeStopped(municipality, TEAM);
    assert.deepEqual(await fatesOf(municipality, round), [undefined, undefined]);
    assert.deepEqual(await troubleLines(municipality, round), [
      { ...BY_THE_BOT, departmentId: FIRST },
      { ...BY_THE_BOT, departmentId: SECOND },
      // The secretariat is in the same team. Its card about the start had been stopped too.
      { ...BY_THE_BOT, departmentId: undefined },
    ]);
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length - before, 2);
  });

  it('sends those of one channel where only that was restored', async () => {
    const { municipality, round } = await withoutCards();
    await resumeStopped(municipality, { ...TEAM, channelId: municipality.departments[1]?.address.channelId });
    assert.deepEqual(await fatesOf(municipality, round), ['stopped', undefined]);
  });

  it('sends what was stopped in the secretariat’s channel', async () => {
    const { municipality, round } = await openRound();
    await inTrouble(municipality, round, aNotatDelivery({ state: 'stopped', lastFailure: '403' }));
    await resumeStopped(municipality, { ...TEAM, channelId: SECRETARIAT.channelId });
    assert.equal((await municipality.rounds.readRound(round.id))?.value.trouble, undefined);
    assert.deepEqual(await troubleLines(municipality, round), [{ ...BY_THE_BOT, departmentId: undefined }]);
  });

  it('does not send what may have arrived, because nobody has looked', async () => {
    const { municipality, round } = await withoutCards('uncertain');
    const commits = await commitsOf(municipality, (deps) => resumeStopped(deps, TEAM));
    assert.deepEqual(commits, []);
    assert.deepEqual(await fatesOf(municipality, round), ['uncertain', 'uncertain']);
  });

  it('goes on telling of what may have arrived beside what was stopped', async () => {
    const { municipality, round } = await withoutCards();
    const refresh = aDelivery({
      id: inLane(FIRST, '000002-refresh'),
      task: { kind: 'refresh cards', departmentId: FIRST, mayComplete: false, also: undefined },
      state: 'stopped',
      dueAt: NEVER,
      lastFailure: '403',
    });
    const notice = aDelivery({
      id: inLane(FIRST, '000001-notice'),
      task: { kind: 'post department notice', departmentId: FIRST, notice: 'nudged' },
      state: 'uncertain',
      dueAt: NEVER,
      lastFailure: '504',
    });
    await inTrouble(municipality, round, notice, refresh);
    await resumeStopped(municipality, TEAM);
    assert.deepEqual((await departmentOf(municipality, round)).trouble, {
      fate: 'uncertain',
      what: 'post department notice',
      word: '504',
    });
    const request = await municipality.rounds.readDelivery(round.id, requestDeliveryId(FIRST));
    assert.equal(request?.value.state, 'pending');
  });

  it('changes nothing the second time, for Teams tells one installation in two ways', async () => {
    const { municipality, round } = await withoutCards();
    await Promise.all([resumeStopped(municipality, TEAM), resumeStopped(municipality, TEAM)]);
    await resumeStopped(municipality, TEAM);
    assert.equal((await troubleLines(municipality, round)).length, 3);
    assert.ok(municipality.log.entries.every(({ level }) => level !== 'error'));
  });

  for (const [name, place] of [
    ['of another team', { ...TEAM, teamId: '19:en-anden@thread.tacv2' }],
    ['of another tenant', { ...TEAM, tenantId: 'en-anden' }],
    ['that is not named', { ...TEAM, teamId: undefined }],
  ] as const) {
    it(`sends nothing for an event ${name}`, async () => {
      const { municipality } = await withoutCards();
      assert.deepEqual(await commitsOf(municipality, (deps) => resumeStopped(deps, place)), []);
    });
  }

  it('goes on with the other rounds and departments when one fails, and logs it', async () => {
    const { municipality, round } = await withoutCards();
    await municipality.index.add({ roundId: 'en-anden' as RoundId, tenantId, createdAt: START });
    const { rounds } = municipality;
    const broken = {
      ...rounds,
      readOverview: async (id: RoundId) => {
        if (id !== round.id) throw new Error('the store does not answer');
        return rounds.readOverview(id);
      },
      readLane: async (...[id, lane, which]: Parameters<typeof rounds.readLane>) => {
        if (lane === FIRST) throw new Error('the store does not answer');
        return rounds.readLane(id, lane, which);
      },
    };
    await resumeStopped({ ...municipality, rounds: broken }, TEAM);
    assert.deepEqual(await fatesOf(municipality, round), ['stopped', undefined]);
    const failures = municipality.log.entries.filter(({ event }) => event === 'deliveries not resumed');
    assert.deepEqual(failures.map(({ fields }) => fields['roundId']).toSorted(), ['en-anden', round.id].toSorted());
  });
});
