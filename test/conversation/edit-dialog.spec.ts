import assert from 'node:assert/strict';
import { type InputValues, initialInputs } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { Card } from '../../src/cards/render.js';
import type { AnswerInDialog } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { accepted } from '../../src/domain/result.js';
import { da } from '../../src/text/messages.js';
import { partsOfType } from '../cards/card-parts.js';
import { anAct, aVersion, aWithdrawn } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { AASE, type ABot, aBot, cardOf, SECRETARIAT, SECRETARY } from './a-bot.js';

const OLD = 'Borgeren 010203-1234 fik besked.';
const NEW = 'Borgeren 040506-1234 fik ikke besked.';
const TYPED = 'Borgeren 010203-1234 fik besked samme dag.';
const { followUp, edit } = da;

const textOf = (text: string) => ({ content: { kind: 'text', text } }) as const;

describe('the dialog for an edit of a reply with a CPR number', () => {
  let bot: ABot;
  beforeEach(async () => {
    bot = await aBot({ reply: aVersion(textOf(OLD)) });
  });

  const act = () => accepted(anAct({ by: SECRETARY, address: SECRETARIAT, surface: 'dialog' }));
  const talk = () => createConversation(bot.deps, createRecordingLog());

  function dataOf(card: Card, title: string): Readonly<Record<string, unknown>> {
    const [action, ...others] = partsOfType(card, 'Action.Submit').filter((each) => each['title'] === title);
    assert.ok(action !== undefined && others.length === 0);
    return action['data'] as Readonly<Record<string, unknown>>;
  }

  async function opened(): Promise<Card> {
    return shown(await talk().openDialog(dataOf(await bot.followUp(), edit.open), act())).card;
  }

  async function send(card: Card, typed: InputValues = {}): Promise<AnswerInDialog> {
    return talk().pressInDialog({ ...dataOf(card, edit.propose), ...initialInputs(card), ...typed }, act());
  }

  function shown(answer: AnswerInDialog): Extract<AnswerInDialog, { readonly kind: 'dialog' }> {
    assert.ok(answer.kind === 'dialog', JSON.stringify(answer));
    return answer;
  }

  it('shows the reply that has come meanwhile, before an edit to it can be sent', async () => {
    const card = await opened();
    assert.ok(!cardText(card).includes(AASE.name));
    await bot.change({ reply: aVersion({ number: 2, author: AASE, ...textOf(NEW) }) });
    const { card: again } = shown(await send(card, { reply: TYPED }));
    for (const said of [followUp.overtaken.edit(AASE.name, aVersion().at), NEW]) {
      assert.ok(cardText(again).includes(said), `“${said}” is not in:\n${cardText(again)}`);
    }
    assert.equal(initialInputs(again)['reply'], TYPED);
    assert.equal((await bot.department()).proposedEdit, undefined);
    const sent = await send(again, { reply: NEW.replace('ikke besked', 'besked') });
    assert.equal(sent.kind, 'closing');
    assert.equal((await bot.department()).proposedEdit?.version, 2);
  });

  it('says that it is too late under its own title, in words for the secretariat, and keeps the text', async () => {
    const card = await opened();
    for (const changes of [{ isLocked: true }, { isLocked: true, withdrawn: aWithdrawn() }]) {
      await bot.change(changes);
      const { title, card: kept } = shown(await send(card, { reply: TYPED }));
      const { heading, text } = followUp.locked((await bot.department()).withdrawn);
      assert.equal(title, edit.open);
      assert.ok(cardText(kept).includes(heading) && cardText(kept).includes(text));
      assert.equal(initialInputs(kept)['reply'], TYPED);
    }
  });

  it('is not a form in the thread where the client shows no dialogs: words say what to do', async () => {
    const talked = createConversation(bot.deps, createRecordingLog());
    const pressed = accepted(anAct({ by: SECRETARY, address: SECRETARIAT }));
    const answer = await talked.press(dataOf(await bot.followUp(), edit.open), pressed);
    assert.ok(answer.kind === 'card');
    assert.deepEqual(answer.insteadOfAll, edit.needsDialog());
    // Where nothing was typed, there is no field to delete a number in.
    const show = await bot.press(cardOf(answer), 'department.show', { by: SECRETARY, at: SECRETARIAT });
    assert.ok(show.kind === 'card');
    assert.deepEqual(show.insteadOfAll, followUp.onlyForAll());
  });
});
