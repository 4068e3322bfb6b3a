import assert from 'node:assert/strict';
import { nameLeaders } from '../../src/application/channel/department-settings.js';
import { placeSecretariat } from '../../src/application/channel/place-secretariat.js';
import { registerDepartment } from '../../src/application/channel/register-department.js';
import { unregisterChannel } from '../../src/application/channel/unregister-channel.js';
import { compileNotatNow } from '../../src/application/notat/compile-notat.js';
import { readRecorded } from '../../src/application/notat/fetch-notat.js';
import { fetchPersonalNotat } from '../../src/application/notat/personal-notat.js';
import { uploadTemplate } from '../../src/application/notat/upload-template.js';
import { type RoundStore, UnreadableRow } from '../../src/application/ports.js';
import { submitReply } from '../../src/application/reply/submit-reply.js';
import { closeRound, prepareClosing } from '../../src/application/round/close-round.js';
import { planRound } from '../../src/application/round/plan-round.js';
import { currentRound } from '../../src/application/round/which-round.js';
import type { DepartmentId, NotatId } from '../../src/domain/ids.js';
import type { Round } from '../../src/domain/round/round.js';
import { requestDeliveryId } from '../../src/domain/work/delivery.js';
import { aChannelRequest, aNotatId, aSecretary, START, TENANT } from '../support/builders.js';
import { createMemoryStores, type SpoilableStores } from '../support/memory-stores.js';
import {
  answeredByAll,
  aReply,
  COLLEAGUE,
  createMunicipality,
  delivered,
  formFor,
  HEAD,
  type Municipality,
  notatsPosted,
  opened,
  requestsPosted,
  SECRETARIAT,
} from './municipality.js';

const REQUEST = { tenantId: TENANT, by: aSecretary(), where: SECRETARIAT.channelId, notatId: aNotatId() };

async function spoilable(size = 3): Promise<Municipality & SpoilableStores> {
  const stores = createMemoryStores();
  return { ...(await createMunicipality(size, { stores })), spoil: stores.spoil };
}

async function spoilDepartment({ spoil }: SpoilableStores, round: Round, index = 0): Promise<DepartmentId> {
  const departmentId = idOf(round, index);
  await spoil({ kind: 'department', roundId: round.id, departmentId });
  return departmentId;
}

function idOf(round: Round, index: number): DepartmentId {
  const id = round.plan.invitations[index]?.department.id;
  assert.ok(id);
  return id;
}

/** The stores while `isHidden` holds of a department's row: as if it could not be read just then. */
function hiding(rounds: RoundStore, departmentId: DepartmentId, isHidden: () => boolean): RoundStore {
  return {
    ...rounds,
    async readDepartment(id, department) {
      if (department === departmentId && isHidden()) throw new UnreadableRow('department', department, 'hidden');
      return rounds.readDepartment(id, department);
    },
    async readDepartments(id) {
      const all = await rounds.readDepartments(id);
      return isHidden() ? all.filter(({ value }) => value.department.id !== departmentId) : all;
    },
    async readOverview(id) {
      const overview = await rounds.readOverview(id);
      if (overview === undefined || !isHidden()) return overview;
      const departments = overview.departments.filter(({ department }) => department.id !== departmentId);
      return { ...overview, departments, unreadable: [{ departmentId, name: 'Det skjulte', position: 0 }] };
    },
  };
}

function aClosing(round: Round, missing: readonly DepartmentId[], press = 'afslut') {
  return { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press, keep: [], missing };
}

async function stateOf({ rounds }: Municipality, { id }: Round): Promise<Round> {
  const present = await rounds.readRound(id);
  assert.ok(present);
  return present.value;
}

