import assert from 'node:assert/strict';
import type { TemplateStore } from '../../src/application/ports.js';
import type { TemplateRecord } from '../../src/domain/notat/template.js';
import { aPerson, START, TENANT } from '../support/builders.js';

const aTemplate = (number: number, changes: Partial<TemplateRecord> = {}): TemplateRecord => ({
  number,
  name: 'Kommunens notat.docx',
  sha256: 'ab'.repeat(32),
  again: undefined,
  by: aPerson(),
  at: START,
  ...changes,
});

/** What every store of templates keeps to. */
export function describeTemplateStore(name: string, create: () => Promise<TemplateStore>): void {
  describe(`${name} as a store of templates`, () => {
    let templates: TemplateStore;
    beforeEach(async () => {
      templates = await create();
    });

    it('has none to begin with', async () => {
      assert.equal(await templates.newest(TENANT), undefined);
      assert.equal(await templates.find(TENANT, 1), undefined);
    });

    it('gives the one with the highest number as the newest, and every other by its number', async () => {
      for (const number of [1, 2, 10]) assert.equal(await templates.add(TENANT, aTemplate(number)), 'added');
      assert.deepEqual(await templates.newest(TENANT), aTemplate(10));
      assert.deepEqual(await templates.find(TENANT, 2), aTemplate(2));
    });

    it('keeps the decision to use the installation’s own', async () => {
      const none = aTemplate(1, { name: '', sha256: undefined });
      await templates.add(TENANT, none);
      assert.deepEqual(await templates.newest(TENANT), none);
    });

    it('changes none that is there', async () => {
      await templates.add(TENANT, aTemplate(1));
      assert.equal(await templates.add(TENANT, aTemplate(1, { name: 'en anden.docx' })), 'conflict');
      assert.deepEqual(await templates.newest(TENANT), aTemplate(1));
    });

    it('gives all of them, oldest first, and the number of the newest', async () => {
      assert.deepEqual(await templates.all(TENANT), { choices: [], unreadable: [], newestNumber: 0 });
      for (const number of [1, 2, 10]) await templates.add(TENANT, aTemplate(number));
      const again = aTemplate(11, { again: 2 });
      await templates.add(TENANT, again);
      assert.deepEqual(await templates.all(TENANT), {
        choices: [aTemplate(1), aTemplate(2), aTemplate(10), again],
        unreadable: [],
        newestNumber: 11,
      });
    });

    it('keeps tenants apart', async () => {
      await templates.add(TENANT, aTemplate(1));
      assert.equal(await templates.newest('en-anden'), undefined);
      assert.deepEqual(await templates.all('en-anden'), { choices: [], unreadable: [], newestNumber: 0 });
    });
  });
}
