import assert from 'node:assert/strict';
import { compilePersonalNotat } from '../../src/application/notat/personal-notat.js';
import type { FileTransfer } from '../../src/application/ports.js';
import type { PersonalAct, PersonalSender, Refusal, SentFile } from '../../src/conversation/acts.js';
import { createConversation } from '../../src/conversation/conversation.js';
import type { ConversationDependencies } from '../../src/conversation/dependencies.js';
import { accepted, type Result, refused } from '../../src/domain/result.js';
import { da } from '../../src/text/messages.js';
import { aMember, aNotatId, anAct, aPreference, aRoundId, START, TENANT } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { createMemoryStores } from '../support/memory-stores.js';
import { aBot, assertNotice, readAnswer, SECRETARIAT, SECRETARY } from './a-bot.js';
import { readPersonalCommand } from './read-rows.js';
import { mentioning } from './written.js';

describe('commands in a personal chat', () => {
  const READ: readonly (readonly [text: string, name: string | undefined])[] = [
    ['notat', 'notat.file'],
    ['Notat!', 'notat.file'],
    ['skabelon', 'template.show'],
    ['Skabelon?', 'template.show'],
    ['template', 'template.show'],
    ['tidligere skabeloner', 'template.show'],
    ['Earlier templates', 'template.show'],
    ['skabelon standard', 'template.use-installations'],
    ['Skabelon  Standard.', 'template.use-installations'],
    ['template default', 'template.use-installations'],
    ['besked her', 'person.tell-here'],
    ['Beskeder her.', 'person.tell-here'],
    ['messages here', 'person.tell-here'],
    ['besked i kanalen', 'person.tell-in-channel-again'],
    ['Messages in the channel', 'person.tell-in-channel-again'],
    ['hjælp', 'help.personal'],
    ['', 'help.personal'],
    ['status', undefined],
    ['ny runde', undefined],
    ['tilknyt sekretariatet', undefined],
    ['skabelon til byrådet', undefined],
    ['hej', undefined],
  ];
  for (const [text, name] of READ) {
    it(`${JSON.stringify(text)} means ${name}`, () => {
      assert.equal(readPersonalCommand({ parts: [text] })?.[0], name);
    });
  }
});

const SENDER: PersonalSender = { tenantId: TENANT, by: SECRETARY, memberId: '29:anne', home: 'here' };
const ACT = { conversationId: 'a:chat', activityId: '1', cardId: undefined, files: [], hasOther: false };

describe('words in a personal chat that are none of its commands', () => {
  const write = async (text: string, act: Result<PersonalAct, Refusal>) =>
    createConversation((await aBot()).deps, createRecordingLog()).writePersonally(mentioning(text), act);

  it('are not understood, or belong in a channel', async () => {
    const act = accepted({ ...ACT, sender: SENDER });
    assertNotice(await write('hej', act), da.personal.notUnderstood());
    const elsewhere = da.understanding.elsewhere({ where: 'secretariat', channel: undefined }, 'ny runde');
    assertNotice(await write('ny runde', act), elsewhere);
  });

  it('are answered with why they cannot be served', async () => {
    assertNotice(
      await write('skabelon', refused({ cause: 'unknown person', field: 'from.aadObjectId' })),
      da.refusals.unknownPerson(),
    );
  });
});

describe('where a person is told of what waits for them', () => {
  const act = accepted({ ...ACT, sender: SENDER });
  const inChannel = refused<Refusal>({ cause: 'personal chat', field: 'conversation.conversationType' });
  const STOP = { verb: 'person.tell-in-channel' };

  async function aTalk() {
    const { deps, clock } = await aBot();
    const log = createRecordingLog();
    const chosen = async () => (await deps.preferences.find(TENANT, SECRETARY.id))?.value;
    return { talk: createConversation(deps, log), clock, chosen };
  }

  it('is chosen by writing', async () => {
    const { talk, clock, chosen } = await aTalk();
    assertNotice(await talk.writePersonally(mentioning('besked her'), act), da.personalNotices.chosenHere());
    const here = aPreference({ personId: SECRETARY.id, conversationId: ACT.conversationId, at: START });
    assert.deepEqual(await chosen(), here);
    clock.advance(1);
    assertNotice(await talk.writePersonally(mentioning('besked i kanalen'), act), da.personalNotices.chosenInChannel());
    assert.deepEqual(await chosen(), { ...here, isPersonal: false, at: clock.now() });
  });

  it('is the channel again after one press, also the second time', async () => {
    const { talk, chosen } = await aTalk();
    await talk.writePersonally(mentioning('messages here'), act);
    for (let time = 1; time <= 2; time += 1) {
      assertNotice(await talk.press(STOP, inChannel, act), da.personalNotices.chosenInChannel());
      assert.equal((await chosen())?.isPersonal, false);
    }
  });

  it('is not chosen by anyone who cannot be identified, nor in a channel', async () => {
    const { talk, chosen } = await aTalk();
    assertNotice(await talk.press(STOP, inChannel), da.notices.notAsked());
    const unknown = refused<Refusal>({ cause: 'unknown person', field: 'from.aadObjectId' });
    assertNotice(await talk.press(STOP, inChannel, unknown), da.refusals.unknownPerson());
    assertNotice(await talk.press(STOP, accepted(anAct())), da.refusals.pressNotRead());
    const elsewhere = accepted({ ...ACT, sender: { ...SENDER, home: 'elsewhere' as const } });
    assertNotice(await talk.press(STOP, inChannel, elsewhere), da.refusals.personOfAnotherTenant());
    assert.equal(await chosen(), undefined);
  });

  it('leaves every other button to the channels', async () => {
    const { talk } = await aTalk();
    assertNotice(await talk.press({ verb: 'reply.nil' }, inChannel, act), da.notices.notAsked());
  });
});

