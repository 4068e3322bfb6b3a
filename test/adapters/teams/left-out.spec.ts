import assert from 'node:assert/strict';
import { initialInputs } from '../../../dev/local-teams/card-actions.js';
import { ACTIVITY_DEPTH_MAX, BOT_NAME_MAX, MESSAGE_MAX } from '../../../src/domain/limits.js';
import { da } from '../../../src/text/messages.js';
import type { Notice } from '../../../src/text/notice.js';
import { AASE, SECRETARY, ULLA } from '../../conversation/a-bot.js';
import { BOT, RECIPIENT } from '../../conversation/written.js';
import { aMember, TENANT } from '../../support/builders.js';
import {
  type ABotOnHttp,
  type Answered,
  aBotOnHttp,
  aMessage,
  aPersonalMessage,
  aPress,
  aSecretariatMessage,
  cardsIn,
  DEPARTMENT_CHANNEL,
  inChannel,
  type Raw,
  SECRETARIAT_CHANNEL,
  sender,
  sending,
} from './a-bot-on-http.js';

const said = ({ heading, text }: Notice) => `${heading}\n${text}`;
const headingOf = ({ read }: Answered) => read[0]?.split('\n')[0];
const html = (content: string) => ({ contentType: 'text/html', content });

let bot: ABotOnHttp;
beforeEach(async () => {
  bot = await aBotOnHttp({}, { members: { find: async () => aMember(ULLA) } });
});
afterEach(async () => bot.stop());

/** The sentence, and nothing else, whatever the way it is told. */
function assertTold({ status, read, body }: Answered, notice: Notice): void {
  assert.equal(status, 200);
  if (body?.value === undefined) assert.deepEqual(read, [said(notice)]);
  else assert.deepEqual([body.value, read], [`${notice.heading}. ${notice.text}`, []]);
}

const refusals = () => bot.log.entries.filter(({ event }) => event === 'not served').map(({ fields }) => fields);

async function assertNothingStored(): Promise<void> {
  const { reply, draft, proposal } = await bot.department();
  assert.deepEqual([reply, draft, proposal], [undefined, undefined, undefined]);
}

describe('what a client leaves out of a message', () => {
  const NULLS = { name: null, value: null, replyToId: null, code: null, membersAdded: [], attachmentLayout: null };
  const STATUS: readonly (readonly [what: string, changes: Raw])[] = [
    ['nothing', {}],
    [
      'everything that may be null',
      { ...NULLS, localTimezone: null, attachments: null, from: { id: '29:s', name: null, aadObjectId: SECRETARY.id } },
    ],
    ['whom it is sent to', { ...NULLS, recipient: null }],
    ['the texts of its entities', { entities: [{ ...BOT, text: null }, null, { type: null }] }],
    ['its entities', { entities: null }],
    [
      'the kind of conversation',
      { conversation: { id: `${SECRETARIAT_CHANNEL};messageid=1`, tenantId: TENANT, conversationType: null } },
    ],
    ['the data of the channel', { channelData: null }],
    ['the tenant in its usual place', { conversation: { ...inChannel(SECRETARIAT_CHANNEL, '1'), tenantId: null } }],
    ['plain spaces', { text: '<at>Notatbot</at>&nbsp;status&nbsp;&nbsp;\n' }],
    ['what nobody sees', { text: '<at>Notatbot</at> status\u200B' }],
    ['the list of attachments', { attachments: 'x', entities: 'x' }],
  ];
  for (const [what, changes] of STATUS) {
    it(`does not change what it means: ${what}`, async () => {
      const activity = aSecretariatMessage('status', changes);
      assert.equal(headingOf(await bot.post(activity)), da.status.progress(0, 2));
    });
  }

  it('does not keep a head from being found, by name alone', async () => {
    const entities = [BOT, { type: 'mention', mentioned: { id: '29:ulla', name: 'Åse & Bo' } }];
    const answered = await bot.post(aMessage('chef <at>Åse &amp; Bo</at>', { entities, from: sender(SECRETARY) }));
    assertTold(answered, da.registration.heads([ULLA]));
  });

  it('is not looked for deeper than activities are', async () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 20 * ACTIVITY_DEPTH_MAX; depth += 1) deep = { deep, nothing: null };
    const answered = await bot.post(aMessage('hjælp', { channelData: deep, suggestedActions: deep }));
    assert.equal(headingOf(answered), da.help.department.heading);
  });
});

