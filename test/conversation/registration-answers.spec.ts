import assert from 'node:assert/strict';
import { createConversation } from '../../src/conversation/conversation.js';
import type { ConversationDependencies } from '../../src/conversation/dependencies.js';
import { accepted } from '../../src/domain/result.js';
import { da } from '../../src/text/messages.js';
import { anAct, anAddress } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { AASE, type ABot, aBot, assertNotice, SECRETARIAT } from './a-bot.js';
import { mentioning } from './written.js';

const { registration } = da;
const NOBODYS = anAddress({}, 'ingens');
const ANOTHER = anAddress({}, 'kultur');

let bot: ABot;
beforeEach(async () => {
  bot = await aBot();
});

const write = async (text: string, at = NOBODYS, deps: ConversationDependencies = bot.deps) =>
  createConversation(deps, createRecordingLog()).write(mentioning(text), accepted(anAct({ by: AASE, address: at })));

describe('registering a channel', () => {
  it('as a department’s is told with the name that was read', async () => {
    assertNotice(await write('tilknyt kanalen til ”Kultur”.'), registration.department('Kultur'));
    assert.equal((await bot.stores.channels.find(NOBODYS))?.purpose, 'department');
  });

  it('as the secretariat’s is told', async () => {
    await write('frakobl', SECRETARIAT);
    assertNotice(await write('tilknyt sekretariatet'), registration.secretariat());
    assert.equal((await bot.stores.channels.find(NOBODYS))?.purpose, 'secretariat');
  });

  it('is refused where another channel has the name, which is told', async () => {
    await write('tilknyt Kultur', ANOTHER);
    assertNotice(await write('tilknyt Kultur'), registration.departmentTaken('Kultur'));
  });

  it('is refused where the secretariat has a channel', async () => {
    assertNotice(await write('tilknyt sekretariatet'), registration.secretariatTaken());
  });

  it('is refused where the channel is the secretariat’s or a department’s', async () => {
    assertNotice(await write('tilknyt Kultur', SECRETARIAT), registration.inUseBySecretariat());
    const { department, address } = await bot.department();
    assertNotice(await write('tilknyt sekretariatet', address), registration.inUseByDepartment(department.name));
  });

  it('is refused without a name, and says what is wrong', async () => {
    assertNotice(await write('tilknyt'), registration.badName({ kind: 'missing' }));
  });

  it('is refused with a letter of another alphabet in the name, which is quoted', async () => {
    const { heading, text } = registration.badName({ kind: 'mixed scripts', character: 'о' });
    assert.match(text, /”о”/u);
    assertNotice(await write('tilknyt Skоle'), { heading, text });
  });

  it('is refused where another channel has a name that looks the same', async () => {
    await write('tilknyt IT', ANOTHER);
    assertNotice(await write('tilknyt ΙΤ'), registration.departmentTaken('IT'));
  });
});

describe('unregistering a channel', () => {
  it('tells what the channel was', async () => {
    await write('tilknyt Kultur');
    assertNotice(await write('frakobl'), registration.removed('Kultur'));
    assertNotice(await write('frakobl', SECRETARIAT), registration.removed(undefined));
  });

  it('tells where there was nothing to undo', async () => {
    assertNotice(await write('frakobl'), registration.notRegistered());
  });

  it('tells where it cannot be read what the channel was', async () => {
    const channels: ConversationDependencies['channels'] = { ...bot.deps.channels, remove: async () => 'unreadable' };
    assertNotice(await write('frakobl', NOBODYS, { ...bot.deps, channels }), registration.removedUnreadable());
  });
});
