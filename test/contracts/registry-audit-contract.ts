import assert from 'node:assert/strict';
import type { RegistryAudit } from '../../src/application/ports.js';
import type { RegistryAct } from '../../src/domain/channel/registry-audit.js';
import { operationId } from '../../src/domain/ids.js';
import { aRegistryLine, START, TENANT } from '../support/builders.js';
import { wordsOf } from '../support/words-of.js';

const ACTS = wordsOf<RegistryAct>({
  'secretariat registered': true,
  'secretariat moved': true,
  'secretariat unregistered': true,
  'department registered': true,
  'department renamed': true,
  'department moved': true,
  'department unregistered': true,
  'department added': true,
  'department retired': true,
  'departments reordered': true,
  'unreadable unregistered': true,
  'heads named': true,
  'deputies named': true,
  'director named': true,
  'secretaries named': true,
  'language set': true,
  'approval set': true,
  'leaving noted': true,
  'setup requested': true,
  'setup granted': true,
  'setup declined': true,
  refused: true,
});

const WHEN = operationId('afvist', 'besked-1');

/** What every audit of registrations keeps to. */
export function describeRegistryAudit(name: string, create: () => Promise<RegistryAudit>): void {
  describe(`${name} as an audit of registrations`, () => {
    let audit: RegistryAudit;
    beforeEach(async () => {
      audit = await create();
    });

    it('has no line to begin with', async () => {
      assert.deepEqual(await audit.read(TENANT), []);
    });

    it('gives a line of every act back as it was added', async () => {
      const lines = ACTS.map((act) => aRegistryLine({ act, reason: 'not secretary' }));
      for (const line of lines) await audit.add(TENANT, line, WHEN);
      const read = await audit.read(TENANT);
      assert.deepEqual(byAct(read), byAct(lines));
    });

    it('gives back a line about someone who cannot be identified, and about no department', async () => {
      const line = aRegistryLine({ by: undefined, act: 'refused', departmentId: undefined, subject: undefined });
      await audit.add(TENANT, line, WHEN);
      assert.deepEqual(await audit.read(TENANT), [line]);
    });

    it('gives the oldest first, in whatever order they were added', async () => {
      const lines = [0, 1, 2, 3].map((n) => aRegistryLine({ at: new Date(START.getTime() + n * 1_000) }));
      for (const n of [2, 0, 3, 1]) {
        const line = lines[n];
        assert.ok(line);
        await audit.add(TENANT, line, operationId('besked', 9 - n));
      }
      assert.deepEqual(await audit.read(TENANT), lines);
    });

    it('has one line of an operation that is repeated, even much later: the first', async () => {
      const first = aRegistryLine({ act: 'refused' });
      await audit.add(TENANT, first, WHEN);
      await audit.add(TENANT, first, WHEN);
      await audit.add(TENANT, { ...first, at: new Date(START.getTime() + 60_000) }, WHEN);
      assert.deepEqual(await audit.read(TENANT), [first]);
    });

    it('keeps tenants apart', async () => {
      await audit.add('en-anden', aRegistryLine(), WHEN);
      assert.deepEqual(await audit.read(TENANT), []);
    });
  });
}

function byAct<Line extends { readonly act: string }>(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => one.act.localeCompare(other.act));
}
