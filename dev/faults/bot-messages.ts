import type { Config } from '../../src/config.js';
import type { Offsets } from './virtual-time.js';

/** What a bot process is told. It answers each with `done`, in the same order. */
export type ToBot =
  | { readonly tell: 'start'; readonly config: Config; readonly offsets: Offsets }
  /** Lets time pass, in milliseconds. */
  | { readonly tell: 'advance'; readonly ms: number }
  /** Sets the wall clock forward or back, in milliseconds. */
  | { readonly tell: 'jump'; readonly ms: number }
  /** Says only how much processor time it has used. */
  | { readonly tell: 'cost' }
  /** Stops the bot properly. The process stays, and can start another. */
  | { readonly tell: 'stop' };

/** What a bot process says. `ready` comes once, when its modules have been loaded. */
export type FromBot =
  | { readonly say: 'ready' }
  /** `port`: where the bot listens, if one runs. `cpuMs`: the processor time of all threads since the process began. */
  | { readonly say: 'done'; readonly port: number | undefined; readonly cpuMs: number }
  | { readonly say: 'failed'; readonly why: string };
