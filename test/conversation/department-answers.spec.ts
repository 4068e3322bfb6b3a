import assert from 'node:assert/strict';
import { type Card, initialInputs } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import { CARD_MAX_BYTES, cardBytes } from '../../src/cards/card-size.js';
import type { Answer } from '../../src/conversation/answer.js';
import { CPR_REASON_MAX, REPLY_MAX } from '../../src/domain/limits.js';
import { da, en } from '../../src/text/messages.js';
import { aDecline, aDepartment, aDraft, anAddress, aProposal, aSentBack, aVersion } from '../support/builders.js';
import { AASE, type ABot, aBot, assertNotice, cardOf, fieldOf, type PressOptions, readAnswer, ULLA } from './a-bot.js';

const TEXT = 'Vi har lært, at borgerne skal have besked med det samme.';
const CPR = 'Borgeren 010203-1234 fik besked.';
/** Longer than any card can show. */
const HUGE = 'ord '.repeat(15_000).trim();
const TOO_LONG = { kind: 'too long', length: HUGE.length, max: REPLY_MAX } as const;
const HEADED = { department: aDepartment({ heads: [AASE] }) };
const { notices } = da;

const isOwedToAll = (answer: Answer) => answer.kind === 'card' && answer.isOwedToAll;

function assertHeading(answer: Answer, heading: string): void {
  assert.equal(readAnswer(answer).split('\n')[0], heading);
}

