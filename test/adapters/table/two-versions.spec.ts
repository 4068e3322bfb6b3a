import assert from 'node:assert/strict';
import {
  channelKey,
  deliveryKey,
  departmentKey,
  indexKey,
  type RowKey,
  roundKey,
} from '../../../src/adapters/table/keys.js';
import { isPartOf, joinText, splitText } from '../../../src/adapters/table/long-text.js';
import type { Properties, RowChange, StoredRow } from '../../../src/adapters/table/row.js';
import type { Table } from '../../../src/adapters/table/table.js';
import { nameLeaders, setLanguage } from '../../../src/application/channel/department-settings.js';
import { nameSecretaries } from '../../../src/application/channel/name-secretaries.js';
import { placeSecretariat } from '../../../src/application/channel/place-secretariat.js';
import { registerDepartment } from '../../../src/application/channel/register-department.js';
import { UnreadableRow } from '../../../src/application/ports.js';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { approveReply } from '../../../src/application/reply/approve-reply.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge, sendBack } from '../../../src/application/reply/follow-up.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { planRound } from '../../../src/application/round/plan-round.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { continueStart, startRound } from '../../../src/application/round/start-round.js';
import { savingOf } from '../../../src/domain/round/plan-saved.js';
import { requestDeliveryId } from '../../../src/domain/work/delivery.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aReply,
  COLLEAGUE,
  createMunicipality,
  delivered,
  FIRST_SEEN,
  formFor,
  HEAD,
  type Municipality,
  NOTHING_SEEN,
  ROUND_CARD,
  SECRETARIAT,
  seenIn,
  typing,
} from '../../application/municipality.js';
import { tableStores } from '../../application/table-stores.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import {
  aChannelRequest,
  anAddress,
  aPerson,
  aRoundId,
  aSecretary,
  aTrace,
  START,
  TENANT,
} from '../../support/builders.js';

/** What the newer version has added to everything it writes: to each object of each row, and beside its body. */
const ADDED = 'addedLater';
const NEWER_SCHEMA = 2;

/** The table as a newer version of the bot writes it. What it reads it understands like this one. */
function newerVersion(table: Table): Table {
  return { ...table, transact: (changes) => table.transact(changes.map(withAdditions)) };
}

function withAdditions(change: RowChange): RowChange {
  if (change.change === 'delete') return change;
  const { properties, key } = change.row;
  const text = joinText('body', properties);
  const body = text === undefined ? {} : splitText('body', JSON.stringify(added(JSON.parse(text))));
  const beside = { schema: NEWER_SCHEMA, [ADDED]: 'beside', addedAt: new Date(0) };
  return { ...change, row: { key, properties: { ...properties, ...body, ...beside } } };
}

function added(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(added);
  if (!isObject(value)) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([name, part]) => [name, added(part)])), [ADDED]: true };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The table, and what has been lost of the newer version's additions in rows that were written over through it. */
function watched(table: Table): { readonly table: Table; readonly lost: string[]; readonly replaced: string[] } {
  const lost: string[] = [];
  const replaced: string[] = [];
  return {
    lost,
    replaced,
    table: {
      ...table,
      async transact(changes) {
        const before = new Map<RowChange, StoredRow | undefined>();
        for (const change of changes) {
          if (change.change === 'replace') before.set(change, await table.read(change.row.key));
        }
        const outcome = await table.transact(changes);
        for (const [change, row] of before) {
          if (outcome.kind !== 'done' || change.change !== 'replace' || row?.properties[ADDED] === undefined) continue;
          replaced.push(change.row.key.rowKey);
          lost.push(
            ...lostIn(row.properties, change.row.properties).map((what) => `${change.row.key.rowKey}: ${what}`),
          );
        }
        return outcome;
      },
    },
  };
}

function lostIn(before: Properties, after: Properties): readonly string[] {
  const beside = Object.keys(before).filter((name) => !isPartOf('body', name) && after[name] === undefined);
  const schema = after['schema'] === NEWER_SCHEMA ? [] : ['schema'];
  const [was, is] = [before, after].map((properties) => JSON.parse(joinText('body', properties) ?? '{}') as unknown);
  return [...beside, ...schema, ...lostParts(was, is, 'body')];
}

/** Where an addition is gone although the thing that had it is still there: itself, or said anew in the same place. */
function lostParts(was: unknown, is: unknown, path: string): readonly string[] {
  if (Array.isArray(was) && Array.isArray(is)) {
    return was.flatMap((item, index) =>
      isSame(item, is[index]) ? lostParts(item, is[index], `${path}.${index}`) : [],
    );
  }
  if (!isObject(was) || !isObject(is)) return [];
  const gone = was[ADDED] !== undefined && is[ADDED] === undefined ? [path] : [];
  const parts = Object.keys(was).filter((name) => IN_PLACE.has(name) || isSame(was[name], is[name]));
  return [...gone, ...parts.flatMap((name) => lostParts(was[name], is[name], `${path}.${name}`))];
}

