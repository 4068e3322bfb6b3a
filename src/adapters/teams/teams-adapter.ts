import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { CONNECTOR_TIME_LIMIT_MS, createConnectorHttpClient } from './connector-http-client.js';

/** Who the bot is to Teams. */
export type BotIdentity =
  | {
      readonly kind: 'azure';
      readonly appType: 'SingleTenant' | 'UserAssignedMSI';
      readonly appId: string;
      readonly tenantId: string;
      /** A client secret; only for SingleTenant. */
      readonly password: string | undefined;
      /** Where the keys of inbound tokens are published, if not at Microsoft's own address. */
      readonly openIdMetadataUrl?: string;
    }
  /** Nobody is authenticated, in either direction: for the local Teams on this machine alone. */
  | { readonly kind: 'unauthenticated' };

/** What is asked of the Bot Connector, one HTTP request a call. */
export type Connector = Pick<
  ConnectorClient['conversations'],
  'createConversation' | 'sendToConversation' | 'updateActivity' | 'getConversationMember'
>;

/** Who signs the tokens of requests from the Bot Connector. */
export const CONNECTOR_TOKEN_ISSUER = 'https://api.botframework.com';

/** The SDK's adapter, sending with one HTTP request a call, and lending its connector for deliveries. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;

  /** @param timeLimitMs how long the connector may take to answer one request */
  constructor(identity: BotIdentity, timeLimitMs = CONNECTOR_TIME_LIMIT_MS) {
    super(authenticationFor(identity, timeLimitMs));
    this.#appId = identity.kind === 'azure' ? identity.appId : '';
  }

  /**
   * Runs one turn, once the token is found to be the Bot Connector's for this bot; rejects when it is not. Not
   * `process`, which prints every refusal, and tells the sender of it.
   *
   * @returns what an invoke is answered with; undefined for everything else
   */
  receive(
    authorization: string,
    activity: Activity,
    run: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, run);
  }

  /** The connector for messages that answer nobody. */
  async connector(serviceUrl: string): Promise<Connector> {
    const claims = this.createClaimsIdentity(this.#appId);
    const client = await this.botFrameworkAuthentication.createConnectorFactory(claims).create(serviceUrl);
    return client.conversations;
  }
}

function authenticationFor(identity: BotIdentity, timeLimitMs: number): ConfigurationBotFrameworkAuthentication {
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
    { httpClient: createConnectorHttpClient(timeLimitMs) },
  );
}

/** The SDK takes either none of a cloud's addresses or all of them; all but the first are the public cloud's. */
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
