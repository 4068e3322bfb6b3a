import assert from 'node:assert/strict';
import { showDepartment } from '../../../src/application/reply/asked-department.js';
import { type SubmitReplyRequest, submitReply } from '../../../src/application/reply/submit-reply.js';
import { operationId } from '../../../src/domain/ids.js';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aDepartmentId, aNilReply, anAddress, aPerson, aRoundId, START } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  aReply,
  commitsOf,
  createMunicipality,
  departmentOf,
  FIRST_SEEN,
  type Municipality,
  NOT_ASKED_HERE,
  opened,
  openRound,
  typing,
} from '../municipality.js';

const FIRST = aDepartmentId('d0');

async function versionsOf({ rounds }: Municipality, { id }: Round): Promise<readonly unknown[]> {
  return (await rounds.readVersions(id, FIRST)).map(({ content }) => (content.kind === 'text' ? content.text : 'nil'));
}

describe('answering', () => {
  it('stores the version, the department and what it owes in one commit of three rows', async () => {
    const { municipality, round } = await openRound();
    const commits = await commitsOf(municipality, (deps) => submitReply(deps, aReply(round, 0)));
    assert.deepEqual(
      commits.map(({ changes }) => changes.map(({ change }) => change)),
      [['insert version', 'replace department', 'insert delivery']],
    );
  });

  it('is durable when it says so', async () => {
    const { municipality, round } = await openRound();
    const request = aReply(round, 0, { answer: typing(' Vi har lært noget.\r\n') });
    const outcome = await submitReply(municipality, request);
    assert.equal(outcome.kind, 'stored');
    const version = await municipality.rounds.readVersion(round.id, FIRST, 1);
    assert.deepEqual(version, {
      number: 1,
      content: { kind: 'text', text: 'Vi har lært noget.' },
      author: aPerson(),
      approvedBy: undefined,
      isOnBehalf: false,
      at: START,
      operationId: 'reply tryk-0',
    });
    assert.deepEqual(outcome.department.reply, version);
    assert.deepEqual((await municipality.rounds.readDepartment(round.id, FIRST))?.value, outcome.department);
  });

  it('owes everyone in the channel all known cards shown anew, the one that was used among them, and the question whether all have answered', async () => {
    const { municipality, round } = await openRound();
    const request = aReply(round, 0);
    await submitReply(municipality, request);
    assert.deepEqual((await departmentOf(municipality, round)).cards, [request.posted]);
    assert.deepEqual(
      (await municipality.rounds.readDeliveries(round.id))
        .filter(({ task }) => task.kind === 'refresh cards')
        .map(({ id, task }) => [id, task]),
      [
        [
          `d0/000001-refresh-cards-d0-${START.getTime()}`,
          { kind: 'refresh cards', departmentId: FIRST, mayComplete: true, also: undefined },
        ],
      ],
    );
  });

  it('notes who answered and when, never what', async () => {
    const { municipality, round } = await openRound();
    municipality.clock.advance(1_000);
    await submitReply(municipality, aReply(round, 0));
    assert.deepEqual((await municipality.rounds.readAudit(round.id)).at(-1), {
      at: new Date(START.getTime() + 1_000),
      by: aPerson(),
      act: 'replied',
      departmentId: FIRST,
      subject: '1',
    });
  });

  it('keeps the newest service address, and forgets that a card could not be delivered', async () => {
    const { municipality, round } = await openRound();
    const present = await municipality.rounds.readDepartment(round.id, FIRST);
    assert.ok(present);
    const trouble = { fate: 'stopped', what: 'post request', word: '403' } as const;
    const department = { ...present.value, trouble };
    const change = { change: 'replace department', department, etag: present.etag } as const;
    await municipality.rounds.commit(round.id, operationId('arrange'), [change]);
    const serviceUrl = 'https://smba.trafficmanager.net/emea/v2/';
    const address = { ...present.value.address, serviceUrl };
    const outcome = await submitReply(municipality, aReply(round, 0, { address }));
    assert.equal(outcome.kind, 'stored');
    assert.deepEqual([outcome.department.address.serviceUrl, outcome.department.trouble], [serviceUrl, undefined]);
  });

  it('after the deadline is still an answer, and keeps the time it came at', async () => {
    const { municipality, round } = await openRound();
    municipality.clock.advance(60 * 86_400_000);
    const at = municipality.clock.now();
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'stored');
    municipality.clock.advance(86_400_000);
    const overview = await municipality.rounds.readOverview(round.id);
    assert.ok(overview);
    const notat = compileNotat(overview, municipality.clock.now());
    assert.deepEqual([notat.rows[0]?.receivedLate, notat.counts.late], [at, 1]);
  });
});

