import assert from 'node:assert/strict';
import { statusCard } from '../../src/cards/round/status-card.js';
import type { Answer } from '../../src/conversation/answer.js';
import { COMMENT_MAX, REPLY_MAX } from '../../src/domain/limits.js';
import { standingOf } from '../../src/domain/reply/standing.js';
import { da } from '../../src/text/messages.js';
import {
  aDecline,
  aDepartment,
  aDraft,
  anAcceptedDecline,
  anAddress,
  aProposal,
  aRoundId,
  aSecretariat,
  aSentBack,
  aTrace,
  aVersion,
} from '../support/builders.js';
import {
  AASE,
  type ABot,
  aBot,
  assertNotice,
  cardOf,
  fieldOf,
  type PressOptions,
  readAnswer,
  SECRETARIAT,
  SECRETARY,
} from './a-bot.js';

const TEXT = 'Fagområdet har lært, at borgerne skal have besked.';
const COMMENT = 'Skriv gerne et eksempel.';
const CPR = 'Borgeren 010203-1234 fik besked.';
const HUGE = 'ord '.repeat(15_000).trim();
const { notices, followUp } = da;

function assertSays(answer: Answer, ...sentences: readonly string[]): void {
  const shown = readAnswer(answer);
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

describe('the secretariat’s card about a department', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const options = (more: PressOptions = {}): PressOptions => ({ by: SECRETARY, at: SECRETARIAT, ...more });
  const press = async (verb: string, more: PressOptions = {}) => bot.press(await bot.followUp(), verb, options(more));
  const assertState = async (answer: Answer) =>
    assertSays(answer, 'Børn og Familie', followUp.state(standingOf(await bot.department())));

  describe('when it is opened', () => {
    it('comes from the status, where the department is chosen', async () => {
      const overview = await bot.stores.rounds.readOverview(aRoundId());
      assert.ok(overview);
      const status = statusCard(bot.deps.render, da, overview, bot.clock.now(), 'kort-1');
      const { id } = (await bot.department()).department;
      await assertState(await bot.press(status, 'department.show', options({ typed: { departmentId: id } })));
    });

    it('is only for the secretariat’s channel, and for rounds of its own tenant', async () => {
      const verbs = ['department.open-send-back', 'department.open-answer', 'department.nudge'];
      await bot.change({ reply: aVersion(), sentBack: aSentBack() });
      const neighbour = anAddress({ tenantId: 'en-anden' }, 'deres-sekretariat');
      await bot.stores.channels.register(aSecretariat({ address: neighbour }), aTrace());
      for (const verb of verbs) {
        const elsewhere = await press(verb, { at: anAddress({}, 'ingens') });
        assertNotice(elsewhere, da.rights.notSecretariatsChannel(undefined, false));
        assertNotice(await press(verb, { at: neighbour }), notices.unknownRound());
      }
    });

    it('is in the secretariat’s language, whatever the department’s', async () => {
      await bot.change({ department: aDepartment({ language: 'en' }) });
      await assertState(await press('department.nudge'));
    });
  });

  describe('sending back', () => {
    beforeEach(async () => bot.change({ reply: aVersion() }));

    const open = async () => cardOf(await press('department.open-send-back'));
    const send = async (comment: string) =>
      bot.press(await open(), 'department.send-back', options({ typed: { comment } }));

    it('asks for a comment, and shows that it is sent', async () => {
      const answer = await send(COMMENT);
      await assertState(answer);
      assertSays(answer, COMMENT);
      assert.equal((await bot.department()).sentBack?.comment, COMMENT);
    });

    it('is done once, however often the press comes', async () => {
      const form = await open();
      const typed = { comment: COMMENT };
      await bot.press(form, 'department.send-back', options({ typed }));
      await bot.change({ sentBack: undefined });
      const again = await bot.press(form, 'department.send-back', options({ typed, activityId: 'f:2' }));
      await assertState(again);
      assert.equal((await bot.department()).sentBack, undefined);
    });

    it('can be left, and is then forgotten', async () => {
      await assertState(await bot.press(await open(), 'department.show', options()));
    });

    it('says what is wrong with the comment, and keeps it', async () => {
      assertSays(await send(' '), followUp.problem({ kind: 'missing' }));
      const answer = await send(CPR);
      assertSays(answer, followUp.problem({ kind: 'cpr number', certainty: 'certain' }));
      assert.equal(fieldOf(answer, 'comment'), CPR);
      assert.ok(answer.kind === 'card');
      assert.deepEqual(answer.insteadOfAll, notices.cprInReply());
      const tooLong = followUp.problem({ kind: 'too long', length: HUGE.length, max: COMMENT_MAX });
      assertNotice(await send(HUGE), notices.tooLongToShow(tooLong));
    });

    it('does not pass over a newer reply, which it shows with the comment kept', async () => {
      const form = await open();
      await bot.change({ reply: aVersion({ number: 2, author: AASE }) });
      const answer = await bot.press(form, 'department.send-back', options({ typed: { comment: COMMENT } }));
      assertSays(answer, followUp.overtaken.comment(AASE.name, aVersion().at));
      assert.equal(fieldOf(answer, 'comment'), COMMENT);
      await assertState(await bot.press(cardOf(answer), 'department.send-back', options()));
      assert.equal((await bot.department()).sentBack?.comment, COMMENT);
    });

    it('does not open, and is not sent, where there is nothing to send back', async () => {
      const card = await bot.followUp();
      const form = await open();
      await bot.change({ proposal: aProposal() });
      assertNotice(await bot.press(card, 'department.open-send-back', options()), notices.followUpTooLate());
      const typed = { comment: COMMENT };
      assertNotice(await bot.press(form, 'department.send-back', options({ typed })), notices.followUpTooLate());
    });

    it('without a comment is answered with how the department stands once the round is closed', async () => {
      const form = await open();
      await bot.change({ isLocked: true });
      await assertState(await bot.press(form, 'department.send-back', options()));
    });
  });

  describe('answering on the department’s behalf', () => {
    const open = async () => cardOf(await press('department.open-answer'));
    const answer = async (reply: string, verb = 'department.answer') =>
      bot.press(await open(), verb, options({ typed: { reply } }));

    it('shows the answer, and that it was given on its behalf', async () => {
      const shown = await answer(TEXT);
      await assertState(shown);
      assertSays(shown, TEXT, da.receipt.onBehalfFrom(SECRETARY.name, bot.clock.now()));
    });

    it('may be that there is nothing to say', async () => {
      await answer('Aftalt med chefen.', 'department.answer-nil');
      const { reply } = await bot.department();
      assert.deepEqual(reply?.content, { kind: 'nil', remark: 'Aftalt med chefen.' });
    });

    it('says what is wrong with the text, and keeps it', async () => {
      assertSays(await answer(' '), da.request.problem({ kind: 'empty' }));
      const tooLong = da.request.problem({ kind: 'too long', length: HUGE.length, max: REPLY_MAX });
      assertNotice(await answer(HUGE), notices.tooLongToShow(tooLong));
      assert.equal((await bot.department()).reply, undefined);
    });

    it('with a CPR number is shown to the sender alone, and sent with a reason', async () => {
      const asked = await answer(CPR);
      assertSays(asked, da.request.problem({ kind: 'cpr number', certainty: 'certain' }));
      assert.equal(fieldOf(asked), CPR);
      assert.ok(asked.kind === 'card');
      assert.deepEqual(asked.insteadOfAll, notices.cprInReply());
      const long = await bot.press(
        cardOf(asked),
        'department.keep-cpr',
        options({ typed: { reason: 'x'.repeat(301) } }),
      );
      assert.equal(fieldOf(long, 'reason'), 'x'.repeat(301));
      const kept = await bot.press(cardOf(long), 'department.keep-cpr', options({ typed: { reason: 'Aftalt.' } }));
      await assertState(kept);
      assert.equal((await bot.department()).reply?.number, 1);
    });

    it('does not pass over the department’s own answer, which it shows with the text kept', async () => {
      const form = await open();
      await bot.change({ reply: aVersion() });
      const shown = await bot.press(form, 'department.answer', options({ typed: { reply: TEXT } }));
      assertSays(shown, followUp.overtaken.answer(AASE.name, aVersion().at), 'Vi har indført en fast opfølgning');
      assert.equal(fieldOf(shown), TEXT);
    });

    it('is another answer where the same form is sent with another text, which is kept', async () => {
      const form = await open();
      await bot.press(form, 'department.answer', options({ typed: { reply: TEXT } }));
      const shown = await bot.press(form, 'department.answer', options({ typed: { reply: COMMENT } }));
      assertSays(shown, followUp.overtaken.answer(SECRETARY.name, bot.clock.now()));
      assert.equal(fieldOf(shown), COMMENT);
    });

    it('leaves the text in its field where a draft or a proposal would be lost', async () => {
      const form = await open();
      await bot.change({ draft: aDraft(), proposal: aProposal() });
      const shown = await bot.press(form, 'department.answer', options({ typed: { reply: TEXT } }));
      assertNotice(shown, notices.followUpTooLate());
    });

    it('without a text is answered with how the department stands once the round is closed', async () => {
      const form = await open();
      await bot.change({ isLocked: true });
      for (const reply of ['', ' \n']) {
        await assertState(await bot.press(form, 'department.answer', options({ typed: { reply } })));
      }
    });
  });

  describe('deciding on a decline', () => {
    beforeEach(async () => bot.change({ decline: aDecline() }));

    /** Both buttons have the verb, so that one must be taken away to press the other. */
    async function accept(inNotat: boolean): Promise<Answer> {
      const card = JSON.parse(
        JSON.stringify(await bot.followUp(), (_key, value: unknown) =>
          Array.isArray(value) ? value.filter((part) => !decides(part, !inNotat)) : value,
        ),
      );
      return bot.press(card, 'department.accept-decline', options());
    }
    const decides = (part: { readonly data?: { readonly inNotat?: boolean } } | null, inNotat: boolean) =>
      part?.data?.inNotat === inNotat;

    for (const inNotat of [true, false]) {
      it(`shows that the department is ${inNotat ? 'in the notat' : 'left out'}`, async () => {
        const answer = await accept(inNotat);
        await assertState(answer);
        assertSays(answer, followUp.accepted(inNotat, SECRETARY.name, bot.clock.now()));
        assert.equal((await bot.department()).decline?.accepted?.inNotat, inNotat);
      });
    }

    it('can be changed', async () => {
      await bot.change({ decline: aDecline({ accepted: anAcceptedDecline({ inNotat: true }) }) });
      await assertState(await bot.press(await bot.followUp(), 'department.accept-decline', options()));
      assert.equal((await bot.department()).decline?.accepted?.inNotat, false);
    });
  });
});
