import assert from 'node:assert/strict';
import { acceptEdit, dismissEdit } from '../../../src/application/reply/decide-edit.js';
import { proposeEdit } from '../../../src/application/reply/propose-edit.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { type MendTextsRequest, mendTexts } from '../../../src/application/round/mend-texts.js';
import { operationId } from '../../../src/domain/ids.js';
import { findingKey } from '../../../src/domain/notat/pre-issue-check.js';
import { openEdit } from '../../../src/domain/reply/open-edit.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aSecretary } from '../../support/builders.js';
import {
  aFollowUp,
  answeredByAll,
  aPress,
  aReply,
  delivered,
  departmentOf,
  FIRST_SEEN,
  locked,
  type Municipality,
  notatsPosted,
  openRound,
  SECRETARIAT,
  seenIn,
  typing,
} from '../municipality.js';

const UNTIDY = 'Vi har  lært noget , og vi kalder det "dialog".';
const TIDY = 'Vi har lært noget, og vi kalder det ”dialog”.';
const WORDED = 'Vi har lært at svare hurtigere.';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

/** A round in which the first department's reply can be tidied. */
async function untidyRound(departments = 2) {
  const { municipality, round } = await openRound(departments);
  await submitReply(municipality, aReply(round, 0, { answer: typing(UNTIDY) }));
  await delivered(municipality);
  return { municipality, round };
}

const mend = (round: Round, changes: Partial<MendTextsRequest> = {}): MendTextsRequest => ({
  roundId: round.id,
  address: SECRETARIAT,
  by: aSecretary(),
  press: 'ret alle',
  ...changes,
});

const propose = (municipality: Municipality, round: Round, typed: string, press = 'foreslå') =>
  proposeEdit(municipality, { ...aFollowUp(round, 0, { press }), seen: FIRST_SEEN, typed });

async function editSeen(municipality: Municipality, round: Round): Promise<number> {
  return (await departmentOf(municipality, round)).proposedEdit?.at.getTime() ?? 0;
}

const acts = async ({ rounds }: Municipality, round: Round) =>
  (await rounds.readAudit(round.id))
    .map(({ act }) => act)
    .filter((act) => act.startsWith('edit') || act.includes('own'));

describe('an edit that the secretariat proposes for one department', () => {
  it('is shown to it, and whoever decides is told', async () => {
    const { municipality, round } = await untidyRound();
    assert.equal((await propose(municipality, round, WORDED)).kind, 'done');
    await delivered(municipality);
    const department = await departmentOf(municipality, round);
    assert.deepEqual(openEdit(department)?.content, text(WORDED));
    assert.deepEqual([department.reply?.number, department.reply?.content], [1, text(UNTIDY)]);
    const notices = municipality.messenger.asked.flatMap(({ message }) =>
      message.kind === 'department notice' ? [message.notice] : [],
    );
    assert.deepEqual(notices, ['edit proposed']);
    assert.deepEqual(await acts(municipality, round), ['edit proposed']);
  });

  it('takes the place of one that waits, without another message', async () => {
    const { municipality, round } = await untidyRound();
    await propose(municipality, round, WORDED);
    assert.equal((await propose(municipality, round, TIDY, 'igen')).kind, 'done');
    await delivered(municipality);
    assert.deepEqual(openEdit(await departmentOf(municipality, round))?.content, text(TIDY));
    const notices = municipality.messenger.asked.filter(({ message }) => message.kind === 'department notice');
    assert.equal(notices.length, 1);
  });

  it('keeps a sentence beside a nil reply what it is', async () => {
    const { municipality, round } = await openRound(1);
    await submitReply(municipality, aReply(round, 0, { answer: { kind: 'nil', typed: 'Ingen  sager.' } }));
    await propose(municipality, round, 'Vi har ingen sager.');
    const { proposedEdit } = await departmentOf(municipality, round);
    assert.deepEqual(proposedEdit?.content, { kind: 'nil', remark: 'Vi har ingen sager.' });
  });

  it('is not the department’s own text, is no empty one, and brings no CPR number with it', async () => {
    const { municipality, round } = await untidyRound();
    assert.equal((await propose(municipality, round, UNTIDY)).kind, 'same');
    for (const [typed, problem] of [
      ['', 'empty'],
      ['Borgeren 010203-1234 skrev.', 'cpr number'],
    ] as const) {
      const outcome = await propose(municipality, round, typed, typed);
      assert.equal(outcome.kind === 'refused' && outcome.problem.kind, problem);
    }
    assert.equal((await departmentOf(municipality, round)).proposedEdit, undefined);
  });

  it('is not proposed for another answer than the card showed, or where there is none', async () => {
    const { municipality, round } = await untidyRound();
    const seen = await seenIn(municipality, round);
    await submitReply(municipality, aReply(round, 0, { seen, press: 'ret', answer: typing('Et andet svar.') }));
    assert.equal((await propose(municipality, round, WORDED)).kind, 'overtaken');
    const none = await proposeEdit(municipality, { ...aFollowUp(round, 1), seen: FIRST_SEEN, typed: WORDED });
    assert.equal(none.kind, 'too late');
  });
});

