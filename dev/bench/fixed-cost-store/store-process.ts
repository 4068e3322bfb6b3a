import { startProgram } from '../processes/started-program.js';
import type { ProcessCost } from '../processes/told.js';
import type { AnsweredRequest } from './fixed-cost-store.js';

/** The table store in a process of its own, so that its CPU is not counted as the bot's. */
export interface StoreProcess {
  readonly connectionString: string;
  /** Every request since the last call of `forget`, in the order of the answers. */
  answered(): Promise<readonly AnsweredRequest[]>;
  /** When the last write to a partition with this prefix came, in milliseconds since 1970; 0 before the first. */
  lastWrite(prefix: string): Promise<number>;
  forget(): Promise<void>;
  /** Sets how long each request takes, in milliseconds. */
  delay(latencyMs: number): Promise<void>;
  cost(): Promise<ProcessCost>;
  stop(): Promise<void>;
}

export async function startStoreProcess(): Promise<StoreProcess> {
  const { told, ask, cost, stop } = await startProgram(new URL('store-program.js', import.meta.url), null);
  // The types of the answers are those of store-program.ts.
  return {
    connectionString: told as string,
    answered: async () => (await ask('answered')) as readonly AnsweredRequest[],
    lastWrite: async (prefix) => Number(await ask('last write', prefix)),
    forget: async () => void (await ask('forget')),
    delay: async (latencyMs) => void (await ask('delay', latencyMs)),
    cost,
    stop,
  };
}
