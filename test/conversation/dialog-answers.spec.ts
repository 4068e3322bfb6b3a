import assert from 'node:assert/strict';
import { dataToSend, type InputValues, initialInputs } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { Log, RoundStore } from '../../src/application/ports.js';
import type { Card } from '../../src/cards/render.js';
import type { ChannelAct, Refusal } from '../../src/conversation/acts.js';
import type { AnswerInDialog } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import type { Person } from '../../src/domain/person.js';
import { accepted, type Result, refused } from '../../src/domain/result.js';
import type { RoundDepartment } from '../../src/domain/round/round.js';
import { da } from '../../src/text/messages.js';
import type { Notice } from '../../src/text/notice.js';
import { type Part, partsOf, partsOfType } from '../cards/card-parts.js';
import { aDecline, aDepartment, aDraft, anAct, anAddress, aProposal, aVersion } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { AASE, type ABot, aBot, assertNotice, ULLA } from './a-bot.js';

const TEXT = 'Vi har lært, at borgerne skal have besked med det samme.';
const LONGER = `${TEXT}\n- Fast vagt på telefonen\n- Opfølgning hver fredag`;
const CPR = 'Borgeren 010203-1234 fik besked.';
const { dialog: said, notices } = da;
const HEADED = { department: aDepartment({ heads: [AASE] }) };

interface Acting {
  readonly by?: Person;
  readonly typed?: InputValues;
  readonly act?: Result<ChannelAct, Refusal>;
}

/** A person's dialog, as one client has it. */
interface Opened {
  readonly card: Card;
  readonly press: (title: string, acting?: Acting) => Promise<AnswerInDialog>;
}

