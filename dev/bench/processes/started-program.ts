import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromProcess, ProcessCost } from './told.js';

/** A program of the benches that runs in its own process, so that only its own cost is measured. */
export interface StartedProgram {
  /** What the program told when it had started. */
  readonly told: unknown;
  /** Asks one of the program's own questions. Rejects if the program cannot answer it, or ends. */
  ask(question: string, argument?: unknown): Promise<unknown>;
  cost(): Promise<ProcessCost>;
  stop(): Promise<void>;
}

/** Everything that must be stopped, in the reverse order. */
export type Started = { stop(): Promise<void> | void }[];

/** In milliseconds. A process that has not ended after this time is killed. Normally it ends much sooner. */
const STOP_LIMIT_MS = 15_000;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Rejects if the program ends instead of starting. The reason is on standard error.
 *
 * @param program the compiled file, which calls `answerParent`
 * @param settings are passed as JSON
 */
export async function startProgram(program: URL, settings: unknown): Promise<StartedProgram> {
  const child = fork(fileURLToPath(program), [JSON.stringify(settings)], {
    execArgv: [],
    // The child must not get the environment of the parent (coverage, debugging, accounts).
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const told = await new Promise<unknown>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      const ended = new Error('a process of a bench ended by itself');
      reject(ended);
      for (const each of waiting.values()) each.reject(ended);
    });
    child.on('message', (message) => {
      // The program calls `answerParent`, which sends no other type.
      const said = message as FromProcess;
      if ('started' in said) {
        resolve(said.started);
        return;
      }
      const { resolve: answer, reject: refuse } = waiting.get(said.answered) ?? {};
      waiting.delete(said.answered);
      if ('failed' in said) refuse?.(new Error(said.failed));
      else answer?.(said.answer);
    });
  });
  const ask = (question: string, argument?: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      child.send({ number: asked, question, argument }, (error) => error && reject(error));
    });
  return {
    told,
    ask,
    // `answerParent` answers this question for every program.
    cost: async () => (await ask('cost')) as ProcessCost,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const guard = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(guard);
}