/** What stays the same thing when it is changed. All else is a new thing when anything of it is new. */
const IN_PLACE: ReadonlySet<string> = new Set([
  'plan',
  'ask',
  'header',
  'invitations',
  'department',
  'address',
  'heads',
  'decline',
  'task',
]);

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(withoutAdditions(one)) === JSON.stringify(withoutAdditions(other));
}

function withoutAdditions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAdditions);
  if (!isObject(value)) return value;
  const known = Object.entries(value).filter(([name]) => name !== ADDED);
  return Object.fromEntries(known.sort().map(([name, part]) => [name, withoutAdditions(part)]));
}

describe('an older and a newer version of the bot on one table', () => {
  let table: Table;
  let watch: ReturnType<typeof watched>;
  let older: Municipality;
  let newer: Municipality;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    table = await createFreshTable();
    watch = watched(table);
    newer = await createMunicipality(6, { stores: tableStores(newerVersion(table)) });
    older = { ...newer, ...tableStores(watch.table), worker: 'worker-2' };
  });

  /** A round that the newer version has planned, with a few words changed by the older one, and started. */
  async function start() {
    const plan = { address: SECRETARIAT, by: aSecretary() };
    const planned = await planRound(newer, { ...plan, roundId: undefined, values: formFor(newer), activityId: 'a' });
    assert.ok(planned.kind === 'planned');
    const { id } = planned.round;
    const values = formFor(newer, { question: 'Hvad gør I nu?', to: 'Byrådet' });
    const changed = await planRound(older, { ...plan, roundId: id, values, activityId: 'b' });
    assert.ok(changed.kind === 'planned' && changed.round.id === id);
    const savedSeen = savingOf(changed.round);
    const started = await startRound(older, { ...plan, roundId: id, posted: ROUND_CARD, savedSeen });
    assert.ok(started.kind === 'started');
    await continueStart(older, id);
    return started.round;
  }

  /** The rows of the round as the newer version has them after a pass of its own. */
  async function touch(key: RowKey): Promise<void> {
    const row = await table.read(key);
    assert.ok(row);
    const outcome = await newerVersion(table).transact([{ change: 'replace', row, etag: row.etag }]);
    assert.equal(outcome.kind, 'done');
  }

  it('each go on where the other was, and nothing that the newer has added is lost', async () => {
    await placeSecretariat(older, aChannelRequest(SECRETARIAT), () => false);
    await nameSecretaries(older, aChannelRequest(SECRETARIAT), [aSecretary(), aPerson()]);
    const [first, , , , , last] = newer.departments;
    assert.ok(first && last);
    await registerDepartment(older, aChannelRequest(first.address), 'Et nyt navn', () => true);
    await nameLeaders(older, aChannelRequest(last.address), 'heads', [HEAD]);
    const round = await start();
    const touchAll = async () => {
      await touch(roundKey(round.id));
      for (const { department } of round.plan.invitations) {
        await touch(departmentKey(round.id, department.id));
      }
    };
    await touchAll();
    for (const { department } of round.plan.invitations)
      await touch(deliveryKey(round.id, requestDeliveryId(department.id)));
    await delivered(older);

    assert.equal((await saveDraft(older, aDraftOf(round, 0, 'En kladde'))).kind, 'saved');
    assert.equal((await submitReply(older, aReply(round, 1))).kind, 'stored');
    assert.equal(
      (await declineReply(older, { ...aPress(round, 2), reason: 'Ikke vores.', instead: '' })).kind,
      'declined',
    );
    const proposing = aReply(round, 5, { by: COLLEAGUE });
    assert.equal((await submitReply(older, proposing)).kind, 'proposed');
    await touchAll();
    assert.equal((await acceptDecline(older, { ...aFollowUp(round, 2), inNotat: true })).kind, 'done');
    const approving = { ...aPress(round, 5), by: HEAD, seen: await seenIn(older, round, 5), press: 'godkend' };
    assert.equal((await approveReply(older, approving)).kind, 'stored');
    assert.equal((await nudge(older, aFollowUp(round, 0))).kind, 'done');
    assert.equal(
      (await sendBack(older, { ...aFollowUp(round, 1), seen: FIRST_SEEN, comment: 'Mere, tak.' })).kind,
      'done',
    );
    const behalf = { ...aFollowUp(round, 3), answer: typing('For dem.'), keepCpr: undefined, seen: NOTHING_SEEN };
    assert.equal((await answerOnBehalf(older, behalf)).kind, 'done');
    const english = { address: first.address, by: aPerson(), language: 'en', activityId: 'en' } as const;
    assert.equal((await setLanguage(older, english)).kind, 'set');
    await touchAll();
    await delivered(older);

    const missing = round.plan.invitations.map(({ department }) => department.id);
    const closing = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press: 'afslut', keep: [], missing };
    const keep = ['d0', 'd1', 'd3', 'd5'].map((id) => `${id} 1 short-reply 1`);
    assert.equal((await closeRound(older, { ...closing, keep })).kind, 'closing');
    await touchAll();
    await delivered(older);
    await touchAll();
    const reopening = { roundId: round.id, address: SECRETARIAT, by: aPerson(), press: 'åbn', reason: 'En fejl.' };
    assert.equal((await reopenRound(older, reopening)).kind, 'reopening');
    await touchAll();
    await delivered(older);

    assert.deepEqual(watch.lost, []);
    for (const kind of ['overview|round', 'overview|department', 'delivery', 'channel']) {
      assert.ok(
        watch.replaced.some((rowKey) => rowKey.startsWith(kind)),
        kind,
      );
    }
    const overview = await newer.rounds.readOverview(round.id);
    assert.deepEqual([overview?.round.state, overview?.departments.length, overview?.unreadable], ['open', 6, []]);
    assert.deepEqual([table.unreadable.count(), (await newer.index.list()).length], [0, 1]);
  }).timeout(60_000);

  it('move a channel, and remember one that was removed, with what the newer has added', async () => {
    const [first, second] = older.departments;
    assert.ok(first && second);
    const there = anAddress({}, 'ny');
    const before = await table.read(channelKey(TENANT, first.address.channelId));
    assert.equal(await older.channels.move(first.address, { ...first, address: there }, aTrace()), 'moved');
    const after = await table.read(channelKey(TENANT, there.channelId));
    assert.ok(before && after);
    // The address of the other channel is another address.
    assert.deepEqual(lostIn(before.properties, after.properties), ['body.address']);
    const { rowKey } = channelKey(TENANT, second.address.channelId);
    await older.channels.remove(second.address, aTrace());
    assert.ok(watch.replaced.includes(rowKey));
    assert.deepEqual(
      watch.lost.filter((what) => what.startsWith(rowKey)),
      [],
    );
  });

  it('note a round as quiet and as active again, with what the newer has added', async () => {
    const entry = { roundId: aRoundId(), tenantId: TENANT, createdAt: START };
    const key = indexKey(entry.roundId, entry.createdAt);
    await newer.index.add(entry);
    const before = await table.read(key);
    const [seen] = await older.index.listActive();
    assert.ok(before && seen);
    await older.index.noteQuiet(seen);
    const quiet = await table.read(key);
    await older.index.noteActive(entry);
    const active = await table.read(key);
    assert.ok(quiet && active);
    assert.deepEqual([quiet.properties['isQuiet'], active.properties['isQuiet']], [true, false]);
    for (const { properties } of [quiet, active]) assert.deepEqual(lostIn(before.properties, properties), []);
  });

  it('answer at once, and no answer that either has confirmed is lost', async () => {
    const round = await start();
    for (const { department } of round.plan.invitations) await touch(departmentKey(round.id, department.id));
    const bots = [older, newer, older, newer];
    const outcomes = await Promise.all(
      round.plan.invitations.flatMap((_, index) =>
        bots.map((bot, turn) =>
          submitReply(
            bot,
            aReply(round, index, { press: `tryk-${index}-${turn}`, answer: typing(`Svar nummer ${turn}.`) }),
          ),
        ),
      ),
    );
    const stored = outcomes.filter(({ kind }) => kind === 'stored').length;
    assert.ok(stored >= round.plan.invitations.length);
    const versions = await Promise.all(
      round.plan.invitations.map(({ department }) => newer.rounds.readVersions(round.id, department.id)),
    );
    assert.equal(versions.flat().length, stored);
    for (const [index, { department }] of round.plan.invitations.entries()) {
      const present = await newer.rounds.readDepartment(round.id, department.id);
      // The newer adds its fields to all that it writes, so the department's copy may have them before the version has.
      assert.ok(isSame(present?.value.reply, versions[index]?.at(-1)));
    }
    assert.deepEqual(watch.lost, []);
  }).timeout(60_000);

  it('leave alone what only the newer can read', async () => {
    const round = await start();
    const [first] = round.plan.invitations;
    assert.ok(first);
    const keys = [
      departmentKey(round.id, first.department.id),
      deliveryKey(round.id, requestDeliveryId(first.department.id)),
    ];
    for (const key of keys) {
      const row = await table.read(key);
      assert.ok(row);
      await table.transact([{ change: 'put', row: { key, properties: { ...row.properties, readableFrom: 2 } } }]);
    }
    const before = await Promise.all(keys.map((key) => table.read(key)));
    await delivered(older);
    await assert.rejects(submitReply(older, aReply(round, 0)), UnreadableRow);
    await setLanguage(older, { address: first.address, by: aPerson(), language: 'en', activityId: 'en' });
    assert.deepEqual(await Promise.all(keys.map((key) => table.read(key))), before);
  }).timeout(60_000);
});
