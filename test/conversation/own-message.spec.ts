import assert from 'node:assert/strict';
import { dataToSend, findAction, initialInputs } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { Card } from '../../src/cards/render.js';
import { findDepartmentCard } from '../../src/cards/round/find-department-card.js';
import { statusCard } from '../../src/cards/round/status-card.js';
import type { Answer } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { type DepartmentId, operationId, type RoundId } from '../../src/domain/ids.js';
import { accepted } from '../../src/domain/result.js';
import { da } from '../../src/text/messages.js';
import { anAct, aPosted, aQuestion, aRoundId, aTimeRequest, aVersion, aWithdrawn, START } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { type ABot, aBot, assertNotice, cardOf, fieldOf, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';

const THERE = { by: SECRETARY, at: SECRETARIAT };
const { closeMessage, messageClosed, messageNotClosed, messageStays } = da.desk;

/** The same card, as if a colleague had opened it. */
function openedByAnother(card: Card): Card {
  return JSON.parse(JSON.stringify(card).replaceAll(SECRETARY.id, 'kollega'));
}

/** The card of a message that a press was answered with, while the pressed card stays. */
function below(answer: Answer): Card {
  assert.ok(answer.kind === 'messages', JSON.stringify(answer));
  const [sent, ...others] = answer.messages;
  assert.ok(sent?.kind === 'card' && others.length === 0);
  return sent.card;
}

describe('what is opened from the overview that stays', () => {
  let bot: ABot;

  async function overview(): Promise<Card> {
    const found = await bot.stores.rounds.readOverview(aRoundId());
    assert.ok(found);
    return statusCard(bot.deps.render, da, found, bot.clock.now(), 'kort-1');
  }

  /** The department, read in the place of the overview. */
  async function read(): Promise<Answer> {
    const { department } = await bot.department();
    const data = dataToSend(findAction(await overview(), da.status.show), { departmentId: department.id });
    const act = anAct({ by: SECRETARY, address: SECRETARIAT });
    return createConversation(bot.deps, createRecordingLog()).press(data, accepted(act));
  }

  describe('gets a message of its own where something may be typed or ticked:', () => {
    for (const verb of ['round.open-change', 'round.open-deadline', 'round.prepare-closing'] as const) {
      it(verb, async () => {
        bot = await aBot();
        const form = below(await bot.press(await overview(), verb, THERE));
        assert.ok(findAction(form, { verb: 'message.close' }));
      });
    }

    const ofDepartments = {
      'department.open-send-back': { reply: aVersion() },
      'department.open-edit': { reply: aVersion() },
      'department.open-answer': {},
      'department.open-deadline': {},
      'question.show': { questions: [aQuestion()] },
    } as const;
    for (const [verb, stands] of Object.entries(ofDepartments)) {
      it(verb, async () => {
        bot = await aBot(stands);
        const form = below(await bot.press(cardOf(await read()), verb, THERE));
        assert.equal(findAction(form, da.followUp.cancel)['verb'], 'message.close');
      });
    }

    it('a department that asks for time, with the line beside the decision', async () => {
      bot = await aBot({ timeRequest: aTimeRequest() });
      const shown = below(await read());
      assert.equal(initialInputs(shown)['line'], '');
      assert.ok(findAction(shown, closeMessage));
    });
  });

  describe('a department that is looked for by its name', () => {
    const looked = async (search: string): Promise<Answer> => {
      const found = await bot.stores.rounds.readOverview(aRoundId());
      assert.ok(found);
      const spot = { kind: 'own message', openedBy: SECRETARY.id } as const;
      const form = findDepartmentCard(
        bot.deps.render,
        da,
        { overview: found, search: '', found: [], spot },
        START,
        'n',
      );
      return bot.press(form, 'department.find', { ...THERE, typed: { search } });
    };
    beforeEach(async () => {
      bot = await aBot();
    });

    it('has a field below the overview, and those that are missing in a list', async () => {
      const data = { verb: 'department.find', roundId: aRoundId(), of: 'round', nonce: 'n', spot: 'overview' };
      const act = anAct({ by: SECRETARY, address: SECRETARIAT });
      const form = below(await createConversation(bot.deps, createRecordingLog()).press(data, accepted(act)));
      assert.ok(cardText(form).includes(da.finding.waitingOrMissing(2)));
      assert.equal(findAction(form, da.followUp.cancel)['verb'], 'message.close');
      const { department } = await bot.department();
      const shown = await bot.press(form, 'department.show', { ...THERE, typed: { departmentId: department.id } });
      assert.ok(readAnswer(shown).includes(department.name));
    });

    it('is shown where only one is called so; of several, one is chosen; and of none that is said', async () => {
      const one = await looked('børn');
      assert.ok(readAnswer(one).includes(da.followUp.heading));
      // From the card about it, the search is one press away.
      const again = await bot.press(cardOf(one), 'department.find', THERE);
      assert.ok(readAnswer(again).includes(da.finding.heading));
      const several = await looked('l');
      assert.deepEqual([readAnswer(several).includes(da.finding.found(2)), fieldOf(several, 'search')], [true, 'l']);
      assert.ok(readAnswer(await looked('ingen')).includes(da.finding.found(0)));
    });

    it('is named where its row cannot be read, beside those that can, and alone', async () => {
      const { rounds } = bot.stores;
      const unreadable = [{ departmentId: 'boern-2' as DepartmentId, name: 'Børnehaver', position: 2 }];
      const readOverview = async (id: RoundId) => {
        const overview = await rounds.readOverview(id);
        return overview && { ...overview, unreadable };
      };
      bot = { ...bot, deps: { ...bot.deps, rounds: { ...bot.deps.rounds, readOverview } } };
      const told = da.finding.unreadable(['Børnehaver'], 1);
      for (const [search, isReadableFound] of [
        ['børn', true],
        ['haver', false],
      ] as const) {
        const data = { verb: 'department.find', roundId: aRoundId(), search, openedBy: SECRETARY.id };
        const act = accepted(anAct({ by: SECRETARY, address: SECRETARIAT }));
        const shown = await createConversation(bot.deps, createRecordingLog()).press(data, act);
        assert.ok(readAnswer(shown).includes(told), readAnswer(shown));
        assert.equal(readAnswer(shown).includes(da.finding.found(1)), isReadableFound);
        assert.ok(!readAnswer(shown).includes(da.finding.found(0)));
      }
    });

    it('is spoken of as the round is: where that is not open, nobody waits', async () => {
      for (const state of ['closing', 'closed', 'reopening', 'withdrawing', 'withdrawn'] as const) {
        const overview = await bot.stores.rounds.readOverview(aRoundId());
        assert.ok(overview);
        const { round, departments } = overview;
        const isOff = state === 'withdrawing' || state === 'withdrawn';
        const of = { ...overview, round: { ...round, state }, departments: isOff ? [] : departments };
        const card = findDepartmentCard(bot.deps.render, da, { overview: of, search: '', found: [] }, START, 'n');
        for (const said of [da.finding.state(state), da.finding.missing(isOff ? 0 : 2)]) {
          assert.ok(said !== undefined && cardText(card).includes(said), `${state}: ${cardText(card)}`);
        }
      }
    });

    it('is found also where it has been withdrawn', async () => {
      await bot.change({ withdrawn: aWithdrawn(), isLocked: true });
      assert.ok(readAnswer(await looked('børn')).includes(da.changed.fact(aWithdrawn())));
    });

    it('is of a round of the secretariat’s own', async () => {
      const data = { verb: 'department.find', roundId: 'ukendt', search: 'b' };
      const act = anAct({ by: SECRETARY, address: SECRETARIAT });
      const answer = await createConversation(bot.deps, createRecordingLog()).press(data, accepted(act));
      assertNotice(answer, da.notices.unknownRound());
    });
  });

  it('stands in its place where there is only something to read, and leads back', async () => {
    bot = await aBot();
    const back = await bot.press(cardOf(await read()), 'round.show-desk', THERE);
    assert.ok(readAnswer(back).includes(da.status.progress(0, 2)));
  });

  it('leaves the closing check, and what is ticked on it, when a department is looked at', async () => {
    bot = await aBot();
    const check = below(await bot.press(await overview(), 'round.prepare-closing', THERE));
    const { department } = await bot.department();
    const shown = await bot.press(check, 'department.show', { ...THERE, typed: { departmentId: department.id } });
    assert.ok(cardText(below(shown)).includes(department.name));
  });

  it('leaves the closing check too when the notat’s own title is mended from it', async () => {
    bot = await aBot();
    const present = await bot.stores.rounds.readRound(aRoundId());
    assert.ok(present);
    const { ask } = present.value.plan;
    const plan = { ...present.value.plan, ask: { ...ask, title: 'Opfølgning {dato}' } };
    const change = { change: 'replace round', round: { ...present.value, plan }, etag: present.etag } as const;
    assert.equal(await bot.stores.rounds.commit(aRoundId(), operationId('titel'), [change]), 'committed');
    const check = below(await bot.press(await overview(), 'round.prepare-closing', THERE));
    const form = below(await bot.press(check, 'round.open-change', THERE));
    assert.equal(initialInputs(form)['title'], 'Opfølgning {dato}');
  });

  it('stays with whoever pressed where the channel must not see the text', async () => {
    bot = await aBot({ reply: aVersion({ content: { kind: 'text', text: 'Borgeren 010203-1234 fik besked.' } }) });
    const form = await bot.press(cardOf(await read()), 'department.open-edit', THERE);
    assert.equal(form.kind === 'card' && form.forAll, undefined);
    assert.ok(initialInputs(cardOf(form))['reply']);
  });

  it('has a dialog for an edit of such a reply, which keeps what is typed until it is stored', async () => {
    bot = await aBot({ reply: aVersion({ content: { kind: 'text', text: 'Borgeren 010203-1234 fik besked.' } }) });
    const talk = createConversation(bot.deps, createRecordingLog());
    const act = accepted(anAct({ by: SECRETARY, address: SECRETARIAT, surface: 'dialog' }));
    const open = findAction(cardOf(await read()), da.edit.open);
    assert.deepEqual(Object(open['data'])['msteams'], { type: 'task/fetch' });
    const opened = await talk.openDialog(dataToSend(open, {}), act);
    assert.ok(opened.kind === 'dialog');
    assert.equal(initialInputs(opened.card)['reply'], 'Borgeren 010203-1234 fik besked.');
    const send = (reply: string) =>
      talk.pressInDialog(dataToSend(findAction(opened.card, da.edit.propose), { reply }), act);
    const refused = await send('');
    assert.ok(refused.kind === 'dialog' && findAction(refused.card, da.edit.propose));
    const stored = await send('Borgeren fik besked.');
    assert.deepEqual(stored, { kind: 'closing', notice: da.edit.proposed() });
    assert.deepEqual((await bot.department()).proposedEdit?.content, { kind: 'text', text: 'Borgeren fik besked.' });
  });

  for (const verb of ['department.open-send-back', 'department.open-answer'] as const) {
    it(`leaves out such a reply, which was read before: ${verb}`, async () => {
      bot = await aBot({ reply: aVersion({ content: { kind: 'text', text: 'Borgeren 010203-1234 fik besked.' } }) });
      const form = below(await bot.press(cardOf(await read()), verb, THERE));
      const said = cardText(form);
      assert.deepEqual([said.includes('010203-1234'), said.includes(da.followUp.notForChannel)], [false, true]);
      const typed = { comment: 'Skriv det uden nummeret.', reply: 'Vi svarer for dem.' };
      const field = verb === 'department.open-answer' ? 'reply' : 'comment';
      const send = verb === 'department.open-answer' ? 'department.answer' : 'department.send-back';
      const done = await bot.press(form, send, { ...THERE, typed: { [field]: typed[field] } });
      assert.ok(readAnswer(done).includes(typed[field]) && !readAnswer(done).includes('010203-1234'));
      assert.equal(done.kind === 'card' && done.forAll, 'shown');
    });
  }

  describe('in a message of its own', () => {
    let form: Card;
    beforeEach(async () => {
      bot = await aBot();
      form = below(await bot.press(await overview(), 'round.open-change', THERE));
    });

    const forAllOf = (answer: Answer) => answer.kind === 'card' && answer.forAll;

    it('stays as it is for the others, whatever a colleague presses on it', async () => {
      const theirs = openedByAnother(form);
      for (const [verb, typed] of [
        ['message.close', {}],
        ['round.prepare-withdrawal', {}],
        ['round.change', { title: '' }],
        ['round.change', { title: 'En ny titel' }],
      ] as const) {
        const answer = await bot.press(theirs, verb, { ...THERE, typed });
        assert.equal(answer.kind === 'card' && answer.staysForOthers, true, verb);
      }
    });

    it('is taken away by the person who opened it; for a colleague, it goes away for them alone', async () => {
      const closed = await bot.press(form, 'message.close', THERE);
      assert.deepEqual([forAllOf(closed), readAnswer(closed).split('\n')[0]], ['taken away', messageClosed().heading]);
      const left = await bot.press(openedByAnother(form), 'message.close', THERE);
      assert.deepEqual([forAllOf(left), readAnswer(left).split('\n')[0]], [undefined, messageStays().heading]);
    });

    it('alone is taken away, and never a message that begins a thread, or the overview of a round', async () => {
      const root = aPosted({ conversationId: `${SECRETARIAT.channelId};messageid=1700000000001` });
      const desk = aPosted({ conversationId: root.conversationId, activityId: '1700000000002' });
      const present = await bot.stores.rounds.readRound(aRoundId());
      assert.ok(present);
      const change = { change: 'replace round', round: { ...present.value, desk }, etag: present.etag } as const;
      await bot.stores.rounds.commit(aRoundId(), operationId('oversigt'), [change]);
      for (const posted of [root, desk]) {
        assertNotice(await bot.press(form, 'message.close', { ...THERE, posted }), messageNotClosed());
      }
      const below = aPosted({ conversationId: root.conversationId, activityId: '1700000000003' });
      assert.equal(forAllOf(await bot.press(form, 'message.close', { ...THERE, posted: below })), 'taken away');
    });

    it('shows everyone what was done, which anyone can take away', async () => {
      const done = await bot.press(form, 'round.change', { ...THERE, typed: { title: 'En ny titel' } });
      assert.equal(forAllOf(done), 'shown');
      const closed = await bot.press(openedByAnother(cardOf(done)), 'message.close', THERE);
      assert.equal(forAllOf(closed), 'taken away');
    });

    it('shows everyone what was done also where the card then has a field for something else', async () => {
      bot = await aBot({ reply: aVersion(), timeRequest: aTimeRequest() });
      const sendBack = below(await bot.press(cardOf(await read()), 'department.open-send-back', THERE));
      const done = await bot.press(sendBack, 'department.send-back', {
        ...THERE,
        typed: { comment: 'Et eksempel, tak.' },
      });
      assert.ok(readAnswer(done).includes('Et eksempel, tak.'));
      assert.deepEqual([initialInputs(cardOf(done))['line'], forAllOf(done)], ['', 'shown']);
    });

    it('is not changed for the person who opened it by what a colleague sends from it', async () => {
      const done = await bot.press(openedByAnother(form), 'round.change', {
        ...THERE,
        typed: { title: 'En ny titel' },
      });
      assert.equal(forAllOf(done), undefined);
      const closed = await bot.press(cardOf(done), 'message.close', THERE);
      assert.equal(forAllOf(closed), undefined);
    });

    it('keeps its problems and its text for whoever typed it', async () => {
      const again = await bot.press(form, 'round.change', { ...THERE, typed: { title: '', question: 'Hvorfor?' } });
      assert.equal(forAllOf(again), undefined);
      assert.equal(initialInputs(cardOf(again))['question'], 'Hvorfor?');
    });

    it('becomes the form for calling the round off, and back, while nothing has been typed', async () => {
      const withdrawal = cardOf(await bot.press(form, 'round.prepare-withdrawal', THERE));
      const change = cardOf(await bot.press(withdrawal, 'round.open-change', THERE));
      assert.ok(findAction(change, { verb: 'message.close' }));
    });

    it('keeps what was typed: the other form then gets a message of its own', async () => {
      for (const typed of [{ title: 'En ny titel' }, { departments: '' }, { reason: 'Opgaven er flyttet.' }]) {
        below(await bot.press(form, 'round.prepare-withdrawal', { ...THERE, typed }));
      }
      const withdrawal = cardOf(await bot.press(form, 'round.prepare-withdrawal', THERE));
      below(await bot.press(withdrawal, 'round.open-change', { ...THERE, typed: { reason: 'Aflyst.' } }));
    });
  });
});
