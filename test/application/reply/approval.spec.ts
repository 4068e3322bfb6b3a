import assert from 'node:assert/strict';
import { approveReply } from '../../../src/application/reply/approve-reply.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { type SubmitReplyRequest, submitReply } from '../../../src/application/reply/submit-reply.js';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import { progressOf } from '../../../src/domain/round/progress.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aNilReply, anAddress, aPerson, START } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  aDraftOf,
  aPress,
  aReply,
  COLLEAGUE,
  commitsOf,
  departmentOf,
  FIRST_SEEN,
  HEAD,
  type Municipality,
  NOT_ASKED_HERE,
  NOTHING_SEEN,
  openRound,
  seenIn,
  typing,
} from '../municipality.js';

/** Someone else who is not a head. */
const NEWCOMER = aPerson({ id: 'nyansat', name: 'Ida Friis' });

/** A round whose departments have a head, and a minute of its own for each thing that happens. */
async function openRoundWithHeads() {
  return openRound(2, { heads: [HEAD] });
}

async function proposed(
  municipality: Municipality,
  round: Round,
  text: string,
  changes: Partial<SubmitReplyRequest> = {},
) {
  municipality.clock.advance(60_000);
  return submitReply(municipality, aReply(round, 0, { by: COLLEAGUE, answer: typing(text), press: text, ...changes }));
}

async function approved(municipality: Municipality, round: Round, changes: Partial<SubmitReplyRequest> = {}) {
  municipality.clock.advance(60_000);
  const seen = await seenIn(municipality, round);
  return approveReply(municipality, aPress(round, 0, { by: HEAD, seen, press: 'godkend', ...changes }));
}

async function textsOf({ rounds }: Municipality, round: Round): Promise<readonly string[]> {
  const departmentId = aPress(round, 0).departmentId;
  return (await rounds.readVersions(round.id, departmentId)).map(({ content }) =>
    content.kind === 'text' ? content.text : 'nil',
  );
}

async function proposalOf(municipality: Municipality, round: Round): Promise<unknown> {
  return (await departmentOf(municipality, round)).proposal?.content;
}

describe('an answer by someone who is not a head', () => {
  it('waits for a head, with who wrote it and when, and is no answer', async () => {
    const { municipality, round } = await openRoundWithHeads();
    const outcome = await proposed(municipality, round, 'Vi foreslår et møde.');
    assert.equal(outcome.kind, 'proposed');
    const { proposal, reply } = await departmentOf(municipality, round);
    assert.deepEqual(proposal, {
      content: { kind: 'text', text: 'Vi foreslår et møde.' },
      author: COLLEAGUE,
      at: new Date(START.getTime() + 60_000),
    });
    assert.equal(reply, undefined);
    assert.deepEqual(await textsOf(municipality, round), []);
  });

  it('may be that there is nothing to say', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Intet', { answer: { kind: 'nil', typed: '' } });
    assert.deepEqual(await proposalOf(municipality, round), aNilReply());
  });

  it('tells the department that a head is wanted, and shows the card anew to everyone', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const tasks = (await municipality.rounds.readDeliveries(round.id)).map(({ task }) => task);
    const departmentId = 'd0';
    assert.deepEqual(
      tasks.filter((task) => 'departmentId' in task && task.kind !== 'post request'),
      [
        { kind: 'post department notice', departmentId, notice: 'approval wanted' },
        { kind: 'refresh cards', departmentId, mayComplete: false, also: undefined },
      ],
    );
  });

  it('is noted in the audit without its words', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const line = (await municipality.rounds.readAudit(round.id)).at(-1);
    assert.deepEqual(
      [line?.act, line?.by, line?.departmentId, line?.subject],
      ['proposed', COLLEAGUE, 'd0', undefined],
    );
  });

  it('leaves the department awaited and its words out of the notat', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const overview = await municipality.rounds.readOverview(round.id);
    assert.ok(overview);
    assert.equal(progressOf(overview).outstanding.length, 2);
    assert.ok(!JSON.stringify(compileNotat(overview, START)).includes('Forslag'));
  });

  it('takes the place of the draft that it came from', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await saveDraft(municipality, aDraftOf(round, 0, 'Vi er i gang', { by: COLLEAGUE, press: 'kladde' }));
    await proposed(municipality, round, 'Vi er færdige', { seen: await seenIn(municipality, round) });
    assert.equal((await departmentOf(municipality, round)).draft, undefined);
  });

  it('lets the department’s earlier answer count until a head has sent it', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await submitReply(municipality, aReply(round, 0, { by: HEAD, answer: typing('Det gældende') }));
    await proposed(municipality, round, 'Rettelse', { seen: FIRST_SEEN });
    assert.deepEqual(await textsOf(municipality, round), ['Det gældende']);
    await approved(municipality, round);
    assert.deepEqual(await textsOf(municipality, round), ['Det gældende', 'Rettelse']);
  });

  it('with a CPR number is stopped, and kept with a reason it waits as any other', async () => {
    const { municipality, round } = await openRoundWithHeads();
    const text = 'Borgeren 311299-4321';
    const stopped = await proposed(municipality, round, text);
    assert.equal(stopped.kind, 'refused');
    const kept = await proposed(municipality, round, text, {
      keepCpr: { reason: 'En testborger' },
      press: 'alligevel',
    });
    assert.equal(kept.kind, 'proposed');
    const acts = (await municipality.rounds.readAudit(round.id)).map(({ act }) => act);
    assert.ok(acts.includes('cpr number kept'));
  });
});

