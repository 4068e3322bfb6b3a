import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FileStore } from '../../src/application/ports.js';
import { TENANT } from '../support/builders.js';

/** What every store of files keeps to. */
export function describeFileStore(name: string, create: () => Promise<FileStore>): void {
  describe(`${name} as a store of files`, () => {
    let files: FileStore;
    beforeEach(async () => {
      files = await create();
    });

    for (const size of [0, 1, 299_999, 300_000, 300_001, 2_000_000]) {
      it(`gives back a file of ${size} bytes as it was, by what it holds`, async () => {
        const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256);
        const sha256 = await files.put(TENANT, bytes);
        assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'));
        assert.deepEqual(await files.get(TENANT, sha256), bytes);
      });
    }

    it('keeps any bytes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
          assert.deepEqual(await files.get(TENANT, await files.put(TENANT, bytes)), bytes);
        }),
        { numRuns: 20 },
      );
    });

    it('may be asked to keep the same file again', async () => {
      const bytes = new TextEncoder().encode('skabelon');
      const [first, second] = [await files.put(TENANT, bytes), await files.put(TENANT, bytes)];
      assert.equal(first, second);
      assert.deepEqual(await files.get(TENANT, first), bytes);
    });

    it('knows nothing of a file that was never put, or was put by another tenant', async () => {
      const sha256 = await files.put(TENANT, new TextEncoder().encode('vores'));
      assert.equal(await files.get('en-anden', sha256), undefined);
      assert.equal(await files.get(TENANT, '0'.repeat(64)), undefined);
    });
  });
}
