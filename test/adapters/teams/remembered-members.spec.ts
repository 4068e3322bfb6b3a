import assert from 'node:assert/strict';
import type { Person, Team } from '../../../dev/local-teams/directory.js';
import type { LocalTeams } from '../../../dev/local-teams/local-teams.js';
import {
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from '../../../dev/test/local-teams/stand-in-bot.js';
import { createMembers } from '../../../src/adapters/teams/members.js';
import { type RememberedMembers, rememberMembers } from '../../../src/adapters/teams/remembered-members.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import { ROSTER_FACT_MAX_AGE_MS, ROSTER_FACTS_MAX } from '../../../src/domain/limits.js';
import { aMember, anAddress } from '../../support/builders.js';
import { createFixedClock, type FixedClock } from '../../support/fakes.js';

describe('what a roster says of a person', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let team: Team;
  let address: ChannelAddress;
  let anne: Person;
  let clock: FixedClock;
  let members: RememberedMembers;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    const settled = await settle(teams);
    ({ anne, team } = settled);
    address = { tenantId: TENANT, teamId: team.id, channelId: settled.channel.id, serviceUrl: teams.serviceUrl };
    const adapter = new TeamsAdapter({ kind: 'unauthenticated' });
    clock = createFixedClock();
    members = rememberMembers(
      createMembers((serviceUrl) => adapter.connector(serviceUrl)),
      clock,
    );
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const asked = () => teams.traffic.filter(({ direction }) => direction === 'from bot').length;
  const nameFound = async (id = anne.id, at = address) => (await members.find(at, id))?.person.name;

  it('is asked for once in five minutes, and then again', async () => {
    assert.equal(await nameFound(), 'Anne Jensen');
    clock.advance(ROSTER_FACT_MAX_AGE_MS - 1);
    assert.equal(await nameFound(), 'Anne Jensen');
    assert.equal(asked(), 1);
    clock.advance(1);
    assert.equal(await nameFound(), 'Anne Jensen');
    assert.equal(asked(), 2);
    clock.advance(ROSTER_FACT_MAX_AGE_MS - 1);
    await nameFound();
    assert.equal(asked(), 2);
  });

  it('is asked for again when the clock was set back', async () => {
    await nameFound();
    clock.advance(-1);
    await nameFound();
    assert.equal(asked(), 2);
  });

  it('is one request for all who ask at the same time', async () => {
    assert.deepEqual(await Promise.all([nameFound(), nameFound(), nameFound()]), Array(3).fill('Anne Jensen'));
    assert.equal(asked(), 1);
  });

  it('is about one person in one channel of one tenant', async () => {
    const bo = teams.addPerson('Bo Holm');
    await nameFound();
    assert.equal(await nameFound(bo.id), 'Bo Holm');
    assert.equal(await nameFound(anne.id, { ...address, channelId: team.general.id }), 'Anne Jensen');
    assert.equal(asked(), 3);
    const elsewhere = { ...address, tenantId: 'nabokommunen' };
    assert.equal((await members.find(elsewhere, anne.id))?.isForeign, true);
  });

  it('is not remembered of somebody who was not found', async () => {
    await teams.removeMember(team, anne, anne);
    assert.equal(await nameFound(), undefined);
    await teams.addMember(team, anne, anne);
    assert.equal(await nameFound(), 'Anne Jensen');
  });

  it('is asked for again after a failure, which all who waited are told', async () => {
    teams.faults.next({}, { status: 503, body: {} });
    const both = await Promise.allSettled([nameFound(), nameFound()]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(await nameFound(), 'Anne Jensen');
    assert.equal(asked(), 2);
  });

  it('is forgotten of everybody at once', async () => {
    await nameFound();
    members.forget();
    await nameFound();
    assert.equal(asked(), 2);
  });

  it('does not count when it was asked for before that, and comes after it', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    teams.faults.next({}, { delayUntil: held });
    const before = nameFound();
    members.forget();
    await teams.removeMember(team, anne, anne);
    assert.equal(await nameFound(), undefined);
    await teams.addMember(team, anne, anne);
    const after = nameFound();
    assert.equal(await after, 'Anne Jensen');
    answer();
    await before;
    assert.equal(asked(), 3);
    await nameFound();
    assert.equal(asked(), 3);
  });

  describe('is remembered of so many people', () => {
    let questions: string[];
    let find: (person: number) => Promise<unknown>;

    beforeEach(async () => {
      questions = [];
      const bounded = rememberMembers(
        {
          find: async (_at, memberId) => {
            questions.push(memberId);
            return aMember();
          },
        },
        clock,
      );
      find = (person) => bounded.find(anAddress(), `29:${person}`);
      for (let person = 0; person < ROSTER_FACTS_MAX; person += 1) await find(person);
      questions.length = 0;
    });

    it('and of the oldest no longer when there is one more', async () => {
      await find(ROSTER_FACTS_MAX);
      await find(1);
      await find(0);
      assert.deepEqual(questions, [`29:${ROSTER_FACTS_MAX}`, '29:0']);
    });

    it('and who was asked about again is not the oldest', async () => {
      clock.advance(ROSTER_FACT_MAX_AGE_MS);
      await find(0);
      await find(ROSTER_FACTS_MAX);
      await find(0);
      assert.deepEqual(questions, ['29:0', `29:${ROSTER_FACTS_MAX}`]);
    });
  });
});
