import assert from 'node:assert/strict';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { Members } from '../../src/application/ports.js';
import type { Card } from '../../src/cards/render.js';
import type { Mention } from '../../src/conversation/acts.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { presentMessage } from '../../src/conversation/present-message.js';
import { accepted } from '../../src/domain/result.js';
import { da } from '../../src/text/messages.js';
import { aMember, anAct, anAddress } from '../support/builders.js';
import { createRecordingLog, createScriptedMessenger, refusedWith, type ScriptedMessenger } from '../support/fakes.js';
import { AASE, type ABot, aBot, assertNotice, cardOf, readAnswer, SECRETARIAT, SECRETARY, ULLA } from './a-bot.js';
import { mentioning } from './written.js';

const { registration, setup } = da;
const NOBODYS = anAddress({}, 'ingens');
const CHILDREN = anAddress();
const THERE = { by: SECRETARY, at: SECRETARIAT };
const ULLA_MENTIONED: Mention = { id: `29:${ULLA.id}`, name: ULLA.name };

const members: Members = {
  find: async (_, id) => {
    const person = [AASE, ULLA].find((each) => id === `29:${each.id}`);
    return person && aMember(person);
  },
};

describe('what a channel wants of the secretariat', () => {
  let bot: ABot;
  let messenger: ScriptedMessenger;
  beforeEach(async () => {
    messenger = createScriptedMessenger();
    bot = await aBot({}, { messenger, members, channelNames: { nameOf: async () => 'Børn' } });
  });

  const wish = async (text: string, at = CHILDREN, by = AASE) => {
    const act = anAct({ by, address: at, activityId: `wish ${text}` });
    const mentions = text.includes('<at>') ? [ULLA_MENTIONED] : [];
    return createConversation(bot.deps, createRecordingLog()).write(mentioning(text, mentions), accepted(act));
  };

  /** The card that stands in the secretariat's channel now. */
  const card = (): Card => {
    const shown = messenger.asked.filter(({ message }) => message.kind === 'setup request').at(-1);
    assert.ok(shown, 'the secretariat was not asked');
    const [sent] = presentMessage(bot.deps, shown.message);
    assert.ok(sent?.kind === 'card');
    return sent.card;
  };
  const told = () =>
    messenger.asked.flatMap(({ address, message }) =>
      message.kind === 'setup answer' ? [[address, message.decision.isGranted]] : [],
    );
  const department = async () => {
    const channel = await bot.stores.channels.find(CHILDREN);
    return channel?.purpose === 'department' ? channel.department : undefined;
  };

  it('says who wants what, and in which channel', async () => {
    await wish('tilknyt Børn og Unge');
    const text = cardText(card());
    for (const part of ['Børn og Familie', 'Børn og Unge', AASE.name, setup.inChannel('Børn')])
      assert.ok(text.includes(part), text);
  });

  for (const [text, at, done] of [
    ['tilknyt Kultur', NOBODYS, async () => (await bot.stores.channels.find(NOBODYS))?.purpose === 'department'],
    ['tilknyt Børn og Unge', CHILDREN, async () => (await department())?.name === 'Børn og Unge'],
    ['frakobl', CHILDREN, async () => (await department()) === undefined],
    [`chef <at>${ULLA.name}</at>`, CHILDREN, async () => (await department())?.heads[0]?.id === ULLA.id],
    [`stedfortræder <at>${ULLA.name}</at>`, CHILDREN, async () => (await department())?.deputies[0]?.id === ULLA.id],
    [`direktør <at>${ULLA.name}</at>`, CHILDREN, async () => (await department())?.director?.id === ULLA.id],
  ] as const) {
    it(`is done when it is granted, and not before: ${text}`, async () => {
      assertNotice(await wish(text, at), setup.asked());
      assert.equal(await done(), false);
      const answer = readAnswer(await bot.press(card(), 'setup.grant', THERE));
      assert.ok(answer.startsWith(setup.requestHeading({ isGranted: true })), answer);
      assert.ok(answer.includes(setup.decidedBy({ isGranted: true, by: SECRETARY })), answer);
      assert.equal(await done(), true);
      assert.deepEqual(told(), [[at, true]]);
    });
  }

  it('is not done when it is declined, and the channel is told', async () => {
    await wish('tilknyt Børn og Unge');
    const answer = readAnswer(await bot.press(card(), 'setup.decline', THERE));
    assert.ok(answer.startsWith(setup.requestHeading({ isGranted: false })), answer);
    assert.equal((await department())?.name, 'Børn og Familie');
    assert.deepEqual(told(), [[CHILDREN, false]]);
  });

  it('leaves nothing to press on the card once it is decided', async () => {
    await wish('frakobl');
    const decided = cardOf(await bot.press(card(), 'setup.grant', THERE));
    assert.deepEqual([decided['actions'], card()['actions']], [[], []]);
  });

  it('is decided once, whoever presses again', async () => {
    await wish('tilknyt Børn og Unge');
    const shown = card();
    await bot.press(shown, 'setup.decline', THERE);
    for (const verb of ['setup.grant', 'setup.decline']) {
      assertNotice(await bot.press(shown, verb, { ...THERE, activityId: 'f:2' }), setup.gone());
    }
    assert.equal((await department())?.name, 'Børn og Familie');
  });

  it('is not what an older card says when the channel has asked for something else since', async () => {
    await wish('tilknyt Børn og Unge');
    const older = card();
    await wish('tilknyt Skole og Unge');
    assertNotice(await bot.press(older, 'setup.grant', THERE), setup.gone());
    await bot.press(card(), 'setup.grant', THERE);
    assert.equal((await department())?.name, 'Skole og Unge');
  });

  it('stands on one card, however often it changes', async () => {
    for (const text of ['tilknyt Børn og Unge', 'frakobl', `chef <at>${ULLA.name}</at>`]) await wish(text);
    assert.deepEqual(
      messenger.asked.map(({ replaced }) => replaced !== undefined),
      [false, true, true],
    );
  });

  it('stays to be decided when it cannot be granted as things are', async () => {
    await wish('tilknyt Kultur');
    const act = anAct({ by: SECRETARY, address: NOBODYS });
    await createConversation(bot.deps, createRecordingLog()).write(mentioning('tilknyt Kultur'), accepted(act));
    assertNotice(await bot.press(card(), 'setup.grant', THERE), setup.notPossible());
    const answer = readAnswer(await bot.press(card(), 'setup.decline', THERE));
    assert.ok(answer.startsWith(setup.requestHeading({ isGranted: false })), answer);
  });

  it('tells the secretary when the channel that asked could not be told', async () => {
    await wish('frakobl');
    const shown = card();
    const unreachable = createScriptedMessenger(() => refusedWith(403));
    bot = { ...bot, deps: { ...bot.deps, messenger: unreachable } };
    const data = { verb: 'setup.decline', ...Object(shown['actions'])[1].data };
    const press = anAct({ by: SECRETARY, address: SECRETARIAT });
    const answer = await createConversation(bot.deps, createRecordingLog()).press(data, accepted(press));
    assert.ok(readAnswer(answer).includes(setup.notTold), readAnswer(answer));
  });

  it('is not decided by those who are no secretaries', async () => {
    await wish('frakobl');
    assertNotice(await bot.press(card(), 'setup.grant', { by: ULLA, at: SECRETARIAT }), da.rights.notSecretary(false));
    assert.notEqual(await department(), undefined);
  });

  it('is told in the words of the installation’s language where the channel has none of its own', async () => {
    await wish('tilknyt Kultur', NOBODYS);
    await bot.press(card(), 'setup.decline', THERE);
    const answer = messenger.asked.find(({ message }) => message.kind === 'setup answer');
    assert.ok(answer);
    const [sent] = presentMessage(bot.deps, answer.message);
    assert.ok(sent?.kind === 'card');
    const decision = { isGranted: false, by: SECRETARY };
    const said = setup.answer({ about: undefined, wanted: { kind: 'name', name: 'Kultur' } }, decision);
    assert.equal(cardText(sent.card), `${said.heading}\n${said.text}`);
  });

  it('is refused at once where nobody could grant it', async () => {
    assertNotice(await wish(`chef <at>${ULLA.name}</at>`, NOBODYS), registration.onlyInDepartments());
    assert.deepEqual(messenger.asked, []);
  });
});
