import assert from 'node:assert/strict';
import { type AnswerOnBehalfRequest, answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { sendBack } from '../../../src/application/reply/follow-up.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aNilReply, anAddress, aSecretary, START } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aReply,
  COLLEAGUE,
  commitsOf,
  departmentOf,
  FIRST_SEEN,
  HEAD,
  NOTHING_SEEN,
  openRound,
  typing,
} from '../municipality.js';

function anAnswer(round: Round, changes: Partial<AnswerOnBehalfRequest> = {}): AnswerOnBehalfRequest {
  const answer = typing('Sekretariatets svar.');
  return { ...aFollowUp(round, 0), answer, keepCpr: undefined, seen: NOTHING_SEEN, ...changes };
}

describe('answering on a department’s behalf', () => {
  it('is the department’s answer, marked as the secretariat’s', async () => {
    const { municipality, round } = await openRound();
    const outcome = await answerOnBehalf(municipality, anAnswer(round));
    assert.equal(outcome.kind, 'done');
    const version = await municipality.rounds.readVersion(round.id, outcome.department.department.id, 1);
    assert.deepEqual(version, {
      number: 1,
      content: { kind: 'text', text: 'Sekretariatets svar.' },
      author: aSecretary(),
      approvedBy: undefined,
      isOnBehalf: true,
      at: START,
      operationId: 'on behalf sekretariatet-0',
    });
    assert.deepEqual((await departmentOf(municipality, round)).reply, version);
    const line = (await municipality.rounds.readAudit(round.id)).at(-1);
    assert.deepEqual([line?.act, line?.by, line?.subject], ['replied on behalf', aSecretary(), '1']);
  });

  it('is marked in the notat', async () => {
    const { municipality, round } = await openRound();
    await answerOnBehalf(municipality, anAnswer(round));
    const overview = await municipality.rounds.readOverview(round.id);
    assert.ok(overview);
    const { rows } = compileNotat(overview, START);
    assert.deepEqual(
      rows.map(({ isOnBehalf }) => isOnBehalf),
      [true, false, false],
    );
  });

  it('tells the department, shows its request card anew, and asks whether all have answered', async () => {
    const { municipality, round } = await openRound();
    const [commit] = await commitsOf(municipality, (deps) => answerOnBehalf(deps, anAnswer(round)));
    assert.deepEqual(
      commit?.changes.flatMap((change) => (change.change === 'insert delivery' ? [change.delivery.task] : [])),
      [
        { kind: 'refresh cards', departmentId: 'd0', mayComplete: true, also: undefined },
        { kind: 'post department notice', departmentId: 'd0', notice: 'answered on behalf' },
      ],
    );
  });

  it('may be that there is nothing to say, with a sentence', async () => {
    const { municipality, round } = await openRound();
    await answerOnBehalf(municipality, anAnswer(round, { answer: { kind: 'nil', typed: 'Efter aftale.' } }));
    assert.deepEqual((await departmentOf(municipality, round)).reply?.content, aNilReply('Efter aftale.'));
  });

  it('ends a decline and what was sent back', async () => {
    const { municipality, round } = await openRound();
    await declineReply(municipality, { ...aPress(round, 0), reason: 'Ikke os.', instead: '' });
    await sendBack(municipality, { ...aFollowUp(round, 0), seen: NOTHING_SEEN, comment: 'Jo.' });
    assert.equal((await answerOnBehalf(municipality, anAnswer(round, { press: 'svar' }))).kind, 'done');
    const { sentBack, decline } = await departmentOf(municipality, round);
    assert.deepEqual([sentBack, decline], [undefined, undefined]);
  });

  it('may be corrected by the department, whose version is its own', async () => {
    const { municipality, round } = await openRound();
    await answerOnBehalf(municipality, anAnswer(round));
    await submitReply(municipality, aReply(round, 0, { seen: FIRST_SEEN, answer: typing('Vores eget svar.') }));
    const { reply } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, reply?.isOnBehalf], [2, false]);
  });

  it('may correct an answer that the secretariat has seen', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    assert.equal((await answerOnBehalf(municipality, anAnswer(round, { seen: FIRST_SEEN }))).kind, 'done');
    assert.equal((await departmentOf(municipality, round)).reply?.number, 2);
  });

  it('writes nothing where the department has answered since the card was made', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await answerOnBehalf(deps, anAnswer(round))).kind, 'overtaken');
    });
    assert.deepEqual(commits, []);
  });

  it('judges again when the department answers in between', async () => {
    const { municipality, round } = await openRound();
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      if (number === 1) await submitReply(municipality, aReply(round, 0));
      return proceed();
    });
    assert.equal((await answerOnBehalf({ ...municipality, rounds }, anAnswer(round))).kind, 'overtaken');
    assert.equal((await departmentOf(municipality, round)).reply?.isOnBehalf, false);
  });

  it('twice with one press is one version', async () => {
    const { municipality, round } = await openRound();
    const kinds = [];
    for (const _ of [1, 2]) kinds.push((await answerOnBehalf(municipality, anAnswer(round))).kind);
    assert.deepEqual(kinds, ['done', 'unchanged']);
    assert.equal((await departmentOf(municipality, round)).reply?.number, 1);
  });

  it('is for the round’s own tenant', async () => {
    const { municipality, round } = await openRound();
    const elsewhere = anAnswer(round, { address: anAddress({ tenantId: 'en-anden' }, 'sekretariatet') });
    assert.deepEqual(await answerOnBehalf(municipality, elsewhere), { kind: 'unknown' });
  });
});

