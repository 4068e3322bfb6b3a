import assert from 'node:assert/strict';
import { UnreadableRow } from '../../src/application/ports.js';
import type { Answer } from '../../src/conversation/answer.js';
import { createConversation } from '../../src/conversation/conversation.js';
import type { ConversationDependencies } from '../../src/conversation/dependencies.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import { accepted } from '../../src/domain/result.js';
import { da } from '../../src/text/messages.js';
import {
  aDepartment,
  aDepartmentId,
  anAct,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  aTrace,
  TENANT,
} from '../support/builders.js';
import { createRecordingLog, createScriptedMessenger, refusedWith, type ScriptedMessenger } from '../support/fakes.js';
import { type ABot, aBot, assertNotice, cardOf, readAnswer, SECRETARIAT, SECRETARY, ULLA } from './a-bot.js';
import { mentioning } from './written.js';

const { registration, rights, setup } = da;
const NOBODYS = anAddress({}, 'ingens');
const ANOTHER = anAddress({}, 'kultur');
const CHILDREN = anAddress();
const ADMINISTRATOR = aPerson({ id: 'a7d1f0a4-5d83-4b1e-8a35-0b9c6d2e4f11', name: 'Kim Drift' });

let bot: ABot;
let messenger: ScriptedMessenger;
beforeEach(async () => {
  messenger = createScriptedMessenger();
  bot = await aBot({}, { messenger, administrators: [ADMINISTRATOR.id] });
});

const write = async (text: string, at = NOBODYS, by = SECRETARY, deps: ConversationDependencies = bot.deps) =>
  createConversation(deps, createRecordingLog()).write(mentioning(text), accepted(anAct({ by, address: at })));

async function nameAt(at: ChannelAddress): Promise<string | undefined> {
  const channel = await bot.stores.channels.find(at);
  return channel?.purpose === 'department' ? channel.department.name : channel?.purpose;
}

function assertAsked(answer: Answer, { heading, text }: { readonly heading: string; readonly text: string }): void {
  assert.ok(readAnswer(answer).startsWith(`${heading}\n${text}`), readAnswer(answer));
}

describe('a private or a shared channel', () => {
  for (const limitedTo of ['private', 'shared'] as const) {
    it(`is nobody’s, and cannot be registered: it is ${limitedTo}`, async () => {
      const act = accepted(anAct({ by: ADMINISTRATOR, address: NOBODYS, limitedTo }));
      for (const text of ['tilknyt Kultur', 'tilknyt sekretariatet']) {
        const answer = await createConversation(bot.deps, createRecordingLog()).write(mentioning(text), act);
        assertNotice(answer, registration.limited(limitedTo));
      }
      assert.equal(await nameAt(NOBODYS), undefined);
    });
  }
});

