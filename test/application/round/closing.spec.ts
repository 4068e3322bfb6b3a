import assert from 'node:assert/strict';
import { downloadNotat, readRecorded, showNotatAgain } from '../../../src/application/notat/fetch-notat.js';
import { sendBack } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { type CloseRoundRequest, closeRound, prepareClosing } from '../../../src/application/round/close-round.js';
import { finishClosing } from '../../../src/application/round/finish-closing.js';
import { type ReopenRoundRequest, reopenRound } from '../../../src/application/round/reopen-round.js';
import type { NotatId } from '../../../src/domain/ids.js';
import { FINDINGS_AT_A_TIME } from '../../../src/domain/limits.js';
import { checkBeforeIssue, findingKey } from '../../../src/domain/notat/pre-issue-check.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aNotatId, aRoundId, aSecretary, TENANT } from '../../support/builders.js';
import { createJsonWriter, createReadableLinks, interceptCommits } from '../../support/fakes.js';
import {
  aFollowUp,
  answeredByAll,
  aReply,
  delivered,
  departmentOf,
  FIRST_SEEN,
  type Municipality,
  notatsPosted,
  openRound,
  SECRETARIAT,
  seenIn,
  typing,
} from '../municipality.js';

function aClosing(round: Round, changes: Partial<CloseRoundRequest> = {}): CloseRoundRequest {
  return {
    roundId: round.id,
    address: SECRETARIAT,
    by: aSecretary(),
    press: 'afslut',
    keep: [],
    missing: round.plan.invitations.map(({ department }) => department.id),
    ...changes,
  };
}

function aReopening(round: Round, changes: Partial<ReopenRoundRequest> = {}): ReopenRoundRequest {
  return {
    roundId: round.id,
    address: SECRETARIAT,
    by: aSecretary(),
    press: 'genåbn',
    reason: 'Et svar var forkert.',
    ...changes,
  };
}

async function roundNow({ rounds }: Pick<Municipality, 'rounds'>, { id }: Round): Promise<Round> {
  const round = await rounds.readRound(id);
  assert.ok(round);
  return round.value;
}

/** A round whose departments have all answered, closed. */
async function closedRound() {
  const { municipality, round } = await openRound();
  await answeredByAll(municipality, round);
  await delivered(municipality);
  municipality.clock.advance(60_000);
  assert.equal((await closeRound(municipality, aClosing(round))).kind, 'closing');
  await delivered(municipality);
  return { municipality, round };
}

const finalId = (number: number) => `final-${number}` as NotatId;

async function downloaded(municipality: Municipality, round: Round, notatId: NotatId) {
  const links = createReadableLinks();
  const { tenantId } = SECRETARIAT;
  const token = links.create({ tenantId, roundId: round.id, notatId }, municipality.clock.now());
  const markdown = createJsonWriter();
  const outcome = await downloadNotat({ ...municipality, links, markdown }, token.split('/').at(-1) ?? '', 'docx');
  assert.equal(outcome.kind, 'document');
  return Buffer.from(outcome.file).toString('hex');
}

