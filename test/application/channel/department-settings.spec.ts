import assert from 'node:assert/strict';
import { nameLeaders, setLanguage } from '../../../src/application/channel/department-settings.js';
import { registerDepartment } from '../../../src/application/channel/register-department.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { continueStart, startRound } from '../../../src/application/round/start-round.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import type { LeaderKind } from '../../../src/domain/channel/setup-request.js';
import { HEADS_MAX } from '../../../src/domain/limits.js';
import type { Person } from '../../../src/domain/person.js';
import { aChannelRequest, anAddress, aPerson, aRoundId, aSecretary, aTrace, START } from '../../support/builders.js';
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
  seenIn,
} from '../municipality.js';

const CHANNEL = anAddress({}, 'd0');

async function name(municipality: Municipality, who: LeaderKind, people: readonly Person[], address = CHANNEL) {
  const activityId = [who, ...people.map(({ id }) => id)].join();
  return nameLeaders(municipality, aChannelRequest(address, { activityId }), who, people);
}

async function appoint(municipality: Municipality, heads: readonly Person[]) {
  return name(municipality, 'heads', heads);
}

async function registered({ channels }: Municipality, address: ChannelAddress = CHANNEL) {
  const channel = await channels.find(address);
  assert.ok(channel?.purpose === 'department');
  return channel;
}

