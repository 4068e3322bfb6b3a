import type { ConnectorClientOptions } from 'botframework-connector';
import { CONNECTOR_ANSWER_MAX_BYTES, RETRY_AFTER_MAX_MS } from '../../domain/limits.js';
import { readUpTo } from './read-up-to.js';

/** The connector answered with an error. */
export class ConnectorRefusal extends Error {
  readonly status: number;
  /** Microsoft's code for the error, such as `BotNotInConversationRoster`; empty when none was given. */
  readonly code: string;
  /** What `Retry-After` asked for, in milliseconds; at most `RETRY_AFTER_MAX_MS`. */
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
  /** Whether the request may have been carried out all the same. */
  readonly mayHaveHappened: boolean;

  constructor(reason: string, options: ErrorOptions & { readonly mayHaveHappened: boolean }) {
    super(`the connector did not answer: ${reason}`, options);
    this.mayHaveHappened = options.mayHaveHappened;
  }
}

/** Teams closes a turn after 10 to 15 seconds, and a message that takes longer than this is in trouble. */
export const CONNECTOR_TIME_LIMIT_MS = 10_000;

type SdkHttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

/**
 * The HTTP client that the SDK's connector uses, in place of its own: exactly one request a call. The SDK's own
 * repeats a POST up to three times on 5xx and on broken connections, which can make four messages of one, and
 * waits for ever. Its retry policy acts on answers, and on errors whose code is a system's; `ConnectorRefusal`
 * and `ConnectorSilence`, which this rejects with, it lets through. Of an answer no more than
 * `CONNECTOR_ANSWER_MAX_BYTES` is read; one that is longer is no answer.
 *
 * @param timeLimitMs how long an answer may take, to its last byte
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

/** Failures that come before anything of the request has left. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Microsoft's codes look like this. A code like `ECONNRESET` would have the SDK repeat the request. */
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
    // Proxies on the way answer in HTML; the status says enough then.
    return '';
  }
}

function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, RETRY_AFTER_MAX_MS) : undefined;
}
