import assert from 'node:assert/strict';
import { type AboutSetup, declineSetup, grantSetup } from '../../../src/application/channel/decide-setup.js';
import { registerDepartment } from '../../../src/application/channel/register-department.js';
import { requestSetup } from '../../../src/application/channel/request-setup.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import type { SetupRequest, SetupWish } from '../../../src/domain/channel/setup-request.js';
import {
  aChannelRequest,
  anAddress,
  aSecretariat,
  aSecretary,
  aTrace,
  placedIn,
  START,
  TENANT,
} from '../../support/builders.js';
import { createScriptedMessenger, refusedWith, sentAs } from '../../support/fakes.js';
import {
  aReply,
  COLLEAGUE,
  createMunicipality,
  departmentOf,
  HEAD,
  type Municipality,
  opened,
  SECRETARIAT,
} from '../municipality.js';

/** The channel of the first department. */
const CHANNEL = anAddress({}, 'd0');
/** A channel that is nobody's. */
const FREE = anAddress({}, 'fri');

const NEW_NAME: SetupWish = { kind: 'name', name: 'Børn og Unge' };
const BY = aSecretary();
const LATER = new Date(START.getTime() + 60_000);

/** A municipality in which a channel has asked for something, a minute after it has been set up. */
async function asked(wanted: SetupWish, address: ChannelAddress = CHANNEL, municipality?: Municipality) {
  const deps = municipality ?? (await createMunicipality(2));
  deps.clock.advance(60_000);
  return { deps, ...(await askIn(deps, wanted, address)) };
}

async function askIn(deps: Municipality, wanted: SetupWish, address: ChannelAddress) {
  const request = aChannelRequest(address, { by: COLLEAGUE, activityId: JSON.stringify(wanted) });
  await requestSetup(deps, request, wanted, aSecretariat());
  const stored = await deps.setupRequests.find(TENANT, address.channelId);
  assert.ok(stored);
  return { request: stored.value, about: { requestId: stored.value.id, channelId: address.channelId } };
}

function grant(deps: Municipality, about: AboutSetup, address = SECRETARIAT) {
  return grantSetup(deps, aChannelRequest(address, { by: BY, activityId: 'tryk' }), about);
}

function decline(deps: Municipality, about: AboutSetup, address = SECRETARIAT) {
  return declineSetup(deps, aChannelRequest(address, { by: BY, activityId: 'tryk' }), about);
}

async function waiting({ setupRequests }: Municipality, { channelId } = CHANNEL): Promise<SetupRequest | undefined> {
  return (await setupRequests.find(TENANT, channelId))?.value;
}

/** The newest lines in the audit of registrations. */
async function newest({ registryAudit }: Municipality, count: number) {
  return (await registryAudit.read(TENANT)).slice(-count);
}