describe('answering that there is nothing to say', () => {
  const nil = (typed: unknown) => ({ kind: 'nil', typed }) as const;

  it('is an answer', async () => {
    const { municipality, round } = await openRound();
    const outcome = await submitReply(municipality, aReply(round, 0, { answer: nil('') }));
    assert.equal(outcome.kind, 'stored');
    assert.deepEqual(outcome.department.reply?.content, aNilReply());
  });

  it('may go with a sentence, which is stored in one line', async () => {
    const { municipality, round } = await openRound();
    const answer = nil(' Vi følger\n området. ');
    const outcome = await submitReply(municipality, aReply(round, 0, { answer }));
    assert.equal(outcome.kind, 'stored');
    assert.deepEqual(outcome.department.reply?.content, aNilReply('Vi følger området.'));
  });

  it('with another sentence than before is the next version, with the same one nothing new', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0, { answer: nil('') }));
    const remarked = { answer: nil('Vi følger området.'), seen: FIRST_SEEN };
    const outcomes = [];
    for (const press of ['a', 'b'])
      outcomes.push(await submitReply(municipality, aReply(round, 0, { ...remarked, press })));
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['stored', 'unchanged'],
    );
    assert.deepEqual((await departmentOf(municipality, round)).reply?.number, 2);
  });

  it('does not let a CPR number through in the sentence', async () => {
    const { municipality, round } = await openRound();
    const answer = nil('Se sagen om 311299-4321.');
    const outcome = await submitReply(municipality, aReply(round, 0, { answer }));
    assert.equal(outcome.kind, 'refused');
    assert.deepEqual(outcome.problem, { kind: 'cpr number', certainty: 'certain' });
  });
});

describe('correcting an answer', () => {
  it('makes the next version, and keeps the first', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0, { answer: typing('Første svar') }));
    const correction = { answer: typing('Andet svar'), seen: FIRST_SEEN, press: 'rettelse' };
    const outcome = await submitReply(municipality, aReply(round, 0, correction));
    assert.equal(outcome.kind, 'stored');
    assert.equal(outcome.department.reply?.number, 2);
    assert.deepEqual(await versionsOf(municipality, round), ['Første svar', 'Andet svar']);
  });

  it('to no remarks takes the place of the text that the card showed', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0, { answer: typing('Første svar') }));
    const nil = { kind: 'nil', typed: 'Første svar' } as const;
    await submitReply(municipality, aReply(round, 0, { answer: nil, seen: FIRST_SEEN, press: 'rettelse' }));
    assert.deepEqual(await versionsOf(municipality, round), ['Første svar', 'nil']);
  });

  it('to what has already been said writes nothing', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const outcome = await submitReply(municipality, aReply(round, 0, { press: 'igen', seen: FIRST_SEEN }));
    assert.equal(outcome.kind, 'unchanged');
    assert.equal((await versionsOf(municipality, round)).length, 1);
  });

  it('on a card that does not show the newest answer writes nothing, and gives the typed text back', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0, { answer: typing('Første svar') }));
    const late = aReply(round, 0, { answer: typing('Kollegaens svar'), press: 'kollega' });
    const outcome = await submitReply(municipality, late);
    assert.equal(outcome.kind, 'overtaken');
    assert.deepEqual(outcome.answer, { kind: 'text', text: 'Kollegaens svar' });
    assert.deepEqual(outcome.department.reply?.content, { kind: 'text', text: 'Første svar' });
    assert.deepEqual(await versionsOf(municipality, round), ['Første svar']);
  });
});

