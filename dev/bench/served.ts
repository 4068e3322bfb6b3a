import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config.js';
import type { FloorSettings } from './floor.js';

/** What `serve.ts` is told to serve. */
export type ServedSettings =
  | { readonly kind: 'notatbot'; readonly config: Config }
  | ({ readonly kind: 'floor' } & FloorSettings);

/** What it tells: first its port, then its CPU time since it started whenever it is asked. */
export type FromServed = { readonly port: number } | { readonly cpuMs: number };

/** A bot in a process of its own. */
export interface Served {
  readonly port: number;
  /** All that the process has used so far, in milliseconds. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('serve.js', import.meta.url));

/** After this a process that should be ending is killed; a failure guard only. */
const STOP_LIMIT_MS = 15_000;

/** Rejects when the process ends instead of serving; why is on standard error. */
export async function startServed(settings: ServedSettings): Promise<Served> {
  const child = fork(PROGRAM, [JSON.stringify(settings)], {
    execArgv: [],
    // Nothing that is set for the parent (coverage, debugging, accounts) is meant for the child.
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const first = await told(child);
  if (!('port' in first)) throw new Error('a bench process did not say its port');
  return {
    port: first.port,
    async cpuMs() {
      child.send('cost');
      const answer = await told(child);
      if (!('cpuMs' in answer)) throw new Error('a bench process did not say its cost');
      return answer.cpuMs;
    },
    stop: () => stop(child),
  };
}

function told(child: ChildProcess): Promise<FromServed> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a bench process ended by itself'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.removeListener('exit', ended);
      // Sent by `serve.ts`, which has no other type of message.
      resolve(message as FromServed);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const guard = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(guard);
}