describe('granting what a channel has asked for', () => {
  it('does it, in the name of the secretary, and both is in the audit', async () => {
    const { deps, request, about } = await asked(NEW_NAME);
    const before = await deps.channels.find(CHANNEL);
    assert.ok(before?.purpose === 'department');
    const decision = { isGranted: true, by: BY };
    assert.deepEqual(await grant(deps, about), {
      kind: 'granted',
      request,
      department: 'Fagområde 0',
      decision,
      isTold: true,
    });
    const department = { ...before.department, name: 'Børn og Unge' };
    assert.deepEqual(await deps.channels.find(CHANNEL), { ...before, department });
    assert.equal(await waiting(deps), undefined);
    const line = { at: LATER, by: BY, departmentId: 'd0' };
    const subject = `in ${CHANNEL.channelId}: Børn og Unge`;
    assert.deepEqual(await newest(deps, 2), [
      { ...line, act: 'department renamed', where: CHANNEL.channelId, subject: 'Børn og Unge' },
      { ...line, act: 'setup granted', where: SECRETARIAT.channelId, subject },
    ]);
  });

  it('tells the channel in its language, and shows on the card what was decided', async () => {
    const stores = await createMunicipality(1);
    const [registered] = stores.departments;
    assert.ok(registered);
    const english = { ...registered, department: { ...registered.department, language: 'en' as const } };
    await stores.channels.register(english, aTrace());
    const { deps, request, about } = await asked(NEW_NAME, CHANNEL, stores);
    await grant(deps, about);
    const decision = { isGranted: true, by: BY };
    const shown = { kind: 'setup request', request, department: 'Fagområde 0', channel: undefined, decision };
    assert.deepEqual(deps.messenger.asked.slice(1), [
      { address: SECRETARIAT, replaced: request.posted, message: shown },
      { address: CHANNEL, replaced: undefined, message: { kind: 'setup answer', request, decision, language: 'en' } },
    ]);
  });

  it('registers a channel that was nobody’s', async () => {
    const { deps, about } = await asked(NEW_NAME, FREE);
    assert.equal((await grant(deps, about)).kind, 'granted');
    const registered = await deps.channels.find(FREE);
    assert.ok(registered?.purpose === 'department' && registered.department.name === 'Børn og Unge');
  });

  it('moves the department that has the name', async () => {
    const { deps, about } = await asked({ kind: 'name', name: 'Fagområde 0' }, FREE);
    assert.equal((await grant(deps, about)).kind, 'granted');
    assert.deepEqual(await deps.channels.find(FREE), { ...deps.departments[0], address: FREE });
    assert.equal(await deps.channels.find(CHANNEL), undefined);
  });

  it('frees a channel', async () => {
    const { deps, about } = await asked({ kind: 'unregister' });
    const outcome = await grant(deps, about);
    assert.ok(outcome.kind === 'granted');
    assert.equal(outcome.department, 'Fagområde 0');
    assert.equal(await deps.channels.find(CHANNEL), undefined);
  });

  it('names heads and deputies, who count at once in a round under way', async () => {
    const { deps, about } = await asked({ kind: 'heads', people: [HEAD] });
    const round = await opened(deps);
    assert.equal((await grant(deps, about)).kind, 'granted');
    const deputies = await askIn(deps, { kind: 'deputies', people: [COLLEAGUE] }, CHANNEL);
    const press = aChannelRequest(SECRETARIAT, { by: BY, activityId: 'tryk-2' });
    assert.equal((await grantSetup(deps, press, deputies.about)).kind, 'granted');
    const { department } = await departmentOf(deps, round);
    assert.deepEqual([department.heads, department.deputies], [[HEAD], [COLLEAGUE]]);
    assert.equal((await submitReply(deps, aReply(round, 0, { by: COLLEAGUE }))).kind, 'stored');
  });

  it('is for the same department under another name', async () => {
    const { deps, about } = await asked({ kind: 'heads', people: [HEAD] });
    await registerDepartment(deps, aChannelRequest(CHANNEL), 'Et nyt navn', () => true);
    assert.equal((await grant(deps, about)).kind, 'granted');
    const registered = await deps.channels.find(CHANNEL);
    assert.ok(registered?.purpose === 'department');
    assert.deepEqual([registered.department.name, registered.department.heads], ['Et nyt navn', [HEAD]]);
  });

  it('is done also when the channel cannot be told, and says so', async () => {
    const { deps, about } = await asked(NEW_NAME);
    const messenger = createScriptedMessenger((sending, number) =>
      sending.message.kind === 'setup answer' ? refusedWith(403) : sentAs(sending, number),
    );
    const outcome = await grant({ ...deps, messenger }, about);
    assert.ok(outcome.kind === 'granted');
    assert.equal(outcome.isTold, false);
    assert.equal(await waiting(deps), undefined);
  });

  it('needs no card: one that was never posted is not shown anew', async () => {
    const municipality = await createMunicipality(1);
    const messenger = createScriptedMessenger(() => refusedWith(403));
    const { deps, about } = await asked(NEW_NAME, CHANNEL, { ...municipality, messenger });
    const telling = { ...deps, messenger: createScriptedMessenger() };
    assert.equal((await grant(telling, about)).kind, 'granted');
    assert.deepEqual(
      telling.messenger.asked.map(({ message }) => message.kind),
      ['setup answer'],
    );
  });

  it('tells what cannot be done as things are now, and keeps the request', async () => {
    const { deps, request, about } = await asked(NEW_NAME);
    await registerDepartment(deps, aChannelRequest(FREE), 'Børn og Unge', () => false);
    const lines = (await deps.registryAudit.read(TENANT)).length;
    const by = await deps.channels.find(FREE);
    assert.deepEqual(await grant(deps, about), { kind: 'not possible', outcome: { kind: 'taken', by: placedIn(by) } });
    assert.deepEqual(await waiting(deps), request);
    assert.equal((await deps.registryAudit.read(TENANT)).length, lines);
    assert.equal(deps.messenger.asked.length, 1);
  });

  for (const wanted of [{ kind: 'heads', people: [HEAD] }, { kind: 'unregister' }, NEW_NAME] as const) {
    describe(`of a channel that is not the same department’s any more: ${wanted.kind}`, () => {
      let deps: Municipality;
      let about: AboutSetup;
      beforeEach(async () => {
        ({ deps, about } = await asked(wanted));
        await deps.channels.remove(CHANNEL, aTrace());
      });

      /** Is told that the card is about something else, and nothing is changed. */
      async function assertGone(): Promise<void> {
        const before = await deps.channels.list(TENANT);
        assert.deepEqual(await grant(deps, about), { kind: 'gone' });
        assert.deepEqual(await deps.channels.list(TENANT), before);
      }

      it('does nothing where it is nobody’s', () => assertGone());

      it('does nothing to another department', async () => {
        await registerDepartment(deps, aChannelRequest(CHANNEL), 'Økonomi', () => false);
        await assertGone();
      });

      it('does nothing to the secretariat', async () => {
        await deps.channels.move(SECRETARIAT, aSecretariat({ address: CHANNEL }), aTrace());
        await assertGone();
      });
    });
  }

  it('does nothing to a department that a channel has got since, which was nobody’s', async () => {
    const { deps, about } = await asked(NEW_NAME, FREE);
    await registerDepartment(deps, aChannelRequest(FREE), 'Økonomi', () => false);
    assert.deepEqual(await grant(deps, about), { kind: 'gone' });
  });
});

