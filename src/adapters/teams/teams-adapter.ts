import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { CloudAdapter } from 'botbuilder/lib/cloudAdapter.js';
import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder-core';
import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { CONNECTOR_TIME_LIMIT_MS, createConnectorHttpClient, type SdkHttpClient } from './connector-http-client.js';

/** How the bot identifies itself to Teams. */
export type BotIdentity =
  | {
      readonly kind: 'azure';
      readonly appType: 'SingleTenant' | 'UserAssignedMSI';
      readonly appId: string;
      readonly tenantId: string;
      /** A client secret; only for SingleTenant. */
      readonly password: string | undefined;
      /** The URL of the keys for inbound tokens, if it is not Microsoft's own. */
      readonly openIdMetadataUrl?: string;
    }
  /** Neither inbound nor outbound requests are authenticated. It is only for the local Teams on this machine. */
  | { readonly kind: 'unauthenticated' };

/** The calls that the bot makes to the Bot Connector. Each is one HTTP request. */
export type Connector = Pick<
  ConnectorClient['conversations'],
  | 'createConversation'
  | 'sendToConversation'
  | 'updateActivity'
  | 'deleteActivity'
  | 'getConversationMember'
  | 'getConversationPagedMembers'
>;

/** The calls about teams. Each is one HTTP request. */
export type TeamsConnector = Pick<TeamsConnectorClient['teams'], 'fetchChannelList' | 'fetchTeamDetails'>;

/** The issuer of the tokens in requests from the Bot Connector. */
export const CONNECTOR_TOKEN_ISSUER = 'https://api.botframework.com';

export interface AdapterOptions {
  /** How long the connector may take to answer one request, in milliseconds. */
  readonly timeLimitMs?: number;
  /** Called for each message that is sent as an answer, with the id of its channel or chat. */
  readonly onAnswer?: (conversationId: string) => void;
}

/** The SDK's adapter. It makes one HTTP request for each call, and deliveries use its connector. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;
  readonly #timeLimitMs: number;
  readonly #answering: SdkHttpClient;

  constructor(identity: BotIdentity, { timeLimitMs = CONNECTOR_TIME_LIMIT_MS, onAnswer }: AdapterOptions = {}) {
    const answering = countingAnswers(createConnectorHttpClient(timeLimitMs), onAnswer);
    super(authenticationFor(identity, answering));
    this.#answering = answering;
    this.#appId = identity.kind === 'azure' ? identity.appId : '';
    this.#timeLimitMs = timeLimitMs;
  }

  /**
   * Verifies that the token is the Bot Connector's for this bot, and then runs one turn. Rejects if the token is not
   * valid. The SDK's `process` is not used, because it prints every refusal and describes it to the sender.
   *
   * @returns the response to an invoke; undefined for all other activities
   */
  receive(
    authorization: string,
    activity: Activity,
    run: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, run);
  }

  /** The connector for messages that are not answers. These are counted where they are sent. */
  async connector(serviceUrl: string): Promise<Connector> {
    const { credentials } = await this.#client(serviceUrl);
    const httpClient = createConnectorHttpClient(this.#timeLimitMs);
    return new ConnectorClient(credentials, { baseUri: serviceUrl, httpClient }).conversations;
  }

  /** The connector for answers that one person alone is shown. They are counted as the other answers are. */
  async targetedConnector(serviceUrl: string): Promise<Connector> {
    const { credentials } = await this.#client(serviceUrl);
    const httpClient = targeting(this.#answering);
    return new ConnectorClient(credentials, { baseUri: serviceUrl, httpClient }).conversations;
  }

  /** The connector for questions about a team. */
  async teamsConnector(serviceUrl: string): Promise<TeamsConnector> {
    const { credentials } = await this.#client(serviceUrl);
    const httpClient = createConnectorHttpClient(this.#timeLimitMs);
    return new TeamsConnectorClient(credentials, { baseUri: serviceUrl, httpClient }).teams;
  }

  #client(serviceUrl: string): Promise<ConnectorClient> {
    const claims = this.createClaimsIdentity(this.#appId);
    return this.botFrameworkAuthentication.createConnectorFactory(claims).create(serviceUrl);
  }
}

/** The path of a request that sends a message, changes one or deletes one. */
const ACTIVITIES = /\/v3\/conversations\/(?<conversation>[^/?]+)\/activities/u;

/** What a conversation's id has after the id of the channel, for a message in a thread. */
const THREAD = ';messageid=';

/** Tells of each message that is sent as an answer in a turn. */
function countingAnswers(client: SdkHttpClient, onAnswer: AdapterOptions['onAnswer']): SdkHttpClient {
  return {
    sendRequest(request) {
      const conversation = ACTIVITIES.exec(request.url)?.groups?.['conversation'];
      const [channel] = decodeURIComponent(conversation ?? '').split(THREAD);
      if (channel !== undefined && channel !== '') onAnswer?.(channel);
      return client.sendRequest(request);
    },
  };
}

/** Makes every request one about a targeted message. The SDK has no parameter for that. */
function targeting(client: SdkHttpClient): SdkHttpClient {
  return {
    sendRequest(request) {
      const targeted = request.clone();
      targeted.url = `${request.url}?isTargetedActivity=true`;
      return client.sendRequest(targeted);
    },
  };
}

function authenticationFor(identity: BotIdentity, httpClient: SdkHttpClient): ConfigurationBotFrameworkAuthentication {
  const settings =
    identity.kind === 'azure'
      ? {
          MicrosoftAppType: identity.appType,
          MicrosoftAppId: identity.appId,
          MicrosoftAppTenantId: identity.tenantId,
          ...(identity.password === undefined ? {} : { MicrosoftAppPassword: identity.password }),
        }
      : { MicrosoftAppId: '' };
  return new ConfigurationBotFrameworkAuthentication(
    identity.kind === 'azure' && identity.openIdMetadataUrl !== undefined
      ? { ...settings, ...keysPublishedAt(identity.openIdMetadataUrl) }
      : settings,
    new ConfigurationServiceClientCredentialFactory(settings),
    undefined,
    undefined,
    { httpClient },
  );
}

/**
 * The SDK needs either none of the addresses of a cloud or all of them. All the others are those of the public cloud.
 */
function keysPublishedAt(openIdMetadataUrl: string): Readonly<Record<string, string>> {
  return {
    BotOpenIdMetadata: openIdMetadataUrl,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: CONNECTOR_TOKEN_ISSUER,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: CONNECTOR_TOKEN_ISSUER,
    OAuthUrl: CONNECTOR_TOKEN_ISSUER,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: 'true',
  };
}
