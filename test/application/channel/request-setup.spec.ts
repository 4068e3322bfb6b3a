import assert from 'node:assert/strict';
import { registerDepartment } from '../../../src/application/channel/register-department.js';
import { requestSetup } from '../../../src/application/channel/request-setup.js';
import { GivenUp } from '../../../src/application/conflicts.js';
import type { SetupRequest, SetupWish } from '../../../src/domain/channel/setup-request.js';
import { HEADS_MAX } from '../../../src/domain/limits.js';
import {
  aChannelRequest,
  aDepartmentId,
  anAddress,
  aPerson,
  aSecretariat,
  placedIn,
  START,
  TENANT,
} from '../../support/builders.js';
import { createScriptedMessenger, refusedWith, sentAs } from '../../support/fakes.js';
import { COLLEAGUE, createMunicipality, HEAD, type Municipality, SECRETARIAT } from '../municipality.js';

/** The channel of the only department. */
const CHANNEL = anAddress({}, 'd0');
/** A channel that is nobody's. */
const FREE = anAddress({}, 'fri');

const NEW_NAME: SetupWish = { kind: 'name', name: 'Børn og Unge' };

/** A municipality a minute after it has been set up, whose messenger answers as told. */
async function createDeps(answer?: Parameters<typeof createScriptedMessenger>[0]): Promise<Municipality> {
  const municipality = await createMunicipality(1);
  municipality.clock.advance(60_000);
  return answer === undefined ? municipality : { ...municipality, messenger: createScriptedMessenger(answer) };
}

const LATER = new Date(START.getTime() + 60_000);

interface Asking {
  readonly address?: typeof CHANNEL;
  readonly by?: typeof COLLEAGUE;
  readonly activityId?: string;
  readonly secretariat?: ReturnType<typeof aSecretariat>;
}

function ask(
  deps: Municipality,
  wanted: SetupWish,
  { address = CHANNEL, by = COLLEAGUE, activityId = 'besked', secretariat = aSecretariat() }: Asking = {},
) {
  return requestSetup(deps, aChannelRequest(address, { by, activityId }), wanted, secretariat);
}

async function waiting({ setupRequests }: Municipality, { channelId } = CHANNEL): Promise<SetupRequest | undefined> {
  return (await setupRequests.find(TENANT, channelId))?.value;
}

/** The wishes that the secretariat's channel shows, and on which cards. */
function shown({ messenger }: Municipality) {
  return messenger.asked.map(({ address, replaced, message }) => {
    assert.ok(message.kind === 'setup request');
    return [address.channelId, replaced?.activityId, message.request.wanted] as const;
  });
}

/** The first department, which asks. */
const ABOUT = { departmentId: aDepartmentId('d0'), name: 'Fagområde 0' };