describe('what a department says to a proposed edit', () => {
  it('makes it the next version, by the person who accepts it, with one press', async () => {
    const { municipality, round } = await untidyRound(1);
    await propose(municipality, round, WORDED);
    const posted = notatsPosted(municipality.messenger).length;
    const press = { ...aPress(round, 0, { press: 'godkend' }), editSeen: await editSeen(municipality, round) };
    assert.equal((await acceptEdit(municipality, press)).kind, 'stored');
    assert.equal((await acceptEdit(municipality, press)).kind, 'unchanged');
    const { reply, proposedEdit } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, reply?.content, reply?.isOnBehalf], [2, text(WORDED), false]);
    assert.deepEqual([reply?.author, proposedEdit], [press.by, undefined]);
    assert.deepEqual(await acts(municipality, round), ['edit proposed', 'edit accepted']);
    // Nobody is missing who was not missing before, so the secretariat gets no notat for it.
    await delivered(municipality);
    assert.equal(notatsPosted(municipality.messenger).length, posted);
  });

  it('keeps its own text, and the secretariat sees that, with the line beside it', async () => {
    const { municipality, round } = await untidyRound();
    await propose(municipality, round, WORDED);
    const press = { ...aPress(round, 0, { press: 'behold' }), editSeen: await editSeen(municipality, round) };
    assert.equal((await dismissEdit(municipality, { ...press, line: ' Vi siger  borger. ' })).kind, 'stored');
    const { reply, proposedEdit } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, proposedEdit?.dismissed?.line], [1, 'Vi siger borger.']);
    const line = (await municipality.rounds.readAudit(round.id)).find(({ act }) => act === 'edit dismissed');
    assert.deepEqual([line?.subject, line?.reason], ['1', 'Vi siger borger.']);
    // It may have no line, and then the audit has no reason.
    await propose(municipality, round, TIDY, 'igen');
    const again = { ...aPress(round, 0, { press: 'behold 2' }), editSeen: await editSeen(municipality, round) };
    assert.equal((await dismissEdit(municipality, { ...again, line: '' })).kind, 'stored');
    assert.equal(
      (await municipality.rounds.readAudit(round.id)).findLast(({ act }) => act === 'edit dismissed')?.reason,
      undefined,
    );
  });

  it('is nothing where the edit is another than the card showed, or the line cannot be kept', async () => {
    const { municipality, round } = await untidyRound();
    await propose(municipality, round, WORDED);
    const press = aPress(round, 0, { press: 'for sent' });
    assert.equal((await acceptEdit(municipality, { ...press, editSeen: 1 })).kind, 'gone');
    assert.equal((await dismissEdit(municipality, { ...press, editSeen: 1, line: '' })).kind, 'gone');
    const seen = await editSeen(municipality, round);
    const refused = await dismissEdit(municipality, { ...press, editSeen: seen, line: 'Borgeren 010203-1234' });
    assert.equal(refused.kind, 'refused');
    assert.equal(openEdit(await departmentOf(municipality, round))?.dismissed, undefined);
  });
});

