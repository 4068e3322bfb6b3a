import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromBot, ToBot } from './bot-messages.js';

/** One process of the bot, seen from its parent. */
export interface BotChild {
  /**
   * Resolves when the process has done it. Rejects if it fails, or if the process ends before.
   */
  tell(message: ToBot): Promise<Done>;
  /** Ends the process at once, with SIGKILL. */
  kill(): void;
  /** Asks the process to stop, with SIGTERM. @returns the real milliseconds until it has ended */
  terminate(): Promise<number>;
  readonly hasEnded: boolean;
  readonly ended: Promise<unknown>;
}

type Done = Extract<FromBot, { say: 'done' }>;

const PROGRAM = fileURLToPath(new URL('bot-process.js', import.meta.url));

/** Starts a process that has loaded the bot, and has not started it. @param logFile gets the bot's log, if it is given */
export async function startBotChild(logFile: string | undefined): Promise<BotChild> {
  const child = fork(PROGRAM, logFile === undefined ? [] : [logFile], {
    execArgv: ['--enable-source-maps'],
    // The child must not get the environment of the parent (coverage, debugging, accounts).
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  await said(child);
  let last: Promise<unknown> = Promise.resolve();
  return {
    tell(message) {
      const told = last.then(() => {
        const answered = answer(child);
        // A process that has been killed cannot be told anything, and `answer` says so.
        child.send(message, () => undefined);
        return answered;
      });
      last = told.catch(() => undefined);
      return told;
    },
    kill: () => void child.kill('SIGKILL'),
    async terminate() {
      const began = performance.now();
      child.kill('SIGTERM');
      await ended;
      return performance.now() - began;
    },
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null;
    },
    ended,
  };
}

async function answer(child: ChildProcess): Promise<Done> {
  const message = await said(child);
  if (message.say === 'failed') throw new Error(`the bot’s process failed: ${message.why}`);
  if (message.say === 'ready') throw new Error('the bot’s process answered before it was asked');
  return message;
}

async function said(child: ChildProcess): Promise<FromBot> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error('the bot’s process has ended');
  return new Promise<FromBot>((resolve, reject) => {
    const settled = () => {
      child.off('message', heard);
      child.off('exit', gone);
    };
    const heard = (message: unknown) => {
      settled();
      // The message comes from bot-process.ts, which sends no other type.
      resolve(message as FromBot);
    };
    const gone = () => {
      settled();
      reject(new Error('the bot’s process ended by itself, or was killed'));
    };
    child.once('message', heard);
    child.once('exit', gone);
  });
}