describe('before a round is closed', () => {
  it('those who are missing are named', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 1));
    const prepared = await prepareClosing(municipality, aClosing(round));
    assert.equal(prepared.kind, 'check');
    assert.deepEqual(
      prepared.missing.map(({ department }) => department.name),
      ['Fagområde 0', 'Fagområde 2'],
    );
  });

  it('one reply is looked through at a time, and others are served in between', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    let turns = 0;
    let isDone = false;
    const serveOthers = () => {
      turns += 1;
      if (!isDone) setImmediate(serveOthers);
    };
    setImmediate(serveOthers);
    await prepareClosing(municipality, aClosing(round));
    isDone = true;
    assert.ok(turns >= round.plan.invitations.length, String(turns));
  });

  it('what is found in the notat’s words is shown, until the secretariat has let it stand', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    const text = 'Ring til Anna på 12 34 56 78 om sagen.';
    const seen = await seenIn(municipality, round);
    await submitReply(municipality, aReply(round, 0, { answer: typing(text), seen, press: 'b' }));
    const prepared = await prepareClosing(municipality, aClosing(round));
    assert.equal(prepared.kind, 'check');
    const [finding] = prepared.findings;
    assert.equal(finding?.kind, 'phone number');

    const undecided = await closeRound(municipality, aClosing(round));
    assert.equal(undecided.kind, 'undecided');
    assert.equal((await roundNow(municipality, round)).state, 'open');

    const closing = await closeRound(municipality, aClosing(round, { keep: [findingKey(finding)], press: 'c' }));
    assert.equal(closing.kind, 'closing');
    const kept = (await municipality.rounds.readAudit(round.id)).filter(({ act }) => act === 'finding kept');
    assert.deepEqual(
      kept.map(({ by, where, departmentId, subject }) => [by?.name, where, departmentId, subject]),
      [[aSecretary().name, SECRETARIAT.channelId, finding.departmentId, '2 phone number']],
    );
  });

  it('a decision is kept even when others are still wanted', async () => {
    const { municipality, round } = await openRound(1);
    const text = 'Skriv til a@b.dk eller ring 12345678.';
    await submitReply(municipality, aReply(round, 0, { answer: typing(text) }));
    const { findings } = await prepared(municipality, round);
    const [first, second] = findings.map(findingKey);
    assert.ok(first && second);
    const undecided = await closeRound(municipality, aClosing(round, { keep: [first] }));
    assert.equal(undecided.kind, 'undecided');
    assert.deepEqual(undecided.findings.map(findingKey), [second]);
    assert.deepEqual((await prepared(municipality, round)).findings.map(findingKey), [second]);
  });

  it('a decision counts only for as many findings as a card asks about at a time', async () => {
    const { municipality, round } = await openRound(1);
    const text = 'a@b.dk '.repeat(FINDINGS_AT_A_TIME + 5);
    await submitReply(municipality, aReply(round, 0, { answer: typing(text) }));
    const { findings } = await prepared(municipality, round);
    assert.equal(findings.length, FINDINGS_AT_A_TIME + 5);
    const undecided = await closeRound(municipality, aClosing(round, { keep: findings.map(findingKey) }));
    assert.equal(undecided.kind, 'undecided');
    assert.deepEqual(undecided.findings, findings.slice(FINDINGS_AT_A_TIME));
  });

  it('a department that came to be missing after the card was made is named first', async () => {
    const { municipality, round } = await openRound();
    const outcome = await closeRound(municipality, aClosing(round, { missing: [] }));
    assert.equal(outcome.kind, 'undecided');
    assert.equal(outcome.missing.length, 3);
    assert.equal((await roundNow(municipality, round)).state, 'open');
  });
});

async function prepared(municipality: Municipality, round: Round) {
  const outcome = await prepareClosing(municipality, aClosing(round));
  assert.equal(outcome.kind, 'check');
  return outcome;
}

