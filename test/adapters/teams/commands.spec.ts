import assert from 'node:assert/strict';
import { type Command, parseCommand } from '../../../src/adapters/teams/commands.js';
import { type Mention, readWrittenMessage } from '../../../src/adapters/teams/written-message.js';

const department = (name: string): Command => ({ kind: 'register department', name });
const SECRETARIAT: Command = { kind: 'register secretariat' };
const HELP: Command = { kind: 'help' };
const NOT_UNDERSTOOD: Command = { kind: 'not understood' };

const KAREN: Mention = { id: '29:karen', name: 'Karen Hansen', text: '<at>Karen Hansen</at>' };
const IB: Mention = { id: '29:ib', name: 'Ib', text: '<at>Ib</at>' };
const HEADS_WANTED: Command = { kind: 'appoint heads', named: [] };
const NO_HEADS: Command = { kind: 'appoint no heads' };
const language = (known?: 'da' | 'en'): Command => ({ kind: 'set language', language: known });

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

  ['chef', HEADS_WANTED],
  ['Chefer?', HEADS_WANTED],
  ['head', HEADS_WANTED],
  ['chef Karen Hansen', HEADS_WANTED],
  ['heads: Karen Hansen and Ib Holm', HEADS_WANTED],
  ['chef ingen', NO_HEADS],
  ['Chef: Ingen.', NO_HEADS],
  ['head nobody', NO_HEADS],

  ['sprog engelsk', language('en')],
  ['Sprog  Dansk.', language('da')],
  ['language english', language('en')],
  ['language danish', language('da')],
  ['sprog en', language('en')],
  ['sprog', language()],
  ['sprog tysk', language()],

  ['chefen er på ferie', NOT_UNDERSTOOD],
  ['Chef for området er Karen Hansen, og hun følger op hver måned.', NOT_UNDERSTOOD],
  ['Sprog og kultur er en del af planen', NOT_UNDERSTOOD],
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
      assert.deepEqual(parseCommand({ text, mentions: [] }), command);
    });
  }

  const MENTIONING: readonly (readonly [text: string, mentions: readonly Mention[]])[] = [
    ['  chef <at>Karen Hansen</at>', [KAREN]],
    ['chef <at>Karen Hansen</at> <at>Ib</at>', [KAREN, IB]],
    ['Chefer: <at>Karen Hansen</at>, <at>Ib</at>.', [KAREN, IB]],
    ['chef <at>Karen Hansen</at> og <at>Ib</at>', [KAREN, IB]],
    ['heads <at>Karen Hansen</at> and <at>Ib</at>', [KAREN, IB]],
    ['head<at>Ib</at>', [IB]],
  ];
  for (const [text, named] of MENTIONING) {
    it(`${JSON.stringify(text)} appoints those it names`, () => {
      assert.deepEqual(parseCommand({ text, mentions: named }), { kind: 'appoint heads', named });
    });
  }

  it('appoint nobody when they say something about someone', () => {
    const text = 'chef <at>Karen Hansen</at> følger op hver måned';
    assert.deepEqual(parseCommand({ text, mentions: [KAREN] }), NOT_UNDERSTOOD);
  });

  it('are read with words apart that a mention of the bot stood between', () => {
    const recipient = { id: '28:notatbot', name: 'Notatbot' };
    const bot = { type: 'mention', text: '<at>Notatbot</at>', mentioned: recipient };
    const message = readWrittenMessage({ text: 'ny<at>Notatbot</at>runde', entities: [bot], recipient });
    assert.deepEqual(parseCommand(message), { kind: 'new round' });
  });

  it('leave a mention in a department’s name, where it is refused', () => {
    const text = 'tilknyt <at>Ib</at>';
    assert.deepEqual(parseCommand({ text, mentions: [IB] }), department('<at>Ib</at>'));
  });
});