function assertSays(answer: Answer, ...sentences: readonly string[]): void {
  const shown = readAnswer(answer);
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

/** The nonces in a card's buttons. */
function noncesIn(card: Card): ReadonlySet<string> {
  return new Set([...JSON.stringify(card).matchAll(/"nonce":"(?<nonce>[^"]*)"/gu)].map(([, nonce]) => nonce ?? ''));
}

describe('a department’s answer, pressed on its card', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const send = async (typed: string, options: PressOptions = {}) =>
    bot.press(await bot.card(), 'reply.send', { typed: { reply: typed }, ...options });

  it('is answered with the receipt, which everyone is owed', async () => {
    const answer = await send(TEXT);
    assertHeading(answer, da.receipt.heading);
    assertSays(answer, TEXT);
    assert.ok(isOwedToAll(answer));
  });

  it('is made of what the card says was seen, and of a press that a redelivery shares', async () => {
    await bot.change({ draft: aDraft(), reply: aVersion(), sentBack: aSentBack() });
    const card = await bot.card();
    await bot.press(card, 'reply.send', { typed: { reply: TEXT }, activityId: 'f:1' });
    const { reply, draft, presses } = await bot.department();
    assert.deepEqual([reply?.number, draft], [2, undefined]);
    bot.clock.advance(60_000);
    await bot.change({ reply: aVersion({ number: 3, content: { kind: 'text', text: 'Et senere svar.' } }) });
    const again = await bot.press(card, 'reply.send', { typed: { reply: TEXT }, activityId: 'f:2' });
    assertSays(again, 'Et senere svar.');
    assert.equal(isOwedToAll(again), false);
    assert.deepEqual((await bot.department()).presses, presses);
  });

  it('is answered with a card of its own, which no other press shares', async () => {
    const first = await bot.card();
    const second = cardOf(await bot.press(first, 'reply.send', { typed: { reply: '' } }));
    const third = cardOf(await bot.press(second, 'reply.send', { typed: { reply: TEXT } }));
    const nonces = [first, second, third].map(noncesIn);
    assert.deepEqual(
      nonces.map(({ size }) => size),
      [1, 1, 1],
    );
    assert.equal(new Set(nonces.flatMap((each) => [...each])).size, 3);
  });

  it('may be that there is nothing to say, with a sentence', async () => {
    const answer = await bot.press(await bot.card(), 'reply.nil', { typed: { reply: 'Vi har ingen plejehjem.' } });
    assertHeading(answer, da.receipt.heading);
    assert.deepEqual((await bot.department()).reply?.content, { kind: 'nil', remark: 'Vi har ingen plejehjem.' });
  });

  it('is answered with what is wrong with it, and the text still there', async () => {
    const answer = await send(' \n');
    assertSays(answer, da.request.problem({ kind: 'empty' }));
    assert.equal(isOwedToAll(answer), false);
  });

  it('with a CPR number is shown to the sender alone', async () => {
    const answer = await send(CPR);
    assertSays(answer, da.request.problem({ kind: 'cpr number', certainty: 'certain' }));
    assert.equal(fieldOf(answer), CPR);
    assert.ok(answer.kind === 'card');
    assert.deepEqual(answer.insteadOfAll, notices.cprInReply());
    const kept = await bot.press(cardOf(answer), 'reply.keep-cpr', { typed: { reason: '' } });
    assertSays(kept, da.request.problem({ kind: 'reason missing' }));
    const reasoned = await bot.press(cardOf(kept), 'reply.keep-cpr', { typed: { reason: 'Borgeren ønsker det.' } });
    assertHeading(reasoned, da.receipt.heading);
  });

  it('with a CPR number is shown to the sender alone, whatever else is wrong with it', async () => {
    const answer = await send(CPR + 'x'.repeat(10_000));
    assert.deepEqual(answer.kind === 'card' && answer.insteadOfAll, notices.cprInReply());
  });

  it('keeps a wrong reason for a CPR number in its field', async () => {
    const asked = cardOf(await send(CPR));
    const answer = await bot.press(asked, 'reply.keep-cpr', { typed: { reason: 'x'.repeat(301) } });
    assert.equal(fieldOf(answer, 'reason'), 'x'.repeat(301));
  });

  it('stays where it is where no card can hold the reason for a CPR number', async () => {
    const answer = await bot.press(cardOf(await send(CPR)), 'reply.keep-cpr', { typed: { reason: HUGE } });
    const problem = { kind: 'reason too long', length: HUGE.length, max: CPR_REASON_MAX } as const;
    assertNotice(answer, notices.tooLongToShow(da.request.problem(problem)));
  });

  it('that is longer than a reply may be stays whole in its field, and is told how much too long it is', async () => {
    const typed = `${'Vi har lært meget af rapporten. '.repeat(500)}`.slice(0, 15_400).trimEnd();
    const answer = await send(typed);
    assertSays(answer, da.request.problem({ kind: 'too long', length: typed.length, max: REPLY_MAX }));
    assert.equal(fieldOf(answer), typed);
    assert.equal((await bot.department()).reply, undefined);
  });

  it('that is too long for any card stays where it is', async () => {
    assertNotice(await send(HUGE), notices.tooLongToShow(da.request.problem(TOO_LONG)));
  });

  it('that someone else came before stands in the field, beside theirs', async () => {
    const card = await bot.card();
    await bot.change({ reply: aVersion({ author: ULLA }) });
    const answer = await bot.press(card, 'reply.send', { typed: { reply: TEXT } });
    assertSays(answer, da.request.overtaken(ULLA.name, aVersion().at));
    assert.equal(fieldOf(answer), TEXT);
    const nil = await bot.press(card, 'reply.nil', { typed: { reply: 'Intet nyt.' } });
    assert.equal(fieldOf(nil), 'Intet nyt.');
  });

  it('that someone else’s proposal came before stands in the field, beside theirs', async () => {
    await bot.change(HEADED);
    const card = await bot.card();
    await bot.change({ proposal: aProposal() });
    const answer = await bot.press(card, 'reply.send', { typed: { reply: TEXT } });
    assertSays(answer, da.request.proposalOvertaken(ULLA.name, aProposal().at), 'Vi foreslår at holde et møde mere');
    assert.equal(fieldOf(answer), TEXT);
  });

  it('by someone who is no head awaits one', async () => {
    await bot.change(HEADED);
    const answer = await send(TEXT, { by: ULLA });
    assertHeading(answer, da.approval.heading);
    assert.ok(isOwedToAll(answer));
  });

  it('by someone who is no head is not taken once the department has declined', async () => {
    await bot.change(HEADED);
    const card = await bot.card();
    await bot.change({ decline: aDecline() });
    const answer = await bot.press(card, 'reply.send', { typed: { reply: TEXT }, by: ULLA });
    assertNotice(answer, notices.declinedAlready());
  });

  it('in a closed round stays in its field, or there is the closed card if nothing would be lost', async () => {
    const card = await bot.card();
    await bot.change({ isLocked: true, reply: aVersion({ content: { kind: 'text', text: 'Det gemte svar.' } }) });
    assertNotice(await bot.press(card, 'reply.send', { typed: { reply: TEXT } }), notices.locked(undefined));
    for (const reply of ['', ' \n', 'Det gemte svar.\n']) {
      assertSays(await bot.press(card, 'reply.send', { typed: { reply } }), da.receipt.locked, 'Det gemte svar.');
    }
  });
});

describe('a draft, pressed on its card', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const save = async (typed: string, card?: Card) =>
    bot.press(card ?? (await bot.card()), 'reply.save-draft', { typed: { reply: typed } });

  it('is answered with the card and the text, to go on from', async () => {
    const answer = await save(TEXT);
    assertSays(answer, da.request.draft(AASE.name, bot.clock.now()));
    assert.equal(fieldOf(answer), TEXT);
    assert.ok(isOwedToAll(answer));
  });

  it('is answered the same way when it comes again, as long as it is a draft', async () => {
    const card = await bot.card();
    await save(TEXT, card);
    const again = await save(TEXT, card);
    assert.equal(fieldOf(again), TEXT);
    assert.equal(isOwedToAll(again), false);
    await bot.change({ draft: undefined, reply: aVersion() });
    assertHeading(await save(TEXT, card), da.receipt.heading);
  });

  it('is answered with what is wrong with it', async () => {
    assertSays(await save(''), da.request.problem({ kind: 'empty' }));
    assert.equal(fieldOf(await save(CPR)), CPR);
  });

  it('that someone else came before stands in the field, beside theirs', async () => {
    const card = await bot.card();
    await bot.change({ draft: aDraft({ author: ULLA }) });
    const answer = await save(TEXT, card);
    assertSays(answer, da.request.draftOvertaken(ULLA.name, aDraft().at), aDraft().text);
    assert.equal(fieldOf(answer), TEXT);
  });

  it('in a closed round stays in its field', async () => {
    const card = await bot.card();
    await bot.change({ isLocked: true });
    assertNotice(await save(TEXT, card), notices.locked(undefined));
    assertNotice(await save(CPR, card), notices.locked(undefined));
    assertHeading(await save('', card), da.receipt.lockedHeading);
    await bot.change({ draft: aDraft() });
    assertHeading(await save(aDraft().text, card), da.receipt.lockedHeading);
  });
});