describe('a message that is too long', () => {
  it('is told how long it is, and what to do', async () => {
    for (const text of [
      `<at>Notatbot</at>${'.'.repeat(28_000)}x`,
      ' '.repeat(100_000),
      `${'\u00A0'.repeat(100_000)}x`,
      '<at>Notatbot</at>'.repeat(10_000),
    ]) {
      const { status, read } = await bot.post(aMessage(undefined, { text }));
      const notice = da.refusals.messageTooLong(text.length, MESSAGE_MAX);
      assert.deepEqual([status, read], [200, [said(notice)]]);
    }
    const chat = await bot.post(aPersonalMessage({ text: 'x'.repeat(MESSAGE_MAX + 1) }));
    assertTold(chat, da.refusals.messageTooLong(MESSAGE_MAX + 1, MESSAGE_MAX));
  });
});

describe('what is written in a thread', () => {
  const fieldOf = ({ sent }: Answered) => initialInputs(cardsIn(sent[0]?.activity)[0] ?? {})['written'];

  it('is offered with its lists, from the HTML copy', async () => {
    const copy = html(
      '<div><div><span itemtype="http://schema.skype.com/Mention" itemid="0">Notatbot</span>&nbsp;Vi har lært:</div><ul><li>Bedre breve</li><li>Kortere svartid</li></ul></div>',
    );
    const answered = await bot.post(aMessage('Vi har lært: Bedre breve Kortere svartid', { attachments: [copy] }));
    assert.equal(fieldOf(answered), 'Vi har lært:\n- Bedre breve\n- Kortere svartid');
  });

  it('is offered without what it quotes', async () => {
    const copy = html(
      `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Notatbot</strong><p>Sekretariatet beder om svar</p></blockquote><p><at id="0">Notatbot</at> Vi ringer først.</p>`,
    );
    const text = 'Notatbot\nSekretariatet beder om svar\n\n<at>Notatbot</at> Vi ringer først.';
    assert.equal(fieldOf(await bot.post(aMessage(undefined, { text, attachments: [copy] }))), 'Vi ringer først.');
  });

  it('loses its files, and is told so', async () => {
    for (const attachment of [
      { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/billede' },
      html('<div>x</div><attachment id="7"></attachment>'),
    ]) {
      const answered = await bot.post(aMessage('Se billedet.', { attachments: [attachment] }));
      assert.equal(fieldOf(answered), 'Se billedet.');
      assert.equal(answered.read[1], said(da.refusals.filesNotRead()));
    }
  });
});

describe('a message in a personal chat', () => {
  it('that quotes another is read by the words below the quotation', async () => {
    const quoted = html(
      '<blockquote itemtype="http://schema.skype.com/Reply"><strong>Notatbot</strong><p>Goddag</p></blockquote>\n<p>hjælp</p>',
    );
    const answered = await bot.post(aPersonalMessage({ text: 'Notatbot\nGoddag\n\nhjælp', attachments: [quoted] }));
    assert.equal(headingOf(answered), da.help.personal.heading);
  });

  it('with nothing in it is a file that Teams has lost', async () => {
    for (const changes of [{ attachments: [html('')] }, { text: null, attachments: null }, { text: ' ' }]) {
      assertTold(await bot.post(aPersonalMessage(changes)), da.refusals.fileLost());
    }
  });
});

describe('a press whose value was lost', () => {
  const VALUES: readonly unknown[] = [null, undefined, {}, '{"verb":"reply.show"}', [], [1], 7, true];
  for (const value of VALUES) {
    it(`is no question: ${JSON.stringify(value)}`, async () => {
      const { status, read } = await bot.post(aMessage(undefined, { replyToId: '1700000000001', value }));
      assert.deepEqual([status, read], [200, [said(da.refusals.pressNotRead())]]);
      assert.deepEqual(refusals(), [{ cause: 'press not read', field: 'value' }]);
      await assertNothingStored();
    });
  }

  it('is none either where only a card came along', async () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }];
    assertTold(await bot.post(aMessage(undefined, { attachments })), da.refusals.pressNotRead());
  });

  it('is none in a personal chat', async () => {
    assertTold(await bot.post(aPersonalMessage({ replyToId: '1', value: null })), da.refusals.pressNotRead());
  });
});

