import assert from 'node:assert/strict';
import type { Mention } from '../../src/conversation/acts.js';
import { COMMAND_MAX } from '../../src/domain/limits.js';
import { type ReadCommand, readCommand } from './read-rows.js';
import { mentioning } from './written.js';

type Command = ReadCommand | undefined;

const department = (name: string): Command => ['channel.register', { kind: 'department', name }];
const SECRETARIAT: Command = ['channel.register-secretariat', true];
const HELP: Command = ['help', true];
const NOT_UNDERSTOOD: Command = undefined;

const KAREN: Mention = { id: '29:karen', name: 'Karen Hansen' };
const IB: Mention = { id: '29:ib', name: 'Ib' };
const heads = (named: readonly Mention[]): Command => ['channel.heads', named];
const HEADS_WANTED = heads([]);
const NO_HEADS: Command = ['channel.heads', 'nobody'];
const deputies = (named: readonly Mention[] | 'nobody'): Command => ['channel.deputies', named];
const secretaries = (named: readonly Mention[] | 'nobody'): Command => ['channel.secretaries', named];
const PLAN: Command = ['round.plan', true];
const TRY: Command = ['round.try-reminding', true];
const director = (named: readonly Mention[] | 'nobody'): Command => ['channel.director', named];
const language = (known?: 'da' | 'en'): Command => ['channel.language', { language: known }];

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
  ['tilknyt ”Socialområdet”', department('Socialområdet')],
  ['tilknyt "Socialområdet".', department('Socialområdet')],
  ['tilknyt »Social«', department('Social')],
  ["tilknyt 'Social & Sundhed'", department('Social & Sundhed')],
  ['tilknyt Huset ”Oasen”', department('Huset ”Oasen”')],
  ['tilknyt kanalen til Kultur og Fritid', department('Kultur og Fritid')],
  ['tilknyt fagområde Kultur og Fritid.', department('Kultur og Fritid')],
  ['tilknyt denne kanal til fagområdet ”Kultur og Fritid”.', department('Kultur og Fritid')],
  ['register this channel as the department Culture', department('Culture')],
  ['tilknyt til Kultur', department('Kultur')],
  ['tilknyt "', department('"')],
  ['tilknyt ""', department('')],
  ['tilknyt To Sogne', department('To Sogne')],
  ['tilknyt Fagområde 1', department('Fagområde 1')],
  ['tilknyt Børn/Unge', department('Børn/Unge')],
  ['tilknyt Skole #2.', department('Skole #2')],
  ['tilknyt ”IT\\Digitalisering”', department('IT\\Digitalisering')],
  ['tilknyt Hvem er vi?', department('Hvem er vi?')],
  ['tilknyt fagområdet ”Hvem er vi?”.', department('Hvem er vi?')],
  ['tilknyt Fagområdekontoret', department('Fagområdekontoret')],
  ['tilknyt', department('')],
  ['tilknyt ', department('')],
  ['register', department('')],

  ['tilknyt sekretariatet', SECRETARIAT],
  ['tilknyt sekretariat', SECRETARIAT],
  ['TILKNYT Sekretariatet.', SECRETARIAT],
  ['tilknyt ”sekretariatet”', SECRETARIAT],
  ['tilknyt kanalen til sekretariatet', SECRETARIAT],
  ['tilknyt sekretariatet !', SECRETARIAT],
  ['register secretariat', SECRETARIAT],
  ['register the secretariat', SECRETARIAT],

  ['frakobl', ['channel.unregister', { isMeant: false }]],
  ['Unregister.', ['channel.unregister', { isMeant: false }]],
  ['ny runde', ['round.new', true]],
  ['Ny\u00A0\u00A0runde!', ['round.new', true]],
  ['new round', ['round.new', true]],
  ['status', ['round.status', true]],
  ['Status?', ['round.status', true]],
  ['status\u200B', ['round.status', true]],
  ['\uFEFFsta\u00ADtus\u200E', ['round.status', true]],
  ['notat', ['notat.compile', true]],
  ['NOTAT .', ['notat.compile', true]],
  ['memo', ['notat.compile', true]],
  ['afslut', ['round.check-closing', true]],
  ['Afslut runden!', ['round.check-closing', true]],
  ['close the round', ['round.check-closing', true]],
  ...['vis plan', 'Plan', 'Påmindelser.', 'show plan', 'reminders'].map((text) => [text, PLAN] as const),
  ...['ryk --prøv', 'RYK –prøv', 'ryk —prøv', 'ryk – prøv', 'ryk prøv', 'ryk -prøv!', 'Prøv at rykke'].map(
    (text) => [text, TRY] as const,
  ),
  ...['remind --dry-run', 'remind —dry-run', 'Dry run'].map((text) => [text, TRY] as const),
  ['ryk', ['round.explain-reminding', true]],
  ['Ryk alle!', ['round.explain-reminding', true]],
  ['remind', ['round.explain-reminding', true]],
  ['versioner', ['reply.versions', true]],
  ['Versions', ['reply.versions', true]],

  ['chef', HEADS_WANTED],
  ['Chefer?', HEADS_WANTED],
  ['head', HEADS_WANTED],
  ['chef Karen Hansen', HEADS_WANTED],
  ['heads: Karen Hansen and Ib Holm', HEADS_WANTED],
  ['chef ingen', NO_HEADS],
  ['Chef: Ingen.', NO_HEADS],
  ['head nobody', NO_HEADS],

  ['stedfortræder', deputies([])],
  ['Stedfortrædere: Karen Hansen og Ib Holm', deputies([])],
  ['stedfortræder ingen', deputies('nobody')],
  ['deputy none', deputies('nobody')],
  ['direktør', director([])],
  ['direktør ingen', director('nobody')],
  ['Director: none.', director('nobody')],
  ['sekretær', secretaries([])],
  ['Sekretærer?', secretaries([])],
  ['sekretær ingen.', secretaries('nobody')],
  ['secretaries nobody', secretaries('nobody')],

  ['sprog engelsk', language('en')],
  ['Sprog  Dansk.', language('da')],
  ['language english', language('en')],
  ['language danish', language('da')],
  ['sprog en', language('en')],
  ['sprog', language()],
  ['sprog tysk', language()],

  ['chefen er på ferie', NOT_UNDERSTOOD],
  ['Chef for området er Karen Hansen, og hun følger op hver måned.', NOT_UNDERSTOOD],
  ['chef for området er Karen', NOT_UNDERSTOOD],
  ['sekretæren har skrevet', NOT_UNDERSTOOD],
  ['Sekretær til tre dage om ugen søges', NOT_UNDERSTOOD],
  ['sekretariatet', NOT_UNDERSTOOD],
  ['stedfortræder for Karen?', NOT_UNDERSTOOD],
  ['direktør for området er Karen', NOT_UNDERSTOOD],
  ['Planen for næste år er klar', NOT_UNDERSTOOD],
  ['rykkeren kom i går', NOT_UNDERSTOOD],
  ['Stedfortræderen er Ib', NOT_UNDERSTOOD],
  ['deputy for Karen', NOT_UNDERSTOOD],
  ['Sprog og kultur er en del af planen', NOT_UNDERSTOOD],
  ['nyrunde', NOT_UNDERSTOOD],
  ['tilknytSocialområdet', NOT_UNDERSTOOD],
  ['status for runden', NOT_UNDERSTOOD],
  ['frakobl Socialområdet', NOT_UNDERSTOOD],
  ['kan du tilknyt sekretariatet', NOT_UNDERSTOOD],
  ['constructor', NOT_UNDERSTOOD],
  [`tilknyt ${'x'.repeat(COMMAND_MAX)}`, NOT_UNDERSTOOD],
  [`${'.'.repeat(28_000)}x`, NOT_UNDERSTOOD],
  [`chef ${', '.repeat(14_000)}x`, NOT_UNDERSTOOD],
];

