import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { readPersonal } from '../../../src/adapters/teams/personal-activity.js';
import type { PersonalAct } from '../../../src/conversation/acts.js';
import { SECRETARY } from '../../conversation/a-bot.js';
import { TENANT } from '../../support/builders.js';

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

function readAs(changes: object = {}): PersonalAct {
  const personal = readPersonal(activity(changes));
  assert.ok(personal.ok, JSON.stringify(personal));
  return personal.value;
}

describe('what an act in a personal chat tells', () => {
  it('is who, by both of their ids', () => {
    assert.deepEqual(readAs(), {
      sender: { tenantId: TENANT, by: SECRETARY, memberId: '29:anne', home: 'not told' },
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
