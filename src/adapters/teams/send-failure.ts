import type { SendFailure } from '../../domain/work/trouble.js';
import { ConnectorRefusal, ConnectorSilence } from './connector-http-client.js';

/** Why the connector did not do what it was asked; undefined where the error does not come from the connector. */
export function sendFailureOf(error: unknown): SendFailure | undefined {
  if (error instanceof ConnectorRefusal) {
    return { kind: 'status', status: error.status, code: error.code, waitMs: error.retryAfterMs };
  }
  if (error instanceof ConnectorSilence) {
    return { kind: error.mayHaveHappened ? 'no answer' : 'not reached', reason: error.reason };
  }
  return undefined;
}
