import assert from 'node:assert/strict';
import { editOfFindings, openEdit } from '../../../src/domain/reply/open-edit.js';
import { afterEvent } from '../../../src/domain/reply/reply-life.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aNilReply,
  aPerson,
  aProposal,
  aProposedEdit,
  aRoundDepartment,
  aSecretary,
  aSentBack,
  aVersion,
  START,
} from '../../support/builders.js';

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const LATER = new Date(START.getTime() + 1_000);
const DISMISSED = { line: '', by: aPerson(), at: LATER };
const PROPOSED = { by: aSecretary(), at: START };

const untidy = (changes: Partial<RoundDepartment> = {}) =>
  aRoundDepartment({ reply: aVersion({ content: text('Vi har  lært noget.') }), ...changes });

describe('an edit that the secretariat proposes', () => {
  const edited = { reply: aVersion(), proposedEdit: aProposedEdit() };

  it('waits for the department until it is decided, or there is another answer', () => {
    assert.equal(openEdit(aRoundDepartment(edited)), edited.proposedEdit);
    for (const changes of [
      { proposedEdit: undefined },
      { proposedEdit: aProposedEdit({ dismissed: DISMISSED }) },
      { reply: aVersion({ number: 2 }) },
      { proposal: aProposal() },
      { isLocked: true },
    ]) {
      assert.equal(openEdit(aRoundDepartment({ ...edited, ...changes })), undefined);
    }
  });

  it('is gone once the department has answered, or its reply was sent back', () => {
    const department = aRoundDepartment(edited);
    const answered = afterEvent(department, { kind: 'answer', version: aVersion({ number: 2 }) });
    const returned = afterEvent(department, { kind: 'send back', sentBack: aSentBack() });
    assert.deepEqual([answered?.proposedEdit, returned?.proposedEdit], [undefined, undefined]);
  });
});

describe('the edit that the closing check itself names', () => {
  it('is of the text, or of the sentence beside a nil reply', () => {
    assert.deepEqual(editOfFindings(untidy(), PROPOSED), {
      ...PROPOSED,
      version: 1,
      content: text('Vi har lært noget.'),
      dismissed: undefined,
    });
    const nil = untidy({ reply: aVersion({ content: aNilReply('Ingen  sager.') }) });
    assert.deepEqual(editOfFindings(nil, PROPOSED)?.content, aNilReply('Ingen sager.'));
  });

  it('is none where there is nothing to mend, or nothing that counts', () => {
    for (const changes of [
      { reply: undefined },
      { reply: aVersion({ content: text('Vi har lært noget.') }) },
      { reply: aVersion({ content: aNilReply() }) },
      { proposal: aProposal() },
      { sentBack: aSentBack() },
      { isLocked: true },
    ]) {
      assert.equal(editOfFindings(untidy(changes), PROPOSED), undefined);
    }
  });

  it('is proposed once for a version, whatever the department says to it', () => {
    const edit = editOfFindings(untidy(), PROPOSED);
    assert.ok(edit);
    for (const proposedEdit of [edit, { ...edit, dismissed: DISMISSED }]) {
      assert.equal(editOfFindings(untidy({ proposedEdit }), PROPOSED), undefined);
    }
    const other = editOfFindings(untidy({ proposedEdit: { ...edit, content: text('Andet.') } }), PROPOSED);
    assert.deepEqual(other?.at, new Date(START.getTime() + 1));
  });
});