describe('a round that cannot be read', () => {
  it('stops no other round’s deliveries, and is not logged at every pass', async () => {
    const municipality = await spoilable();
    const bad = await opened(municipality);
    municipality.clock.advance(1_000);
    await opened(municipality);
    await municipality.spoil({ kind: 'round', roundId: bad.id });
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 3);
    assert.deepEqual(
      municipality.log.entries.filter(({ level }) => level === 'error'),
      [],
    );
  });

  it('is passed over by status and the notat, which say so', async () => {
    const municipality = await spoilable();
    const older = await opened(municipality);
    municipality.clock.advance(1_000);
    const newer = await opened(municipality);
    assert.equal((await currentRound(municipality, TENANT)).kind, 'which round?');
    await municipality.spoil({ kind: 'round', roundId: newer.id });
    const shown = await status(municipality);
    assert.deepEqual([shown.overview.round.id, shown.isNewerUnreadable], [older.id, true]);
    const compiled = await compileNotatNow(municipality, REQUEST);
    assert.ok(compiled.kind === 'compiled' && compiled.isNewerUnreadable && compiled.round.id === older.id);
  });

  it('is said to be so where it is the only one', async () => {
    const municipality = await spoilable();
    await municipality.spoil({ kind: 'round', roundId: (await opened(municipality)).id });
    await assert.rejects(currentRound(municipality, TENANT), UnreadableRow);
  });

  it('does not keep a new one from being planned, and one that follows it from starting', async () => {
    const municipality = await spoilable();
    const bad = await opened(municipality);
    await answeredByAll(municipality, bad);
    municipality.clock.advance(1_000);
    const values = formFor(municipality, { title: 'Opfølgning på tilsynets årsrapport 2027' });
    const planned = await planRound(municipality, {
      ...REQUEST,
      address: SECRETARIAT,
      roundId: undefined,
      values,
      activityId: 'a',
    });
    assert.ok(planned.kind === 'planned' && planned.round.plan.previousRound === bad.id);
    await municipality.spoil({ kind: 'round', roundId: bad.id });
    const next = await opened(municipality, { title: 'Opfølgning på tilsynets årsrapport 2028' });
    const department = await municipality.rounds.readDepartment(next.id, idOf(next, 0));
    assert.equal(department?.value.previous, undefined);
  });
});

async function status(municipality: Municipality) {
  const shown = await currentRound(municipality, TENANT);
  assert.ok(shown.kind === 'round');
  return shown;
}

describe('an outage', () => {
  it('is not taken for a row that cannot be read', async () => {
    const municipality = await spoilable();
    await opened(municipality);
    const outage = async () => {
      throw new Error('Table Storage did not read: 503.');
    };
    const status = currentRound({ ...municipality, rounds: { ...municipality.rounds, readOverview: outage } }, TENANT);
    await assert.rejects(status, /503/u);
  });
});

describe('a department that cannot be read', () => {
  it('does not keep the others from being asked, or from answering', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await spoilDepartment(municipality, round, 1);
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 2);
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'stored');
    await assert.rejects(submitReply(municipality, aReply(round, 1)), UnreadableRow);
  });

  it('stands in nobody’s way, and is still owed its card', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    const id = await spoilDepartment(municipality, round);
    await delivered(municipality);
    const delivery = await municipality.rounds.readDelivery(round.id, requestDeliveryId(id));
    assert.deepEqual([delivery?.value.state, delivery?.value.attempts], ['pending', 0]);
    assert.equal(requestsPosted(municipality.messenger).length, 2);
  });

  it('keeps the notat from being complete, and has a row in it that says why', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await answeredByAll(municipality, round);
    const id = await spoilDepartment(municipality, round);
    await delivered(municipality);
    assert.deepEqual(notatsPosted(municipality.messenger), []);
    const compiled = await compileNotatNow(municipality, REQUEST);
    assert.ok(compiled.kind === 'compiled');
    assert.equal(compiled.notat.status, 'interim');
    assert.deepEqual(compiled.notat.rows[0], {
      department: 'Fagområde 0',
      answer: { kind: 'unreadable' },
      receivedLate: undefined,
      isOnBehalf: false,
    });
    assert.deepEqual(compiled.record.versions[0], {
      departmentId: id,
      version: 0,
      excused: undefined,
      isAwaited: true,
      isUnreadable: true,
      deadline: undefined,
    });
    assert.deepEqual((await readRecorded(municipality.rounds, round.id, compiled.record.id))?.notat, compiled.notat);
  });

  it('stands in a notat that was made before as it did then', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await answeredByAll(municipality, round);
    const compiled = await compileNotatNow(municipality, REQUEST);
    assert.ok(compiled.kind === 'compiled');
    await spoilDepartment(municipality, round);
    assert.deepEqual((await readRecorded(municipality.rounds, round.id, compiled.record.id))?.notat, compiled.notat);
  });

  it('does not keep its heads from being named where it can be read', async () => {
    const municipality = await spoilable();
    const bad = await opened(municipality);
    municipality.clock.advance(1_000);
    const good = await opened(municipality);
    await spoilDepartment(municipality, bad);
    const [department] = municipality.departments;
    assert.ok(department);
    await nameLeaders(municipality, aChannelRequest(department.address), 'heads', [HEAD]);
    const row = await municipality.rounds.readDepartment(good.id, department.department.id);
    assert.deepEqual(row?.value.department.heads, [HEAD]);
  });
});

