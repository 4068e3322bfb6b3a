import assert from 'node:assert/strict';
import { MessageFactory, type TurnContext } from 'botbuilder';
import { createTeamsEndpoint } from '../../../src/adapters/teams/endpoint.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';
import { type RecordingConnector, startRecordingConnector } from '../../support/recording-connector.js';
import { aMessage, aPersonalMessage, aPress, DEPARTMENT_CHANNEL, inChannel, type Raw } from './a-bot-on-http.js';

describe('the answers that are counted', () => {
  let connector: RecordingConnector;
  let log: RecordingLog;
  /** The conversations of the answers, in order. */
  let counted: string[];
  let adapter: TeamsAdapter;

  beforeEach(async () => {
    connector = await startRecordingConnector();
    log = createRecordingLog();
    counted = [];
    adapter = new TeamsAdapter({ kind: 'unauthenticated' }, { onAnswer: (id) => counted.push(id) });
  });
  afterEach(() => connector.stop());

  async function turn(activity: Raw, run: (context: TurnContext) => Promise<unknown>, through = adapter) {
    const endpoint = createTeamsEndpoint(through, async (context) => void (await run(context)), log);
    await endpoint({ authorization: undefined, body: { ...activity, serviceUrl: connector.serviceUrl } });
    // The turns here answer no invoke, which the log may say.
    assert.ok(log.entries.every(({ level }) => level === 'info'));
  }

  it('are each message of a turn, under its channel, whatever the thread', async () => {
    await turn(aMessage('hjælp'), async (context) => {
      await context.sendActivity('Et');
      await context.sendActivity('To');
    });
    await turn(aMessage('hjælp', { conversation: inChannel('19:kultur@thread.tacv2', '7') }), (context) =>
      context.sendActivity('Tre'),
    );
    assert.deepEqual(counted, [DEPARTMENT_CHANNEL, DEPARTMENT_CHANNEL, '19:kultur@thread.tacv2']);
    assert.equal(connector.sent.length, 3);
  });

  it('are those in a chat of one person, under the chat', async () => {
    await turn(aPersonalMessage({ text: 'hjælp' }), (context) => context.sendActivity('Et'));
    assert.deepEqual(counted, ['a:1personal']);
  });

  it('are those that replace or remove a message of the bot, too', async () => {
    await turn(aPress(), async (context) => {
      await context.updateActivity({ ...MessageFactory.text('Et'), id: '17' });
      await context.deleteActivity('17');
    });
    assert.deepEqual(
      connector.sent.map(({ method }) => method),
      ['PUT', 'DELETE'],
    );
    assert.deepEqual(counted, [DEPARTMENT_CHANNEL, DEPARTMENT_CHANNEL]);
  });

  it('are not what a press is answered with, since Teams gets that in the answer to its own request', async () => {
    await turn(aPress(), async () => undefined);
    assert.deepEqual(counted, []);
  });

  it('are not what is delivered, which is counted where it is sent', async () => {
    const { createConversation, sendToConversation, updateActivity } = await connectorOf(adapter);
    await createConversation();
    await sendToConversation();
    await updateActivity();
    assert.equal(connector.sent.length, 3);
    assert.deepEqual(counted, []);
  });

  it('are not questions about a team or its members', async () => {
    const teams = await adapter.teamsConnector(connector.serviceUrl);
    // The connector knows nobody.
    await teams.fetchChannelList('19:team@thread.tacv2').catch(() => undefined);
    await teams.fetchTeamDetails('19:team@thread.tacv2').catch(() => undefined);
    const deliveries = await adapter.connector(connector.serviceUrl);
    await deliveries.getConversationMember('19:boern@thread.tacv2', '29:leder').catch(() => undefined);
    assert.equal(connector.sent.length, 3);
    assert.deepEqual(counted, []);
  });

  it('need nobody who counts them', async () => {
    await turn(
      aMessage('hjælp'),
      (context) => context.sendActivity('Et'),
      new TeamsAdapter({ kind: 'unauthenticated' }),
    );
    assert.equal(connector.sent.length, 1);
  });

  /** What the bot does by itself in the department's channel. */
  async function connectorOf(through: TeamsAdapter) {
    const deliveries = await through.connector(connector.serviceUrl);
    const thread = `${DEPARTMENT_CHANNEL};messageid=7`;
    const activity = MessageFactory.text('Et');
    return {
      createConversation: () => deliveries.createConversation({ isGroup: true, activity } as never),
      sendToConversation: () => deliveries.sendToConversation(thread, activity as never),
      updateActivity: () => deliveries.updateActivity(thread, '7', activity as never),
    };
  }
});