describe('naming heads', () => {
  it('says who alone may answer for the channel’s department from now on', async () => {
    const municipality = await createMunicipality();
    const before = await registered(municipality);
    const outcome = await appoint(municipality, [HEAD, COLLEAGUE]);
    assert.ok(outcome.kind === 'named' && outcome.who === 'heads');
    assert.deepEqual(outcome.department.heads, [HEAD, COLLEAGUE]);
    assert.deepEqual(await registered(municipality), {
      ...before,
      department: { ...before.department, heads: [HEAD, COLLEAGUE] },
    });
  });

  it('is a line in the audit of registrations: who named whom, or nobody', async () => {
    const municipality = await createMunicipality();
    municipality.clock.advance(1_000);
    await appoint(municipality, [HEAD, COLLEAGUE]);
    municipality.clock.advance(1_000);
    await appoint(municipality, []);
    const line = { by: aSecretary(), act: 'heads named', where: CHANNEL.channelId, departmentId: 'd0' };
    assert.deepEqual((await municipality.registryAudit.read(CHANNEL.tenantId)).slice(-2), [
      { ...line, at: new Date(START.getTime() + 1_000), subject: `${HEAD.id} ${COLLEAGUE.id}` },
      { ...line, at: new Date(START.getTime() + 2_000), subject: '' },
    ]);
  });

  it('counts at once in a round under way, with its line in the audit and the card shown anew', async () => {
    const { municipality, round } = await openRound();
    const [commit] = await commitsOf(municipality, (deps) => appoint(deps, [HEAD]));
    assert.deepEqual(
      commit?.changes.flatMap((change) => (change.change === 'insert delivery' ? [change.delivery.task] : [])),
      [{ kind: 'refresh cards', departmentId: 'd0', mayComplete: false, also: undefined }],
    );
    assert.deepEqual((await municipality.rounds.readAudit(round.id)).at(-1), {
      at: START,
      by: aSecretary(),
      where: CHANNEL.channelId,
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
    await registerDepartment(municipality, aChannelRequest(CHANNEL), 'Et nyt navn', () => true);
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
    await continueStart(municipality, round.id);
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

  it(`takes at most ${HEADS_MAX}`, async () => {
    const municipality = await createMunicipality();
    const crowd = Array.from({ length: HEADS_MAX + 1 }, (_, n) => aPerson({ id: `chef-${n}` }));
    assert.deepEqual(await appoint(municipality, crowd), { kind: 'too many', max: HEADS_MAX });
    assert.equal((await appoint(municipality, crowd.slice(1))).kind, 'named');
  });

  it('is for departments’ channels', async () => {
    const municipality = await createMunicipality();
    for (const address of [SECRETARIAT, anAddress({}, 'ukendt')]) {
      assert.deepEqual(await name(municipality, 'heads', [HEAD], address), { kind: 'not department' });
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

describe('naming deputies', () => {
  const DEPUTY = COLLEAGUE;

  it('lets them answer beside the heads from now on, also in a round under way', async () => {
    const { municipality, round } = await openRound(1, { heads: [HEAD] });
    assert.equal((await submitReply(municipality, aReply(round, 0, { by: DEPUTY, press: 'før' }))).kind, 'proposed');
    const outcome = await name(municipality, 'deputies', [DEPUTY]);
    assert.ok(outcome.kind === 'named' && outcome.who === 'deputies');
    assert.deepEqual([outcome.department.heads, outcome.department.deputies], [[HEAD], [DEPUTY]]);
    assert.deepEqual((await registered(municipality)).department, outcome.department);
    assert.deepEqual((await departmentOf(municipality, round)).department.deputies, [DEPUTY]);
    const seen = await seenIn(municipality, round);
    const answer = aReply(round, 0, { by: DEPUTY, press: 'efter', seen });
    assert.equal((await submitReply(municipality, answer)).kind, 'stored');
  });

  it('lets them answer in a round that was planned before and is started after', async () => {
    const municipality = await createMunicipality(1, { heads: [HEAD] });
    const round = await planned(municipality);
    await name(municipality, 'deputies', [DEPUTY]);
    await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: round.id, posted: ROUND_CARD });
    await continueStart(municipality, round.id);
    assert.equal((await submitReply(municipality, aReply(round, 0, { by: DEPUTY }))).kind, 'stored');
  });

  it('is a line in the audit of registrations', async () => {
    const municipality = await createMunicipality();
    municipality.clock.advance(1_000);
    await name(municipality, 'deputies', [DEPUTY, HEAD]);
    assert.deepEqual((await municipality.registryAudit.read(CHANNEL.tenantId)).at(-1), {
      at: new Date(START.getTime() + 1_000),
      by: aSecretary(),
      act: 'deputies named',
      where: CHANNEL.channelId,
      departmentId: 'd0',
      subject: `${DEPUTY.id} ${HEAD.id}`,
    });
  });
});

describe('naming a director', () => {
  it('keeps one person with the department, also in a round under way, and gives that person no right', async () => {
    const { municipality, round } = await openRound(1, { heads: [HEAD] });
    const outcome = await name(municipality, 'director', [COLLEAGUE]);
    assert.ok(outcome.kind === 'named' && outcome.who === 'director');
    assert.deepEqual((await registered(municipality)).department.director, COLLEAGUE);
    assert.deepEqual((await departmentOf(municipality, round)).department.director, COLLEAGUE);
    assert.equal((await submitReply(municipality, aReply(round, 0, { by: COLLEAGUE }))).kind, 'proposed');
  });

  it('can be taken back', async () => {
    const { municipality, round } = await openRound(1);
    await name(municipality, 'director', [COLLEAGUE]);
    await name(municipality, 'director', []);
    assert.equal((await registered(municipality)).department.director, undefined);
    assert.equal((await departmentOf(municipality, round)).department.director, undefined);
  });

  it('counts in a round that was planned before and is started after', async () => {
    const municipality = await createMunicipality(1);
    const round = await planned(municipality);
    await name(municipality, 'director', [COLLEAGUE]);
    await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: round.id, posted: ROUND_CARD });
    await continueStart(municipality, round.id);
    assert.deepEqual((await departmentOf(municipality, round)).department.director, COLLEAGUE);
  });

  it('names one person at most', async () => {
    const municipality = await createMunicipality();
    const before = await registered(municipality);
    assert.deepEqual(await name(municipality, 'director', [HEAD, COLLEAGUE]), { kind: 'too many', max: 1 });
    assert.deepEqual(await registered(municipality), before);
    assert.equal((await name(municipality, 'director', [HEAD, HEAD])).kind, 'named');
  });

  it('is a line in the audit of registrations', async () => {
    const municipality = await createMunicipality();
    await name(municipality, 'director', [HEAD]);
    const line = (await municipality.registryAudit.read(CHANNEL.tenantId)).at(-1);
    assert.deepEqual([line?.act, line?.subject, line?.departmentId], ['director named', HEAD.id, 'd0']);
  });
});

describe('a setting of a department that has just moved to another channel', () => {
  it('is not made in the channel that it was in', async () => {
    const { municipality, round } = await openRound(1);
    const present = await registered(municipality);
    const there = { ...present, address: anAddress({}, 'ny') };
    const channels = {
      ...municipality.channels,
      async register(...written: Parameters<typeof municipality.channels.register>) {
        await municipality.channels.move(CHANNEL, there, aTrace());
        return municipality.channels.register(...written);
      },
    };
    const moving = { ...municipality, channels };
    assert.deepEqual(await name(moving, 'heads', [HEAD]), { kind: 'not department' });
    assert.deepEqual(await municipality.channels.find(there.address), there);
    assert.deepEqual((await departmentOf(municipality, round)).department.heads, []);
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

  it('is a line in the audit of registrations', async () => {
    const municipality = await createMunicipality();
    municipality.clock.advance(1_000);
    await setLanguage(municipality, { address: CHANNEL, by: COLLEAGUE, language: 'en', activityId: 'sprog' });
    assert.deepEqual((await municipality.registryAudit.read(CHANNEL.tenantId)).at(-1), {
      at: new Date(START.getTime() + 1_000),
      by: COLLEAGUE,
      act: 'language set',
      where: CHANNEL.channelId,
      departmentId: 'd0',
      subject: 'en',
    });
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
    await registerDepartment(municipality, aChannelRequest(CHANNEL), 'Et nyt navn', () => true);
    const { department } = await registered(municipality);
    assert.deepEqual([department.name, department.heads, department.language], ['Et nyt navn', [HEAD], 'en']);
  });
});

describe('two people who change a department’s settings at once', () => {
  it('both have their way: what one has read too early is read again', async () => {
    const { municipality, round } = await openRound(1, { heads: [COLLEAGUE] });
    let isFirst = true;
    const channels = {
      ...municipality.channels,
      async register(...given: Parameters<typeof municipality.channels.register>) {
        if (isFirst) {
          isFirst = false;
          await appoint(municipality, [HEAD]);
        }
        return municipality.channels.register(...given);
      },
    };
    const request = aChannelRequest(CHANNEL, { by: COLLEAGUE, activityId: 'sprog' });
    const outcome = await setLanguage({ ...municipality, channels }, { ...request, language: 'en' });
    assert.equal(outcome.kind, 'set');
    const { heads, language } = (await registered(municipality)).department;
    assert.deepEqual([heads, language], [[HEAD], 'en']);
    const { department } = await departmentOf(municipality, round);
    assert.deepEqual([department.heads, department.language], [[HEAD], 'en']);
  });

  it('do not make a channel a department’s again that has been freed', async () => {
    const municipality = await createMunicipality(1);
    const channels = {
      ...municipality.channels,
      async register(...given: Parameters<typeof municipality.channels.register>) {
        await municipality.channels.remove(CHANNEL, aTrace());
        return municipality.channels.register(...given);
      },
    };
    const request = aChannelRequest(CHANNEL, { by: COLLEAGUE, activityId: 'sprog' });
    const outcome = await setLanguage({ ...municipality, channels }, { ...request, language: 'en' });
    assert.deepEqual(outcome, { kind: 'not department' });
    assert.equal(await municipality.channels.find(CHANNEL), undefined);
  });
});
