import assert from 'node:assert/strict';
import { appointHeads, setLanguage } from '../../../src/application/channel/department-settings.js';
import { registerDepartment } from '../../../src/application/channel/register-channel.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { startRound } from '../../../src/application/round/start-round.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import { HEADS_MAX } from '../../../src/domain/limits.js';
import type { Person } from '../../../src/domain/person.js';
import { anAddress, aPerson, aRoundId, START } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  aReply,
  COLLEAGUE,
  commitsOf,
  createMunicipality,
  departmentOf,
  HEAD,
  type Municipality,
  opened,
  openRound,
  planned,
  ROUND_CARD,
  SECRETARIAT,
} from '../municipality.js';

const CHANNEL = anAddress({}, 'd0');

async function appoint(municipality: Municipality, heads: readonly Person[], by = HEAD, address = CHANNEL) {
  return appointHeads(municipality, { address, by, heads, activityId: heads.map(({ id }) => id).join() });
}

async function registered({ channels }: Municipality, address: ChannelAddress = CHANNEL) {
  const channel = await channels.find(address);
  assert.ok(channel?.purpose === 'department');
  return channel;
}

describe('appointing heads', () => {
  it('says who alone may answer for the channel’s department from now on', async () => {
    const municipality = await createMunicipality();
    const before = await registered(municipality);
    const outcome = await appoint(municipality, [HEAD, COLLEAGUE]);
    assert.equal(outcome.kind, 'appointed');
    assert.deepEqual(outcome.department.heads, [HEAD, COLLEAGUE]);
    assert.deepEqual(await registered(municipality), {
      ...before,
      department: { ...before.department, heads: [HEAD, COLLEAGUE] },
    });
  });

  it('counts at once in a round under way, with its line in the audit and the card shown anew', async () => {
    const { municipality, round } = await openRound();
    const [commit] = await commitsOf(municipality, (deps) => appoint(deps, [HEAD]));
    assert.deepEqual(
      commit?.changes.flatMap((change) => (change.change === 'insert delivery' ? [change.delivery.task] : [])),
      [{ kind: 'update request card', departmentId: 'd0', unless: undefined }],
    );
    assert.deepEqual((await municipality.rounds.readAudit(round.id)).at(-1), {
      at: START,
      by: HEAD,
      act: 'settings changed',
      departmentId: 'd0',
      subject: undefined,
    });
    assert.equal((await submitReply(municipality, aReply(round, 0, { by: COLLEAGUE }))).kind, 'proposed');
  });

  it('is for that department alone', async () => {
    const { municipality, round } = await openRound();
    await appoint(municipality, [HEAD]);
    assert.deepEqual((await departmentOf(municipality, round, 1)).department.heads, []);
  });

  it('keeps the name that a round was started with', async () => {
    const { municipality, round } = await openRound();
    await registerDepartment(municipality, CHANNEL, 'Et nyt navn');
    await appoint(municipality, [HEAD]);
    const { department } = await departmentOf(municipality, round);
    assert.deepEqual([department.name, department.heads], ['Fagområde 0', [HEAD]]);
  });

  it('counts in a round that was planned before and is started after', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    await appoint(municipality, [HEAD]);
    await setLanguage(municipality, { address: CHANNEL, by: HEAD, language: 'en', activityId: 'sprog' });
    await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: round.id, posted: ROUND_CARD });
    const { department } = await departmentOf(municipality, round);
    assert.deepEqual([department.heads, department.language], [[HEAD], 'en']);
  });

  it('names each person once', async () => {
    const municipality = await createMunicipality();
    await appoint(municipality, [HEAD, HEAD]);
    assert.deepEqual((await registered(municipality)).department.heads, [HEAD]);
  });

  it('of nobody lets anyone in the channel answer again', async () => {
    const { municipality, round } = await openRound(1, { heads: [HEAD] });
    await appoint(municipality, []);
    assert.equal((await submitReply(municipality, aReply(round, 0, { by: COLLEAGUE }))).kind, 'stored');
  });

  it('is for those who are heads now, and nothing is changed by anyone else', async () => {
    const { municipality, round } = await openRound(1, { heads: [HEAD] });
    const outcome = await appoint(municipality, [COLLEAGUE], COLLEAGUE);
    assert.ok(outcome.kind === 'not head');
    assert.deepEqual(outcome.department.heads, [HEAD]);
    assert.deepEqual((await registered(municipality)).department.heads, [HEAD]);
    assert.deepEqual((await departmentOf(municipality, round)).department.heads, [HEAD]);
  });

  it(`takes at most ${HEADS_MAX}`, async () => {
    const municipality = await createMunicipality();
    const crowd = Array.from({ length: HEADS_MAX + 1 }, (_, n) => aPerson({ id: `chef-${n}` }));
    assert.deepEqual(await appoint(municipality, crowd), { kind: 'too many' });
    assert.equal((await appoint(municipality, crowd.slice(1))).kind, 'appointed');
  });

  it('is for departments’ channels', async () => {
    const municipality = await createMunicipality();
    for (const address of [SECRETARIAT, anAddress({}, 'ukendt')]) {
      assert.deepEqual(await appoint(municipality, [HEAD], HEAD, address), { kind: 'not department' });
    }
  });

  it('leaves alone what does not ask this department: other tenants’ rounds, and rounds that are gone', async () => {
    const { municipality } = await openRound();
    const others = { roundId: aRoundId('andres'), tenantId: 'en-anden', createdAt: START };
    const gone = { roundId: aRoundId('slettet'), tenantId: CHANNEL.tenantId, createdAt: START };
    for (const entry of [others, gone]) await municipality.index.add(entry);
    const commits = await commitsOf(municipality, (deps) => appoint(deps, [HEAD]));
    assert.equal(commits.length, 1);
  });

  it('counts in every round under way', async () => {
    const { municipality, round } = await openRound();
    municipality.clock.advance(1_000);
    const newer = await opened(municipality);
    await appoint(municipality, [HEAD]);
    for (const each of [round, newer]) {
      assert.deepEqual((await departmentOf(municipality, each)).department.heads, [HEAD]);
    }
  });

  it('takes nothing from an answer that comes at the same moment', async () => {
    const { municipality, round } = await openRound();
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      if (number === 1) await submitReply(municipality, aReply(round, 0));
      return proceed();
    });
    await appoint({ ...municipality, rounds }, [HEAD]);
    const { reply, department } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, department.heads], [1, [HEAD]]);
  });

  it('said again with the same message writes nothing more', async () => {
    const { municipality, round } = await openRound();
    await appoint(municipality, [HEAD]);
    await appoint(municipality, [HEAD]);
    const acts = (await municipality.rounds.readAudit(round.id)).map(({ act }) => act);
    assert.equal(acts.filter((act) => act === 'settings changed').length, 1);
  });
});