describe('asking for the notat as a file', () => {
  const ask = async (parts: Partial<ConversationDependencies>) =>
    createConversation((await aBot({}, parts)).deps, createRecordingLog()).writePersonally(
      mentioning('notat'),
      accepted({ ...ACT, sender: SENDER }),
    );
  const members = { find: async () => aMember(SECRETARY) };

  it('is for the secretariat’s team', async () => {
    assertNotice(await ask({}), da.rights.notInTheTeam(true));
  });

  it('is told where there is no round', async () => {
    assertNotice(await ask({ members, index: createMemoryStores().index }), da.personal.noRound());
  });
});

describe('the template', () => {
  const NOT_IN_THE_TEAM = { kind: 'notice', notice: da.rights.notInTheTeam(true), isForOne: true };
  const nothing: FileTransfer = {
    fetch: () => assert.fail('nothing was to be fetched'),
    upload: () => assert.fail('nothing was to be put'),
  };
  const FILE = { name: 'Brevpapir.docx', downloadUrl: 'https://kommune-my.sharepoint.com/brevpapir' };

  const write = async (text: string, files: readonly SentFile[], parts: Partial<ConversationDependencies>) => {
    const { deps } = await aBot({}, { transfer: nothing, ...parts });
    const talk = createConversation(deps, createRecordingLog());
    return talk.writePersonally(mentioning(text), accepted({ ...ACT, files, sender: SENDER }));
  };

  it('is shown and handed over to the secretariat', async () => {
    const answer = await write('skabelon', [], { members: { find: async () => aMember(SECRETARY) } });
    assert.ok(answer.kind === 'messages');
    assert.deepEqual(
      answer.messages.map((sent) => (sent.kind === 'file offer' ? sent.offered : sent.kind)),
      ['card', { kind: 'template', template: 0 }],
    );
  });

  it('is shown without its file while that cannot be read', async () => {
    const { deps } = await aBot({}, { members: { find: async () => aMember(SECRETARY) } });
    const sha256 = 'e'.repeat(64);
    await deps.templates.add(TENANT, {
      number: 1,
      name: 'Brev.docx',
      sha256,
      again: undefined,
      by: SECRETARY,
      at: START,
    });
    const answer = await createConversation(deps, createRecordingLog()).writePersonally(
      mentioning('skabelon'),
      accepted({ ...ACT, sender: SENDER }),
    );
    assert.ok(answer.kind === 'messages');
    const [shown, ...others] = answer.messages;
    assert.deepEqual(others, []);
    assert.ok(shown?.kind === 'card' && JSON.stringify(shown.card).includes(da.template.fileUnreadable(1)));
  });

  it('is not taken in the secretariat’s channel, where it is said where to send it', async () => {
    const { deps } = await aBot();
    const message = { ...mentioning('Vores nye brevpapir'), hasFiles: true };
    const talk = createConversation(deps, createRecordingLog());
    const answer = await talk.write(message, accepted(anAct({ by: SECRETARY, address: SECRETARIAT })));
    assert.ok(answer.kind === 'messages');
    assert.ok(JSON.stringify(answer.messages.at(-1)).includes(da.refusals.templateNotRead().text));
  });

  it('is shown to nobody else, nor taken from them: their file is not fetched', async () => {
    for (const text of ['skabelon', 'skabelon standard']) assert.deepEqual(await write(text, [], {}), NOT_IN_THE_TEAM);
    assert.deepEqual(await write('', [FILE], {}), NOT_IN_THE_TEAM);
  });
});

