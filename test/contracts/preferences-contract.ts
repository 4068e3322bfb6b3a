import assert from 'node:assert/strict';
import type { Preferences, RowTag } from '../../src/application/ports.js';
import type { Preference } from '../../src/domain/work/preference.js';
import { aPreference, TENANT } from '../support/builders.js';

const ANNE = aPreference();
const { personId } = ANNE;

/** What every store of how people want to be told keeps to. */
export function describePreferences(name: string, create: () => Promise<Preferences>): void {
  describe(`${name} as a store of how people want to be told`, () => {
    let preferences: Preferences;
    beforeEach(async () => {
      preferences = await create();
    });

    /** Stores the first choice of a person. @returns the tag for a change of it */
    async function stored(chosen: Preference = ANNE): Promise<RowTag> {
      assert.equal(await preferences.put(TENANT, chosen, undefined), 'stored');
      const found = await preferences.find(TENANT, chosen.personId);
      assert.deepEqual(found?.value, chosen);
      return found.etag;
    }

    it('has none to begin with', async () => {
      assert.equal(await preferences.find(TENANT, personId), undefined);
    });

    it('gives a choice back as it was stored', async () => {
      await stored(aPreference({ isPersonal: false, isReachable: false }));
    });

    it('replaces a choice that is as it was read', async () => {
      const etag = await stored();
      const now = { ...ANNE, isPersonal: false };
      assert.equal(await preferences.put(TENANT, now, etag), 'stored');
      assert.deepEqual((await preferences.find(TENANT, personId))?.value, now);
    });

    it('takes the same choice again', async () => {
      await stored();
      assert.equal(await preferences.put(TENANT, ANNE, undefined), 'stored');
    });

    it('changes nothing that has changed since it was read', async () => {
      const etag = await stored();
      const now = { ...ANNE, isPersonal: false };
      assert.equal(await preferences.put(TENANT, now, etag), 'stored');
      for (const tag of [etag, undefined]) {
        assert.equal(await preferences.put(TENANT, { ...ANNE, isReachable: false }, tag), 'conflict');
      }
      assert.deepEqual((await preferences.find(TENANT, personId))?.value, now);
    });

    it('keeps people and tenants apart', async () => {
      await stored();
      await stored(aPreference({ personId: 'en-anden', isPersonal: false }));
      await preferences.put('en-anden', aPreference({ isPersonal: false }), undefined);
      assert.deepEqual((await preferences.find(TENANT, personId))?.value, ANNE);
    });
  });
}