describe('a press that cannot be read', () => {
  const FIELDS: readonly (readonly [field: string, value: unknown])[] = [
    ['data', undefined],
    ['data', 'x'],
    ['data.verb', sending({ verb: 'reply.delete' })],
    ['data.verb', sending({ verb: null })],
    ['data.roundId', sending({ roundId: '../x' })],
    ['data.departmentId', sending({ departmentId: null })],
    ['data.basedOn', sending({ basedOn: -1 })],
    ['data.draftSeen', sending({ draftSeen: 'igår' })],
    ['data.inNotat', sending({ verb: 'department.accept-decline', inNotat: 'ja' })],
    ['data.notatId', sending({ verb: 'notat.renew', notatId: {} })],
  ];
  for (const [field, data] of FIELDS) {
    it(`says that it did not arrive, and the log names ${field} and not what stood in it`, async () => {
      const activity = { ...aPress(), value: { action: { type: 'Action.Execute', data } } };
      assertTold(await bot.post(activity), da.refusals.pressNotRead());
      assert.deepEqual(refusals(), [{ cause: 'press not read', field }]);
      await assertNothingStored();
    });
  }

  it('is told the same without an action', async () => {
    for (const value of [null, 'x', {}, { action: null }, { action: [] }]) {
      assertTold(await bot.post({ ...aPress(), value }), da.refusals.pressNotRead());
    }
  });
});

describe('a press of which the client leaves something out', () => {
  it('is carried out without the message that the card belongs to', async () => {
    const answered = await bot.post(aPress({}, { replyToId: null }));
    assert.equal(answered.status, 200);
    assert.equal((await bot.department()).reply?.number, 1);
  });

  it('is carried out without the person’s name and the kind of conversation', async () => {
    const { conversation } = aPress();
    const from = { ...sender(AASE), name: null };
    await bot.post(aPress({}, { from, conversation: { ...(conversation as Raw), conversationType: null } }));
    assert.deepEqual((await bot.department()).reply?.author, { id: AASE.id, name: AASE.id });
  });

  it('shows by a message below what no message can show above', async () => {
    const { value: _value, ...message } = aMessage(undefined);
    const answered = await bot.post({ ...message, value: sending({ verb: 'reply.show' }) });
    assert.equal(headingOf(answered), da.request.heading);
  });

  it('is carried out for a person whose tenant is told', async () => {
    const from = { id: '29:a', aadObjectId: AASE.id, name: AASE.name, tenantId: TENANT };
    await bot.post(aPress({}, { from }));
    assert.equal((await bot.department()).reply?.number, 1);
  });

  it('is carried out from a phone that sends a message in its place', async () => {
    const answered = await bot.post(aMessage(undefined, { value: sending(), replyToId: '1' }));
    assert.deepEqual([answered.status, (await bot.department()).reply?.number], [200, 1]);
  });
});

describe('an act that cannot be served', () => {
  const conversation = inChannel(DEPARTMENT_CHANNEL, '1');
  const CAUSES: readonly (readonly [cause: string, changes: Raw, notice: Notice])[] = [
    ['unknown person', { from: { id: '29:1anon', name: 'Gæst' } }, da.refusals.unknownPerson()],
    [
      'person of another tenant',
      { from: { id: '29:kim', aadObjectId: AASE.id, name: AASE.name, tenantId: 'nabokommunen' } },
      da.refusals.personOfAnotherTenant(),
    ],
    ['person of another tenant', { channelData: { tenant: { id: 'naboer' } } }, da.refusals.personOfAnotherTenant()],
    [
      'group chat',
      { conversation: { ...conversation, conversationType: 'groupChat', id: '19:chat@thread.v2' } },
      da.refusals.groupChat(),
    ],
    ['unknown place', { conversation: { ...conversation, conversationType: 'nyt' } }, da.refusals.unknownPlace()],
    ['no activity id', { id: null }, da.refusals.noActivityId()],
  ];
  for (const [cause, changes, notice] of CAUSES) {
    it(`is told why, by message and by press: ${cause}, by ${Object.keys(changes).join()}`, async () => {
      assertTold(await bot.post(aMessage('status', changes)), notice);
      assertTold(await bot.post(aPress({}, changes)), notice);
      assert.deepEqual(
        refusals().map((fields) => fields?.['cause']),
        [cause, cause],
      );
      await assertNothingStored();
    });
  }

  it('is told so where no card of a channel belongs', async () => {
    assertTold(
      await bot.post({ ...aPress(), conversation: aPersonalMessage()['conversation'] }),
      da.notices.notAsked(),
    );
  });

  it('is told so when a file’s question was answered', async () => {
    const { text: _text, ...chat } = aPersonalMessage();
    const invoke = { ...chat, type: 'invoke', name: 'fileConsent/invoke' };
    assertTold(await bot.post({ ...invoke, id: 'f:1', value: null }), da.refusals.pressNotRead());
    const value = { type: 'fileUpload', action: 'decline', context: {} };
    assertTold(await bot.post({ ...invoke, id: 'f:2', value, from: { id: '29:1anon' } }), da.refusals.unknownPerson());
  });
});

