import assert from 'node:assert/strict';
import { initialInputs } from '../../dev/local-teams/card-actions.js';
import type { Card } from '../../src/cards/render.js';
import type { Answer } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { operationId } from '../../src/domain/ids.js';
import { accepted } from '../../src/domain/result.js';
import type { Round } from '../../src/domain/round/round.js';
import { da } from '../../src/text/messages.js';
import { aDepartmentId, anAct, aPerson, aPlan, aRoundId, aWithdrawn } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { type ABot, aBot, assertNotice, cardOf, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';
import { mentioning } from './written.js';

const CPR = '010203-1234';

function assertSays(answer: Answer | Card, ...sentences: readonly string[]): void {
  const shown = readAnswer('kind' in answer ? (answer as Answer) : { kind: 'card', card: answer, isOwedToAll: false });
  for (const sentence of sentences) assert.ok(shown.includes(sentence), `“${sentence}” is not in:\n${shown}`);
}

describe('changing a round that has been sent', () => {
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
    if (answer.kind !== 'messages') return cardOf(answer);
    const [sent, ...others] = answer.messages;
    assert.ok(sent?.kind === 'card' && others.length === 0);
    return sent.card;
  }

  const roundNow = async () => {
    const present = await bot.stores.rounds.readRound(aRoundId());
    assert.ok(present);
    return present;
  };

  async function setRound(changes: Partial<Round>): Promise<void> {
    const { value, etag } = await roundNow();
    const change = { change: 'replace round', round: { ...value, ...changes }, etag } as const;
    assert.equal(await bot.stores.rounds.commit(aRoundId(), operationId('set', 'round'), [change]), 'committed');
  }

  const save = (form: Card, typed: Readonly<Record<string, string>>, by = SECRETARY) =>
    bot.press(form, 'round.change', { ...there, by, typed });

  it('shows the form with what stands, for the words and for the button', async () => {
    const { plan } = (await roundNow()).value;
    for (const form of [
      await write('ret runden'),
      cardOf(await bot.press(await write('træk tilbage'), 'round.open-change', there)),
    ]) {
      const fields = initialInputs(form);
      assert.deepEqual([fields['title'], fields['question']], [plan.ask.title, plan.ask.question]);
      assert.equal(fields['departments'], plan.invitations.map(({ department }) => department.id).join(','));
    }
  });

  it('says in numbers what happens', async () => {
    const answer = await save(await write('ret runden'), { question: 'Hvad har I lært?' });
    assertSays(answer, 'Runden er rettet', 'får rettelsen på sit kort om et øjeblik.');
    assert.equal((await roundNow()).value.plan.ask.question, 'Hvad har I lært?');
  });

  it('says that nothing was changed, where nothing was', async () => {
    assertSays(await save(await write('ret runden'), {}), da.change.unchanged().heading);
    assert.deepEqual((await roundNow()).value.changes, []);
  });

  it('shows each problem at its field, and keeps what was typed', async () => {
    const answer = await save(await write('ret runden'), { title: '', kle: CPR, introduction: 'Ny indledning.' });
    assertSays(
      answer,
      da.change.problem({ field: 'title', kind: 'missing' }),
      da.change.problem({ field: 'kle', kind: 'cpr number' }),
      da.change.refused(2),
    );
    const fields = initialInputs(cardOf(answer));
    assert.deepEqual([fields['title'], fields['introduction']], ['', 'Ny indledning.']);
  });

  it('wants the reason where a department is taken out', async () => {
    const { plan } = (await roundNow()).value;
    const [first] = plan.invitations.map(({ department }) => department.id);
    assert.ok(first);
    await setRound({
      plan: { ...plan, invitations: [...plan.invitations, ...aPlan().invitations.map(renamed)] },
    });
    const answer = await save(await write('ret runden'), { departments: first });
    assertSays(answer, da.change.problem({ field: 'reason', kind: 'reason', problem: { kind: 'missing' } }));
  });

  it('tells what somebody else has changed meanwhile, keeps what was typed, and is then saved', async () => {
    const form = await write('ret runden');
    const mette = aPerson({ id: SECRETARY.id, name: 'Mette' });
    await save(await write('ret runden'), { question: 'Den andens?' }, mette);
    const answer = await save(form, { title: 'Min titel' });
    assertSays(answer, 'Mette har rettet spørgsmålet', 'Spørgsmålet er nu: ”Den andens?”', da.change.seeAbove);
    const again = cardOf(answer);
    assert.equal(initialInputs(again)['title'], 'Min titel');
    bot.clock.advance(1_000);
    assertSays(await save(again, { question: 'Den andens?' }), 'Runden er rettet');
    const { ask } = (await roundNow()).value.plan;
    assert.deepEqual([ask.title, ask.question], ['Min titel', 'Den andens?']);
  });

  it('keeps the departments where there are too many to list', async () => {
    const { plan } = (await roundNow()).value;
    const [invitation] = plan.invitations;
    assert.ok(invitation);
    const many = Array.from({ length: 900 }, (_, n) => ({
      ...invitation,
      department: { ...invitation.department, id: aDepartmentId(`n${n}`), name: `${n} `.padEnd(100, 'ø') },
    }));
    await setRound({ plan: { ...plan, invitations: [...plan.invitations, ...many] } });
    const form = await write('ret runden');
    assertSays(form, da.change.tooMany(plan.invitations.length + 900));
    assert.equal('departments' in initialInputs(form), false);
    await save(form, { title: 'Ny titel' });
    const [change] = (await roundNow()).value.changes;
    assert.deepEqual(change?.withdrawn, []);
  });

  for (const state of ['planned', 'closing', 'closed', 'reopening', 'withdrawing', 'withdrawn'] as const) {
    it(`says why not, where the round is ${state}`, async () => {
      const forms = [await write('ret runden'), await write('træk tilbage')] as const;
      const before = (await roundNow()).value;
      await setRound({ state, withdrawn: aWithdrawn() });
      const said = da.change.notOpen({ ...before, state });
      assertNotice(await save(forms[0], { title: 'Ny titel' }), said);
      assertNotice(await bot.press(forms[0], 'round.prepare-withdrawal', there), said);
      assertNotice(await bot.press(forms[1], 'round.open-change', there), said);
      assertNotice(await bot.press(forms[1], 'round.withdraw', { ...there, typed: { reason: 'Aflyst.' } }), said);
    });
  }

  describe('calling it off', () => {
    it('shows the consequences first', async () => {
      const { plan } = (await roundNow()).value;
      for (const form of [
        await write('træk tilbage'),
        cardOf(await bot.press(await write('ret runden'), 'round.prepare-withdrawal', there)),
      ]) {
        assertSays(form, da.withdrawal.heading, plan.ask.title, 'Ingen fagområder har svaret endnu.');
      }
      assert.equal((await roundNow()).value.state, 'open');
    });

    it('wants a reason, and keeps it', async () => {
      const form = await write('træk tilbage');
      const answer = await bot.press(form, 'round.withdraw', { ...there, typed: { reason: CPR } });
      assertSays(answer, da.withdrawal.reasonRefused({ kind: 'cpr number', certainty: 'certain' }));
      assert.equal(initialInputs(cardOf(answer))['reason'], CPR);
    });

    it('says that it is under way, and then that it was done', async () => {
      const form = await write('træk tilbage');
      const typed = { reason: 'Rapporten er trukket tilbage.' };
      assertSays(await bot.press(form, 'round.withdraw', { ...there, typed }), da.withdrawal.underWay().heading);
      assertSays(await write('status'), da.withdrawal.calledOffHeading, typed.reason, da.withdrawal.kept(0));
      assertNotice(await answered('ret runden'), da.change.notOpen({ ...(await roundNow()).value }));
      assertNotice(await answered('notat'), da.withdrawal.noNotat());
    });
  });

  it('cannot be closed while its departments follow', async () => {
    await setRound({ isFollowing: true });
    assertNotice(await answered('afslut'), da.closing.changing());
  });

  it('of a withdrawn department tells it so, whatever it presses, and keeps the text', async () => {
    const card = await bot.card();
    await bot.change({ isLocked: true, withdrawn: aWithdrawn() });
    const answer = await bot.press(card, 'reply.send', { typed: { reply: 'Vi har lært meget.' } });
    assertNotice(answer, da.notices.locked(aWithdrawn()));
  });
});

function renamed(invitation: ReturnType<typeof aPlan>['invitations'][number]) {
  return { ...invitation, department: { ...invitation.department, id: aDepartmentId('anden'), name: 'Anden' } };
}