describe('proposing again', () => {
  it('goes on from the proposal that was seen', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Første forslag');
    const seen = await seenIn(municipality, round);
    const outcome = await proposed(municipality, round, 'Andet forslag', { by: NEWCOMER, seen });
    assert.equal(outcome.kind, 'proposed');
    const { proposal } = await departmentOf(municipality, round);
    assert.deepEqual([proposal?.content, proposal?.author], [{ kind: 'text', text: 'Andet forslag' }, NEWCOMER]);
  });

  it('takes no proposal away that was not seen; the text becomes the draft', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Første forslag');
    const outcome = await proposed(municipality, round, 'Andet forslag', { by: NEWCOMER });
    assert.equal(outcome.kind, 'overtaken');
    assert.deepEqual([outcome.by, outcome.answer], ['proposal', { kind: 'text', text: 'Andet forslag' }]);
    const { draft } = await departmentOf(municipality, round);
    assert.deepEqual([draft?.text, draft?.author], ['Andet forslag', NEWCOMER]);
    assert.deepEqual(await proposalOf(municipality, round), { kind: 'text', text: 'Første forslag' });
  });

  it('what already waits writes nothing', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const commits = await commitsOf(municipality, async (deps) => {
      const outcome = await proposed(deps, round, 'Forslag', { by: NEWCOMER, press: 'igen' });
      assert.equal(outcome.kind, 'unchanged');
    });
    assert.deepEqual(commits, []);
  });

  it('is decided between two at the same moment: one waits, the other’s text is the draft', async () => {
    const { municipality, round } = await openRoundWithHeads();
    const outcomes = await Promise.all(['Et forslag', 'To forslag'].map((text) => proposed(municipality, round, text)));
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['overtaken', 'proposed']);
    const { proposal, draft } = await departmentOf(municipality, round);
    assert.ok(proposal?.content.kind === 'text');
    assert.deepEqual([proposal.content.text, draft?.text].sort(), ['Et forslag', 'To forslag']);
  });
});