describe('closing a round', () => {
  it('locks every department, and gives the secretariat the final notat, numbered and sealed', async () => {
    const { municipality, round } = await closedRound();
    const closed = await roundNow(municipality, round);
    assert.deepEqual([closed.state, closed.finals, closed.closedBy?.name], ['closed', 1, aSecretary().name]);
    const line = (await municipality.rounds.readAudit(round.id)).find(({ act }) => act === 'closed');
    assert.deepEqual([line?.by, line?.where], [aSecretary(), SECRETARIAT.channelId]);
    for (const index of [0, 1, 2]) assert.ok((await departmentOf(municipality, round, index)).isLocked);
    const final = notatsPosted(municipality.messenger).at(-1);
    assert.deepEqual([final?.notat.status, final?.notat.number], ['final', 1]);
    const seal = final?.record.seal;
    assert.match(seal?.sha256 ?? '', /^[0-9a-f]{64}$/u);
    assert.deepEqual([seal?.by, seal?.at], [aSecretary(), municipality.clock.now()]);
    assert.ok(await municipality.files.get(SECRETARIAT.tenantId, seal?.sha256 ?? ''));
  });

  it('shows every department its card as it is now', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    const before = municipality.messenger.asked.length;
    await closeRound(municipality, aClosing(round));
    await delivered(municipality);
    const updated = municipality.messenger.asked
      .slice(before)
      // Once more when the notat is final, and they may read it.
      .filter(({ message }) => message.kind === 'department card' && message.department.final === undefined)
      .map(({ address }) => address.channelId);
    assert.deepEqual(
      updated,
      round.plan.invitations.map(({ address }) => address.channelId),
    );
  });

  it('keeps an answer that came while its departments were being locked', async () => {
    const { municipality, round } = await openRound(2);
    await closeRound(municipality, aClosing(round));
    let isAnswered = false;
    const rounds = interceptCommits(municipality.rounds, async (commit) => {
      if (!isAnswered && commit.operation.includes('lock')) {
        isAnswered = true;
        await submitReply(municipality, aReply(round, 0));
      }
      return commit.proceed();
    });
    await delivered({ ...municipality, rounds });
    const final = notatsPosted(municipality.messenger).at(-1);
    assert.equal(final?.notat.status, 'final');
    assert.equal(final.notat.rows[0]?.answer.kind, 'reply');
    assert.ok((await departmentOf(municipality, round, 0)).isLocked);
  });

  it('is gone on with by whoever comes next when a process ends in the middle', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    await delivered(municipality);
    await closeRound(municipality, aClosing(round));
    for (const stopAt of [1, 2, 3]) {
      let writes = 0;
      const rounds = interceptCommits(municipality.rounds, (commit) => {
        writes += 1;
        if (writes > stopAt) throw new Error('processen er væk');
        return commit.proceed();
      });
      const closing = await municipality.rounds.readRound(round.id);
      assert.ok(closing);
      if (closing.value.state !== 'closing') break;
      await finishClosing({ ...municipality, rounds }, closing).catch(() => undefined);
    }
    await delivered(municipality);
    assert.equal((await roundNow(municipality, round)).state, 'closed');
    assert.equal(notatsPosted(municipality.messenger).filter(({ notat }) => notat.status === 'final').length, 1);
  });

  it('makes one final notat when two processes do it at once', async () => {
    const { municipality, round } = await openRound();
    await closeRound(municipality, aClosing(round));
    await Promise.all([delivered(municipality), delivered({ ...municipality, worker: 'worker-2' })]);
    await delivered(municipality);
    assert.equal((await roundNow(municipality, round)).finals, 1);
    assert.equal(notatsPosted(municipality.messenger).length, 1);
  });

  it('gives a department whose reply was sent back a row without it, and counts it as missing', async () => {
    const { municipality, round } = await openRound();
    await answeredByAll(municipality, round);
    const comment = { seen: FIRST_SEEN, comment: 'Skriv gerne et eksempel.' };
    assert.equal((await sendBack(municipality, { ...aFollowUp(round, 0), ...comment })).kind, 'done');
    const before = await prepared(municipality, round);
    assert.deepEqual(
      before.missing.map(({ department }) => department.name),
      ['Fagområde 0'],
    );
    await closeRound(municipality, aClosing(round));
    await delivered(municipality);
    const again = { tenantId: TENANT, roundId: round.id, notatId: finalId(1) };
    for (const shown of [notatsPosted(municipality.messenger).at(-1), await showNotatAgain(municipality, again)]) {
      assert.ok(shown);
      const { rows, counts } = shown.notat;
      assert.deepEqual(
        rows.map(({ answer }) => answer.kind),
        ['awaited', 'reply', 'reply'],
      );
      assert.deepEqual([counts.asked, counts.answered], [3, 2]);
    }
  });

  it('twice, or by someone too late, changes nothing', async () => {
    const { municipality, round } = await closedRound();
    const again = await closeRound(municipality, aClosing(round, { press: 'igen' }));
    assert.equal(again.kind, 'closed already');
    assert.equal((await prepareClosing(municipality, aClosing(round))).kind, 'closed already');
  });

  it('by two at once closes it once', async () => {
    const { municipality, round } = await openRound();
    const outcomes = await Promise.all(['a', 'b'].map((press) => closeRound(municipality, aClosing(round, { press }))));
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['closed already', 'closing']);
  });

  it('is for the round’s own tenant alone', async () => {
    const { municipality, round } = await openRound();
    for (const changes of [{ address: { ...SECRETARIAT, tenantId: 'en-anden' } }, { roundId: aRoundId('ukendt') }]) {
      assert.deepEqual(await closeRound(municipality, aClosing(round, changes)), { kind: 'unknown round' });
      assert.deepEqual(await reopenRound(municipality, aReopening(round, changes)), { kind: 'unknown round' });
    }
  });

  it('after a notat that is complete makes no more of those', async () => {
    const { municipality, round } = await openRound(1);
    await submitReply(municipality, aReply(round, 0));
    await closeRound(municipality, aClosing(round));
    await delivered(municipality);
    assert.deepEqual(
      notatsPosted(municipality.messenger).map(({ notat }) => notat.status),
      ['final'],
    );
  });
});

