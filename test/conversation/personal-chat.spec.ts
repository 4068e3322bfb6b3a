import assert from 'node:assert/strict';
import { compilePersonalNotat } from '../../src/application/notat/personal-notat.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { da } from '../../src/text/messages.js';
import { aNotatId, aRoundId, TENANT } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { aBot, SECRETARY } from './a-bot.js';
import { readPersonalCommand } from './read-rows.js';

describe('commands in a personal chat', () => {
  const READ: readonly (readonly [text: string, name: string | undefined])[] = [
    ['notat', 'notat.file'],
    ['Notat!', 'notat.file'],
    ['skabelon', 'template.show'],
    ['Skabelon?', 'template.show'],
    ['template', 'template.show'],
    ['skabelon standard', 'template.use-installations'],
    ['Skabelon  Standard.', 'template.use-installations'],
    ['template default', 'template.use-installations'],
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

describe('an accepted file', () => {
  const SENDER = { tenantId: TENANT, by: SECRETARY, memberId: '29:anne' };
  const ACT = { conversationId: 'a:chat', activityId: '1', cardId: undefined, files: [], hasOther: false };
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
    const notat = await compilePersonalNotat(bot, SENDER, aNotatId());
    assert.equal(notat.kind, 'file');
    const context: object = { kind: 'notat', roundId: notat.roundId, notatId: notat.notatId };
    const accept = (changed: object = context, uploadInfo: unknown = UPLOAD, sender = SENDER) =>
      createConversation(bot, createRecordingLog()).keepFile({ context: changed, uploadInfo }, { ...ACT, sender });
    return { accept, context, uploaded };
  }

  it('is put where Teams says, and pointed to by its name there', async () => {
    const { accept, uploaded } = await anOffer();
    const outcome = await accept();
    assert.deepEqual(uploaded, [UPLOAD.uploadUrl]);
    const { uploadUrl: _, ...file } = UPLOAD;
    assert.deepEqual(outcome, { kind: 'messages', messages: [{ kind: 'file', file }] });
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