describe('a button about templates', () => {
  const inChannel = refused<Refusal>({ cause: 'personal chat', field: 'conversation.conversationType' });

  /** One template that was sent, and another that is in use. */
  async function aTalk(parts: Partial<ConversationDependencies> = {}) {
    const { deps } = await aBot({}, { members: { find: async () => aMember(SECRETARY) }, ...parts });
    for (const number of [1, 2]) {
      const sha256 = await deps.files.put(TENANT, new Uint8Array(number));
      await deps.templates.add(TENANT, {
        number,
        name: 'Brev.docx',
        sha256,
        again: undefined,
        by: SECRETARY,
        at: START,
      });
    }
    const log = createRecordingLog();
    const talk = createConversation(deps, log);
    const press = (data: object) => talk.press(data, inChannel, accepted({ ...ACT, sender: SENDER }));
    return { press, log };
  }
  const USE_FIRST = { verb: 'template.choose', template: 1, seen: 2 };

  it('leads to no template that is not there', async () => {
    const { press } = await aTalk();
    for (const data of [
      { ...USE_FIRST, template: 7 },
      { verb: 'template.fetch', of: 'template', template: 7 },
      { verb: 'template.fetch', of: 'example', template: 7 },
    ]) {
      assertNotice(await press(data), da.template.unknown());
    }
  });

  it('says that a template cannot be read while its file cannot, and how to go on', async () => {
    const { press } = await aTalk({ files: { put: async () => 'e'.repeat(64), get: async () => undefined } });
    for (const data of [USE_FIRST, { verb: 'template.fetch', of: 'template', template: 2 }]) {
      assertNotice(await press(data), da.notices.unreadable('template in chat'));
    }
  });

  it('gives a link to a template, or to an example in it, to the person alone', async () => {
    const { press } = await aTalk();
    for (const of of ['template', 'example'] as const) {
      const answer = await press({ verb: 'template.fetch', of, template: 2, as: 'link' });
      assert.ok(answer.kind === 'messages');
      const [sent] = answer.messages;
      assert.ok(sent?.kind === 'card' && JSON.stringify(sent.card).includes(da.template.fileIs(of, 2)));
      const { tenantId, by, memberId } = SENDER;
      const linked = encodeURIComponent(JSON.stringify({ of, template: 2, tenantId, personId: by.id, memberId }));
      assert.ok(JSON.stringify(sent.card).includes(linked));
    }
  });

  it('shows for good what is in use, and only to the one who pressed what is not', async () => {
    const { press } = await aTalk();
    const chosen = await press(USE_FIRST);
    assert.ok(chosen.kind === 'card' && chosen.forAll === 'shown');
    assert.ok(readAnswer(chosen).startsWith(da.template.againHeading));
    const stale = await press({ ...USE_FIRST, template: 0 });
    assert.ok(stale.kind === 'card' && stale.forAll === undefined);
    assert.ok(readAnswer(stale).includes(da.template.list.changed));
    const repeated = await press(USE_FIRST);
    assert.ok(readAnswer(repeated).startsWith(da.template.heading));
  });

  it('is answered with what is wrong with a template that cannot be used any more, or that it has to wait', async () => {
    const refusing = await aTalk({
      check: { check: async () => ({ problems: [{ kind: 'macros' }], changes: [], understood: undefined }) },
    });
    const answer = readAnswer(await refusing.press(USE_FIRST));
    assert.ok(answer.startsWith(da.template.refusedHeading) && answer.includes(da.template.sendAnother));
    const busy = await aTalk({ check: { check: async () => 'busy' } });
    assertNotice(await busy.press(USE_FIRST), da.template.busy());
  });

  it('is refused when it cannot be read, and the log names the field', async () => {
    const UNREAD: readonly (readonly [object, string])[] = [
      [{ ...USE_FIRST, template: -1 }, 'data.template'],
      [{ ...USE_FIRST, template: '1' }, 'data.template'],
      [{ ...USE_FIRST, seen: undefined }, 'data.seen'],
      [{ verb: 'template.fetch', of: 'notat', template: 1 }, 'data.of'],
      [{ verb: 'template.fetch', of: 'template', template: 0.5 }, 'data.template'],
      [{ verb: 'template.fetch', of: 'template', template: 0, as: 'x' }, 'data.as'],
      [{ verb: 'template.list' }, 'data.from'],
      [{ verb: 'command.run-personally', command: 'round.new' }, 'data.command'],
    ];
    for (const [data, field] of UNREAD) {
      const { press, log } = await aTalk();
      assertNotice(await press(data), da.refusals.pressNotRead());
      assert.deepEqual(
        log.entries.map(({ fields }) => fields?.['field']),
        [field],
      );
    }
  });
});

