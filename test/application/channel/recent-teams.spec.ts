import assert from 'node:assert/strict';
import { createRecentTeams } from '../../../src/application/channel/recent-teams.js';
import type { TeamDirectory, Time } from '../../../src/application/ports.js';
import {
  ASK_TEAMS_LIMIT_MS,
  RECENT_TEAMS_MAX,
  TEAM_TOLD_MAX_AGE_MS,
  TEAMS_ASKED_AT_ONCE,
} from '../../../src/domain/limits.js';
import { TENANT } from '../../support/builders.js';
import { createSteppedTime, type SteppedTime } from '../../support/fakes.js';
import { createMemoryTeamDirectory, type MemoryTeamDirectory } from '../../support/memory-team-directory.js';

const ONE = team(1);

function team(number: number) {
  return { tenantId: TENANT, teamId: `19:team${number}@thread.tacv2`, serviceUrl: 'https://smba.trafficmanager.net/' };
}

function teams(count: number) {
  return Array.from({ length: count }, (_, index) => team(index));
}

const DESCRIBED = { name: 'Kultur', groupId: undefined, channels: [] };

/** A Teams that answers when the spec says so. */
function slowly() {
  const waiting: (() => void)[] = [];
  const describe: TeamDirectory['describe'] = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { kind: 'team', team: DESCRIBED };
  };
  return { describe, waiting };
}

/** A time that passes only when the spec says so. */
function stoppedTime() {
  let pass: () => void = () => undefined;
  const wait: Time['wait'] = (ms, signal) => {
    assert.equal(ms, ASK_TEAMS_LIMIT_MS);
    return new Promise((resolve) => {
      pass = resolve;
      signal.addEventListener('abort', () => resolve());
    });
  };
  return { elapsed: () => 0, wait, pass: () => pass() };
}

/** Until everything that can go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what Teams has told of teams lately', () => {
  let teamDirectory: MemoryTeamDirectory;
  let time: SteppedTime;

  beforeEach(() => {
    teamDirectory = createMemoryTeamDirectory();
    time = createSteppedTime();
  });

  it('is asked for once for each team, and remembered', async () => {
    teamDirectory.teams.set(ONE.teamId, DESCRIBED);
    const recent = createRecentTeams({ teamDirectory }, time);
    const told = await recent.ask([ONE, ONE, team(2)]);
    assert.deepEqual([told.get(ONE.teamId), told.get(team(2).teamId)], [DESCRIBED, 'bot removed']);
    assert.deepEqual(await recent.ask([ONE]), new Map([[ONE.teamId, DESCRIBED]]));
    assert.deepEqual(teamDirectory.asked, [ONE.teamId, team(2).teamId]);
  });

  it('is asked for again when it is old, or is to be forgotten', async () => {
    const recent = createRecentTeams({ teamDirectory }, time);
    await recent.ask([ONE]);
    time.pass(TEAM_TOLD_MAX_AGE_MS + 1);
    assert.equal(recent.remembered([ONE]).size, 0);
    await recent.ask([ONE]);
    recent.forget(ONE.teamId);
    await recent.ask([ONE]);
    assert.equal(teamDirectory.asked.length, 3);
  });

  it('is nothing where Teams does not answer, which is not remembered', async () => {
    const failure = { kind: 'no answer', reason: 'ETIMEDOUT' } as const;
    const recent = createRecentTeams(
      { teamDirectory: { describe: async () => ({ kind: 'not told', failure }) } },
      time,
    );
    assert.equal((await recent.ask([ONE])).size, 0);
  });

  it('is waited for no longer than the limit, and is there for the next press', async () => {
    const { describe: describeSlowly, waiting } = slowly();
    const stopped = stoppedTime();
    const recent = createRecentTeams({ teamDirectory: { describe: describeSlowly } }, stopped);
    const asked = recent.ask([ONE]);
    await settled();
    stopped.pass();
    assert.equal((await asked).size, 0);
    const again = recent.ask([ONE]);
    await settled();
    assert.equal(waiting.length, 1);
    for (const answer of waiting) answer();
    assert.deepEqual(await again, new Map([[ONE.teamId, DESCRIBED]]));
  });

  it('is asked for of so many teams at the same time, and then of the others', async () => {
    const { describe: describeSlowly, waiting } = slowly();
    const stopped = stoppedTime();
    const recent = createRecentTeams({ teamDirectory: { describe: describeSlowly } }, stopped);
    const count = TEAMS_ASKED_AT_ONCE + 1;
    const asked = recent.ask(teams(count));
    await settled();
    assert.equal(waiting.length, TEAMS_ASKED_AT_ONCE);
    for (const answer of waiting.splice(0)) answer();
    await settled();
    assert.equal(waiting.length, 1);
    for (const answer of waiting) answer();
    assert.equal((await asked).size, count);
  });

  it('is remembered of so many teams, those of them that were asked about last', async () => {
    const recent = createRecentTeams({ teamDirectory }, time);
    const many = teams(RECENT_TEAMS_MAX + 1);
    await recent.ask(many);
    assert.deepEqual([recent.remembered(many).size, recent.remembered([team(0)]).size], [RECENT_TEAMS_MAX, 0]);
  });
});