describe('asking the secretariat to set something up', () => {
  it('is stored, and is shown in the secretariat’s channel with the names of the department and the channel', async () => {
    const deps = await createDeps();
    assert.deepEqual(await ask(deps, NEW_NAME), { kind: 'asked' });
    const posted = { conversationId: `${SECRETARIAT.channelId};messageid=1`, activityId: '1' };
    const request = { id: 'id-1', address: CHANNEL, by: COLLEAGUE, at: LATER, about: ABOUT, wanted: NEW_NAME, posted };
    assert.deepEqual(await waiting(deps), request);
    assert.deepEqual(deps.messenger.asked, [
      {
        address: SECRETARIAT,
        replaced: undefined,
        message: {
          kind: 'setup request',
          request: { ...request, posted: undefined },
          department: 'Fagområde 0',
          channel: `kanalen ${CHANNEL.channelId}`,
          decision: undefined,
        },
      },
    ]);
  });

  it('for the name that it has, and for another department’s, is told at once', async () => {
    const deps = await createDeps();
    const [own] = deps.departments;
    await registerDepartment(deps, aChannelRequest(FREE), 'Kultur', () => false);
    const other = await deps.channels.find(FREE);
    assert.deepEqual(await ask(deps, { kind: 'name', name: 'Fagområde 0' }), {
      kind: 'registered',
      department: placedIn(own),
    });
    assert.deepEqual(await ask(deps, { kind: 'name', name: 'KULTUR ' }), { kind: 'taken', by: placedIn(other) });
    assert.equal(await waiting(deps), undefined);
    assert.deepEqual(deps.messenger.asked, []);
  });

  it('changes no registration', async () => {
    const deps = await createDeps();
    const before = await deps.channels.list(TENANT);
    await ask(deps, NEW_NAME);
    await ask(deps, NEW_NAME, { address: FREE });
    assert.deepEqual(await deps.channels.list(TENANT), before);
  });

  it('is stored before it is shown', async () => {
    const whenShown: (SetupRequest | undefined)[] = [];
    const deps: Municipality = await createDeps(async (sending, number) => {
      whenShown.push(await waiting(deps));
      return sentAs(sending, number);
    });
    await ask(deps, NEW_NAME);
    assert.deepEqual(
      whenShown.map((request) => request?.wanted),
      [NEW_NAME],
    );
  });

  for (const [wanted, subject] of [
    [NEW_NAME, 'Børn og Unge'],
    [{ kind: 'unregister' }, 'unregister'],
    [{ kind: 'heads', people: [HEAD, COLLEAGUE] }, `heads ${HEAD.id} ${COLLEAGUE.id}`],
    [{ kind: 'deputies', people: [] }, 'deputies'],
    [{ kind: 'director', people: [HEAD] }, `director ${HEAD.id}`],
  ] as const) {
    it(`is a line in the audit of registrations that tells what is wanted: ${subject}`, async () => {
      const deps = await createDeps();
      assert.deepEqual(await ask(deps, wanted), { kind: 'asked' });
      assert.deepEqual((await deps.registryAudit.read(TENANT)).at(-1), {
        at: LATER,
        by: COLLEAGUE,
        act: 'setup requested',
        where: CHANNEL.channelId,
        departmentId: 'd0',
        subject,
      });
    });
  }

  it('names no department in a channel that is nobody’s', async () => {
    const deps = await createDeps();
    assert.deepEqual(await ask(deps, NEW_NAME, { address: FREE }), { kind: 'asked' });
    const [sending] = deps.messenger.asked;
    assert.ok(sending?.message.kind === 'setup request');
    assert.equal(sending.message.department, undefined);
    const { departmentId, where } = (await deps.registryAudit.read(TENANT)).at(-1) ?? {};
    assert.deepEqual([departmentId, where], [undefined, FREE.channelId]);
  });

  it('for the same again shows no other card, and stays the request that it was', async () => {
    const deps = await createDeps();
    await ask(deps, NEW_NAME);
    const before = await waiting(deps);
    deps.clock.advance(60_000);
    assert.deepEqual(await ask(deps, { ...NEW_NAME }, { by: HEAD, activityId: 'igen' }), { kind: 'asked' });
    assert.deepEqual(await waiting(deps), before);
    assert.deepEqual(shown(deps), [
      [SECRETARIAT.channelId, undefined, NEW_NAME],
      [SECRETARIAT.channelId, '1', NEW_NAME],
    ]);
  });

  it('is one line in the audit when its message is delivered again', async () => {
    const deps = await createDeps();
    for (const _ of [1, 2]) {
      await ask(deps, NEW_NAME);
      deps.clock.advance(1_000);
    }
    const acts = (await deps.registryAudit.read(TENANT)).map(({ act }) => act);
    assert.equal(acts.filter((act) => act === 'setup requested').length, 1);
  });

  it('for something else takes the place of the request before, on the same card', async () => {
    const deps = await createDeps();
    await ask(deps, NEW_NAME);
    const first = await waiting(deps);
    const other: SetupWish = { kind: 'unregister' };
    deps.clock.advance(60_000);
    assert.deepEqual(await ask(deps, other, { by: HEAD, activityId: 'andet' }), { kind: 'asked' });
    const at = new Date(LATER.getTime() + 60_000);
    assert.deepEqual(await waiting(deps), {
      id: 'id-2',
      address: CHANNEL,
      by: HEAD,
      at,
      about: ABOUT,
      wanted: other,
      posted: first?.posted,
    });
    assert.deepEqual(shown(deps), [
      [SECRETARIAT.channelId, undefined, NEW_NAME],
      [SECRETARIAT.channelId, '1', other],
    ]);
  });

  it('from two channels is two requests', async () => {
    const deps = await createDeps();
    await ask(deps, NEW_NAME);
    await ask(deps, NEW_NAME, { address: FREE });
    assert.notEqual((await waiting(deps))?.id, (await waiting(deps, FREE))?.id);
    assert.deepEqual(
      shown(deps).map(([, replaced]) => replaced),
      [undefined, undefined],
    );
  });
});

describe('a request that could not be shown to the secretariat', () => {
  for (const [how, result] of [
    ['refused', refusedWith(403)],
    ['busy', refusedWith(503)],
    ['no answer', { kind: 'failed', failure: { kind: 'no answer', reason: 'ECONNRESET' } }],
  ] as const) {
    it(`is told, stays, and is shown when it is asked for again: ${how}`, async () => {
      const deps = await createDeps((sending, number) => (number === 1 ? result : sentAs(sending, number)));
      assert.deepEqual(await ask(deps, NEW_NAME), { kind: 'not delivered' });
      assert.deepEqual((await waiting(deps))?.posted, undefined);
      assert.deepEqual(await ask(deps, NEW_NAME, { activityId: 'igen' }), { kind: 'asked' });
      assert.equal((await waiting(deps))?.posted?.activityId, '2');
      assert.deepEqual(shown(deps), [
        [SECRETARIAT.channelId, undefined, NEW_NAME],
        [SECRETARIAT.channelId, undefined, NEW_NAME],
      ]);
    });
  }

  it('on the card that is there is told, and keeps the card', async () => {
    const deps = await createDeps((sending, number) => (number === 2 ? refusedWith(503) : sentAs(sending, number)));
    await ask(deps, NEW_NAME);
    assert.deepEqual(await ask(deps, { kind: 'unregister' }), { kind: 'not delivered' });
    assert.equal((await waiting(deps))?.posted?.activityId, '1');
  });

  it('on a card that someone has deleted gets a new card', async () => {
    const deps = await createDeps((sending, number) =>
      sending.replaced === undefined ? sentAs(sending, number) : refusedWith(404),
    );
    await ask(deps, NEW_NAME);
    assert.deepEqual(await ask(deps, { kind: 'unregister' }), { kind: 'asked' });
    assert.equal((await waiting(deps))?.posted?.activityId, '3');
  });

  it('because its card is in the channel that was the secretariat’s before, gets a card in the present one', async () => {
    const deps = await createDeps();
    await ask(deps, NEW_NAME);
    const there = anAddress({}, 'raadhuset');
    const secretariat = aSecretariat({ address: there });
    assert.deepEqual(await ask(deps, NEW_NAME, { secretariat }), { kind: 'asked' });
    assert.equal((await waiting(deps))?.posted?.conversationId, `${there.channelId};messageid=2`);
    assert.deepEqual(shown(deps), [
      [SECRETARIAT.channelId, undefined, NEW_NAME],
      [there.channelId, undefined, NEW_NAME],
    ]);
  });
});