describe('commands', () => {
  for (const [text, command] of READ) {
    it(`${JSON.stringify(text.slice(0, 60))} means ${JSON.stringify(command)}`, () => {
      assert.deepEqual(readCommand({ parts: [text] }), command);
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
  const NAMING: readonly (readonly [text: string, command: Command])[] = [
    ['stedfortræder <at>Ib</at>', deputies([IB])],
    ['Deputies: <at>Karen Hansen</at> and <at>Ib</at>', deputies([KAREN, IB])],
    ['direktør <at>Karen Hansen</at>', director([KAREN])],
    ['director: <at>Ib</at>.', director([IB])],
    ['sekretærer <at>Karen Hansen</at>, <at>Ib</at>', secretaries([KAREN, IB])],
    ['secretary <at>Ib</at>.', secretaries([IB])],
  ];
  for (const [text, command] of NAMING) {
    it(`${JSON.stringify(text)} names those it mentions`, () => {
      assert.deepEqual(readCommand(mentioning(text, [KAREN, IB])), command);
    });
  }

  for (const [text, named] of MENTIONING) {
    it(`${JSON.stringify(text)} appoints those it names`, () => {
      assert.deepEqual(readCommand(mentioning(text, named)), heads(named));
    });
  }

  it('appoint nobody when they say something about someone', () => {
    for (const text of [
      'chef <at>Karen Hansen</at> følger op hver måned',
      'stedfortræder for <at>Karen Hansen</at>?',
      'sekretær <at>Karen Hansen</at> har skrevet',
    ]) {
      assert.deepEqual(readCommand(mentioning(text, [KAREN])), NOT_UNDERSTOOD, text);
    }
  });

  it('are another where the same words have another meaning', () => {
    assert.deepEqual(readCommand({ parts: ['frakobl'] }, 'secretariat'), [
      'channel.unregister-secretariat',
      { isMeant: false },
    ]);
    assert.deepEqual(readCommand({ parts: ['frakobl'] }, 'unregistered'), ['channel.unregister', { isMeant: false }]);
  });

  it('are read with words apart that a mention of the bot stood between', () => {
    assert.deepEqual(readCommand(mentioning('ny<at>Notatbot</at>runde')), ['round.new', true]);
  });

  for (const [opening, closing] of [
    '""',
    "''",
    '””',
    '“”',
    '„“',
    '„”',
    '’’',
    '‘’',
    '‚‘',
    '»«',
    '«»',
    '›‹',
    '‹›',
    '´´',
  ]) {
    it(`leave out the quotation marks ${opening}${closing} around a name, and not within it`, () => {
      const quoted = `${opening}Oasen${closing}`;
      assert.deepEqual(readCommand({ parts: [`tilknyt ${quoted}`] }), department('Oasen'));
      for (const name of [`Huset ${quoted}`, `${quoted} i Byen`]) {
        assert.deepEqual(readCommand({ parts: [`tilknyt ${name}`] }), department(name));
      }
    });
  }

  it('leave a mention in a department’s name, where it is refused', () => {
    const text = 'tilknyt <at>Ib</at>';
    assert.deepEqual(readCommand(mentioning(text, [IB])), department('<at>Ib</at>'));
  });
});
