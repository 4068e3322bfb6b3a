import type { ConnectorClientOptions } from 'botframework-connector';
import { CONNECTOR_ANSWER_MAX_BYTES, RETRY_AFTER_MAX_MS } from '../../domain/limits.js';
import { readUpTo } from './read-up-to.js';

/** The connector answered with an error. */
export class ConnectorRefusal extends Error {
  readonly status: number;
  /** Microsoft's code for the error, such as `BotNotInConversationRoster`; empty where the answer had none. */
  readonly code: string;
  /** How long `Retry-After` asks the bot to wait, in milliseconds; at most `RETRY_AFTER_MAX_MS`. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string, retryAfterMs: number | undefined) {
    super(`the connector answered ${status} ${code}`.trim());
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The connector did not answer. */
export class ConnectorSilence extends Error {
  /** The code of the system, such as `ECONNRESET`, or the name of the error. */
  readonly reason: string;
  /** Whether the connector may have carried out the request although it did not answer. */
  readonly mayHaveHappened: boolean;

  constructor(reason: string, options: ErrorOptions & { readonly mayHaveHappened: boolean }) {
    super(`the connector did not answer: ${reason}`, options);
    this.reason = reason;
    this.mayHaveHappened = options.mayHaveHappened;
  }
}

/** In milliseconds. Teams ends a turn after 10 to 15 seconds, and a normal answer takes much less than this. */
export const CONNECTOR_TIME_LIMIT_MS = 10_000;

export type SdkHttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

/**
 * The HTTP client for the SDK's connector. It sends exactly one request for each call. The SDK's own client repeats a
 * POST up to three times after a 5xx or a broken connection, so one message can become four, and it has no timeout. The
 * SDK's retry policy acts on responses and on errors with a system code. It does not act on `ConnectorRefusal` and
 * `ConnectorSilence`, with which this client rejects. An answer longer than `CONNECTOR_ANSWER_MAX_BYTES` is not read to
 * its end, and counts as no answer.
 *
 * @param timeLimitMs the longest time until the last byte of an answer, in milliseconds
 */
export function createConnectorHttpClient(timeLimitMs = CONNECTOR_TIME_LIMIT_MS): SdkHttpClient {
  return {
    async sendRequest(request) {
      const { response, body } = await send(request.url, {
        method: request.method,
        headers: request.headers.toJson({ preserveCase: true }),
        signal: AbortSignal.timeout(timeLimitMs),
        ...(request.body === undefined ? {} : { body: String(request.body) }),
      });
      if (!response.ok) {
        throw new ConnectorRefusal(response.status, errorCode(body), retryAfterMs(response.headers.get('retry-after')));
      }
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      response.headers.forEach((value, name) => {
        headers.set(name, value);
      });
      return { request, status: response.status, headers, bodyAsText: body };
    },
  };
}

async function send(url: string, init: RequestInit): Promise<{ readonly response: Response; readonly body: string }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error' });
    const body = await readUpTo(response, CONNECTOR_ANSWER_MAX_BYTES);
    if (body === undefined) throw new AnswerTooLong(`more than ${CONNECTOR_ANSWER_MAX_BYTES} bytes`);
    return { response, body: Buffer.from(body).toString() };
  } catch (error) {
    const reason = systemCode(error);
    throw new ConnectorSilence(reason, { cause: error, mayHaveHappened: !NEVER_SENT.has(reason) });
  }
}

class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** The codes of failures that happen before any part of the request is sent. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The form of Microsoft's codes. It does not match a code such as `ECONNRESET`, after which the SDK would repeat. */
const ERROR_CODE = /^[A-Z][a-z][A-Za-z]{0,62}$/u;

function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

function errorCode(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown } };
    return typeof error?.code === 'string' && ERROR_CODE.test(error.code) ? error.code : '';
  } catch {
    // A proxy between the bot and the connector can answer in HTML. Then the status is enough.
    return '';
  }
}

function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, RETRY_AFTER_MAX_MS) : undefined;
}