describe('registering a channel as a department’s', () => {
  for (const by of [SECRETARY, ADMINISTRATOR]) {
    it(`is done at once by ${by === SECRETARY ? 'a secretary' : 'an administrator'}, with the name that was read`, async () => {
      assertNotice(await write('tilknyt kanalen til ”Kultur”.', NOBODYS, by), registration.department('Kultur', false));
      assert.equal(await nameAt(NOBODYS), 'Kultur');
    });
  }

  it('takes no word that points at the channel for a name', async () => {
    for (const text of ['tilknyt os venligst', 'tilknyt denne kanal', 'register this channel please']) {
      await write(text, NOBODYS);
      assert.equal(await nameAt(NOBODYS), undefined, text);
    }
  });

  it('does not say that everyone can answer where the department has heads from before', async () => {
    const department = aDepartment({ id: aDepartmentId('kultur'), name: 'Kultur', heads: [ULLA] });
    await bot.stores.channels.register(aRegisteredDepartment({ address: NOBODYS, department }), aTrace());
    await write('frakobl ja');
    assertNotice(await write('tilknyt Kultur'), registration.department('Kultur', true));
  });

  it('asks the secretariat, in its channel, when anyone else wants it', async () => {
    assertNotice(await write('tilknyt Kultur', NOBODYS, ULLA), setup.asked());
    assert.equal(await nameAt(NOBODYS), undefined);
    assert.deepEqual(
      messenger.asked.map(({ address, message }) => [address, message.kind]),
      [[SECRETARIAT, 'setup request']],
    );
  });

  it('says so when the secretariat cannot be asked', async () => {
    messenger = createScriptedMessenger(() => refusedWith(403));
    const answer = await write('tilknyt Kultur', NOBODYS, ULLA, { ...bot.deps, messenger });
    assertNotice(answer, setup.notDelivered());
  });

  it('is not asked for as long as there is no secretariat to ask', async () => {
    await write('frakobl ja', SECRETARIAT, ADMINISTRATOR);
    assertNotice(await write('tilknyt Kultur', NOBODYS, ULLA), rights.noSecretariat());
  });

  it('is refused without a name, and says what is wrong', async () => {
    for (const by of [SECRETARY, ULLA]) {
      assertNotice(await write('tilknyt', NOBODYS, by), registration.badName({ kind: 'missing' }));
    }
  });

  it('is refused with a letter of another alphabet in the name, which is quoted', async () => {
    const { heading, text } = registration.badName({ kind: 'mixed scripts', character: 'о' });
    assert.match(text, /”о”/u);
    assertNotice(await write('tilknyt Skоle'), { heading, text });
  });

  it('is refused where the channel is the secretariat’s', async () => {
    assertNotice(await write('tilknyt Kultur', SECRETARIAT), registration.inUseBySecretariat());
  });
});

describe('giving a department another name', () => {
  it('is asked about first, and done by the button', async () => {
    const answer = await write('tilknyt Børn og Unge', CHILDREN);
    assertAsked(answer, setup.renameQuestion('Børn og Familie', 'Børn og Unge'));
    assert.equal(await nameAt(CHILDREN), 'Børn og Familie');
    const pressed = await bot.press(cardOf(answer), 'setup.confirm', { by: SECRETARY });
    assertAsked(pressed, setup.renamed('Børn og Unge'));
    assert.equal(await nameAt(CHILDREN), 'Børn og Unge');
  });

  it('leaves nothing to press once it is done', async () => {
    const question = cardOf(await write('tilknyt Børn og Unge', CHILDREN));
    const done = cardOf(await bot.press(question, 'setup.confirm', { by: SECRETARY }));
    assert.deepEqual(done['actions'], []);
  });

  it('is only asked for where someone who is no secretary presses the button', async () => {
    const answer = await write('tilknyt Børn og Unge', CHILDREN);
    assertAsked(await bot.press(cardOf(answer), 'setup.confirm', { by: ULLA }), setup.asked());
    assert.equal(await nameAt(CHILDREN), 'Børn og Familie');
  });

  it('is refused where another channel has a name that looks the same', async () => {
    await write('tilknyt IT', ANOTHER);
    const question = await write('tilknyt ΙΤ', CHILDREN);
    const pressed = await bot.press(cardOf(question), 'setup.confirm', { by: SECRETARY });
    assertNotice(pressed, registration.departmentTaken('IT'));
  });
});

describe('moving a department to another channel', () => {
  it('is asked about first, and done by the button', async () => {
    await write('tilknyt Kultur', ANOTHER);
    const answer = await write('tilknyt kultur');
    assertAsked(answer, setup.moveQuestion('Kultur'));
    const pressed = await bot.press(cardOf(answer), 'setup.confirm', { by: SECRETARY, at: NOBODYS });
    assertAsked(pressed, setup.moved('Kultur'));
    assert.deepEqual([await nameAt(ANOTHER), await nameAt(NOBODYS)], [undefined, 'Kultur']);
  });
});