describe('two people who ask for different things at once', () => {
  it('have one request, the later one', async () => {
    const deps = await createDeps();
    let overtaken = 0;
    const setupRequests = {
      ...deps.setupRequests,
      async put(...written: Parameters<typeof deps.setupRequests.put>) {
        overtaken += 1;
        if (overtaken === 1) await ask(deps, { kind: 'unregister' }, { by: HEAD, activityId: 'andet' });
        return deps.setupRequests.put(...written);
      },
    };
    assert.deepEqual(await ask({ ...deps, setupRequests }, NEW_NAME), { kind: 'asked' });
    const request = await waiting(deps);
    assert.deepEqual([request?.wanted, request?.posted?.activityId], [NEW_NAME, '1']);
  });

  it('are told that it failed when others come in between every time', async () => {
    const deps = await createDeps();
    const setupRequests = { ...deps.setupRequests, put: async () => 'conflict' as const };
    await assert.rejects(ask({ ...deps, setupRequests }, NEW_NAME), GivenUp);
    assert.deepEqual(deps.messenger.asked, []);
  });

  it('does not count what is gone before it could be read again', async () => {
    const deps = await createDeps();
    let puts = 0;
    const setupRequests = {
      ...deps.setupRequests,
      async put(...written: Parameters<typeof deps.setupRequests.put>) {
        const result = await deps.setupRequests.put(...written);
        puts += 1;
        const stored = puts === 1 ? await deps.setupRequests.find(TENANT, CHANNEL.channelId) : undefined;
        if (stored !== undefined) await deps.setupRequests.remove(TENANT, CHANNEL.channelId, stored.etag);
        return result;
      },
    };
    assert.deepEqual(await ask({ ...deps, setupRequests }, NEW_NAME), { kind: 'asked' });
    assert.equal((await waiting(deps))?.id, 'id-2');
  });
});

describe('what nobody could grant', () => {
  const secretariat = aSecretariat();
  const crowd = Array.from({ length: HEADS_MAX + 1 }, (_, n) => aPerson({ id: `chef-${n}` }));

  for (const [what, wanted, address, outcome] of [
    ['a name that is none', { kind: 'name', name: ' ' }, CHANNEL, { kind: 'bad name', problem: { kind: 'missing' } }],
    ['a department in the secretariat’s channel', NEW_NAME, SECRETARIAT, { kind: 'in use', by: secretariat }],
    ['to free the secretariat’s channel', { kind: 'unregister' }, SECRETARIAT, { kind: 'in use', by: secretariat }],
    ['to free a channel that is free', { kind: 'unregister' }, FREE, { kind: 'not registered' }],
    ['heads where no department is', { kind: 'heads', people: [HEAD] }, FREE, { kind: 'not department' }],
    ['deputies where no department is', { kind: 'deputies', people: [] }, FREE, { kind: 'not department' }],
    ['too many heads', { kind: 'heads', people: crowd }, CHANNEL, { kind: 'too many', max: HEADS_MAX }],
    ['two directors', { kind: 'director', people: crowd.slice(0, 2) }, CHANNEL, { kind: 'too many', max: 1 }],
  ] as const) {
    it(`is told at once, and is no request: ${what}`, async () => {
      const deps = await createDeps();
      const lines = (await deps.registryAudit.read(TENANT)).length;
      assert.deepEqual(await ask(deps, wanted, { address }), outcome);
      assert.equal(await waiting(deps, address), undefined);
      assert.equal((await deps.registryAudit.read(TENANT)).length, lines);
      assert.deepEqual(deps.messenger.asked, []);
    });
  }

  it('is not a name that another channel’s department has: the secretariat may move it', async () => {
    const deps = await createDeps();
    assert.deepEqual(await ask(deps, { kind: 'name', name: 'Fagområde 0' }, { address: FREE }), { kind: 'asked' });
    assert.deepEqual(await deps.channels.find(CHANNEL), deps.departments[0]);
  });
});
