import assert from 'node:assert/strict';
import { type Command, parseCommand, textWithoutBot } from '../../../src/adapters/teams/commands.js';

const department = (name: string): Command => ({ kind: 'register department', name });
const SECRETARIAT: Command = { kind: 'register secretariat' };
const HELP: Command = { kind: 'help' };
const NOT_UNDERSTOOD: Command = { kind: 'not understood' };

const READ: readonly (readonly [text: string, command: Command])[] = [
  ['', HELP],
  [' \u00A0\n', HELP],
  ['?', HELP],
  ['hjælp', HELP],
  ['HJÆLP!', HELP],
  ['hjaelp', HELP],
  ['help', HELP],

  ['tilknyt Socialområdet', department('Socialområdet')],
  ['Tilknyt  Børn\u00A0og   Familie ', department('Børn og Familie')],
  ['register Teknik, Miljø & Klima', department('Teknik, Miljø & Klima')],
  ['TILKNYT\nKultur', department('Kultur')],
  ['tilknyt status', department('status')],
  ['tilknyt Sekretariatet for Børn', department('Sekretariatet for Børn')],
  ['tilknyt Plan m.m.', department('Plan m.m.')],
  ['tilknyt', department('')],
  ['tilknyt ', department('')],
  ['register', department('')],

  ['tilknyt sekretariatet', SECRETARIAT],
  ['tilknyt sekretariat', SECRETARIAT],
  ['TILKNYT Sekretariatet.', SECRETARIAT],
  ['tilknyt sekretariatet !', SECRETARIAT],
  ['register secretariat', SECRETARIAT],
  ['register the secretariat', SECRETARIAT],

  ['frakobl', { kind: 'unregister' }],
  ['Unregister.', { kind: 'unregister' }],
  ['ny runde', { kind: 'new round' }],
  ['Ny\u00A0\u00A0runde!', { kind: 'new round' }],
  ['new round', { kind: 'new round' }],
  ['status', { kind: 'status' }],
  ['Status?', { kind: 'status' }],
  ['notat', { kind: 'notat' }],
  ['NOTAT .', { kind: 'notat' }],
  ['memo', { kind: 'notat' }],
  ['versioner', { kind: 'versions' }],
  ['Versions', { kind: 'versions' }],

  ['nyrunde', NOT_UNDERSTOOD],
  ['tilknytSocialområdet', NOT_UNDERSTOOD],
  ['status for runden', NOT_UNDERSTOOD],
  ['frakobl Socialområdet', NOT_UNDERSTOOD],
  ['kan du tilknyt sekretariatet', NOT_UNDERSTOOD],
  ['constructor', NOT_UNDERSTOOD],
];

describe('commands', () => {
  for (const [text, command] of READ) {
    it(`${JSON.stringify(text)} means ${Object.values(command).join(' ')}`, () => {
      assert.deepEqual(parseCommand(text), command);
    });
  }
});

describe('the text of a message', () => {
  const recipient = { id: '28:notatbot', name: 'Notatbot' };
  const bot = { type: 'mention', text: '<at>Notatbot</at>', mentioned: recipient };
  const anne = { type: 'mention', text: '<at>Anne</at>', mentioned: { id: '29:anne', name: 'Anne' } };
  const read = (text: string, entities: readonly { type: string }[]) =>
    textWithoutBot({ text, entities: [...entities], recipient }).trim();

  it('is without the mention of the bot', () => {
    assert.equal(read('<at>Notatbot</at> status', [bot]), 'status');
  });

  it('is without every mention of the bot, under each of its names', () => {
    const short = { ...bot, text: '<at>Bot</at>' };
    const text = '<at>Notatbot</at><at>Notatbot</at> ny runde <at>Bot</at>';
    assert.equal(read(text, [bot, bot, short]), 'ny runde');
  });

  it('keeps mentions of others', () => {
    assert.equal(read('<at>Notatbot</at> tilknyt <at>Anne</at>', [bot, anne]), 'tilknyt <at>Anne</at>');
    assert.equal(read('<at>Anne</at> <at>Notatbot</at> status', [anne, bot]), '<at>Anne</at>   status');
  });

  it('keeps what only looks like a mention', () => {
    assert.equal(read('<at>Notatbot</at> status', []), '<at>Notatbot</at> status');
  });

  it('keeps words apart that a mention stood between', () => {
    assert.deepEqual(parseCommand(read('ny<at>Notatbot</at>runde', [bot])), { kind: 'new round' });
  });

  it('bears with mentions that lack something', () => {
    const broken = [{ type: 'mention' }, { type: 'mention', mentioned: recipient }, { ...bot, text: '' }];
    assert.equal(read('status', [...broken, { type: 'clientInfo' }]), 'status');
  });

  it('is empty where there is none', () => {
    const nothing = { recipient } as unknown as Parameters<typeof textWithoutBot>[0];
    assert.equal(textWithoutBot(nothing), '');
  });
});