describe('closing a round with a department that cannot be read', () => {
  it('needs someone who has seen its name, and is then done without it', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await answeredByAll(municipality, round);
    const id = await spoilDepartment(municipality, round);
    const before = await prepareClosing(municipality, aClosing(round, []));
    assert.ok(before.kind === 'check');
    assert.deepEqual(
      [before.missing, before.overview.unreadable],
      [[], [{ departmentId: id, name: 'Fagområde 0', position: 0 }]],
    );
    assert.equal((await closeRound(municipality, aClosing(round, []))).kind, 'undecided');
    assert.equal((await stateOf(municipality, round)).state, 'open');
    assert.equal((await closeRound(municipality, aClosing(round, [id], 'igen'))).kind, 'closing');
    await delivered(municipality);
    const closed = await stateOf(municipality, round);
    assert.deepEqual([closed.state, closed.closedWithout], ['closed', [id]]);
    const recorded = await readRecorded(municipality.rounds, round.id, 'final-1' as NotatId);
    assert.equal(recorded?.notat.rows[0]?.answer.kind, 'unreadable');
    const line = (await municipality.rounds.readAudit(round.id)).find(({ act }) => act === 'closed');
    assert.equal(line?.subject, `without ${id}, unreadable`);
  });

  it('locks it as soon as it can be read again', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    const id = idOf(round, 0);
    let isHidden = true;
    const hidden = { ...municipality, rounds: hiding(municipality.rounds, id, () => isHidden) };
    const all = round.plan.invitations.map(({ department }) => department.id);
    assert.equal((await closeRound(hidden, aClosing(round, all))).kind, 'closing');
    await delivered(hidden);
    await delivered(hidden);
    assert.equal((await municipality.rounds.readDepartment(round.id, id))?.value.isLocked, false);
    isHidden = false;
    await delivered(hidden);
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'locked');
    assert.deepEqual((await stateOf(municipality, round)).closedWithout, []);
  });

  it('that was read when it was decided opens the round again, and gives the secretariat the notat as it stands', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await answeredByAll(municipality, round);
    await delivered(municipality);
    const posted = notatsPosted(municipality.messenger).length;
    assert.equal((await closeRound(municipality, aClosing(round, []))).kind, 'closing');
    await spoilDepartment(municipality, round);
    await delivered(municipality);
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round)).state, 'open');
    const [notat] = notatsPosted(municipality.messenger).slice(posted);
    assert.deepEqual([notat?.notat.status, notat?.notat.rows[0]?.answer.kind], ['interim', 'unreadable']);
    assert.equal((await submitReply(municipality, aReply(round, 1, { press: 'rettelse' }))).kind, 'unchanged');
  });

  it('waits for one that could not be read a moment ago', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await answeredByAll(municipality, round);
    let isHidden = true;
    const rounds: RoundStore = {
      ...hiding(municipality.rounds, idOf(round, 0), () => isHidden),
      readOverview: municipality.rounds.readOverview,
    };
    assert.equal((await closeRound(municipality, aClosing(round, []))).kind, 'closing');
    await delivered({ ...municipality, rounds });
    assert.equal((await stateOf(municipality, round)).state, 'closing');
    isHidden = false;
    await delivered({ ...municipality, rounds });
    assert.equal((await stateOf(municipality, round)).state, 'closed');
  });
});

describe('a delivery that cannot be read', () => {
  it('stops none beside it', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await municipality.spoil({ kind: 'delivery', roundId: round.id, delivery: requestDeliveryId(idOf(round, 0)) });
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 2);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    const owed = await municipality.rounds.readOwed(round.id, { until: START, limit: 50 });
    assert.deepEqual(owed.deliveries, []);
  });
});

describe('a notat’s record that cannot be read', () => {
  it('is left out of the comparison with the one before', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await answeredByAll(municipality, round);
    await delivered(municipality);
    const [complete] = notatsPosted(municipality.messenger);
    assert.ok(complete);
    await municipality.spoil({ kind: 'notat', roundId: round.id, notatId: complete.record.id });
    assert.equal((await closeRound(municipality, aClosing(round, []))).kind, 'closing');
    await delivered(municipality);
    assert.equal(notatsPosted(municipality.messenger).at(-1)?.notat.status, 'final');
  });
});

