import assert from 'node:assert/strict';
import { openTable } from '../../src/adapters/table/open-table.js';
import { AZURITE_START_MS, azurite, newTableName } from '../support/azurite.js';
import { type FaultProxy, isWrite, startFaultProxy } from '../support/fault-proxy.js';
import { partOfSweep } from '../support/sweep.js';
import { arranged, EVERY_PRESS, type EveryPress } from './every-press.js';
import { tableStores } from './table-stores.js';

/** In the ordinary suite a few, others each time; all of them in `npm run check:lost-responses`. */
const sweptPresses = partOfSweep(EVERY_PRESS, 3);

/** As many times as the store sends one request: once, and two retries. */
const EVERY_TRY = 3;

describe('a press during which the storage’s answer is lost', () => {
  let proxy: FaultProxy;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    proxy = await startFaultProxy(await azurite());
  });
  after(() => proxy.close());
  afterEach(() => proxy.reset());

  /** The press arranged past the proxy; it is then delivered to a process whose storage is behind it. */
  async function behindProxy(press: EveryPress) {
    const tableName = newTableName();
    const direct = openTable({ connectionString: await azurite() }, { tableName });
    await direct.create();
    const { municipality, deliver, assertDoneOnce } = await arranged(press, tableStores(direct));
    const behind = tableStores(openTable({ connectionString: proxy.connectionString }, { tableName }));
    return { deliver: () => deliver({ ...municipality, ...behind }), assertDoneOnce };
  }

  for (const press of EVERY_PRESS) {
    const { name, done, requests } = press;

    describe(name, () => {
      it(`takes ${requests} storage requests, of which one writes`, async () => {
        const { deliver } = await behindProxy(press);
        assert.equal((await deliver()).kind, done[0]);
        assert.deepEqual([proxy.requests.length, proxy.requests.filter(isWrite).length], [requests, 1]);
      });

      if (!sweptPresses.includes(press)) return;

      for (let nth = 1; nth <= requests; nth += 1) {
        it(`is done, once, and the person is told so, when the answer to request ${nth} is lost`, async () => {
          const { deliver, assertDoneOnce } = await behindProxy(press);
          proxy.inject('drop response', { nth });
          const { kind } = await deliver();
          assert.ok(done.includes(kind), kind);
          assert.equal(proxy.requests.filter(({ status }) => status === undefined).length, 1);
          await assertDoneOnce();
        });
      }

      it('is done, once, and the person is told so, when every answer to the write is lost', async () => {
        const { deliver, assertDoneOnce } = await behindProxy(press);
        proxy.inject('drop response', { on: isWrite, times: EVERY_TRY });
        const { kind } = await deliver();
        assert.ok(done.includes(kind), kind);
        await assertDoneOnce();
      });

      it('is not done, and not told as done, when no request to write gets through; pressed again, it is done once', async () => {
        const { deliver, assertDoneOnce } = await behindProxy(press);
        proxy.inject('drop request', { on: isWrite, times: EVERY_TRY });
        await assert.rejects(deliver(), /Table Storage did not write/u);
        assert.equal((await deliver()).kind, done[0]);
        await assertDoneOnce();
      });
    });
  }
});