describe('the large field', () => {
  let bot: ABot;
  let log: Log;
  beforeEach(async () => {
    bot = await aBot();
    log = createRecordingLog();
  });

  const talk = (rounds: RoundStore = bot.deps.rounds) => createConversation({ ...bot.deps, rounds }, log);
  const broken = (): RoundStore => {
    const fail = () => Promise.reject(new Error('the store does not answer'));
    return { ...bot.deps.rounds, readDepartment: fail, commit: fail };
  };
  const inDialog = (by: Person) => accepted(anAct({ by, surface: 'dialog' }));

  function buttonOf(card: Card, title: string): Part {
    const found = partsOfType(card, 'Action.Submit').filter((each) => each['title'] === title);
    assert.equal(found.length, 1, `${title} on ${JSON.stringify(card['actions'])}`);
    return found[0] as Part; // It has just been counted.
  }

  /** Presses *Skriv i stort felt* on the card that the channel sees. */
  async function ask({ by = AASE, typed = {}, act }: Acting = {}, rounds?: RoundStore, on?: Card) {
    const card = on ?? (await bot.card());
    const data = dataToSend(buttonOf(card, said.open), { ...initialInputs(card), ...typed });
    return talk(rounds).openDialog(data, act ?? inDialog(by));
  }

  function shown(answer: AnswerInDialog, rounds?: RoundStore): Opened {
    assert.ok(answer.kind === 'dialog', JSON.stringify(answer));
    const { card } = answer;
    return {
      card,
      press(title, { by = AASE, typed = {}, act } = {}) {
        const data = dataToSend(buttonOf(card, title), { ...initialInputs(card), ...typed });
        return talk(rounds).pressInDialog(data, act ?? inDialog(by));
      },
    };
  }

  const open = async (acting?: Acting) => shown(await ask(acting));
  const read = (answer: AnswerInDialog) => cardText(shown(answer).card);
  const inField = (answer: AnswerInDialog, field = 'reply') => initialInputs(shown(answer).card)[field];

  function assertSays(answer: AnswerInDialog, ...sentences: readonly string[]): void {
    const text = read(answer);
    for (const sentence of sentences) assert.ok(text.includes(sentence), `“${sentence}” is not in:\n${text}`);
  }

  function assertCloses(answer: AnswerInDialog, heading: string): void {
    assert.ok(answer.kind === 'closing', JSON.stringify(answer));
    assert.equal(answer.notice.heading, heading);
  }

  /** The words are there, with the text that was sent and a button that sends it again. */
  async function assertKept(answer: AnswerInDialog, notice: Notice, typed: string): Promise<void> {
    assertSays(answer, notice.heading, notice.text);
    assert.equal(inField(answer), typed);
    const { kind } = await shown(answer).press(said.tryAgain);
    assert.ok(kind === 'dialog' || kind === 'closing');
  }

  describe('when it opens', () => {
    it('takes along what stands in the card’s field', async () => {
      const answer = await ask({ typed: { reply: TEXT } });
      assert.equal(inField(answer), TEXT);
      assertSays(answer, said.fromCard, said.room(TEXT.length, 10_000));
      assert.ok(answer.kind === 'dialog');
      assert.equal(answer.title, 'Svar fra Børn og Familie');
    });

    it('holds the department’s draft, the proposal or the reply where nothing was typed, as the card does', async () => {
      const stands: readonly (readonly [Partial<RoundDepartment>, text: string, origin: string])[] = [
        [{ draft: aDraft({ text: 'En kladde.' }) }, 'En kladde.', 'Kladde, ikke sendt'],
        [
          { draft: undefined, proposal: aProposal({ content: { kind: 'text', text: 'Et forslag.' } }) },
          'Et forslag.',
          'Skrevet af',
        ],
        [
          { proposal: undefined, reply: aVersion({ content: { kind: 'text', text: 'Et svar.' } }) },
          'Et svar.',
          da.request.correcting,
        ],
      ];
      const card = await bot.card();
      for (const [changes, text, origin] of stands) {
        await bot.change(changes);
        const answer = await ask({}, undefined, card);
        assert.equal(inField(answer), text);
        assertSays(answer, origin);
      }
    });

    it('has no button that a phone would not draw, and carries all that a press needs', async () => {
      const { card } = await open();
      const actions = card['actions'] as readonly Part[]; // A card's actions are a list of parts.
      assert.ok(actions.every(({ type }) => type === 'Action.Submit' || type === 'Action.OpenUrl'));
      assert.deepEqual(
        partsOf(card).filter(({ type }) => type === 'ActionSet'),
        [],
      );
      const data = buttonOf(card, da.request.send)['data'] as Readonly<Record<string, unknown>>; // Data is an object.
      assert.deepEqual(Object.keys(data), [
        'verb',
        'roundId',
        'departmentId',
        'basedOn',
        'draftSeen',
        'proposalSeen',
        'nonce',
        'ownSeen',
      ]);
    });

    it('shows last year’s answer, and the row as it will stand in the notat', async () => {
      await bot.change({ previous: { title: 'Sidste år', content: { kind: 'text', text: 'Det skrev I da.' } } });
      assertSays(
        await ask({ typed: { reply: LONGER } }),
        said.previous('Sidste år'),
        'Det skrev I da.',
        said.row,
        '•  Fast vagt',
      );
    });

    it('says what a colleague has sent since the card was drawn, with both texts', async () => {
      const stale = await bot.card();
      await bot.change({ reply: aVersion({ author: ULLA, content: { kind: 'text', text: 'Det har Ulla sendt.' } }) });
      const { reply } = await bot.department();
      assert.ok(reply);
      const answer = await ask({ typed: { reply: TEXT } }, undefined, stale);
      assertSays(answer, said.answeredSince(ULLA.name, reply.at), 'Det har Ulla sendt.');
      assert.equal(inField(answer), TEXT);
      assertCloses(await shown(answer).press(da.request.send), da.receipt.heading);
      assert.equal((await bot.department()).reply?.number, 2);
    });

    it('is told in words where it cannot open, over the card that keeps the text', async () => {
      assert.deepEqual(await ask({ typed: { reply: TEXT } }, broken()), { kind: 'closing', notice: notices.failed() });
      const elsewhere = accepted(anAct({ address: anAddress({}, 'skole'), surface: 'dialog' }));
      assert.deepEqual(await ask({ act: elsewhere }), { kind: 'closing', notice: notices.notAsked() });
      const card = await bot.card();
      await bot.change({ isLocked: true });
      assert.deepEqual(await ask({}, undefined, card), { kind: 'closing', notice: notices.locked(undefined) });
    });

    it('is not what other buttons ask for', async () => {
      const { press: _, card } = await open();
      const data = dataToSend(buttonOf(card, da.request.send), { reply: TEXT });
      const answer = await talk().openDialog(data, inDialog(AASE));
      assert.deepEqual(answer, { kind: 'closing', notice: da.refusals.pressNotRead() });
    });

    it('is said to be the same as the card’s field where the client knows no dialogs', async () => {
      const card = await bot.card();
      const data = dataToSend(buttonOf(card, said.open), { reply: TEXT });
      assertNotice(await talk().press(data, accepted(anAct())), said.notHere());
    });
  });

  describe('when an answer is sent from it', () => {
    it('closes with what happened, and everyone is owed the card', async () => {
      const { press } = await open();
      assertCloses(await press(da.request.send, { typed: { reply: TEXT } }), da.receipt.heading);
      const { reply, roundId } = await bot.department();
      assert.deepEqual(reply?.content, { kind: 'text', text: TEXT });
      const owed = await bot.stores.rounds.readDeliveries(roundId);
      assert.ok(owed.some(({ task }) => task.kind === 'refresh cards'));
    });

    it('says who must approve it, where that is somebody else', async () => {
      bot = await aBot(HEADED);
      const { press } = await open({ by: ULLA });
      const answer = await press(da.request.send, { by: ULLA, typed: { reply: TEXT } });
      assert.deepEqual(answer, {
        kind: 'closing',
        notice: { heading: da.approval.heading, text: da.approval.awaits([AASE]) },
      });
    });

    it('lets a head send what awaits approval', async () => {
      bot = await aBot({ ...HEADED, proposal: aProposal() });
      const answer = await ask({}, undefined, await requestCardOf(bot));
      assertCloses(await shown(answer).press(da.request.send), da.receipt.heading);
      assert.equal((await bot.department()).proposal, undefined);
    });

    it('is done once, however often the press is delivered', async () => {
      const { press } = await open();
      const [first, second] = [
        await press(da.request.send, { typed: { reply: TEXT } }),
        await press(da.request.send, { typed: { reply: TEXT } }),
      ];
      assert.deepEqual(first, second);
      assert.equal((await bot.department()).reply?.number, 1);
    });

    it('comes back with what is wrong, and the text', async () => {
      const { press } = await open();
      const answer = await press(da.request.send, { typed: { reply: '…!' } });
      assertSays(answer, said.problem({ kind: 'unintelligible' }));
      assert.equal(inField(answer), '…!');
      const long = 'ord '.repeat(4_000).trim();
      assert.equal(inField(await press(da.request.send, { typed: { reply: long } })), long);
    });

    it('asks why a CPR number must stay, and sends it with the reason', async () => {
      const asked = shown(await (await open()).press(da.request.send, { typed: { reply: CPR } }));
      const again = await asked.press(da.request.keepCpr);
      assertSays(again, da.request.problem({ kind: 'reason missing' }));
      assert.equal(inField(again), CPR);
      const sent = await shown(again).press(da.request.keepCpr, { typed: { reason: 'Borgeren ønsker det.' } });
      assertCloses(sent, da.receipt.heading);
    });

    it('shows both texts where a colleague came first, and sends what is in the field the next time', async () => {
      const { press } = await open();
      await bot.change({ reply: aVersion({ author: ULLA, content: { kind: 'text', text: 'Det har Ulla sendt.' } }) });
      const answer = await press(da.request.send, { typed: { reply: TEXT } });
      const { reply, draft } = await bot.department();
      assert.ok(reply);
      assertSays(answer, da.request.overtaken(ULLA.name, reply.at), 'Det har Ulla sendt.');
      assert.equal(inField(answer), TEXT);
      // The text is kept for its person alone, and the dialog says so.
      assert.equal(draft, undefined);
      assertSays(answer, said.own(bot.clock.now()));
      assertCloses(await shown(answer).press(da.request.send), da.receipt.heading);
      assert.deepEqual((await bot.department()).reply?.content, { kind: 'text', text: TEXT });
    });

    it('leaves a draft of the department that was not in the field', async () => {
      const { press } = await open({ typed: { reply: TEXT } });
      await bot.change({ draft: aDraft({ author: ULLA, text: 'Ullas kladde.' }) });
      assertCloses(await press(da.request.send), da.receipt.heading);
      assert.equal((await bot.department()).draft?.text, 'Ullas kladde.');
    });
  });

  describe('when the text is kept for oneself', () => {
    it('stays open, says so, and holds the text the next time, where no colleague sees it', async () => {
      const kept = await (await open()).press(said.saveOwn, { typed: { reply: TEXT } });
      assertSays(kept, said.saved().heading);
      assert.equal(inField(kept), TEXT);
      const again = await ask();
      assert.equal(inField(again), TEXT);
      assertSays(again, said.own(bot.clock.now()));
      assert.equal(inField(await ask({ by: ULLA })), '');
    });

    it('is shown beside what comes along from the card', async () => {
      await (await open()).press(said.saveOwn, { typed: { reply: 'Min kladde.' } });
      const answer = await ask({ typed: { reply: TEXT } });
      assert.equal(inField(answer), TEXT);
      assertSays(answer, said.otherOwn(bot.clock.now()), 'Min kladde.');
      assertSays(await shown(answer).press(said.saveOwn), said.saved().heading);
    });

    it('does not overwrite what the same person has kept elsewhere', async () => {
      const [phone, desk] = [await open(), await open()];
      await phone.press(said.saveOwn, { typed: { reply: 'Fra telefonen.' } });
      const answer = await desk.press(said.saveOwn, { typed: { reply: TEXT } });
      assertSays(answer, said.ownOvertaken(bot.clock.now()), 'Fra telefonen.');
      assert.equal(inField(answer), TEXT);
      assertSays(await shown(answer).press(said.saveOwn), said.saved().heading);
      assert.equal(inField(await ask()), TEXT);
    });

    it('shows what has been sent after it was kept', async () => {
      await (await open()).press(said.saveOwn, { typed: { reply: TEXT } });
      bot.clock.advance(60_000);
      const content = { kind: 'text', text: 'Det har Ulla sendt.' } as const;
      await bot.change({ reply: aVersion({ author: ULLA, content, at: bot.clock.now() }) });
      const answer = await ask({}, undefined, await requestCardOf(bot));
      assertSays(answer, said.answeredSince(ULLA.name, bot.clock.now()), 'Det har Ulla sendt.');
      assert.equal(inField(answer), TEXT);
    });
  });

  it('draws the row again with what is in the field, shaped as in the notat', async () => {
    const answer = await (await open()).press(said.preview, { typed: { reply: LONGER } });
    assertSays(answer, 'Børn og Familie', '•  Fast vagt på telefonen');
    assert.equal(inField(answer), LONGER);
    assertSays(await (await open()).press(said.preview, { typed: { reply: 'intet' } }), da.receipt.nil);
    assertSays(await (await open()).press(said.preview), said.problem({ kind: 'empty' }), said.noRow);
  });

  describe('whatever goes wrong', () => {
    const BUTTONS = [da.request.send, said.saveOwn, said.preview];
    for (const title of BUTTONS) {
      it(`keeps the text of *${title}* while the store is down, and takes it when it is back`, async () => {
        const { card } = await open();
        const answer = await shown({ kind: 'dialog', title: '', size: 'large', card }, broken()).press(title, {
          typed: { reply: TEXT },
        });
        await assertKept(answer, notices.notStored(), TEXT);
      });

      it(`keeps the text of *${title}* in a closed round`, async () => {
        const { press } = await open();
        await bot.change({ isLocked: true });
        await assertKept(await press(title, { typed: { reply: TEXT } }), notices.locked(undefined), TEXT);
      });
    }

    it('keeps the text and the reason of a press that is not served', async () => {
      const asked = shown(await (await open()).press(da.request.send, { typed: { reply: CPR } }));
      const act = refused<Refusal>({ cause: 'no tenant', field: 'conversation.tenantId' });
      const answer = await asked.press(da.request.keepCpr, { typed: { reason: 'Borgeren ønsker det.' }, act });
      assertSays(answer, da.refusals.noTenant().text);
      assert.deepEqual([inField(answer), inField(answer, 'reason')], [CPR, 'Borgeren ønsker det.']);
    });

    it('keeps the text of a press from another channel, and of one with other data', async () => {
      const { press, card } = await open();
      const act = accepted(anAct({ address: anAddress({}, 'skole'), surface: 'dialog' }));
      await assertKept(await press(da.request.send, { typed: { reply: TEXT }, act }), notices.notAsked(), TEXT);
      const data = { ...dataToSend(buttonOf(card, da.request.send), {}), basedOn: 'mange', reply: TEXT };
      const unread = await talk().pressInDialog(data, inDialog(AASE));
      await assertKept(unread, da.refusals.pressNotRead(), TEXT);
      const other = await talk().pressInDialog({ verb: 'round.close', reply: TEXT }, inDialog(AASE));
      await assertKept(other, da.refusals.pressNotRead(), TEXT);
    });

    it('keeps a text whole that is longer than any card', async () => {
      const { press } = await open();
      const huge = 'ord '.repeat(50_000);
      const answer = await press(da.request.send, { typed: { reply: huge } });
      assert.equal(inField(answer), huge);
    });

    it('keeps the text where the department has said that it is not its area', async () => {
      bot = await aBot({ ...HEADED });
      const { press } = await open({ by: ULLA });
      await bot.change({ decline: aDecline() });
      await assertKept(
        await press(da.request.send, { by: ULLA, typed: { reply: TEXT } }),
        notices.declinedAlready(),
        TEXT,
      );
    });

    it('closes with the words where nothing was typed', async () => {
      const { press } = await open();
      await bot.change({ isLocked: true });
      const notice = { heading: da.receipt.lockedHeading, text: said.onTheCard };
      assert.deepEqual(await press(da.request.send), { kind: 'closing', notice });
    });
  });
});

/** The card on which an answer is corrected. */
async function requestCardOf(bot: ABot): Promise<Card> {
  const answer = await bot.press(await bot.card(), 'reply.edit');
  assert.ok(answer.kind === 'card');
  return answer.card;
}