describe('a template that cannot be read', () => {
  const unreadable = async () => {
    throw new UnreadableRow('template', 'template 1', 'spoilt');
  };

  it('is not used, and the notat says so and has no Word file; a final one waits for another', async () => {
    const municipality = await spoilable();
    const round = await opened(municipality);
    await answeredByAll(municipality, round);
    const spoilt = {
      ...municipality,
      templates: { ...municipality.templates, newest: unreadable, newestNumber: async () => 1 },
    };
    const compiled = await compileNotatNow(spoilt, REQUEST);
    assert.ok(compiled.kind === 'compiled');
    assert.ok(compiled.record.isTemplateUnreadable);
    const { tenantId } = SECRETARIAT;
    const document = { roundId: round.id, notatId: compiled.record.id };
    // Also after it can be read again: which template the notat would have had, nobody knows.
    for (const deps of [spoilt, municipality]) {
      await assert.rejects(fetchPersonalNotat(deps, tenantId, document), { name: 'UnreadableRow', kind: 'template' });
    }
    await delivered(spoilt);
    assert.ok(notatsPosted(municipality.messenger)[0]?.record.isTemplateUnreadable);

    assert.deepEqual(await closeRound(spoilt, aClosing(round, [])), { kind: 'template unreadable' });
    assert.equal((await stateOf(municipality, round)).state, 'open');
    assert.equal((await closeRound(municipality, aClosing(round, [], 'igen'))).kind, 'closing');
    await delivered(spoilt);
    assert.equal((await stateOf(municipality, round)).state, 'closing');
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round)).state, 'closed');
  });

  it('is followed by the next', async () => {
    const municipality = await spoilable();
    const outcome = await uploadTemplate(
      {
        ...municipality,
        templates: { ...municipality.templates, newest: unreadable, newestNumber: async () => 7 },
        check: { check: async () => ({ problems: [], changes: [], understood: undefined }) },
        example: await exampleOf(municipality),
      },
      {
        tenantId: SECRETARIAT.tenantId,
        by: aSecretary(),
        name: 'Brev.docx',
        bytes: new Uint8Array(3),
      },
    );
    assert.ok(outcome.kind === 'taken' && outcome.template.number === 8);
  });
});

async function exampleOf(municipality: Municipality) {
  await opened(municipality);
  const compiled = await compileNotatNow(municipality, REQUEST);
  assert.ok(compiled.kind === 'compiled');
  return compiled.notat;
}

describe('a channel that cannot be read', () => {
  it('does not keep a round from being planned; a department that cannot be read is not offered', async () => {
    const municipality = await spoilable();
    const [spoilt] = municipality.departments;
    assert.ok(spoilt);
    await municipality.spoil({ kind: 'channel', address: spoilt.address });
    const planned = await planRound(municipality, {
      ...REQUEST,
      address: SECRETARIAT,
      roundId: undefined,
      values: formFor(municipality, {
        departments: municipality.departments.slice(1).map(({ department }) => department.id),
      }),
      activityId: 'a',
    });
    assert.ok(planned.kind === 'planned' && planned.round.plan.invitations.length === 2);
  });

  it('is the secretariat’s again once it is registered again', async () => {
    const municipality = await spoilable();
    await municipality.spoil({ kind: 'channel', address: SECRETARIAT });
    assert.equal((await placeSecretariat(municipality, aChannelRequest(SECRETARIAT), () => false)).kind, 'placed');
  });

  it('is the same department when it is registered again, with its heads, once a round has asked it', async () => {
    const municipality = await spoilable();
    const [first, second] = municipality.departments;
    assert.ok(first && second);
    await nameLeaders(municipality, aChannelRequest(first.address), 'heads', [HEAD]);
    await nameLeaders(municipality, aChannelRequest(first.address), 'deputies', [COLLEAGUE]);
    const round = await opened(municipality);
    municipality.clock.advance(1_000);
    await municipality.spoil({ kind: 'round', roundId: (await opened(municipality)).id });
    await municipality.spoil({ kind: 'channel', address: first.address });
    const request = aChannelRequest(first.address);
    assert.equal((await registerDepartment(municipality, request, 'Nyt navn', () => false)).kind, 'rename?');
    const outcome = await registerDepartment(municipality, request, 'Nyt navn', () => true);
    assert.ok(outcome.kind === 'renamed');
    const { department, registeredAt } = outcome.department;
    assert.deepEqual(
      [department.id, department.name, department.heads, department.deputies, registeredAt],
      [first.department.id, 'Nyt navn', [HEAD], [COLLEAGUE], round.createdAt],
    );
  });

  it('is a new department when no round has asked it, or once it has been freed', async () => {
    const municipality = await spoilable();
    const [first] = municipality.departments;
    assert.ok(first);
    await municipality.spoil({ kind: 'channel', address: first.address });
    const request = aChannelRequest(first.address);
    const outcome = await registerDepartment(municipality, request, 'Nyt navn', () => false);
    assert.ok(outcome.kind === 'registered');
    assert.notEqual(outcome.department.department.id, first.department.id);
    await municipality.spoil({ kind: 'channel', address: first.address });
    assert.deepEqual(await unregisterChannel(municipality, request, 'department'), {
      kind: 'unregistered',
      was: 'unreadable',
    });
  });
});