describe('the bot’s greeting', () => {
  const greeted = async (conversation: Raw) => {
    const { text: _text, ...envelope } = aMessage(undefined);
    return bot.post({ ...envelope, type: 'installationUpdate', action: 'add', conversation });
  };

  it('is another in each kind of place', async () => {
    const team = { id: DEPARTMENT_CHANNEL, tenantId: TENANT, conversationType: 'channel' };
    assertTold(await greeted(team), da.notices.welcome(true, undefined));
    assertTold(
      await greeted({ id: 'a:1', tenantId: TENANT, conversationType: 'personal' }),
      da.notices.welcomePersonal(),
    );
    // Nobody has asked it anything in a chat where it does not belong.
    assert.deepEqual(
      (await greeted({ id: '19:x@thread.v2', tenantId: TENANT, conversationType: 'groupChat' })).sent,
      [],
    );
  });
});

describe('a message that is delivered again', () => {
  it('is one command, in parallel and later', async () => {
    const activity = aSecretariatMessage('notat');
    const [first, second] = await Promise.all([bot.post(activity), bot.post(activity)]);
    const third = await bot.post(activity);
    assert.deepEqual([first.status, second.status, third.status], [200, 200, 200]);
    assert.equal(bot.connector.sent.length, 1);
    assert.equal((await bot.stores.rounds.readNotats(aDepartmentRound(await bot.department()))).length, 1);
  });

  it('is another in another conversation, or under another id', async () => {
    const activity = aMessage('hjælp');
    await bot.post(activity);
    await bot.post({ ...activity, conversation: inChannel(SECRETARIAT_CHANNEL, '1') });
    await bot.post({ ...activity, id: '7' });
    assert.equal(bot.connector.sent.length, 3);
  });

  it('makes one notat also for a process that has not seen it before', async () => {
    const activity = aSecretariatMessage('notat');
    await bot.post(activity);
    const other = await aBotOnHttp({}, bot.deps);
    try {
      await other.post(activity);
    } finally {
      await other.stop();
    }
    assert.equal((await bot.stores.rounds.readNotats(aDepartmentRound(await bot.department()))).length, 1);
  });
});

describe('the bot’s name', () => {
  it('is what the tenant calls it', async () => {
    const answered = await bot.post(
      aMessage('vi', {
        conversation: inChannel('19:ny@thread.tacv2', '1'),
        recipient: { ...RECIPIENT, name: 'Høringshjælper' },
      }),
    );
    assert.ok(answered.read[0]?.includes('Skriv @Høringshjælper hjælp'), answered.read[0]);
    assert.ok(!answered.read[0]?.includes('Notatbot'));
  });

  it('is its own where the tenant gives none that can be written', async () => {
    for (const name of [null, '', '*x*', 'x'.repeat(BOT_NAME_MAX + 1)]) {
      const answered = await bot.post(
        aMessage('vi', { conversation: inChannel('19:ny@thread.tacv2', '1'), recipient: { ...RECIPIENT, name } }),
      );
      assert.ok(answered.read[0]?.includes('Skriv @Notatbot hjælp'), answered.read[0]);
    }
  });
});

function aDepartmentRound({ roundId }: Awaited<ReturnType<ABotOnHttp['department']>>) {
  return roundId;
}
