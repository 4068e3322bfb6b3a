import assert from 'node:assert/strict';
import { initialInputs } from '../../dev/local-teams/card-actions.js';
import type { Card } from '../../src/cards/render.js';
import type { Answer } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { operationId } from '../../src/domain/ids.js';
import { COMMENT_MAX } from '../../src/domain/limits.js';
import { accepted } from '../../src/domain/result.js';
import type { MoveProblem } from '../../src/domain/round/moved-deadline.js';
import type { RoundState } from '../../src/domain/round/round.js';
import { da } from '../../src/text/messages.js';
import { aDepartment, aLocalDate, anAct, aRoundId, aVersion, START } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { type ABot, aBot, assertNotice, cardOf, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';
import { mentioning } from './written.js';

const CPR = 'Borgeren 010203-1234';
const DAY = aLocalDate('2026-12-04');
const GIVEN = { deadline: '2026-12-04', reason: 'Byrådets møde er flyttet.' };

function assertSays(answer: Answer | Card, ...sentences: readonly string[]): void {
  const shown = readAnswer('kind' in answer ? (answer as Answer) : { kind: 'card', card: answer, isOwedToAll: false });
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

describe('moving a deadline', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot();
  });

  const there = { by: SECRETARY, at: SECRETARIAT };

  async function answered(text: string): Promise<Answer> {
    const act = anAct({ by: SECRETARY, address: SECRETARIAT });
    return createConversation(bot.deps, createRecordingLog()).write(mentioning(text), accepted(act));
  }

  async function write(text: string): Promise<Card> {
    const answer = await answered(text);
    assert.ok(answer.kind === 'messages');
    const [sent, ...others] = answer.messages;
    assert.ok(sent?.kind === 'card' && others.length === 0);
    return sent.card;
  }

  async function setState(state: RoundState): Promise<void> {
    const present = await bot.stores.rounds.readRound(aRoundId());
    assert.ok(present);
    const change = { change: 'replace round', round: { ...present.value, state }, etag: present.etag } as const;
    assert.equal(await bot.stores.rounds.commit(aRoundId(), operationId('state', state), [change]), 'committed');
  }

  const roundNow = async () => (await bot.stores.rounds.readRound(aRoundId()))?.value;
  const move = async (form: Card, typed: Readonly<Record<string, string>>, activityId = 'f:2') =>
    bot.press(form, 'round.move-deadline', { ...there, typed, activityId });

  describe('by writing frist', () => {
    it('shows the form with what was understood, and changes nothing', async () => {
      const form = await write('frist 4.12.2026 kl. 12 Børn og Familie: de venter på tal');
      assertSays(form, da.deadline.heading, da.deadline.present(aLocalDate()));
      assert.deepEqual(initialInputs(form), {
        scope: aDepartment().id,
        deadline: '2026-12-04',
        deadlineTime: '12:00',
        reason: 'De venter på tal',
      });
      assert.equal((await roundNow())?.deadlineMoves.length, 0);
    });

    it('shows an empty form for the whole round where nothing was written beside it', async () => {
      for (const text of ['frist', 'Deadline']) {
        assert.deepEqual(initialInputs(await write(text)), { scope: '*', reason: '' });
      }
    });

    const UNUSABLE: readonly (readonly [text: string, MoveProblem])[] = [
      ['frist i morgen', { field: 'deadline', kind: 'not read', sent: 'i morgen' }],
      ['frist 31.11.2026', { field: 'deadline', kind: 'not read', sent: '31.11.2026' }],
      ['frist 8.11.2026', { field: 'deadline', kind: 'in the past' }],
      ['frist 1.1.2031', { field: 'deadline', kind: 'too far ahead', last: aLocalDate('2029-11-09') }],
      [
        `frist 4.12.2026 fordi ${CPR} skal høres`,
        { field: 'reason', kind: 'reason', problem: { kind: 'cpr number', certainty: 'certain' } },
      ],
    ];

    for (const [text, problem] of UNUSABLE) {
      it(`says what is wrong with ${text}`, async () => {
        const form = await write(text);
        assertSays(form, da.deadline.problem(problem));
        assert.ok(!JSON.stringify(form).includes('010203'));
      });
    }

    for (const state of ['closing', 'closed', 'reopening'] as const) {
      it(`says why it is not possible while the round is ${state}`, async () => {
        const form = await write('frist');
        await setState(state);
        const { heading, text } = da.deadline.notOpen(state);
        assertSays(await write('frist 4.12.2026'), heading, text);
        assertNotice(await move(form, GIVEN), { heading, text });
      });
    }

    it('says so where there is no round yet', async () => {
      await setState('planned');
      assertNotice(await answered('frist'), da.notices.noRound());
    });
  });

  describe('of the whole round', () => {
    it('says the old deadline, the new one, and how many follow; and the same when the press comes again', async () => {
      await bot.change({ ask: { ...(await bot.department()).ask, deadline: aLocalDate('2026-12-24') } });
      const form = await write('frist');
      const { heading, text } = da.deadline.moved(aLocalDate(), DAY, 1, 1);
      await bot.change({
        deadlineMoves: [
          {
            from: aLocalDate(),
            to: aLocalDate('2026-12-24'),
            by: SECRETARY,
            at: START,
            reason: 'Aftalt.',
            scope: 'department',
          },
        ],
      });
      bot.clock.advance(1_000);
      assertSays(await move(form, GIVEN), heading, text);
      assertSays(await move(form, GIVEN, 'f:3'), heading, text);
      assert.equal((await roundNow())?.deadlineMoves.length, 1);
    });

    const REFUSED: readonly (readonly [what: string, Readonly<Record<string, string>>, MoveProblem])[] = [
      ['no day', { deadline: '' }, { field: 'deadline', kind: 'missing' }],
      ['a day that cannot be read', { deadline: 'snart' }, { field: 'deadline', kind: 'not read', sent: 'snart' }],
      [
        'a time that cannot be read',
        { deadlineTime: 'tidligt' },
        { field: 'deadlineTime', kind: 'not read', sent: 'tidligt' },
      ],
      ['a day in the past', { deadline: '2026-11-08' }, { field: 'deadline', kind: 'in the past' }],
      ['the present deadline', { deadline: '2026-11-25' }, { field: 'deadline', kind: 'same' }],
      [
        'a day too far ahead',
        { deadline: '2031-01-01' },
        { field: 'deadline', kind: 'too far ahead', last: aLocalDate('2029-11-09') },
      ],
      ['no reason', { reason: '' }, { field: 'reason', kind: 'reason', problem: { kind: 'missing' } }],
      [
        'a reason that is too long',
        { reason: 'x'.repeat(COMMENT_MAX + 1) },
        { field: 'reason', kind: 'reason', problem: { kind: 'too long', length: COMMENT_MAX + 1, max: COMMENT_MAX } },
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
        const answer = await move(await write('frist'), typed);
        assertSays(answer, da.deadline.problem(problem));
        const { deadline = '', reason } = initialInputs(cardOf(answer));
        assert.deepEqual([deadline, reason], [typed.deadline, typed.reason]);
        assert.equal((await roundNow())?.deadlineMoves.length, 0);
      });
    }
  });

  describe('of one department', () => {
    const open = async () => cardOf(await bot.press(await bot.followUp(), 'department.open-deadline', there));

    it('comes from its card, and leads back to it', async () => {
      const form = await open();
      assertSays(form, aDepartment().name, da.deadline.present(aLocalDate()));
      assertSays(await bot.press(form, 'department.show', there), da.followUp.heading);
      const answer = await move(form, GIVEN);
      assertSays(answer, da.deadline.movedForOne(aLocalDate(), DAY), da.receipt.deadline(DAY));
      assert.equal((await bot.department()).ask.deadline, DAY);
      assert.equal((await roundNow())?.plan.ask.deadline, aLocalDate());
      assertSays(await move(form, GIVEN, 'f:3'), da.deadline.movedForOne(aLocalDate(), DAY));
      assert.equal((await bot.department()).deadlineMoves.length, 1);
    });

    it('can be chosen in the list of the form', async () => {
      await move(await write('frist'), { ...GIVEN, scope: aDepartment().id });
      assert.equal((await bot.department()).ask.deadline, DAY);
      assert.equal((await roundNow())?.deadlineMoves.length, 0);
    });

    it('says what is wrong, and keeps all that was typed', async () => {
      const answer = await move(await open(), { deadline: '2026-11-25', reason: 'Aftalt.' });
      assertSays(answer, da.deadline.problem({ field: 'deadline', kind: 'same' }), aDepartment().name);
      assert.equal(initialInputs(cardOf(answer))['reason'], 'Aftalt.');
    });

    it('has a sentence where it has answered, where its round is closed, and where there is no such department', async () => {
      const card = await bot.followUp();
      const form = await open();
      await bot.change({ reply: aVersion() });
      assertNotice(await bot.press(card, 'department.open-deadline', there), da.notices.followUpTooLate());
      await bot.change({ isLocked: true });
      assertSays(await bot.press(card, 'department.open-deadline', there), da.receipt.lockedHeading);
      assertNotice(await move(form, GIVEN), da.followUp.locked(undefined));
      assertNotice(await move(await write('frist'), { ...GIVEN, scope: 'ukendt' }), da.notices.unknownRound());
    });
  });
});