describe('declining what a channel has asked for', () => {
  it('changes no registration, tells the channel and shows it on the card', async () => {
    const { deps, request, about } = await asked(NEW_NAME);
    const before = await deps.channels.list(TENANT);
    const decision = { isGranted: false, by: BY };
    const department = 'Fagområde 0';
    assert.deepEqual(await decline(deps, about), { kind: 'declined', request, department, decision, isTold: true });
    assert.deepEqual(await deps.channels.list(TENANT), before);
    assert.equal(await waiting(deps), undefined);
    const shown = { kind: 'setup request', request, department, channel: undefined, decision };
    const answer = { kind: 'setup answer', request, decision, language: undefined };
    assert.deepEqual(deps.messenger.asked.slice(1), [
      { address: SECRETARIAT, replaced: request.posted, message: shown },
      { address: CHANNEL, replaced: undefined, message: answer },
    ]);
  });

  it('is a line in the audit of registrations', async () => {
    const { deps, about } = await asked(NEW_NAME);
    await decline(deps, about);
    assert.deepEqual(await newest(deps, 1), [
      {
        at: LATER,
        by: BY,
        act: 'setup declined',
        where: SECRETARIAT.channelId,
        departmentId: 'd0',
        subject: `in ${CHANNEL.channelId}: Børn og Unge`,
      },
    ]);
  });

  it('lets the channel ask again', async () => {
    const { deps, about } = await asked(NEW_NAME);
    await decline(deps, about);
    const again = await askIn(deps, NEW_NAME, CHANNEL);
    assert.notEqual(again.about.requestId, about.requestId);
    assert.equal((await decline(deps, again.about)).kind, 'declined');
  });

  it('does not count when someone else decides at the same moment', async () => {
    const { deps, about } = await asked(NEW_NAME);
    const setupRequests = {
      ...deps.setupRequests,
      async remove(...removed: Parameters<typeof deps.setupRequests.remove>) {
        await grant(deps, about);
        return deps.setupRequests.remove(...removed);
      },
    };
    assert.deepEqual(await decline({ ...deps, setupRequests }, about), { kind: 'gone' });
    const acts = (await deps.registryAudit.read(TENANT)).map(({ act }) => act);
    assert.ok(acts.includes('setup granted') && !acts.includes('setup declined'));
  });
});

for (const [name, decide, other] of [
  ['granting', grant, decline],
  ['declining', decline, grant],
] as const) {
  describe(`${name} a request that does not wait any more`, () => {
    /** Is told that the request is gone, and nothing is written or sent. */
    async function assertGone(deps: Municipality, about: AboutSetup, address = SECRETARIAT) {
      const before = [await deps.channels.list(TENANT), await deps.registryAudit.read(TENANT), await waiting(deps)];
      const sent = deps.messenger.asked.length;
      assert.deepEqual(await decide(deps, about, address), { kind: 'gone' });
      const after = [await deps.channels.list(TENANT), await deps.registryAudit.read(TENANT), await waiting(deps)];
      assert.deepEqual(after, before);
      assert.equal(deps.messenger.asked.length, sent);
    }

    it('does nothing when the same press is delivered again', async () => {
      const { deps, about } = await asked(NEW_NAME);
      assert.notEqual((await decide(deps, about)).kind, 'gone');
      await assertGone(deps, about);
    });

    it('does nothing after another decision', async () => {
      const { deps, about } = await asked(NEW_NAME);
      assert.notEqual((await other(deps, about)).kind, 'gone');
      await assertGone(deps, about);
    });

    it('does nothing on a card that shows what the channel wanted before', async () => {
      const { deps, about } = await asked(NEW_NAME);
      await askIn(deps, { kind: 'unregister' }, CHANNEL);
      await assertGone(deps, about);
    });

    it('does nothing for another channel than the one that asked', async () => {
      const { deps, about } = await asked(NEW_NAME);
      await askIn(deps, NEW_NAME, FREE);
      for (const { channelId } of [anAddress({}, 'd1'), FREE]) await assertGone(deps, { ...about, channelId });
    });

    it('does nothing for another tenant’s channel', async () => {
      const { deps, about } = await asked(NEW_NAME);
      await assertGone(deps, about, anAddress({ tenantId: 'en-anden-kommune' }, 'sekretariatet'));
    });
  });
}
