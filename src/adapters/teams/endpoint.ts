import type { Activity, TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Log } from '../../application/ports.js';
import { INVOKE_NAME_MAX } from '../../domain/limits.js';
import type { TeamsAdapter } from './teams-adapter.js';

/** A request to the messaging endpoint, its body already found to be an activity from where we expect one. */
export interface TeamsRequest {
  readonly authorization: string | undefined;
  readonly body: object;
}

export interface TeamsResponse {
  readonly status: number;
  /** What an invoke is answered with. */
  readonly body: unknown;
  /** Why nothing was done; undefined when the sender was the Bot Connector. */
  readonly refused?: 'signature not valid' | 'keys of the connector not reachable';
}

/**
 * Runs one turn through the SDK's adapter, which authenticates it first. Never rejects. What the SDK would tell
 * the caller of an error is kept from them: a failed signature is 401, an invoke that nobody here knows 501, and
 * anything else 500, without words. While the Connector's keys cannot be fetched nobody can be told from anybody: 503.
 */
export function createTeamsEndpoint(
  adapter: TeamsAdapter,
  run: (context: TurnContext) => Promise<void>,
  log: Log,
): (request: TeamsRequest) => Promise<TeamsResponse> {
  return async ({ authorization = '', body }) => {
    let isAuthenticated = false;
    const turn = (context: TurnContext) => {
      isAuthenticated = true;
      return run(context);
    };
    // The gate has found it to be one, in everything that is taken for certain.
    const activity = { ...body } as Activity;
    try {
      const response = await adapter.receive(authorization, activity, turn);
      if (response === undefined) return { status: 200, body: undefined };
      if (response.status === 501) log.info('invoke not known', { name: invokeName(activity.name) });
      return { status: response.status, body: response.status === 200 ? response.body : undefined };
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

/** What the SDK's way of fetching the keys rejects with when nobody answers. */
function isFetchError(error: unknown): boolean {
  return error instanceof Error && ['FetchError', 'AbortError'].includes(error.name);
}

/** An invoke's name as a code: it is for whoever sends it to choose, so it may hold anything. */
function invokeName(name: unknown): string {
  if (typeof name !== 'string') return '';
  return name.slice(0, INVOKE_NAME_MAX).replace(/[^\w./-]/gu, '_');
}
