import assert from 'node:assert/strict';
import { type RoundChange, type Stored, UnreadableRow } from '../../src/application/ports.js';
import { operationId } from '../../src/domain/ids.js';
import { type Delivery, inLane } from '../../src/domain/work/delivery.js';
import {
  aDelivery,
  aDepartment,
  aDepartmentId,
  aDraft,
  aKnownTeam,
  aNotatId,
  aNotatRecord,
  anAddress,
  aPlan,
  aPreference,
  aRegisteredDepartment,
  aRegistryLine,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSecretariat,
  aSetupRequest,
  aTrace,
  aVersion,
  START,
  TENANT,
} from '../support/builders.js';
import type { SpoilableStores } from '../support/memory-stores.js';

const ROUND = aRoundId();
const [BOERN, KULTUR] = ['boern', 'kultur'].map((id) =>
  aDepartment({ id: aDepartmentId(id), name: `Navnet på ${id}` }),
) as [ReturnType<typeof aDepartment>, ReturnType<typeof aDepartment>]; // Two names make two departments.

const INVITATIONS = [BOERN, KULTUR].map((department) => ({ department, address: anAddress({}, department.id) }));
const OPEN = aRound({ state: 'open', plan: aPlan({ invitations: INVITATIONS }) });
const DEPARTMENTS = [BOERN, KULTUR].map((department, position) => aRoundDepartment({ department, position }));

