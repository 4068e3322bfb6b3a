import type { Exchange, Traffic, WireActivity } from './traffic.js';

export interface BotAnswer {
  readonly status: number;
  /** undefined when the answer was not JSON. */
  readonly body: unknown;
}

/** The bot, as Teams reaches it. */
export interface BotEndpoint {
  /**
   * Sends an activity and waits for the answer, whatever its status. Rejects, naming the address, when the
   * bot cannot be reached or has not answered within 30 seconds.
   */
  deliver(activity: WireActivity): Promise<BotAnswer>;
  /** Where later activities go. */
  pointAt(address: string): void;
  /** Gives up what is under way. */
  stop(): void;
}

export interface BotEndpointOptions {
  readonly address: string;
  readonly traffic: Traffic;
  /** Makes the bearer token of each request; without it none is sent. */
  readonly token: (() => Promise<string>) | undefined;
}

/** In milliseconds. Longer than Teams waits (10 to 15 seconds), so that a slow bot can be told from a dead one. */
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

/** `fetch` hides what happened in its error's cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? String(('code' in cause && cause.code) || cause.message) : error.message;
}
