import assert from 'node:assert/strict';
import type { RowTag, SetupRequests } from '../../src/application/ports.js';
import type { SetupRequest, SetupWish } from '../../src/domain/channel/setup-request.js';
import { anAddress, aPerson, aPosted, aSetupRequest, TENANT } from '../support/builders.js';

const { channelId } = anAddress();

const WISHES: Readonly<Record<SetupWish['kind'], SetupWish>> = {
  name: { kind: 'name', name: 'Skole' },
  unregister: { kind: 'unregister' },
  heads: { kind: 'heads', people: [aPerson()] },
  deputies: { kind: 'deputies', people: [] },
  director: { kind: 'director', people: [aPerson()] },
};

/** What every store of setup requests keeps to. */
export function describeSetupRequests(name: string, create: () => Promise<SetupRequests>): void {
  describe(`${name} as a store of setup requests`, () => {
    let requests: SetupRequests;
    beforeEach(async () => {
      requests = await create();
    });

    /** Stores the first request of a channel. @returns the tag for a change of it */
    async function stored(request: SetupRequest): Promise<RowTag> {
      assert.equal(await requests.put(request, undefined), 'stored');
      const found = await requests.find(request.address.tenantId, request.address.channelId);
      assert.deepEqual(found?.value, request);
      return found.etag;
    }

    it('has none to begin with', async () => {
      assert.equal(await requests.find(TENANT, channelId), undefined);
    });

    for (const [kind, wanted] of Object.entries(WISHES)) {
      it(`gives a request back as it was stored: ${kind}`, async () => {
        await stored(aSetupRequest({ wanted }));
      });
    }

    it('replaces a request that is as it was read: with its message, and with another wish', async () => {
      const first = aSetupRequest();
      const etag = await stored(first);
      const posted = { ...first, posted: aPosted() };
      assert.equal(await requests.put(posted, etag), 'stored');
      const again = await requests.find(TENANT, channelId);
      assert.deepEqual(again?.value, posted);
      const other = aSetupRequest({ id: 'oensket-2', wanted: { kind: 'unregister' } });
      assert.equal(await requests.put(other, again.etag), 'stored');
      assert.deepEqual((await requests.find(TENANT, channelId))?.value, other);
    });

    it('has at most one of a channel, and keeps the first', async () => {
      await stored(aSetupRequest());
      assert.equal(await requests.put(aSetupRequest({ id: 'oensket-2' }), undefined), 'conflict');
      assert.deepEqual((await requests.find(TENANT, channelId))?.value, aSetupRequest());
    });

    it('takes the same request again', async () => {
      await stored(aSetupRequest());
      assert.equal(await requests.put(aSetupRequest(), undefined), 'stored');
    });

    it('changes and removes nothing that has changed since it was read', async () => {
      const etag = await stored(aSetupRequest());
      const now = aSetupRequest({ id: 'oensket-2' });
      assert.equal(await requests.put(now, etag), 'stored');
      assert.equal(await requests.put(aSetupRequest({ id: 'oensket-3' }), etag), 'conflict');
      assert.equal(await requests.remove(TENANT, channelId, etag), 'conflict');
      assert.deepEqual((await requests.find(TENANT, channelId))?.value, now);
    });

    it('removes a request once, and has room for the next', async () => {
      const etag = await stored(aSetupRequest());
      assert.equal(await requests.remove(TENANT, channelId, etag), 'removed');
      assert.equal(await requests.remove(TENANT, channelId, etag), 'conflict');
      assert.equal(await requests.put(aSetupRequest(), etag), 'conflict');
      assert.equal(await requests.find(TENANT, channelId), undefined);
      await stored(aSetupRequest({ id: 'oensket-2' }));
    });

    it('keeps channels and tenants apart', async () => {
      await stored(aSetupRequest());
      await stored(aSetupRequest({ address: anAddress({}, 'skole') }));
      await stored(aSetupRequest({ address: anAddress({ tenantId: 'en-anden' }) }));
      assert.deepEqual((await requests.find(TENANT, channelId))?.value, aSetupRequest());
    });
  });
}
