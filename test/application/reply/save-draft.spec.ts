import assert from 'node:assert/strict';
import { type SaveDraftRequest, saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import type { Round } from '../../../src/domain/round/round.js';
import { anAddress, aPerson } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  aDraftOf,
  aReply,
  COLLEAGUE,
  departmentOf,
  NOT_ASKED_HERE,
  openRound,
  seenIn,
  typing,
} from '../municipality.js';

function aDraft(round: Round, typed: unknown, changes: Partial<SaveDraftRequest> = {}): SaveDraftRequest {
  return { ...aDraftOf(round, 0, typed, { press: `kladde ${String(typed)}` }), ...changes };
}

describe('saving a draft', () => {
  it('keeps it for the department, with who and when, and owes the channel its card', async () => {
    const { municipality, round } = await openRound();
    const outcome = await saveDraft(municipality, aDraft(round, 'Vi er i gang'));
    assert.equal(outcome.kind, 'saved');
    const { draft, reply } = await departmentOf(municipality, round);
    assert.deepEqual(draft, { text: 'Vi er i gang', author: aPerson(), at: municipality.clock.now() });
    assert.equal(reply, undefined);
    const owed = (await municipality.rounds.readDeliveries(round.id)).filter(
      ({ task }) => task.kind === 'refresh cards',
    );
    assert.equal(owed.length, 1);
    const acts = (await municipality.rounds.readAudit(round.id)).map(({ act }) => act);
    assert.ok(acts.includes('draft saved'));
  });

  it('never puts it in a notat', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraft(round, 'Vi er i gang'));
    const overview = await municipality.rounds.readOverview(round.id);
    assert.ok(overview);
    const notat = compileNotat(overview, municipality.clock.now());
    assert.equal(notat.rows[0]?.answer.kind, 'awaited');
    assert.ok(!JSON.stringify(notat).includes('Vi er i gang'));
  });

  it('is done once, however often it is repeated', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraft(round, 'Vi er i gang'));
    await saveDraft(municipality, aDraft(round, 'Vi er i gang'));
    const owed = (await municipality.rounds.readDeliveries(round.id)).filter(
      ({ task }) => task.kind === 'refresh cards',
    );
    assert.equal(owed.length, 1);
  });

  it('goes on from the draft that was seen', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraft(round, 'Vi er i gang'));
    municipality.clock.advance(1_000);
    const seen = await seenIn(municipality, round);
    await saveDraft(municipality, aDraft(round, 'Vi er færdige', { seen, by: COLLEAGUE }));
    const { draft } = await departmentOf(municipality, round);
    assert.deepEqual([draft?.text, draft?.author], ['Vi er færdige', COLLEAGUE]);
  });

  it('takes no draft away that was not seen', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraft(round, 'Vi er i gang'));
    const outcome = await saveDraft(municipality, aDraft(round, 'Noget andet', { by: COLLEAGUE }));
    assert.ok(outcome.kind === 'overtaken');
    assert.equal(outcome.draft.text, 'Vi er i gang');
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'Vi er i gang');
  });

  it('judges again when someone answered in between', async () => {
    const { municipality, round } = await openRound();
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      if (number === 1) await submitReply(municipality, aReply(round, 0));
      return proceed();
    });
    const outcome = await saveDraft({ ...municipality, rounds }, aDraft(round, 'Vi er i gang'));
    assert.equal(outcome.kind, 'saved');
    const { draft, reply } = await departmentOf(municipality, round);
    assert.deepEqual([draft?.text, reply?.number], ['Vi er i gang', 1]);
  });

  const REFUSED: readonly (readonly [what: string, typed: unknown, kind: string])[] = [
    ['nothing', '  ', 'empty'],
    ['too much', 'x'.repeat(10_001), 'too long'],
    ['a CPR number', 'Borgeren 311299-4321', 'cpr number'],
  ];
  for (const [what, typed, kind] of REFUSED) {
    it(`refuses ${what}`, async () => {
      const { municipality, round } = await openRound();
      const outcome = await saveDraft(municipality, aDraft(round, typed));
      assert.ok(outcome.kind === 'refused');
      assert.equal(outcome.problem.kind, kind);
      assert.equal((await departmentOf(municipality, round)).draft, undefined);
    });
  }

  it('is for the department’s own channel', async () => {
    const { municipality, round } = await openRound();
    const outcome = await saveDraft(municipality, aDraft(round, 'Vi er i gang', { address: anAddress({}, 'd1') }));
    assert.deepEqual(outcome, NOT_ASKED_HERE);
  });
});

describe('answering where there is a draft', () => {
  it('takes the place of the draft that was seen', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraft(round, 'Vi er i gang'));
    const seen = await seenIn(municipality, round);
    await submitReply(municipality, aReply(round, 0, { seen, answer: typing('Vi er færdige.') }));
    const { draft, reply } = await departmentOf(municipality, round);
    assert.deepEqual([draft, reply?.number], [undefined, 1]);
  });

  it('leaves a draft that was not seen', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraft(round, 'Vi er i gang', { by: COLLEAGUE }));
    await submitReply(municipality, aReply(round, 0, { answer: typing('Vi er færdige.') }));
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'Vi er i gang');
  });

  it('saves the text of who was overtaken, so that no update of the card can take it away', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0, { answer: typing('Det første.') }));
    const late = aReply(round, 0, { answer: typing('Det andet.'), by: COLLEAGUE, press: 'sent' });
    const outcome = await submitReply(municipality, late);
    assert.ok(outcome.kind === 'overtaken');
    assert.equal(outcome.department.draft?.text, 'Det andet.');
    const { draft, reply } = await departmentOf(municipality, round);
    assert.deepEqual([draft?.text, draft?.author, reply?.number], ['Det andet.', COLLEAGUE, 1]);
  });

  it('does not save it in the place of a draft that the person has not seen', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0, { answer: typing('Det første.') }));
    await saveDraft(municipality, aDraft(round, 'En kladde'));
    const late = aReply(round, 0, { answer: typing('Det andet.'), by: COLLEAGUE, press: 'sent' });
    const outcome = await submitReply(municipality, late);
    assert.equal(outcome.kind, 'overtaken');
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'En kladde');
  });
});