describe('approving, on the card of an answer that waits for it', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot({ ...HEADED, proposal: aProposal() });
  });

  const approve = async (options: PressOptions = {}, card?: Card) =>
    bot.press(card ?? (await bot.card()), 'reply.approve', options);

  it('is answered with the receipt, which everyone is owed', async () => {
    const answer = await approve();
    assertHeading(answer, da.receipt.heading);
    assertSays(answer, 'Vi foreslår at holde et møde mere');
    assert.ok(isOwedToAll(answer));
  });

  it('is answered with the card as it is now, when that is another', async () => {
    const card = await bot.card();
    await bot.change({ proposal: aProposal({ at: new Date('2026-11-10T09:00:00Z') }) });
    const answer = await approve({}, card);
    assertHeading(answer, da.approval.heading);
    assert.equal((await bot.department()).reply, undefined);
    await bot.change({ proposal: undefined });
    assertHeading(await approve({}, card), da.request.heading);
    await bot.change({ isLocked: true });
    assertHeading(await approve({}, card), da.receipt.lockedHeading);
  });

  it('can be left for correcting the text', async () => {
    const answer = await bot.press(await bot.card(), 'reply.edit');
    assert.equal(fieldOf(answer), 'Vi foreslår at holde et møde mere hver måned.');
  });
});

describe('showing a department its card again', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot({ reply: aVersion() });
  });

  it('is the field with the reply in it, for correcting, and the receipt again', async () => {
    const edit = await bot.press(await bot.card(), 'reply.edit');
    assert.match(fieldOf(edit), /^Vi har indført/u);
    assertHeading(await bot.press(cardOf(edit), 'reply.show'), da.receipt.heading);
  });

  it('is the receipt also where a client sends the field along, since cancelling is what was asked', async () => {
    const edit = cardOf(await bot.press(await bot.card(), 'reply.edit'));
    const onPhone = JSON.parse(
      JSON.stringify(edit).replaceAll('"associatedInputs":"none"', '"associatedInputs":"auto"'),
    );
    assertHeading(await bot.press(onPhone, 'reply.show', { typed: { reply: TEXT } }), da.receipt.heading);
  });
});

