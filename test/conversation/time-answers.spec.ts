import assert from 'node:assert/strict';
import { initialInputs } from '../../dev/local-teams/card-actions.js';
import type { Answer } from '../../src/conversation/answer.js';
import { COMMENT_MAX } from '../../src/domain/limits.js';
import type { TimeRequestProblem } from '../../src/domain/reply/time-request.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import { da, en } from '../../src/text/messages.js';
import type { Notice } from '../../src/text/notice.js';
import {
  aDecline,
  aDepartment,
  aDraft,
  aLocalDate,
  anAcceptedDecline,
  aProposal,
  aTimeDecision,
  aTimeRequest,
  aVersion,
  START,
} from '../support/builders.js';
import { AASE, type ABot, aBot, assertNotice, cardOf, fieldOf, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';

const CPR = 'Borgeren 010203-1234 fik besked.';
const GIVEN = { until: '2026-12-04', reason: 'Vi venter på tal fra regionen.' };
const TYPED = 'Vi er i gang';
const DAY = aLocalDate('2026-12-04');

function assertSays(answer: Answer, ...sentences: readonly string[]): void {
  const shown = readAnswer(answer);
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

describe('the department’s form for more time', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const open = async (reply = '') => bot.press(await bot.card(), 'reply.open-time', { typed: { reply } });
  const ask = async (typed: Readonly<Record<string, string>>, reply = '') =>
    bot.press(cardOf(await open(reply)), 'reply.ask-for-time', { typed, activityId: 'f:2' });

  it('keeps what stands in the answer’s field, and gives it back when it is left', async () => {
    const form = await open(TYPED);
    assert.equal(fieldOf(form), TYPED);
    const left = await bot.press(cardOf(form), 'reply.show', { typed: GIVEN });
    assert.equal(fieldOf(left), TYPED);
  });

  it('leads to the card, which says until when was asked, and has the text as a draft', async () => {
    const answer = await ask(GIVEN, TYPED);
    assertSays(answer, da.time.asked(DAY), da.request.draft(AASE.name, START));
    assert.equal(fieldOf(answer), TYPED);
    assert.ok(answer.kind === 'card' && answer.isOwedToAll);
  });

  it('gives back a text that cannot be kept as a draft', async () => {
    const answer = await ask(GIVEN, CPR);
    assert.equal(fieldOf(answer), CPR);
    assert.ok(answer.kind === 'card' && answer.insteadOfAll !== undefined);
    assert.equal((await bot.department()).draft, undefined);
  });

  it('does not count a draft as seen that the pressed card did not show', async () => {
    const card = await bot.card();
    await bot.change({ draft: aDraft({ text: 'En andens kladde' }) });
    const form = await bot.press(card, 'reply.open-time', { typed: { reply: TYPED } });
    const answer = await bot.press(cardOf(form), 'reply.ask-for-time', { typed: GIVEN });
    assert.equal(fieldOf(answer), TYPED);
    assert.equal((await bot.department()).draft?.text, 'En andens kladde');
  });

  const REFUSED: readonly (readonly [what: string, Partial<typeof GIVEN>, TimeRequestProblem])[] = [
    ['no day', { until: '' }, { field: 'deadline', kind: 'missing' }],
    ['a day that cannot be read', { until: 'i morgen' }, { field: 'deadline', kind: 'not read', sent: 'i morgen' }],
    ['a day before today', { until: '2026-11-08' }, { field: 'deadline', kind: 'in the past' }],
    [
      'the day of the deadline',
      { until: '2026-11-25' },
      { field: 'deadline', kind: 'not later', present: aLocalDate() },
    ],
    [
      'a day too far ahead',
      { until: '2030-01-01' },
      { field: 'deadline', kind: 'too far ahead', last: aLocalDate('2029-11-09') },
    ],
    ['no reason', { reason: ' ' }, { field: 'reason', kind: 'reason', problem: { kind: 'missing' } }],
    [
      'a reason that is too long',
      { reason: 'x'.repeat(COMMENT_MAX + 7) },
      { field: 'reason', kind: 'reason', problem: { kind: 'too long', length: COMMENT_MAX + 7, max: COMMENT_MAX } },
    ],
    [
      'a reason with a CPR number',
      { reason: CPR },
      { field: 'reason', kind: 'reason', problem: { kind: 'cpr number', certainty: 'certain' } },
    ],
  ];

  for (const [what, changes, problem] of REFUSED) {
    it(`has a sentence for ${what}, and keeps all that was typed`, async () => {
      const typed = { ...GIVEN, ...changes };
      const answer = await ask(typed, TYPED);
      assertSays(answer, da.time.problem(problem));
      const { until = '', reason, reply } = initialInputs(cardOf(answer));
      assert.deepEqual({ until, reason, reply }, { ...typed, reply: TYPED });
      assert.equal((await bot.department()).timeRequest, undefined);
    });
  }

  const TOO_LATE: readonly (readonly [what: string, Partial<RoundDepartment>, Notice])[] = [
    ['has answered', { reply: aVersion() }, da.time.tooLate('answered')],
    ['waits for its head', { proposal: aProposal() }, da.time.tooLate('awaiting approval')],
    ['has declined', { decline: aDecline() }, da.time.tooLate('declined')],
    ['is excused', { decline: aDecline({ accepted: anAcceptedDecline() }) }, da.time.tooLate('excused')],
    ['is in a closed round', { isLocked: true }, da.notices.locked(undefined)],
  ];

  for (const [what, changes, notice] of TOO_LATE) {
    it(`has a sentence for a department that ${what}, before and after the form`, async () => {
      const card = await bot.card();
      const form = cardOf(await open(TYPED));
      await bot.change(changes);
      assertNotice(await bot.press(card, 'reply.open-time', { typed: { reply: TYPED } }), notice);
      assertNotice(await bot.press(form, 'reply.ask-for-time', { typed: GIVEN }), notice);
    });
  }

  it('shows the card of a closed round to whoever has typed nothing', async () => {
    const card = await bot.card();
    await bot.change({ isLocked: true });
    assertSays(await bot.press(card, 'reply.open-time'), 'Runden er afsluttet');
  });

  it('has a sentence for the same day once more, and is filled in with what waits', async () => {
    await ask(GIVEN);
    const form = await bot.press(await bot.card(), 'reply.open-time', { activityId: 'f:3' });
    assertSays(form, da.time.replaces(DAY));
    assert.equal(initialInputs(cardOf(form))['until'], '2026-12-04');
    const again = await bot.press(cardOf(form), 'reply.ask-for-time', { activityId: 'f:4' });
    assertNotice(again, da.time.askedAlready(DAY));
  });

  it('tells the same when a press comes twice', async () => {
    const form = cardOf(await open());
    await bot.press(form, 'reply.ask-for-time', { typed: GIVEN });
    assertSays(await bot.press(form, 'reply.ask-for-time', { typed: GIVEN, activityId: 'f:5' }), da.time.asked(DAY));
  });

  it('is in the language of the department', async () => {
    await bot.change({ department: aDepartment({ language: 'en' }) });
    assertSays(await open(), en.time.heading);
  });
});

describe('the secretariat’s decision about more time', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot({ timeRequest: aTimeRequest() });
  });

  const there = { by: SECRETARY, at: SECRETARIAT };
  const decide = async (verb: string, line = '') =>
    bot.press(await bot.followUp(), verb, { ...there, typed: { line }, activityId: 'f:2' });

  it('shows who has decided, and the deadline of now', async () => {
    const answer = await decide('department.grant-time', 'Brug dagene godt.');
    const byWhen = da.receipt.deadline(DAY);
    assertSays(answer, da.time.granted(SECRETARY.name, START, 'Brug dagene godt.'), byWhen);
    assert.ok(!readAnswer(answer).includes(da.time.grant));
  });

  it('has a sentence for a line with a CPR number, and keeps it', async () => {
    const answer = await decide('department.decline-time', CPR);
    assertSays(answer, da.time.lineProblem({ kind: 'cpr number', certainty: 'certain' }));
    assert.equal(fieldOf(answer, 'line'), CPR);
    assert.ok(answer.kind === 'card' && answer.insteadOfAll !== undefined);
  });

  it('shows the newer request where the card showed another, and keeps the line', async () => {
    const card = await bot.followUp();
    const newer = aTimeRequest({ until: aLocalDate('2026-12-11'), at: new Date(START.getTime() + 1_000) });
    await bot.change({ timeRequest: newer });
    const answer = await bot.press(card, 'department.decline-time', { ...there, typed: { line: 'Nej tak.' } });
    assertSays(
      answer,
      da.time.replaced(newer.until),
      da.time.request(newer.by.name, newer.at, newer.until, newer.reason),
    );
    assert.equal(fieldOf(answer, 'line'), 'Nej tak.');
  });

  const TOLD: readonly (readonly [what: string, Partial<RoundDepartment>, Notice])[] = [
    [
      'somebody else has said yes',
      { timeRequest: aTimeRequest({ decision: aTimeDecision() }) },
      da.time.decidedAlready(true, SECRETARY.name, START),
    ],
    [
      'somebody else has said no',
      { timeRequest: aTimeRequest({ decision: aTimeDecision({ isGranted: false }) }) },
      da.time.decidedAlready(false, SECRETARY.name, START),
    ],
    ['the department has answered', { reply: aVersion(), timeRequest: undefined }, da.time.moot(true)],
    ['the department has declined', { decline: aDecline() }, da.time.moot(false)],
    ['the round is closed', { isLocked: true }, da.followUp.locked(undefined)],
  ];

  for (const [what, changes, notice] of TOLD) {
    it(`has a sentence where ${what}`, async () => {
      const card = await bot.followUp();
      await bot.change(changes);
      for (const verb of ['department.grant-time', 'department.decline-time']) {
        assertNotice(await bot.press(card, verb, { ...there, typed: { line: 'Hej.' } }), notice);
      }
    });
  }

  it('has a sentence where the day is over', async () => {
    const card = await bot.followUp();
    bot.clock.advance(30 * 86_400_000);
    assertNotice(await bot.press(card, 'department.grant-time', there), da.time.dayPassed(DAY));
  });

  it('shows the department of a closed round to whoever has written nothing', async () => {
    const card = await bot.followUp();
    await bot.change({ isLocked: true });
    assertSays(await bot.press(card, 'department.grant-time', there), da.receipt.lockedHeading);
  });
});