describe('an answer on a department’s behalf that cannot be taken', () => {
  it('is refused with its problem', async () => {
    const { municipality, round } = await openRound();
    const outcome = await answerOnBehalf(municipality, anAnswer(round, { answer: typing(' ') }));
    assert.ok(outcome.kind === 'refused');
    assert.deepEqual(outcome.problem, { kind: 'empty' });
  });

  it('is stopped for a CPR number, and taken with a reason, which the audit keeps', async () => {
    const { municipality, round } = await openRound();
    const answer = typing('Borgeren 311299-4321 fik svar.');
    const outcome = await answerOnBehalf(municipality, anAnswer(round, { answer }));
    assert.ok(outcome.kind === 'refused');
    assert.deepEqual(outcome.problem, { kind: 'cpr number', certainty: 'certain' });
    const keepCpr = { reason: 'En testborger.' };
    assert.equal((await answerOnBehalf(municipality, anAnswer(round, { answer, keepCpr }))).kind, 'done');
    const line = (await municipality.rounds.readAudit(round.id)).find(({ act }) => act === 'cpr number kept');
    assert.deepEqual([line?.by, line?.subject, line?.reason], [aSecretary(), 'certain', 'En testborger.']);
  });
});

describe('what lies unsent in a department that the secretariat answers for', () => {
  async function proposed() {
    const opened = await openRound(2, { heads: [HEAD] });
    const answer = typing('Vores forslag.');
    const outcome = await submitReply(opened.municipality, aReply(opened.round, 0, { by: COLLEAGUE, answer }));
    assert.equal(outcome.kind, 'proposed');
    return opened;
  }

  it('is not lost: a proposal becomes the draft', async () => {
    const { municipality, round } = await proposed();
    assert.equal((await answerOnBehalf(municipality, anAnswer(round))).kind, 'done');
    const { proposal, draft } = await departmentOf(municipality, round);
    assert.deepEqual([proposal, draft], [undefined, { text: 'Vores forslag.', author: COLLEAGUE, at: START }]);
  });

  it('is not lost: a draft stays', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraftOf(round, 0, 'Vi er i gang', { by: COLLEAGUE }));
    assert.equal((await answerOnBehalf(municipality, anAnswer(round))).kind, 'done');
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'Vi er i gang');
  });

  it('stops the answer where there is both a draft and a proposal, of which one would be lost', async () => {
    const { municipality, round } = await proposed();
    await saveDraft(municipality, aDraftOf(round, 0, 'Vi er i gang', { press: 'kladde' }));
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await answerOnBehalf(deps, anAnswer(round))).kind, 'too late');
    });
    assert.deepEqual(commits, []);
  });

  it('is nothing where the proposal holds no words', async () => {
    const { municipality, round } = await openRound(2, { heads: [HEAD] });
    await submitReply(municipality, aReply(round, 0, { by: COLLEAGUE, answer: { kind: 'nil', typed: '' } }));
    assert.equal((await answerOnBehalf(municipality, anAnswer(round))).kind, 'done');
    const { proposal, draft } = await departmentOf(municipality, round);
    assert.deepEqual([proposal, draft], [undefined, undefined]);
  });
});
