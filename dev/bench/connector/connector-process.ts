import { startProgram } from '../processes/started-program.js';
import type { ConnectorCall, ConnectorTraffic } from './connector-calls.js';

/** The connector in a process of its own. It is far lighter than the local Teams, which draws and remembers every card. */
export interface ConnectorProcess {
  readonly serviceUrl: string;
  /** Every call since the last call of `forget`, in the order in which they came. */
  calls(): Promise<readonly ConnectorCall[]>;
  traffic(): Promise<ConnectorTraffic>;
  /** Sets how long each call takes, in milliseconds. */
  delay(postMs: number): Promise<void>;
  /** Answers no call until `release`. */
  hold(): Promise<void>;
  release(): Promise<void>;
  forget(): Promise<void>;
  stop(): Promise<void>;
}

export async function startConnectorProcess(): Promise<ConnectorProcess> {
  const { told, ask, stop } = await startProgram(new URL('connector-program.js', import.meta.url), null);
  // The types of the answers are those of connector-program.ts.
  return {
    serviceUrl: told as string,
    calls: async () => (await ask('calls')) as readonly ConnectorCall[],
    traffic: async () => (await ask('traffic')) as ConnectorTraffic,
    delay: async (postMs) => void (await ask('delay', postMs)),
    hold: async () => void (await ask('hold')),
    release: async () => void (await ask('release')),
    forget: async () => void (await ask('forget')),
    stop,
  };
}