describe('an accepted file', () => {
  const UPLOAD = {
    contentUrl: 'https://kommune-my.sharepoint.com/notat.docx',
    name: 'notat.docx',
    uploadUrl: 'https://kommune-my.sharepoint.com/plads',
    uniqueId: 'A',
    fileType: 'docx',
  };

  async function anOffer() {
    const uploaded: string[] = [];
    const { deps: bot } = await aBot(
      {},
      {
        members: { find: async () => aMember(SECRETARY) },
        transfer: {
          fetch: async () => ({ kind: 'failed' }),
          upload: async (url) => {
            uploaded.push(url);
            return 'uploaded';
          },
        },
      },
    );
    const notat = await compilePersonalNotat(bot, { ...SENDER, where: ACT.conversationId }, aNotatId());
    assert.equal(notat.kind, 'file');
    const ids = { roundId: notat.roundId, notatId: notat.notatId };
    const context: object = { kind: 'notat', ...ids };
    const accept = (changed: object = context, uploadInfo: unknown = UPLOAD, sender = SENDER) =>
      createConversation(bot, createRecordingLog()).keepFile({ context: changed, uploadInfo }, { ...ACT, sender });
    return { bot, accept, context, ids, uploaded };
  }

  it('is put where Teams says, and pointed to by its name there', async () => {
    const { accept, uploaded } = await anOffer();
    const outcome = await accept();
    assert.deepEqual(uploaded, [UPLOAD.uploadUrl]);
    const { uploadUrl: _, ...file } = UPLOAD;
    assert.deepEqual(outcome, { kind: 'messages', messages: [{ kind: 'file', file }] });
  });

  it('may be the preview of a template, from the first on', async () => {
    const { bot, accept, uploaded } = await anOffer();
    const sha256 = await bot.files.put(TENANT, new Uint8Array(1));
    await bot.templates.add(TENANT, {
      number: 1,
      name: 'Brevpapir.docx',
      sha256,
      again: undefined,
      by: SECRETARY,
      at: START,
    });
    assert.equal((await accept({ kind: 'preview', template: 1 })).kind, 'messages');
    assert.deepEqual(uploaded, [UPLOAD.uploadUrl]);
  });

  it('comes with a link where it is not wanted in OneDrive: to what was offered, for whoever may have it', async () => {
    const { bot, context, ids } = await anOffer();
    const leave = async (offered: unknown, deps = bot) => {
      const answer = await createConversation(deps, createRecordingLog()).leaveFile(offered, {
        ...ACT,
        sender: SENDER,
      });
      assert.ok(answer.kind === 'notice');
      assert.equal(answer.notice.heading, da.personal.declined().heading);
      return answer.notice.link?.url;
    };
    const { tenantId, by, memberId } = SENDER;
    const to = { personId: by.id, memberId };
    const linkTo = (document: Parameters<typeof bot.links.create>[0]) => bot.links.create(document, bot.clock.now());
    assert.equal(await leave(context), linkTo({ tenantId, ...ids }));
    assert.equal(
      await leave({ kind: 'preview', template: 2 }),
      linkTo({ tenantId, of: 'example', template: 2, ...to }),
    );
    assert.equal(
      await leave({ kind: 'template', template: 0 }),
      linkTo({ tenantId, of: 'template', template: 0, ...to }),
    );
    for (const strange of [undefined, {}, { kind: 'template', template: -1 }])
      assert.equal(await leave(strange), undefined);
    const outside = { ...bot, members: { find: async () => undefined } };
    assert.equal(await leave(context, outside), undefined);
    const silent = { ...bot, members: { find: () => Promise.reject(new Error('no answer')) } };
    assert.equal(await leave(context, silent), undefined);
  });

  it('is not put anywhere when the card says what it never said', async () => {
    const { accept, context, uploaded } = await anOffer();
    const unknown = { kind: 'notice', notice: da.personal.unknownFile() };
    for (const changed of [
      {},
      { ...context, roundId: aRoundId('en-anden') },
      { ...context, notatId: '../x' },
      { ...context, kind: 'preview' },
      { kind: 'preview', template: 7 },
      { kind: 'template', template: 7 },
      { kind: 'template', template: -1 },
    ]) {
      assert.deepEqual(await accept(changed), unknown);
    }
    assert.deepEqual(await accept(context, { ...UPLOAD, uploadUrl: undefined }), unknown);
    assert.deepEqual(uploaded, []);
  });

  it('is not put anywhere for another tenant’s round', async () => {
    const { accept, context, uploaded } = await anOffer();
    const outcome = await accept(context, UPLOAD, { ...SENDER, tenantId: 'en-anden' });
    assert.deepEqual(outcome, { kind: 'notice', notice: da.rights.noSecretariat(), isForOne: true });
    assert.deepEqual(uploaded, []);
  });
});
