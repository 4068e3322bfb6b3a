import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { type PersonalIncoming, readPersonal } from '../../../src/adapters/teams/personal-activity.js';
import { type PersonalCommand, parsePersonalCommand } from '../../../src/adapters/teams/personal-commands.js';
import { answerAcceptance } from '../../../src/adapters/teams/personal-files.js';
import { compilePersonalNotat } from '../../../src/application/notat/personal-notat.js';
import { da } from '../../../src/text/da.js';
import { aNotatId, aRoundId, TENANT } from '../../support/builders.js';
import { aBot, SECRETARY } from './a-bot.js';

const DOWNLOAD = 'https://kommune-my.sharepoint.com/download.aspx?tempauth=x';
const FILE = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://kommune-my.sharepoint.com/brevpapir.docx',
  name: 'Brevpapir.docx',
  content: { downloadUrl: DOWNLOAD, uniqueId: 'A', fileType: 'docx' },
};

function activity(changes: object = {}): Activity {
  return {
    type: 'message',
    id: '1700000000002',
    from: { id: '29:anne', aadObjectId: SECRETARY.id, name: SECRETARY.name },
    conversation: { id: 'a:chat', tenantId: TENANT, conversationType: 'personal' },
    ...changes,
  } as unknown as Activity;
}

function readAs(changes: object = {}): PersonalIncoming {
  const personal = readPersonal(activity(changes));
  assert.ok(personal.ok, JSON.stringify(personal));
  return personal.value;
}

describe('what an act in a personal chat tells', () => {
  it('is who, by both of their ids', () => {
    assert.deepEqual(readAs(), {
      sender: { tenantId: TENANT, by: SECRETARY, memberId: '29:anne' },
      conversationId: 'a:chat',
      activityId: '1700000000002',
      cardId: undefined,
      files: [],
      hasOther: false,
    });
  });

  it('is the files that came along, without the text’s own format', () => {
    const html = { contentType: 'text/html', content: '<p>Brug denne</p>' };
    const read = readAs({ attachments: [FILE, html] });
    assert.deepEqual([read.files, read.hasOther], [[{ name: 'Brevpapir.docx', downloadUrl: DOWNLOAD }], false]);
  });

  it('is also that something came along which cannot be fetched', () => {
    for (const other of [
      { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/billede' },
      { ...FILE, content: undefined },
      { ...FILE, name: '' },
    ]) {
      const read = readAs({ attachments: [other] });
      assert.deepEqual([read.files, read.hasOther], [[], true]);
    }
  });

  for (const [what, changes] of [
    ['without a tenant', { conversation: { id: 'a:chat', conversationType: 'personal' } }],
    ['by someone without an Entra id', { from: { id: '29:anne' } }],
  ] as const) {
    it(`is refused ${what}`, () => {
      assert.equal(readPersonal(activity(changes)).ok, false);
    });
  }
});

describe('commands in a personal chat', () => {
  const READ: readonly (readonly [text: string, kind: PersonalCommand['kind']])[] = [
    ['notat', 'notat'],
    ['Notat!', 'notat'],
    ['skabelon', 'template'],
    ['Skabelon?', 'template'],
    ['template', 'template'],
    ['skabelon standard', 'installations template'],
    ['Skabelon  Standard.', 'installations template'],
    ['template default', 'installations template'],
    ['hjælp', 'help'],
    ['', 'help'],
    ['status', 'in channels'],
    ['ny runde', 'in channels'],
    ['tilknyt sekretariatet', 'in channels'],
    ['skabelon til byrådet', 'not understood'],
    ['hej', 'not understood'],
  ];
  for (const [text, kind] of READ) {
    it(`${JSON.stringify(text)} means ${kind}`, () => {
      assert.deepEqual(parsePersonalCommand({ parts: [text] }), { kind });
    });
  }
});

describe('an accepted file', () => {
  const SENDER = { tenantId: TENANT, by: SECRETARY, memberId: '29:anne' };
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
        members: { find: async () => SECRETARY },
        transfer: {
          fetch: async () => ({ kind: 'failed' }),
          upload: async (url) => {
            uploaded.push(url);
            return 'uploaded';
          },
        },
      },
    );
    const deps = { ...bot, messages: da };
    const notat = await compilePersonalNotat(deps, SENDER, aNotatId());
    assert.equal(notat.kind, 'file');
    const context: object = { kind: 'notat', roundId: notat.roundId, notatId: notat.notatId };
    const accept = (changed: object = context, uploadInfo: unknown = UPLOAD, sender = SENDER) =>
      answerAcceptance(deps, sender, { action: 'accept', context: changed, uploadInfo } as never);
    return { accept, context, uploaded };
  }

  it('is put where Teams says, and pointed to by its name there', async () => {
    const { accept, uploaded } = await anOffer();
    const outcome = await accept();
    assert.equal(outcome.kind, 'uploaded');
    assert.deepEqual(uploaded, [UPLOAD.uploadUrl]);
    assert.deepEqual(outcome.activity.attachments, [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        contentUrl: UPLOAD.contentUrl,
        name: UPLOAD.name,
        content: { uniqueId: 'A', fileType: 'docx' },
      },
    ]);
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
      { kind: 'preview', template: 0 },
    ]) {
      assert.deepEqual(await accept(changed), unknown);
    }
    assert.deepEqual(await accept(context, { ...UPLOAD, uploadUrl: undefined }), unknown);
    assert.deepEqual(uploaded, []);
  });

  it('is not put anywhere for another tenant’s round', async () => {
    const { accept, context, uploaded } = await anOffer();
    const outcome = await accept(context, UPLOAD, { ...SENDER, tenantId: 'en-anden' });
    assert.deepEqual(outcome, { kind: 'notice', notice: da.personal.onlySecretariat() });
    assert.deepEqual(uploaded, []);
  });
});