describe('approving', () => {
  it('makes it the department’s answer, with who wrote it and who sent it, at the time it was sent', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const outcome = await approved(municipality, round);
    assert.equal(outcome.kind, 'stored');
    const version = await municipality.rounds.readVersion(round.id, outcome.department.department.id, 1);
    assert.deepEqual(version, {
      number: 1,
      content: { kind: 'text', text: 'Forslag' },
      author: COLLEAGUE,
      approvedBy: HEAD,
      isOnBehalf: false,
      at: new Date(START.getTime() + 120_000),
      operationId: 'approve godkend',
    });
    const { reply, proposal } = await departmentOf(municipality, round);
    assert.deepEqual([reply, proposal], [version, undefined]);
    const line = (await municipality.rounds.readAudit(round.id)).at(-1);
    assert.deepEqual([line?.act, line?.by, line?.subject], ['approved', HEAD, '1']);
  });

  it('owes the card to everyone, and the question whether all have answered', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const [commit] = await commitsOf(municipality, (deps) => approved(deps, round));
    assert.deepEqual(
      commit?.changes.flatMap((change) => (change.change === 'insert delivery' ? [change.delivery.task] : [])),
      [{ kind: 'refresh cards', departmentId: 'd0', mayComplete: true, also: undefined }],
    );
  });

  it('is for those who decide: anyone else is told so, and nothing is written', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await approved(deps, round, { by: COLLEAGUE })).kind, 'not allowed');
    });
    assert.deepEqual(commits, []);
  });

  it('is for the department’s own channel', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    assert.deepEqual(await approved(municipality, round, { address: anAddress({}, 'd1') }), NOT_ASKED_HERE);
    assert.deepEqual(await textsOf(municipality, round), []);
  });

  it('on a card that shows an earlier proposal sends nothing: what a head has not read is not sent', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Første forslag');
    const stale = await seenIn(municipality, round);
    await proposed(municipality, round, 'Andet forslag', { seen: stale });
    const outcome = await approved(municipality, round, { seen: stale });
    assert.equal(outcome.kind, 'overtaken');
    assert.deepEqual(await textsOf(municipality, round), []);
    assert.deepEqual(await proposalOf(municipality, round), { kind: 'text', text: 'Andet forslag' });
  });

  it('finds nothing to approve when another head has sent it already', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const seen = await seenIn(municipality, round);
    await approved(municipality, round);
    assert.equal((await approved(municipality, round, { seen, press: 'en anden chef' })).kind, 'nothing to approve');
    assert.deepEqual(await textsOf(municipality, round), ['Forslag']);
  });

  it('twice with one press is done once', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const seen = await seenIn(municipality, round);
    const kinds = [];
    for (const _ of [1, 2]) kinds.push((await approved(municipality, round, { seen })).kind);
    assert.deepEqual(kinds, ['stored', 'unchanged']);
    assert.deepEqual(await textsOf(municipality, round), ['Forslag']);
  });

  it('judges again when someone proposed something else in between', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Første forslag');
    const seen = await seenIn(municipality, round);
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      if (number === 1) await proposed(municipality, round, 'Andet forslag', { seen });
      return proceed();
    });
    const outcome = await approved({ ...municipality, rounds }, round, { seen });
    assert.equal(outcome.kind, 'overtaken');
    assert.deepEqual(await textsOf(municipality, round), []);
  });

  it('leaves a draft that lies beside it', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    await saveDraft(municipality, aDraftOf(round, 0, 'En kladde', { by: COLLEAGUE, press: 'kladde' }));
    await approved(municipality, round);
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'En kladde');
  });
});

describe('a head’s own answer where a proposal waits', () => {
  it('takes its place when the head has seen it', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const seen = await seenIn(municipality, round);
    const own = aReply(round, 0, { by: HEAD, answer: typing('Chefens eget'), seen });
    assert.equal((await submitReply(municipality, own)).kind, 'stored');
    const { reply, proposal } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.author, reply?.approvedBy, proposal], [HEAD, undefined, undefined]);
    assert.deepEqual(await textsOf(municipality, round), ['Chefens eget']);
  });

  it('does not take away one that the head has not seen; the head’s text becomes the draft', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const own = aReply(round, 0, { by: HEAD, answer: typing('Chefens eget'), seen: NOTHING_SEEN });
    const outcome = await submitReply(municipality, own);
    assert.equal(outcome.kind, 'overtaken');
    assert.equal(outcome.by, 'proposal');
    const { draft, reply } = await departmentOf(municipality, round);
    assert.deepEqual([draft?.text, reply], ['Chefens eget', undefined]);
    assert.deepEqual(await proposalOf(municipality, round), { kind: 'text', text: 'Forslag' });
  });

  it('in the same words is the head’s answer, and ends the wait', async () => {
    const { municipality, round } = await openRoundWithHeads();
    await proposed(municipality, round, 'Forslag');
    const seen = await seenIn(municipality, round);
    const outcome = await submitReply(municipality, aReply(round, 0, { by: HEAD, answer: typing('Forslag'), seen }));
    assert.equal(outcome.kind, 'stored');
    assert.equal((await departmentOf(municipality, round)).proposal, undefined);
  });
});

describe('a department without heads', () => {
  it('is answered for by anyone in its channel', async () => {
    const { municipality, round } = await openRound(1);
    for (const by of [COLLEAGUE, NEWCOMER]) {
      const seen = await seenIn(municipality, round);
      const request = aReply(round, 0, { by, answer: typing(`Svar fra ${by.name}`), press: by.id, seen });
      assert.equal((await submitReply(municipality, request)).kind, 'stored');
    }
    assert.deepEqual(await textsOf(municipality, round), ['Svar fra Bo Lind', 'Svar fra Ida Friis']);
  });
});
