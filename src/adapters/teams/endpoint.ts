import type { Activity, TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Log } from '../../application/ports.js';
import { INVOKE_NAME_MAX } from '../../domain/limits.js';
import { afterwardsOf } from './afterwards.js';
import type { TeamsAdapter } from './teams-adapter.js';

/**
 * A request to the messaging endpoint. The gate has already found that the body is an activity that the bot accepts.
 */
export interface TeamsRequest {
  readonly authorization: string | undefined;
  readonly body: object;
}

export interface TeamsResponse {
  readonly status: number;
  /** The body of the response to an invoke. */
  readonly body: unknown;
  /** Why the request was refused; undefined where the sender was the Bot Connector. */
  readonly refused?: 'signature not valid' | 'keys of the connector not reachable';
  /** What to do once the response has been sent, if there is something. It never rejects. */
  readonly afterwards?: () => Promise<void>;
}

/**
 * Runs one turn through the SDK's adapter, which authenticates it first. It never rejects. The caller gets no details
 * of an error, only a status: 401 for a signature that is not valid, 501 for an unknown invoke, and 500 for anything
 * else. While the keys of the Bot Connector cannot be fetched, no sender can be authenticated, and the status is 503.
 */
export function createTeamsEndpoint(
  adapter: TeamsAdapter,
  run: (context: TurnContext) => Promise<void>,
  log: Log,
): (request: TeamsRequest) => Promise<TeamsResponse> {
  return async ({ authorization = '', body }) => {
    let isAuthenticated = false;
    let turnState: TurnContext['turnState'] | undefined;
    const turn = (context: TurnContext) => {
      isAuthenticated = true;
      turnState = context.turnState;
      return run(context);
    };
    // The gate has checked all the fields of the activity that the code relies on.
    const activity = { ...body } as Activity;
    try {
      const response = await adapter.receive(authorization, activity, turn);
      if (response === undefined) return { status: 200, body: undefined };
      if (response.status === 501) log.info('invoke not known', { name: invokeName(activity.name) });
      const afterwards = turnState && afterwardsOf(turnState);
      const told = { status: response.status, body: response.status === 200 ? response.body : undefined };
      return afterwards === undefined ? told : { ...told, afterwards };
    } catch (error) {
      if (isAuthenticated) log.error('turn failed', error);
      return isAuthenticated ? { status: 500, body: undefined } : refusalFor(error);
    }
  };
}

function refusalFor(error: unknown): TeamsResponse {
  const isOurs = error instanceof AuthenticationError ? error.statusCode >= 500 : isFetchError(error);
  return isOurs
    ? { status: 503, body: undefined, refused: 'keys of the connector not reachable' }
    : { status: 401, body: undefined, refused: 'signature not valid' };
}

/** Whether it is an error that the SDK throws when the address of the keys does not answer. */
function isFetchError(error: unknown): boolean {
  return error instanceof Error && ['FetchError', 'AbortError'].includes(error.name);
}

/** The name of an invoke, made safe for the log. The sender chooses the name, so it may contain anything. */
function invokeName(name: unknown): string {
  if (typeof name !== 'string') return '';
  return name.slice(0, INVOKE_NAME_MAX).replace(/[^\w./-]/gu, '_');
}