/** What every set of stores keeps to when a row cannot be read. */
export function describeUnreadableRows(name: string, create: () => Promise<SpoilableStores>): void {
  describe(`${name} with a row that cannot be read`, () => {
    let stores: SpoilableStores;
    beforeEach(async () => {
      stores = await create();
    });

    async function write(...changes: readonly RoundChange[]): Promise<void> {
      assert.equal(await stores.rounds.commit(ROUND, operationId('skriv', changes.length), changes), 'committed');
    }

    async function writeRound(): Promise<void> {
      await write(
        { change: 'insert round', round: OPEN },
        ...DEPARTMENTS.map((department) => ({ change: 'insert department', department }) as const),
      );
    }

    it('lists the other rounds of the index', async () => {
      const entries = ['a', 'b', 'c'].map((id, index) => ({
        roundId: aRoundId(id),
        tenantId: TENANT,
        createdAt: new Date(START.getTime() - index),
      }));
      for (const entry of entries) await stores.index.add(entry);
      const [first, second, third] = entries;
      assert.ok(second);
      await stores.spoil({ kind: 'index entry', entry: second });
      assert.deepEqual(await stores.index.list(), [first, third]);
      const active = await stores.index.listActive();
      assert.deepEqual(
        active.map(({ value }) => value),
        [first, third],
      );
    });

    it('says so of the round itself, and reads its departments', async () => {
      await writeRound();
      await stores.spoil({ kind: 'round', roundId: ROUND });
      await rejectsFor('round', stores.rounds.readRound(ROUND));
      await rejectsFor('round', stores.rounds.readOverview(ROUND));
      assert.deepEqual((await stores.rounds.readDepartment(ROUND, BOERN.id))?.value, DEPARTMENTS[0]);
    });

    it('says so of the department itself, and names it apart from the others', async () => {
      await writeRound();
      await stores.spoil({ kind: 'department', roundId: ROUND, departmentId: BOERN.id });
      await rejectsFor('department', stores.rounds.readDepartment(ROUND, BOERN.id));
      assert.deepEqual(await stores.rounds.readOverview(ROUND), {
        round: OPEN,
        departments: [DEPARTMENTS[1]],
        withdrawn: [],
        unreadable: [{ departmentId: BOERN.id, name: BOERN.name, position: 0 }],
      });
    });

    it('names a department that is not in the plan by its id, after the others', async () => {
      await writeRound();
      const stray = aRoundDepartment({ department: aDepartment({ id: aDepartmentId('stray') }), position: 1 });
      await write({ change: 'insert department', department: stray });
      await stores.spoil({ kind: 'department', roundId: ROUND, departmentId: stray.department.id });
      const unreadable = [{ departmentId: stray.department.id, name: undefined, position: 2 }];
      assert.deepEqual((await stores.rounds.readOverview(ROUND))?.unreadable, unreadable);
    });

    it('counts a department that was asked and whose row is gone among those that cannot be read', async () => {
      await write(
        { change: 'insert round', round: OPEN },
        { change: 'insert department', department: DEPARTMENTS[0] ?? aRoundDepartment() },
      );
      const unreadable = [{ departmentId: KULTUR.id, name: KULTUR.name, position: 1 }];
      assert.deepEqual((await stores.rounds.readOverview(ROUND))?.unreadable, unreadable);
    });

    it('misses no department while the round is still being written', async () => {
      await write({ change: 'insert round', round: { ...OPEN, state: 'starting' } });
      assert.deepEqual((await stores.rounds.readOverview(ROUND))?.unreadable, []);
    });

    it('changes nothing that has become unreadable since it was read', async () => {
      await writeRound();
      const present = await stores.rounds.readDepartment(ROUND, BOERN.id);
      assert.ok(present);
      await stores.spoil({ kind: 'department', roundId: ROUND, departmentId: BOERN.id });
      assert.equal(await stores.rounds.commit(ROUND, operationId('for sent'), [locked(present)]), 'conflict');
      await rejectsFor('department', stores.rounds.readDepartment(ROUND, BOERN.id));
    });

    it('gives the other versions of a reply', async () => {
      const versions = [1, 2, 3].map((number) => aVersion({ number }));
      await write(
        ...versions.map((version) => ({ change: 'insert version', departmentId: BOERN.id, version }) as const),
      );
      await stores.spoil({ kind: 'version', roundId: ROUND, departmentId: BOERN.id, number: 2 });
      assert.deepEqual(await stores.rounds.readVersions(ROUND, BOERN.id), [versions[0], versions[2]]);
      await rejectsFor('version', stores.rounds.readVersion(ROUND, BOERN.id, 2));
    });

    it('gives the other notats', async () => {
      const notats = ['a', 'b'].map((id) => aNotatRecord({ id: aNotatId(id) }));
      await write(...notats.map((notat) => ({ change: 'insert notat', notat }) as const));
      await stores.spoil({ kind: 'notat', roundId: ROUND, notatId: aNotatId('a') });
      assert.deepEqual(await stores.rounds.readNotats(ROUND), [notats[1]]);
      await rejectsFor('notat', stores.rounds.readNotat(ROUND, aNotatId('a')));
    });

    it('gives the other deliveries, of the round, of the lane and of what is owed', async () => {
      const deliveries = ['a', 'b', 'c'].map((rest) => aDelivery({ id: inLane(BOERN.id, rest) }));
      const [spoilt, ...others] = deliveries;
      assert.ok(spoilt);
      await write(...deliveries.map((delivery) => ({ change: 'insert delivery', delivery }) as const));
      await stores.spoil({ kind: 'delivery', roundId: ROUND, delivery: spoilt.id });
      assert.deepEqual(await stores.rounds.readDeliveries(ROUND), others);
      const lane = await stores.rounds.readLane(ROUND, BOERN.id, 'unsettled');
      assert.deepEqual(
        lane.map(({ value }) => value),
        others,
      );
      const owed: Delivery[] = [];
      for (let after: string | undefined; ; ) {
        const { deliveries: page, next } = await stores.rounds.readOwed(ROUND, { until: START, limit: 1, after });
        owed.push(...page.map(({ value }) => value));
        if (next === undefined) break;
        after = next;
      }
      assert.deepEqual(owed, others);
      await rejectsFor('delivery', stores.rounds.readDelivery(ROUND, spoilt.id));
    });

    it('gives the other departments of a round, and does not find that none is awaited', async () => {
      const [first, second] = DEPARTMENTS;
      assert.ok(first && second);
      await write(
        { change: 'insert department', department: first },
        { change: 'insert department', department: { ...second, reply: aVersion() } },
      );
      await stores.spoil({ kind: 'department', roundId: ROUND, departmentId: BOERN.id });
      const departments = await stores.rounds.readDepartments(ROUND);
      assert.deepEqual(
        departments.map(({ value }) => value.department.id),
        [KULTUR.id],
      );
      assert.equal(await stores.rounds.findAwaited(ROUND), 'awaited');
    });

    it('tells in the audit what the other versions tell', async () => {
      const versions = [1, 2].map((number) => aVersion({ number }));
      await write(
        ...versions.map((version) => ({ change: 'insert version', departmentId: BOERN.id, version }) as const),
      );
      await stores.spoil({ kind: 'version', roundId: ROUND, departmentId: BOERN.id, number: 1 });
      assert.deepEqual(
        (await stores.rounds.readAudit(ROUND)).map(({ subject }) => subject),
        ['2'],
      );
    });

    it('gives the other lines of the audit of registrations', async () => {
      const lines = [0, 1, 2].map((n) => aRegistryLine({ act: 'refused', at: new Date(START.getTime() + n) }));
      for (const [n, line] of lines.entries()) await stores.registryAudit.add(TENANT, line, operationId('besked', n));
      const operation = operationId('besked', 1);
      await stores.spoil({ kind: 'registry audit line', tenantId: TENANT, operation, act: 'refused' });
      assert.deepEqual(await stores.registryAudit.read(TENANT), [lines[0], lines[2]]);
    });

    it('says so of how a person wants to be told, and puts nothing in its place', async () => {
      const chosen = aPreference();
      await stores.preferences.put(TENANT, chosen, undefined);
      await stores.spoil({ kind: 'preference', tenantId: TENANT, personId: chosen.personId });
      await rejectsFor('preference', stores.preferences.find(TENANT, chosen.personId));
      await rejectsFor('preference', stores.preferences.put(TENANT, { ...chosen, isPersonal: false }, undefined));
    });

    it('says so of a known team, and gives the others', async () => {
      const [one, other] = [aKnownTeam(), aKnownTeam({ teamId: '19:kultur@thread.tacv2' })];
      for (const team of [one, other]) await stores.knownTeams.put(team, undefined);
      await stores.spoil({ kind: 'known team', tenantId: TENANT, teamId: one.teamId });
      await rejectsFor('known team', stores.knownTeams.find(TENANT, one.teamId));
      assert.deepEqual(await stores.knownTeams.list(TENANT), [other]);
    });

    it('says so of a person’s own draft, and reads all the rest of its round', async () => {
      await writeRound();
      const draft = aDraft();
      const personId = draft.author.id;
      await stores.ownDrafts.put(ROUND, BOERN.id, draft, undefined);
      await stores.spoil({ kind: 'own draft', roundId: ROUND, departmentId: BOERN.id, personId });
      await rejectsFor('own draft', stores.ownDrafts.find(ROUND, BOERN.id, personId));
      assert.deepEqual((await stores.rounds.readOverview(ROUND))?.departments, DEPARTMENTS);
      assert.deepEqual(await stores.rounds.readVersions(ROUND, BOERN.id), []);
      assert.deepEqual(await stores.rounds.readAudit(ROUND), []);
    });

    it('says so of the setup request itself, and puts none in its place', async () => {
      await stores.setupRequests.put(aSetupRequest(), undefined);
      await stores.spoil({ kind: 'setup request', address: anAddress() });
      await rejectsFor('setup request', stores.setupRequests.find(TENANT, anAddress().channelId));
      const next = aSetupRequest({ id: 'oensket-2' });
      await rejectsFor('setup request', stores.setupRequests.put(next, undefined));
      const elsewhere = aSetupRequest({ address: anAddress({}, 'kultur') });
      assert.equal(await stores.setupRequests.put(elsewhere, undefined), 'stored');
    });

    describe('that is a channel’s', () => {
      const spoilt = aRegisteredDepartment();
      const other = aRegisteredDepartment({ address: anAddress({}, 'kultur'), department: KULTUR });

      beforeEach(async () => {
        for (const channel of [aSecretariat(), spoilt, other]) await stores.channels.register(channel, aTrace());
        await stores.spoil({ kind: 'channel', address: spoilt.address });
      });

      it('lists the others, and says so of that one', async () => {
        const listed = await stores.channels.list(TENANT);
        assert.deepEqual(listed.map(({ address }) => address.channelId).sort(), [
          other.address.channelId,
          aSecretariat().address.channelId,
        ]);
        await rejectsFor('channel', stores.channels.find(spoilt.address));
      });

      it('gives the secretariat, until that is the one that cannot be read', async () => {
        assert.deepEqual(await stores.channels.secretariat(TENANT), aSecretariat());
        assert.equal(await stores.channels.secretariat('en-anden'), undefined);
        await stores.spoil({ kind: 'channel', address: aSecretariat().address });
        await rejectsFor('channel', stores.channels.secretariat(TENANT));
        await stores.channels.remove(aSecretariat().address, aTrace());
        assert.equal(await stores.channels.secretariat(TENANT), undefined);
      });

      for (const [what, channel] of [
        ['again', spoilt],
        ['under another name', { ...spoilt, department: { ...spoilt.department, name: 'Et andet' } }],
      ] as const) {
        it(`lets it be registered ${what}`, async () => {
          assert.deepEqual(await stores.channels.register(channel, aTrace()), { outcome: 'registered' });
          assert.deepEqual(await stores.channels.find(spoilt.address), channel);
        });
      }

      it('does not give its name to another channel', async () => {
        const taker = { ...spoilt, address: anAddress({}, 'tredje') };
        await rejectsFor('channel', stores.channels.register(taker, aTrace()));
        assert.equal(await stores.channels.find(taker.address), undefined);
      });

      it('says so of one that is not registered any more, and lets it be registered', async () => {
        await stores.channels.remove(other.address, aTrace());
        await stores.spoil({ kind: 'channel', address: other.address });
        assert.equal(await stores.channels.find(other.address), undefined);
        await rejectsFor('channel', stores.channels.findRemoved(other.address));
        assert.deepEqual(await stores.channels.register(other, aTrace()), { outcome: 'registered' });
        assert.deepEqual(await stores.channels.find(other.address), other);
      });

      it('is not moved, and nothing is moved to it', async () => {
        const there = { ...spoilt, address: anAddress({}, 'ny') };
        await rejectsFor('channel', stores.channels.move(spoilt.address, there, aTrace()));
        await rejectsFor(
          'channel',
          stores.channels.move(other.address, { ...other, address: spoilt.address }, aTrace()),
        );
        assert.deepEqual(await stores.channels.find(other.address), other);
      });

      it('frees the channel, and the name', async () => {
        assert.equal(await stores.channels.remove(spoilt.address, aTrace()), 'unreadable');
        assert.equal(await stores.channels.find(spoilt.address), undefined);
        assert.equal(await stores.channels.findRemoved(spoilt.address), undefined);
        assert.equal(await stores.channels.remove(spoilt.address, aTrace()), undefined);
        const taker = { ...spoilt, address: anAddress({}, 'tredje') };
        assert.deepEqual(await stores.channels.register(taker, aTrace()), { outcome: 'registered' });
        assert.deepEqual(await stores.channels.find(taker.address), taker);
      });
    });
  });
}

async function rejectsFor(kind: UnreadableRow['kind'], reading: Promise<unknown>): Promise<void> {
  await assert.rejects(reading, (error) => error instanceof UnreadableRow && error.kind === kind);
}

function locked({ value, etag }: Stored<ReturnType<typeof aRoundDepartment>>): RoundChange {
  return { change: 'replace department', department: { ...value, isLocked: true }, etag };
}