describe('declining, on the department’s card', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const open = async (options: PressOptions = {}, card?: Card) =>
    bot.press(card ?? (await bot.card()), 'reply.open-decline', options);
  const decline = async (typed: Readonly<Record<string, string>>, options: PressOptions = {}) =>
    bot.press(cardOf(await open()), 'reply.decline', { typed, ...options });

  it('opens a form with the other departments, and what stood in the field', async () => {
    const answer = await open({ typed: { reply: TEXT } });
    assertHeading(answer, da.decline.heading);
    assert.equal(fieldOf(answer), TEXT);
    assert.ok(JSON.stringify(cardOf(answer)).includes('"Skole"'));
  });

  it('gives the text back when it is cancelled', async () => {
    const form = cardOf(await open({ typed: { reply: TEXT } }));
    const answer = await bot.press(form, 'reply.show');
    assertHeading(answer, da.request.heading);
    assert.equal(fieldOf(answer), TEXT);
    const empty = await bot.press(cardOf(await open()), 'reply.show');
    assertHeading(empty, da.request.heading);
    assert.equal(fieldOf(empty), '');
  });

  it('gives the text back also where the department’s answer has come in the meantime and was sent back', async () => {
    const form = cardOf(await open({ typed: { reply: TEXT } }));
    await bot.change({ reply: aVersion(), sentBack: aSentBack() });
    assert.equal(fieldOf(await bot.press(form, 'reply.show')), TEXT);
  });

  it('leaves the draft in the field where nothing was typed', async () => {
    await bot.change({ draft: aDraft() });
    const form = cardOf(await open({ typed: { reply: ' ' } }));
    assert.equal(fieldOf(await bot.press(form, 'reply.show')), aDraft().text);
  });

  it('does not open with a text that no card can hold', async () => {
    assertNotice(await open({ typed: { reply: HUGE } }), notices.tooLongToShow(da.request.problem(TOO_LONG)));
  });

  it('does not open once the round is closed, and leaves what stands in the field there', async () => {
    const card = await bot.card();
    await bot.change({ isLocked: true });
    assertNotice(await open({ typed: { reply: TEXT } }, card), notices.locked(undefined));
  });

  it('is answered with the card that says so, which everyone is owed', async () => {
    const answer = await decline({ reason: 'Rapporten handler om plejehjem.', instead: 'Skole' });
    assertHeading(answer, da.decline.declinedHeading);
    assertSays(answer, 'Rapporten handler om plejehjem.', da.decline.insteadAsked('Skole'));
    assert.ok(isOwedToAll(answer));
  });

  it('is answered the same way when it comes again', async () => {
    const form = cardOf(await open());
    const typed = { reason: 'Rapporten handler om plejehjem.' };
    await bot.press(form, 'reply.decline', { typed });
    const again = await bot.press(form, 'reply.decline', { typed, activityId: 'f:2' });
    assertHeading(again, da.decline.declinedHeading);
    assert.equal(isOwedToAll(again), false);
  });

  it('is answered with what is wrong, and everything still there', async () => {
    const form = cardOf(await open({ typed: { reply: TEXT } }));
    const answer = await bot.press(form, 'reply.decline', { typed: { reason: ' ', instead: 'Skole' } });
    assertSays(answer, da.decline.problem({ kind: 'missing' }));
    const { reply, reason, instead } = initialInputs(cardOf(answer));
    assert.deepEqual([reply, reason, instead], [TEXT, ' ', 'Skole']);
  });

  it('for a reason with a CPR number is shown to the sender alone', async () => {
    const answer = await decline({ reason: CPR });
    assertSays(answer, da.decline.problem({ kind: 'cpr number', certainty: 'certain' }));
    assert.equal(answer.kind === 'card' && answer.insteadOfAll?.heading, notices.cprInReply().heading);
  });

  it('without a reason is answered with the closed card once the round is closed', async () => {
    const form = cardOf(await open());
    await bot.change({ isLocked: true });
    assertHeading(await bot.press(form, 'reply.decline'), da.receipt.lockedHeading);
  });

  it('can be taken back by answering', async () => {
    await decline({ reason: 'Rapporten handler om plejehjem.' });
    const edit = await bot.press(await bot.card(), 'reply.edit');
    const answer = await bot.press(cardOf(edit), 'reply.send', { typed: { reply: TEXT } });
    assertHeading(answer, da.receipt.heading);
  });
});

describe('a department with its own language', () => {
  it('is answered in it, on cards and beside them', async () => {
    const bot = await aBot({ department: aDepartment({ heads: [AASE], language: 'en' }) });
    const card = await bot.card();
    assert.equal(cardText(card).split('\n')[0], en.request.heading);
    assertNotice(await bot.press(card, 'reply.open-decline', { by: ULLA }), en.notices.onlyHeads([AASE]));
    assertHeading(await bot.press(card, 'reply.send', { typed: { reply: TEXT } }), en.receipt.heading);
  });

  it('is answered in the installation’s where it is not known to be the department', async () => {
    const bot = await aBot({ department: aDepartment({ language: 'en' }) });
    const elsewhere = { typed: { reply: TEXT }, at: anAddress({}, 'skole') };
    assertNotice(await bot.press(await bot.card(), 'reply.send', elsewhere), notices.notAsked());
  });
});

describe('a department’s card, whatever is typed', () => {
  it('is never larger than Teams delivers', async () => {
    const bot = await aBot({ reply: aVersion({ content: { kind: 'text', text: '"\\'.repeat(5_000) } }) });
    const edit = await bot.press(await bot.card(), 'reply.edit');
    assert.ok(cardBytes(cardOf(edit)) <= CARD_MAX_BYTES);
  });
});
