import assert from 'node:assert/strict';
import type { Channel } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import { callConnector, message, type StandInBot, settle, startStandInBot, startTeamsFor } from './stand-in-bot.js';

describe('local Teams: faults', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let channel: Channel;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ channel } = await settle(teams));
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const post = () => callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], message('Hej'));

  it('answers with a status, a body and headers, and does nothing', async () => {
    const body = { error: { code: 'Throttled', message: 'Slow down' } };
    teams.faults.next({}, { status: 429, body, headers: { 'retry-after': '3' } });
    const answer = await post();
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('retry-after'), '3');
    assert.deepEqual(answer.body, body);
    assert.deepEqual(teams.threads(channel), []);
    assert.equal(teams.traffic.at(-1)?.status, 429);
  });

  it('happens as often as asked, in the order planned, to the requests that match', async () => {
    teams.faults.next({ method: 'POST', path: /;messageid=|@thread\.tacv2\/activities$/u, times: 2 }, { status: 503 });
    teams.faults.next({ path: /activities/u }, { status: 412 });
    teams.faults.next({ method: 'PUT' }, { status: 500 });
    assert.equal((await callConnector(teams, 'GET', ['conversations', channel.id, 'members'])).status, 200);
    const statuses = [(await post()).status, (await post()).status, (await post()).status, (await post()).status];
    assert.deepEqual(statuses, [503, 503, 412, 201]);
    assert.equal(teams.faults.pending, 1);
  });

  it('cuts the connection before the request is done', async () => {
    teams.faults.next({}, { drop: 'before' });
    await assert.rejects(post(), TypeError);
    assert.deepEqual(teams.threads(channel), []);
  });

  it('cuts the connection after the request is done', async () => {
    teams.faults.next({}, { drop: 'after' });
    await assert.rejects(post(), TypeError);
    assert.equal(teams.threads(channel).length, 1);
    assert.equal(teams.traffic.at(-1)?.status, undefined);
  });

  it('holds a request until it is let go', async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    teams.faults.next({ method: 'POST' }, { delayUntil: gate });
    const held = post();
    assert.equal((await post()).status, 201);
    assert.equal(teams.threads(channel).length, 1);
    letGo();
    assert.equal((await held).status, 201);
    assert.equal(teams.threads(channel).length, 2);
  });
});