describe('setting a department’s language', () => {
  it('is kept with the department, and counts at once in a round under way', async () => {
    const { municipality, round } = await openRound();
    const request = { address: CHANNEL, by: COLLEAGUE, language: 'en', activityId: 'sprog' } as const;
    const outcome = await setLanguage(municipality, request);
    assert.equal(outcome.kind, 'set');
    assert.equal(outcome.department.language, 'en');
    assert.equal((await registered(municipality)).department.language, 'en');
    assert.equal((await departmentOf(municipality, round)).department.language, 'en');
  });

  it('is for departments’ channels', async () => {
    const municipality = await createMunicipality();
    const request = { address: SECRETARIAT, by: COLLEAGUE, language: 'en', activityId: 'sprog' } as const;
    assert.deepEqual(await setLanguage(municipality, request), { kind: 'not department' });
  });
});

describe('a department with a new name', () => {
  it('keeps its heads and its language', async () => {
    const municipality = await createMunicipality(1, { heads: [HEAD] });
    await setLanguage(municipality, { address: CHANNEL, by: HEAD, language: 'en', activityId: 'sprog' });
    await registerDepartment(municipality, CHANNEL, 'Et nyt navn');
    const { department } = await registered(municipality);
    assert.deepEqual([department.name, department.heads, department.language], ['Et nyt navn', [HEAD], 'en']);
  });
});
