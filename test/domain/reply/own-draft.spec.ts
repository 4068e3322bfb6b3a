import assert from 'node:assert/strict';
import { ownDraftToOffer } from '../../../src/domain/reply/own-draft.js';
import { isStoredText } from '../../../src/domain/reply/stored-text.js';
import { aDraft, aPerson, aProposal, aRoundDepartment, aVersion, START } from '../../support/builders.js';

const LATER = new Date(START.getTime() + 1);
const EARLIER = new Date(START.getTime() - 1);
const own = aDraft();
const other = aPerson({ id: 'en-anden' });

describe('a draft of one’s own', () => {
  it('is offered where its person has not answered since', () => {
    const departments = [
      aRoundDepartment(),
      aRoundDepartment({ reply: aVersion({ author: own.author, at: EARLIER }) }),
      aRoundDepartment({ reply: aVersion({ author: other, at: LATER }) }),
      aRoundDepartment({ proposal: aProposal({ author: other, at: LATER }) }),
    ];
    for (const department of departments) assert.equal(ownDraftToOffer(own, department), own);
    assert.equal(ownDraftToOffer(undefined, aRoundDepartment()), undefined);
  });

  it('is left over once its person has answered, also for approval', () => {
    for (const at of [START, LATER]) {
      const { author } = own;
      assert.equal(ownDraftToOffer(own, aRoundDepartment({ reply: aVersion({ author, at }) })), undefined);
      assert.equal(ownDraftToOffer(own, aRoundDepartment({ proposal: aProposal({ author, at }) })), undefined);
    }
  });
});

describe('a text that is stored for a department', () => {
  const content = (text: string) => ({ kind: 'text', text }) as const;
  const department = aRoundDepartment({
    reply: aVersion({ content: content('Svaret.') }),
    draft: aDraft({ text: 'Kladden.' }),
    proposal: aProposal({ content: content('Forslaget.') }),
  });

  it('is nothing, the reply, the draft or the proposal, however it is spaced', () => {
    for (const text of ['', ' \n', 'Svaret.', 'Kladden. ', '\nForslaget.']) assert.ok(isStoredText(department, text));
  });

  it('is no other text, however long', () => {
    for (const text of ['Svaret', 'x'.repeat(100_001)]) assert.equal(isStoredText(department, text), false);
    assert.equal(isStoredText(aRoundDepartment(), 'Svaret.'), false);
  });
});