describe('an answer that cannot be taken', () => {
  for (const [name, answer, problem] of [
    ['empty', typing(' '), { kind: 'empty' }],
    ['no words', typing('…'), { kind: 'unintelligible' }],
    ['too long', typing('å'.repeat(10_001)), { kind: 'too long', length: 10_001, max: 10_000 }],
    ['no remarks with a long text', { kind: 'nil', typed: 'å'.repeat(301) }, { kind: 'nil with text', max: 300 }],
  ] as const) {
    it(`is refused with its problem: ${name}`, async () => {
      const { municipality, round } = await openRound();
      const outcome = await submitReply(municipality, aReply(round, 0, { answer }));
      assert.equal(outcome.kind, 'refused');
      assert.deepEqual(outcome.problem, problem);
      assert.deepEqual(await versionsOf(municipality, round), []);
    });
  }

  for (const [name, changes] of [
    ['another department’s channel', { address: anAddress({}, 'd1') }],
    ['the same channel id in another tenant', { address: anAddress({ tenantId: 'en-anden' }, 'd0') }],
    ['a round that is not there', { roundId: aRoundId('ukendt') }],
    ['a department that is not asked', { departmentId: aDepartmentId('ukendt') }],
  ] as const satisfies readonly (readonly [string, Partial<SubmitReplyRequest>])[]) {
    it(`is nobody’s when it comes from ${name}`, async () => {
      const { municipality, round } = await openRound();
      const request = aReply(round, 0, changes);
      assert.deepEqual(await submitReply(municipality, request), NOT_ASKED_HERE);
      assert.deepEqual(await showDepartment(municipality, request), NOT_ASKED_HERE);
      assert.deepEqual(await versionsOf(municipality, round), []);
    });
  }
});

describe('answering when something goes wrong', () => {
  it('makes no second version of the same press delivered again', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'unchanged');
    assert.equal((await versionsOf(municipality, round)).length, 1);
  });

  it('makes no second version of the same press delivered twice at once', async () => {
    const { municipality, round } = await openRound();
    const outcomes = await Promise.all([1, 2].map(() => submitReply(municipality, aReply(round, 0))));
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['stored', 'stored'],
    );
    assert.equal((await versionsOf(municipality, round)).length, 1);
  });

  it('does not undo a later answer when an earlier one is delivered again', async () => {
    const { municipality, round } = await openRound();
    const first = aReply(round, 0, { answer: typing('Første svar') });
    await submitReply(municipality, first);
    await submitReply(municipality, aReply(round, 0, { answer: typing('Andet svar'), seen: FIRST_SEEN, press: 'b' }));
    const again = await submitReply(municipality, first);
    assert.ok(again.kind === 'unchanged');
    assert.deepEqual([again.department.reply?.number, again.department.draft], [2, undefined]);
    assert.deepEqual(await versionsOf(municipality, round), ['Første svar', 'Andet svar']);
  });

  it('stores nothing and claims nothing when the store fails', async () => {
    const { municipality, round } = await openRound();
    const rounds = interceptCommits(municipality.rounds, async () => {
      throw new Error('503');
    });
    await assert.rejects(submitReply({ ...municipality, rounds }, aReply(round, 0)), /503/u);
    assert.deepEqual(await versionsOf(municipality, round), []);
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'stored');
  });

  it('finds its own answer when the store’s confirmation was lost and the person tries again', async () => {
    const { municipality, round } = await openRound();
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      const result = await proceed();
      if (number === 1) throw new Error('The answer was lost.');
      return result;
    });
    const deps = { ...municipality, rounds };
    await assert.rejects(submitReply(deps, aReply(round, 0)), /The answer was lost/u);
    const outcome = await submitReply(deps, aReply(round, 0, { press: 'igen' }));
    assert.equal(outcome.kind, 'unchanged');
    assert.equal(outcome.department.reply?.number, 1);
    assert.equal((await versionsOf(municipality, round)).length, 1);
  });

  it('takes a commit that the store itself repeated for its own', async () => {
    const { municipality, round } = await openRound();
    const rounds = interceptCommits(municipality.rounds, async ({ proceed }) => {
      await proceed();
      return proceed();
    });
    assert.equal((await submitReply({ ...municipality, rounds }, aReply(round, 0))).kind, 'stored');
    assert.equal((await versionsOf(municipality, round)).length, 1);
  });
});

