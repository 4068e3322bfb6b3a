import type { Exchange, Traffic, WireActivity } from './traffic.js';

export interface BotAnswer {
  readonly status: number;
  /** undefined when the answer was not JSON. */
  readonly body: unknown;
}

/** Sends activities to the bot, as Teams does. */
export interface BotEndpoint {
  /**
   * Sends an activity and waits for the answer, which may have any status. Rejects with an error that names the address
   * when the bot cannot be reached, or does not answer within 30 seconds.
   */
  deliver(activity: WireActivity): Promise<BotAnswer>;
  /** Sets the address for later activities. */
  pointAt(address: string): void;
  /** Cancels the open requests. */
  stop(): void;
}

export interface BotEndpointOptions {
  readonly address: string;
  readonly traffic: Traffic;
  /** Makes the bearer token for each request; undefined where no token is sent. */
  readonly token: (() => Promise<string>) | undefined;
}

/**
 * In milliseconds. Longer than Teams waits (10 to 15 seconds), to see the difference between a slow bot and a dead one.
 */
const ANSWER_WITHIN = 30_000;

export function createBotEndpoint({ address: first, traffic, token }: BotEndpointOptions): BotEndpoint {
  let address = first;
  const stopped = new AbortController();

  return {
    async deliver(activity) {
      const url = address;
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        ...(token === undefined ? {} : { authorization: `Bearer ${await token()}` }),
      };
      const { pathname: path } = new URL(url);
      const exchange = { direction: 'to bot' as const, at: new Date(), method: 'POST', path, activity };
      const record = (answer: Pick<Exchange, 'status' | 'body'>) => traffic.record({ ...exchange, ...answer });
      const body = JSON.stringify(activity);
      const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(ANSWER_WITHIN)]);
      const answer = await post(url, headers, body, signal).catch((error: unknown) => {
        record({ status: undefined, body: undefined });
        throw new Error(`the bot does not answer at ${url}: ${reasonOf(error)}`, { cause: error });
      });
      record(answer);
      return answer;
    },
    pointAt(newAddress) {
      address = newAddress;
    },
    stop: () => stopped.abort(new Error('the local Teams stopped')),
  };
}

async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<BotAnswer> {
  const response = await fetch(url, { method: 'POST', headers, body, signal });
  return { status: response.status, body: parseJson(await response.text()) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The reason is in the `cause` of an error of `fetch`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? String(('code' in cause && cause.code) || cause.message) : error.message;
}