describe('all spaces and quotation marks in one press', () => {
  it('become a proposed edit for each department that has some, once', async () => {
    const { municipality, round } = await untidyRound();
    await submitReply(municipality, aReply(round, 1));
    const outcome = await mendTexts(municipality, mend(round));
    assert.deepEqual(outcome.kind === 'check' && [outcome.proposed, outcome.isOwnMended], [1, false]);
    await delivered(municipality);
    assert.deepEqual((await departmentOf(municipality, round, 0)).proposedEdit?.content, text(TIDY));
    assert.equal((await departmentOf(municipality, round, 1)).proposedEdit, undefined);
    const again = await mendTexts(municipality, mend(round, { press: 'igen' }));
    assert.deepEqual(again.kind === 'check' && [again.proposed, again.isOwnMended], [0, false]);
    assert.deepEqual(await acts(municipality, round), ['edit proposed', 'edit proposed']);
  });

  it('are mended at once in the notat’s own words', async () => {
    const { municipality, round } = await untidyRound();
    const present = await municipality.rounds.readRound(round.id);
    assert.ok(present);
    const { plan } = present.value;
    const untidy = {
      ...plan,
      introduction: UNTIDY,
      header: { ...plan.header, regarding: 'En "sag"', caseNumber: '1  2' },
    };
    const change = { change: 'replace round', round: { ...present.value, plan: untidy }, etag: present.etag } as const;
    await municipality.rounds.commit(round.id, operationId('arrange'), [change]);
    const outcome = await mendTexts(municipality, mend(round));
    assert.equal(outcome.kind === 'check' && outcome.isOwnMended, true);
    const { introduction, header } = (await municipality.rounds.readRound(round.id))?.value.plan ?? plan;
    assert.deepEqual([introduction, header.regarding, header.caseNumber], [TIDY, 'En ”sag”', '1  2']);
    const twice = await mendTexts(municipality, mend(round));
    assert.equal(twice.kind === 'check' && twice.isOwnMended, false);
    assert.deepEqual(await acts(municipality, round), ['own text mended', 'edit proposed']);
  });

  it('are proposed no more once the round is being closed, whose notat has the departments’ own text', async () => {
    const { municipality, round } = await openRound(1);
    await submitReply(municipality, aReply(round, 0, { answer: typing(UNTIDY) }));
    const outcome = await mendTexts(municipality, mend(round));
    assert.ok(outcome.kind === 'check');
    const { findings } = outcome;
    const keep = findings.map(findingKey);
    const closing = await closeRound(municipality, { ...mend(round, { press: 'afslut' }), keep, missing: [] });
    assert.equal(closing.kind, 'closing');
    await delivered(municipality);
    assert.equal((await departmentOf(municipality, round)).proposedEdit, undefined);
    assert.equal((await mendTexts(municipality, mend(round, { press: 'for sent' }))).kind, 'closed already');
    const unknown = mend(round, { address: { ...SECRETARIAT, tenantId: 'en-anden' } });
    assert.equal((await mendTexts(municipality, unknown)).kind, 'unknown round');
  });

  it('leave an edit that nobody has replied to out of the final notat', async () => {
    const { municipality, round } = await openRound(1);
    await answeredByAll(municipality, round);
    await propose(municipality, round, WORDED);
    await locked(municipality, round);
    const press = { ...aPress(round, 0, { press: 'for sent' }), editSeen: await editSeen(municipality, round) };
    assert.equal((await acceptEdit(municipality, press)).kind, 'locked');
    assert.equal((await departmentOf(municipality, round)).reply?.number, 1);
  });
});