describe('a closed round', () => {
  it('takes no answer, and says so', async () => {
    const { municipality, round } = await closedRound();
    const seen = await seenIn(municipality, round);
    const outcome = await submitReply(municipality, aReply(round, 0, { seen, press: 'for sent' }));
    assert.equal(outcome.kind, 'locked');
    assert.equal((await municipality.rounds.readVersions(round.id, aReply(round, 0).departmentId)).length, 1);
  });

  it('takes answers again once it is reopened, with the reason kept', async () => {
    const { municipality, round } = await closedRound();
    assert.equal((await reopenRound(municipality, aReopening(round))).kind, 'reopening');
    await delivered(municipality);
    assert.equal((await roundNow(municipality, round)).state, 'open');
    const line = (await municipality.rounds.readAudit(round.id)).find(({ act }) => act === 'reopened');
    const { by, reason, where } = line ?? {};
    assert.deepEqual([by?.name, reason, where], [aSecretary().name, 'Et svar var forkert.', SECRETARIAT.channelId]);
    const seen = await seenIn(municipality, round);
    const outcome = await submitReply(
      municipality,
      aReply(round, 0, { seen, press: 'igen', answer: typing('Rettet.') }),
    );
    assert.equal(outcome.kind, 'stored');
  });

  for (const [name, reason, kind] of [
    ['no reason', ' ', 'missing'],
    ['too long a reason', 'x'.repeat(1_001), 'too long'],
    ['a reason with a CPR number', 'Svaret om 010190-1234', 'cpr number'],
  ] as const) {
    it(`is not reopened for ${name}`, async () => {
      const { municipality, round } = await closedRound();
      const outcome = await reopenRound(municipality, aReopening(round, { reason }));
      assert.equal(outcome.kind, 'refused');
      assert.equal(outcome.problem.kind, kind);
      assert.equal((await roundNow(municipality, round)).state, 'closed');
    });
  }

  it('is not reopened while it is open', async () => {
    const { municipality, round } = await openRound();
    assert.equal((await reopenRound(municipality, aReopening(round))).kind, 'not closed');
  });

  it('is reopened once by two at once', async () => {
    const { municipality, round } = await closedRound();
    const outcomes = await Promise.all(
      ['a', 'b'].map((press) => reopenRound(municipality, aReopening(round, { press }))),
    );
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['not closed', 'reopening']);
  });
});

describe('the second final notat', () => {
  async function twiceClosed() {
    const { municipality, round } = await closedRound();
    const first = await downloaded(municipality, round, finalId(1));
    await reopenRound(municipality, aReopening(round));
    await delivered(municipality);
    municipality.clock.advance(60_000);
    const seen = await seenIn(municipality, round, 1);
    await submitReply(
      municipality,
      aReply(round, 1, { seen, press: 'rettelse', answer: typing('Vi retter nu svaret.') }),
    );
    await delivered(municipality);
    municipality.clock.advance(60_000);
    await closeRound(municipality, aClosing(round, { press: 'afslut igen' }));
    await delivered(municipality);
    return { municipality, round, first };
  }

  it('has the next number, and says what has changed since the notat before it', async () => {
    const { municipality, round } = await twiceClosed();
    const recorded = await readRecorded(municipality.rounds, round.id, finalId(2));
    assert.deepEqual([recorded?.notat.number, recorded?.record.status], [2, 'final']);
    const complete = notatsPosted(municipality.messenger).find(({ changes }) => changes.length > 0);
    assert.deepEqual(complete?.changes, [{ departmentId: aReply(round, 1).departmentId, kind: 'changed' }]);
  });

  it('leaves the first as it was, byte for byte', async () => {
    const { municipality, round, first } = await twiceClosed();
    assert.equal(await downloaded(municipality, round, finalId(1)), first);
    assert.notEqual(await downloaded(municipality, round, finalId(2)), first);
  });

  it('leaves the first as it was even when a new template has come', async () => {
    const { municipality, round, first } = await twiceClosed();
    const { tenantId } = SECRETARIAT;
    const sha256 = await municipality.files.put(tenantId, new TextEncoder().encode('brevpapir'));
    const template = {
      number: 1,
      name: 'brevpapir.docx',
      sha256,
      again: undefined,
      by: aSecretary(),
      at: municipality.clock.now(),
    };
    await municipality.templates.add(tenantId, template);
    assert.equal(await downloaded(municipality, round, finalId(1)), first);
  });

  it('and the first can both be shown again', async () => {
    const { municipality, round } = await twiceClosed();
    for (const number of [1, 2]) {
      const request = { tenantId: TENANT, roundId: round.id, notatId: finalId(number) };
      assert.equal((await showNotatAgain(municipality, request))?.notat.number, number);
    }
    const unknown = { tenantId: TENANT, roundId: round.id, notatId: aNotatId('ukendt') };
    assert.equal(await showNotatAgain(municipality, unknown), undefined);
  });
});

describe('what closing cannot go on with', () => {
  it('is told, not passed over, when nobody has closed the round', async () => {
    const { municipality, round } = await openRound();
    const present = await municipality.rounds.readRound(round.id);
    assert.ok(present);
    await assert.rejects(finishClosing(municipality, present), /nobody has closed it/u);
  });

  it('finds nothing in a round without replies', async () => {
    const { municipality, round } = await openRound();
    const overview = await municipality.rounds.readOverview(round.id);
    assert.ok(overview);
    assert.deepEqual([...checkBeforeIssue(overview)].flat(), []);
  });
});