describe('answers at the same moment', () => {
  it('from different departments are all stored', async () => {
    const { municipality, round } = await openRound();
    const outcomes = await Promise.all([0, 1, 2].map((index) => submitReply(municipality, aReply(round, index))));
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['stored', 'stored', 'stored'],
    );
  });

  it('from one department: one is stored, the others are told and keep their text', async () => {
    const { municipality, round } = await openRound();
    const texts = ['Et svar', 'To svar', 'Tre svar'];
    const outcomes = await Promise.all(
      texts.map((text) => submitReply(municipality, aReply(round, 0, { answer: typing(text), press: text }))),
    );
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['overtaken', 'overtaken', 'stored']);
    const stored = await versionsOf(municipality, round);
    const told = outcomes.flatMap((outcome) =>
      outcome.kind === 'overtaken' && outcome.answer.kind === 'text' ? [outcome.answer.text] : [],
    );
    assert.deepEqual([...stored, ...told].sort(), texts.sort());
  });

  it('that say the same are one answer', async () => {
    const { municipality, round } = await openRound();
    const outcomes = await Promise.all(
      ['a', 'b'].map((press) => submitReply(municipality, aReply(round, 0, { press }))),
    );
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['stored', 'unchanged']);
    assert.equal((await versionsOf(municipality, round)).length, 1);
  });
});

describe('showing a department its card again', () => {
  it('gives the department as it stands', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const shown = await showDepartment(municipality, aReply(round, 0));
    const department = (await municipality.rounds.readDepartment(round.id, FIRST))?.value;
    assert.deepEqual(shown, { kind: 'shown', department });
  });
});

describe('answering with a CPR number', () => {
  const typed = 'Borgeren (311299-4321) fik svar.';

  it('stores nothing before the person has decided that it stays', async () => {
    const municipality = await createMunicipality();
    const round = await opened(municipality);
    const outcome = await submitReply(municipality, aReply(round, 0, { answer: { kind: 'text', typed } }));
    assert.ok(outcome.kind === 'refused');
    assert.deepEqual(outcome.problem, { kind: 'cpr number', certainty: 'certain' });
    assert.deepEqual(await municipality.rounds.readVersions(round.id, aDepartmentId('d0')), []);
  });

  it('keeps the decision and its reason in the audit, and never the number', async () => {
    const municipality = await createMunicipality();
    const round = await opened(municipality);
    const keepCpr = { reason: 'Det er en testborger.' };
    const outcome = await submitReply(municipality, aReply(round, 0, { answer: { kind: 'text', typed }, keepCpr }));
    assert.equal(outcome.kind, 'stored');
    const audit = await municipality.rounds.readAudit(round.id);
    const line = audit.find(({ act }) => act === 'cpr number kept');
    assert.deepEqual([line?.by, line?.subject, line?.reason], [aPerson(), 'certain', 'Det er en testborger.']);
    assert.ok(!JSON.stringify(audit).includes('4321'));
  });
});
