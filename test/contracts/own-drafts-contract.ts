import assert from 'node:assert/strict';
import type { OwnDrafts, RowTag } from '../../src/application/ports.js';
import type { OwnDraft } from '../../src/domain/reply/own-draft.js';
import { aDepartmentId, aDraft, aPerson, aRoundId } from '../support/builders.js';

const ROUND = aRoundId();
const BOERN = aDepartmentId();
const ANNE = aDraft();
const { author } = ANNE;

/** What every store of people's own drafts keeps to. */
export function describeOwnDrafts(name: string, create: () => Promise<OwnDrafts>): void {
  describe(`${name} as a store of people’s own drafts`, () => {
    let drafts: OwnDrafts;
    beforeEach(async () => {
      drafts = await create();
    });

    const text = async (personId = author.id, department = BOERN, round = ROUND) =>
      (await drafts.find(round, department, personId))?.value.text;

    /** Stores a person's first draft. @returns the tag for a change of it */
    async function stored(draft: OwnDraft = ANNE): Promise<RowTag> {
      assert.equal(await drafts.put(ROUND, BOERN, draft, undefined), 'stored');
      const found = await drafts.find(ROUND, BOERN, draft.author.id);
      assert.deepEqual(found?.value, draft);
      return found.etag;
    }

    it('has none to begin with', async () => {
      assert.equal(await drafts.find(ROUND, BOERN, author.id), undefined);
    });

    it('gives a draft back as it was stored, however long it is', async () => {
      await stored(aDraft({ text: 'æ😀\n'.repeat(2_500) }));
    });

    it('replaces a draft that is as it was read', async () => {
      const etag = await stored();
      assert.equal(await drafts.put(ROUND, BOERN, { ...ANNE, text: 'Nu længere.' }, etag), 'stored');
      assert.equal(await text(), 'Nu længere.');
    });

    it('takes the same draft again', async () => {
      await stored();
      assert.equal(await drafts.put(ROUND, BOERN, ANNE, undefined), 'stored');
    });

    it('changes nothing that has changed since it was read', async () => {
      const etag = await stored();
      assert.equal(await drafts.put(ROUND, BOERN, { ...ANNE, text: 'Nyere.' }, etag), 'stored');
      for (const tag of [etag, undefined]) {
        assert.equal(await drafts.put(ROUND, BOERN, { ...ANNE, text: 'Ældre.' }, tag), 'conflict');
      }
      assert.equal(await drafts.remove(ROUND, BOERN, author.id, etag), 'conflict');
      assert.equal(await text(), 'Nyere.');
    });

    it('removes a draft that is as it was read', async () => {
      const etag = await stored();
      assert.equal(await drafts.remove(ROUND, BOERN, author.id, etag), 'removed');
      assert.equal(await text(), undefined);
      assert.equal(await drafts.remove(ROUND, BOERN, author.id, etag), 'conflict');
    });

    it('keeps people, departments and rounds apart', async () => {
      await stored();
      const other = aPerson({ id: 'en-anden' });
      await drafts.put(ROUND, BOERN, aDraft({ author: other, text: 'En andens.' }), undefined);
      await drafts.put(ROUND, aDepartmentId('skole'), aDraft({ text: 'Om skolerne.' }), undefined);
      await drafts.put(aRoundId('en-anden'), BOERN, aDraft({ text: 'Sidste år.' }), undefined);
      assert.equal(await text(), ANNE.text);
      assert.equal(await text(other.id), 'En andens.');
      assert.equal(await text(author.id, aDepartmentId('skole')), 'Om skolerne.');
      assert.equal(await text(author.id, BOERN, aRoundId('en-anden')), 'Sidste år.');
    });
  });
}
