import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SpecResult, SpecToRun } from './spec-process.js';

/** Runs specs in a process of its own, which is started again when it hangs or ends. */
export interface SpecRunner {
  /** @returns what failed; undefined where every test passed */
  run(asked: SpecToRun, limitMs: number): Promise<string | undefined>;
  end(): void;
}

const STILL_RUNNING = /^no end|^the process ended|Timeout of/u;
const PROGRAM = fileURLToPath(new URL('./spec-process.js', import.meta.url));

/** How many runs a process lives: every one leaves its modules in memory. */
const RUNS_OF_A_PROCESS = 150;

export function createSpecRunner(): SpecRunner {
  let child: ChildProcess | undefined;
  let runs = 0;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    end,
    run: async (asked, limitMs) => {
      if (child === undefined || runs >= RUNS_OF_A_PROCESS) {
        end();
        // What specs and the bot print is not about the mutants.
        child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
        runs = 0;
      }
      runs += 1;
      const failure = await answerOf(child, asked, limitMs);
      // Something that failed may still be running, and must not disturb what comes next.
      if (failure !== undefined && STILL_RUNNING.test(failure)) end();
      return failure;
    },
  };
}

async function answerOf(child: ChildProcess, asked: SpecToRun, limitMs: number): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const settle = (failure: string | undefined) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(failure);
    };
    const timer = setTimeout(() => settle(`no end within ${limitMs} ms`), limitMs);
    child.once('exit', () => settle('the process ended'));
    child.once('message', ({ failure }: SpecResult) => settle(failure));
    child.send(asked);
  });
}
