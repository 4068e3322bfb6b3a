import type { Card } from '../../../dev/local-teams/card-actions.js';
import { cardText } from '../../../dev/local-teams/card-text.js';
import { startServer } from '../../../src/adapters/http/server.js';
import { NotatbotHandler } from '../../../src/adapters/teams/bot.js';
import { createTeamsEndpoint } from '../../../src/adapters/teams/endpoint.js';
import { createShowToOne } from '../../../src/adapters/teams/for-one.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import { createConversation } from '../../../src/conversation/conversation.js';
import type { ConversationDependencies } from '../../../src/conversation/dependencies.js';
import type { Person } from '../../../src/domain/person.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import { da } from '../../../src/text/messages.js';
import { AASE, type ABot, aBot, SECRETARIAT, SECRETARY } from '../../conversation/a-bot.js';
import { BOT, RECIPIENT } from '../../conversation/written.js';
import { aDepartmentId, aRoundId, TENANT } from '../../support/builders.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';
import { type RecordingConnector, type Sent, startRecordingConnector } from '../../support/recording-connector.js';
import { NO_LIMIT } from '../http/a-server.js';

/** An activity as JSON carries it, whatever is in it. */
export type Raw = Readonly<Record<string, unknown>>;

export interface Answered {
  readonly status: number;
  /** What an invoke was answered with. */
  readonly body: { readonly value?: unknown } | undefined;
  /** What the bot sent meanwhile. */
  readonly sent: readonly Sent[];
  /** What a person reads of that: a card each. */
  readonly read: readonly string[];
}

/** The bot behind its real HTTP server and the SDK's adapter, on stores in memory and a connector that takes anything. */
export interface ABotOnHttp extends ABot {
  readonly log: RecordingLog;
  readonly connector: RecordingConnector;
  post(activity: Raw): Promise<Answered>;
  stop(): Promise<void>;
}

export const DEPARTMENT_CHANNEL = '19:boern@thread.tacv2';
export const SECRETARIAT_CHANNEL = SECRETARIAT.channelId;

export async function aBotOnHttp(
  changes: Partial<RoundDepartment> = {},
  parts: Partial<ConversationDependencies> = {},
  { isTargeting = false }: { readonly isTargeting?: boolean } = {},
): Promise<ABotOnHttp> {
  const bot = await aBot(changes, parts);
  const log = createRecordingLog();
  const connector = await startRecordingConnector();
  const adapter = new TeamsAdapter({ kind: 'unauthenticated' });
  const showToOne = isTargeting
    ? createShowToOne({ connector: (serviceUrl) => adapter.targetedConnector(serviceUrl), clock: bot.clock, log })
    : undefined;
  const converse = (name: string | undefined) => createConversation(bot.deps, log, name);
  const handler = new NotatbotHandler(converse, log, undefined, undefined, showToOne);
  const server = await startServer(
    {
      gate: { tenantIds: [TENANT], serviceOrigins: [new URL(connector.serviceUrl).origin], tokenIssuer: undefined },
      turn: createTeamsEndpoint(adapter, (context) => handler.run(context), log),
      download: async () => ({ kind: 'invalid' }),
      checkLink: () => 'invalid',
      checkReady: async () => ({}),
      limits: { refusals: NO_LIMIT, healthChecks: NO_LIMIT, downloads: NO_LIMIT },
      trustedProxies: [],
      messages: da,
      log,
    },
    { host: '127.0.0.1', port: 0 },
  );
  return {
    ...bot,
    log,
    connector,
    async post(activity) {
      const before = connector.sent.length;
      const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...activity, serviceUrl: connector.serviceUrl }),
      });
      const text = await response.text();
      const sent = connector.sent.slice(before);
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
        sent,
        read: sent.flatMap(({ activity: each }) => cardsIn(each).map((card) => cardText(card))),
      };
    },
    async stop() {
      // What follows an answer has ended then too.
      await server.drain();
      await server.stop();
      await connector.stop();
    },
  };
}

/** The cards that an activity shows. */
export function cardsIn(activity: Raw | undefined): readonly Card[] {
  const attachments = activity?.['attachments'];
  return Array.isArray(attachments) ? attachments.map(({ content }) => content) : [];
}

/** Who acts, with the tenant told, so that nobody is looked up. */
export function sender({ id, name }: Person): Raw {
  return { id: `29:${id}`, name, aadObjectId: id, tenantId: TENANT };
}

let written = 1_795_620_000_000;

/** A message in a department's channel, by its head, as a whole client sends it; each with an id of its own. */
export function aMessage(text: string | undefined, changes: Raw = {}): Raw {
  written += 1;
  const id = String(written);
  return {
    type: 'message',
    id,
    timestamp: '2026-11-25T13:00:00.000Z',
    localTimestamp: '2026-11-25T14:00:00.000+01:00',
    localTimezone: 'Europe/Copenhagen',
    channelId: 'msteams',
    from: sender(AASE),
    recipient: RECIPIENT,
    conversation: inChannel(DEPARTMENT_CHANNEL, id),
    textFormat: 'plain',
    locale: 'da-DK',
    entities: [BOT, { type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web' }],
    channelData: { team: { id: '19:forvaltningen@thread.tacv2' }, tenant: { id: TENANT } },
    ...(text === undefined ? {} : { text: `<at>Notatbot</at> ${text}` }),
    ...changes,
  };
}

/** A message of a secretary in the secretariat's channel. */
export function aSecretariatMessage(text: string, changes: Raw = {}): Raw {
  const conversation = inChannel(SECRETARIAT_CHANNEL, '1');
  return aMessage(text, { from: sender(SECRETARY), conversation, ...changes });
}

/** A message in someone's own chat with the bot. */
export function aPersonalMessage(changes: Raw = {}): Raw {
  const { entities: _mentions, ...message } = aMessage(undefined);
  return { ...message, conversation: PERSONAL_CHAT, channelData: { tenant: { id: TENANT } }, ...changes };
}

const PERSONAL_CHAT = { conversationType: 'personal', tenantId: TENANT, id: 'a:1personal' };

/** @param root the thread's first message */
export function inChannel(channelId: string, root: string): Raw {
  return { isGroup: true, conversationType: 'channel', tenantId: TENANT, id: `${channelId};messageid=${root}` };
}

/** A press of the department's *Send*, by Action.Execute. */
export function aPress(data: Raw = {}, changes: Raw = {}): Raw {
  const { text: _text, entities: _entities, ...envelope } = aMessage(undefined);
  const { id } = envelope;
  return {
    ...envelope,
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${id}`,
    replyToId: '1700000000001',
    value: { action: { type: 'Action.Execute', data: sending(data) }, trigger: 'manual' },
    ...changes,
  };
}

/** What the department's card sends along with *Send*. */
export function sending(data: Raw = {}): Raw {
  const ids = { roundId: aRoundId(), departmentId: aDepartmentId(), nonce: `n${written}` };
  return { verb: 'reply.send', ...ids, basedOn: 0, draftSeen: 0, proposalSeen: 0, reply: 'Vi ringer først.', ...data };
}
