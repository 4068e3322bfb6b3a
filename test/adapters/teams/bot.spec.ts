import assert from 'node:assert/strict';
import { NotatbotHandler } from '../../../src/adapters/teams/bot.js';
import { createTeamsEndpoint } from '../../../src/adapters/teams/endpoint.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import type { CardAction } from '../../../src/cards/card-actions.js';
import { da } from '../../../src/text/da.js';
import type { Notice } from '../../../src/text/messages.js';
import { aDepartmentId, aNotatId, aRoundId, TENANT } from '../../support/builders.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';
import { aBot, SECRETARY } from './a-bot.js';

/** Every button, by whether its person's own words are lost if it fails and nobody says so. */
const BUTTONS: Readonly<Record<CardAction['verb'], 'words' | 'no words'>> = {
  'reply.send': 'words',
  'reply.nil': 'words',
  'reply.keep-cpr': 'words',
  'reply.save-draft': 'words',
  'reply.approve': 'no words',
  'reply.edit': 'no words',
  'reply.show': 'no words',
  'reply.open-decline': 'no words',
  'reply.decline': 'words',
  'department.show': 'no words',
  'department.open-send-back': 'no words',
  'department.send-back': 'words',
  'department.open-answer': 'no words',
  'department.answer': 'words',
  'department.answer-nil': 'words',
  'department.keep-cpr': 'words',
  'department.nudge': 'no words',
  'department.accept-decline': 'no words',
  'round.preview': 'no words',
  'round.edit': 'no words',
  'round.start': 'no words',
  'round.prepare-closing': 'no words',
  'round.close': 'no words',
  // The reason is a sentence, and the general words say to try again.
  'round.reopen': 'no words',
  'notat.renew': 'no words',
};

describe('a press that fails', () => {
  let log: RecordingLog;
  let send: (data: object) => Promise<unknown>;

  beforeEach(async () => {
    log = createRecordingLog();
    const { deps } = await aBot();
    const broken = () => Promise.reject(new Error('the store does not answer'));
    const rounds = { ...deps.rounds, readRound: broken, readDepartment: broken, readOverview: broken };
    const channels = { ...deps.channels, list: broken };
    const bot = new NotatbotHandler({ ...deps, rounds, channels }, log);
    const endpoint = createTeamsEndpoint(
      new TeamsAdapter({ kind: 'unauthenticated' }),
      (context) => bot.run(context),
      log,
    );
    send = async (data) => {
      const body = {
        type: 'invoke',
        name: 'adaptiveCard/action',
        id: 'f:1',
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:1/',
        replyToId: '1700000000001',
        from: { id: '29:soeren', aadObjectId: SECRETARY.id, name: SECRETARY.name },
        recipient: { id: '28:notatbot', name: 'Notatbot' },
        conversation: { id: '19:boern@thread.tacv2', conversationType: 'channel', tenantId: TENANT },
        value: { action: { type: 'Action.Execute', data } },
      };
      return (await endpoint({ authorization: undefined, body })).body;
    };
  });

  const toast = ({ heading, text }: Notice) => ({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: `${heading}. ${text}`,
  });

  for (const [verb, kept] of Object.entries(BUTTONS)) {
    it(`of ${verb} is told${kept === 'words' ? ', and that the text is still there' : ''}`, async () => {
      const answer = await send({
        verb,
        roundId: aRoundId(),
        departmentId: aDepartmentId(),
        notatId: aNotatId(),
        inNotat: true,
      });
      assert.deepEqual(answer, toast(kept === 'words' ? da.notices.replyNotStored() : da.notices.failed()));
      assert.deepEqual(
        log.entries.map(({ event, fields }) => [event, fields]),
        [['card action failed', { verb }]],
      );
    });
  }

  it('is not the same as one of none of our cards', async () => {
    assert.deepEqual(await send({ verb: 'reply.delete' }), toast(da.notices.notUnderstood()));
    assert.deepEqual(log.entries, []);
  });
});
