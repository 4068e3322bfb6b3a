import type { Response as BotResponse, TurnContext } from 'botbuilder';
import type { Log } from '../../application/ports.js';
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
}

/**
 * Runs one turn through the SDK's adapter, which authenticates it first. Never rejects. What the SDK would tell
 * the caller of an error is kept from them: a failed signature is 401 and anything else 500, without words.
 */
export function createTeamsEndpoint(
  adapter: TeamsAdapter,
  run: (context: TurnContext) => Promise<void>,
  log: Log,
): (request: TeamsRequest) => Promise<TeamsResponse> {
  return async ({ authorization, body }) => {
    let isAuthenticated = false;
    let hasFailed = false;
    const answered = { status: 500, body: undefined as unknown };
    const turn = async (context: TurnContext) => {
      isAuthenticated = true;
      try {
        await run(context);
      } catch (error) {
        // Caught here, because the SDK would print it, and send its message to the caller.
        log.error('turn failed', error);
        hasFailed = true;
      }
    };
    try {
      await adapter.process(
        { method: 'POST', headers: authorization === undefined ? {} : { authorization }, body: { ...body } },
        recordInto(answered),
        turn,
      );
    } catch (error) {
      log.error('activity not read', error);
      hasFailed = true;
    }
    if (!isAuthenticated) {
      log.warn('request refused', { status: answered.status });
      return { status: 401, body: undefined };
    }
    return hasFailed || answered.status >= 500 ? { status: 500, body: undefined } : answered;
  };
}

/** The SDK writes its response here, so that nothing it says leaves unread. */
function recordInto(answered: { status: number; body: unknown }): BotResponse {
  return {
    socket: undefined,
    header: () => undefined,
    status: (code: number) => {
      answered.status = code;
    },
    send: (...args: unknown[]) => {
      answered.body = args[0];
    },
    end: () => undefined,
  };
}
