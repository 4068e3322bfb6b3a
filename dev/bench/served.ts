import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config.js';
import type { FloorSettings } from './floor.js';

/** What `serve.ts` shall serve. */
export type ServedSettings =
  | { readonly kind: 'notatbot'; readonly config: Config }
  | ({ readonly kind: 'floor' } & FloorSettings);

/** The messages of `serve.ts`: first its port, and then, when it is asked, its CPU time since its start. */
export type FromServed = { readonly port: number } | { readonly cpuMs: number };

/** The bot or the floor in a separate process. */
export interface Served {
  readonly port: number;
  /** The CPU time that the process has used so far, in milliseconds. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('serve.js', import.meta.url));

/** In milliseconds. A process that has not ended after this time is killed. Normally it ends much sooner. */
const STOP_LIMIT_MS = 15_000;

/** Rejects if the process ends instead of serving. The reason is on standard error. */
export async function startServed(settings: ServedSettings): Promise<Served> {
  const child = fork(PROGRAM, [JSON.stringify(settings)], {
    execArgv: [],
    // The child must not get the environment of the parent (coverage, debugging, accounts).
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
      // The message comes from `serve.ts`, which sends no other type.
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