describe('choosing the secretariat’s channel', () => {
  it('is an administrator’s', async () => {
    await write('frakobl ja', SECRETARIAT, ADMINISTRATOR);
    for (const by of [SECRETARY, ULLA]) {
      assertNotice(await write('tilknyt sekretariatet', NOBODYS, by), rights.notAdministrator());
    }
    assertNotice(await write('tilknyt sekretariatet', NOBODYS, ADMINISTRATOR), registration.secretariat([]));
    assert.equal(await nameAt(NOBODYS), 'secretariat');
  });

  it('is refused where the channel is a department’s', async () => {
    const answer = await write('tilknyt sekretariatet', CHILDREN, ADMINISTRATOR);
    assertNotice(answer, registration.inUseByDepartment('Børn og Familie'));
  });

  it('changes nothing where it has been chosen', async () => {
    assertNotice(
      await write('tilknyt sekretariatet', SECRETARIAT, ADMINISTRATOR),
      registration.secretariat([SECRETARY]),
    );
  });
});

describe('moving the secretariat', () => {
  const ask = async () => cardOf(await write('tilknyt sekretariatet', NOBODYS, ADMINISTRATOR));
  const AT = { by: ADMINISTRATOR, at: NOBODYS };

  it('is asked about first, with the channel that it has, and done by the button', async () => {
    await bot.stores.channels.register(aSecretariat({ name: 'Notater' }), aTrace());
    const answer = await write('tilknyt sekretariatet', NOBODYS, ADMINISTRATOR);
    assertAsked(answer, setup.moveSecretariatQuestion('Notater'));
    assertAsked(await bot.press(cardOf(answer), 'setup.move-secretariat', AT), setup.secretariatMoved(true));
    const secretariat = await bot.stores.channels.secretariat(TENANT);
    assert.deepEqual([secretariat?.address, secretariat?.secretaries], [NOBODYS, [SECRETARY]]);
  });

  it('is told in the channel that it leaves', async () => {
    await bot.press(await ask(), 'setup.move-secretariat', AT);
    assert.deepEqual(
      messenger.asked.map(({ address, message }) => [address, message.kind]),
      [[SECRETARIAT, 'secretariat moved']],
    );
  });

  it('is an administrator’s, also by the button', async () => {
    const pressed = await bot.press(await ask(), 'setup.move-secretariat', { by: SECRETARY, at: NOBODYS });
    assertNotice(pressed, rights.notAdministrator());
    assert.deepEqual((await bot.stores.channels.secretariat(TENANT))?.address, SECRETARIAT);
  });
});

describe('unregistering a channel', () => {
  it('is done at once by a secretary and by an administrator in a department’s channel', async () => {
    await write('tilknyt Kultur');
    assertNotice(await write('frakobl ja'), registration.removed('Kultur'));
    assertNotice(await write('frakobl ja', CHILDREN, ADMINISTRATOR), registration.removed('Børn og Familie'));
  });

  it('asks the secretariat when anyone else wants it there', async () => {
    assertNotice(await write('frakobl', CHILDREN, ULLA), setup.asked());
    assert.equal(await nameAt(CHILDREN), 'Børn og Familie');
  });

  it('is only an administrator’s in the secretariat’s channel', async () => {
    for (const by of [SECRETARY, ULLA]) {
      assertNotice(await write('frakobl', SECRETARIAT, by), rights.notAdministrator());
    }
    assertNotice(await write('frakobl ja', SECRETARIAT, ADMINISTRATOR), registration.removed(undefined));
  });

  it('tells where there was nothing to undo', async () => {
    for (const by of [SECRETARY, ULLA]) {
      assertNotice(await write('frakobl', NOBODYS, by), registration.notRegistered());
    }
  });

  it('tells where it cannot be read what the channel was', async () => {
    const channels: ConversationDependencies['channels'] = {
      ...bot.deps.channels,
      find: () => Promise.reject(new UnreadableRow('channel', 'row', 'a test says so')),
      remove: async () => 'unreadable',
    };
    const answer = await write('frakobl', NOBODYS, SECRETARY, { ...bot.deps, channels });
    assertNotice(answer, registration.removedUnreadable());
  });
});
