import { type BotChild, startBotChild } from './bot-child.js';

/** Processes that have loaded the bot. To load it takes longer than a whole round, so they are loaded ahead and used again. */
export interface BotChildren {
  /** A process in which no bot runs. */
  take(): Promise<BotChild>;
  /** Takes back a process after its bot has been stopped. */
  giveBack(child: BotChild): void;
  /** Ends all processes that nobody has taken. */
  close(): Promise<void>;
}

export function createBotChildren({ ahead, logFile }: { ahead: number; logFile?: string | undefined }): BotChildren {
  const waiting: Promise<BotChild>[] = [];
  let isClosed = false;

  function loadAhead(): void {
    while (!isClosed && waiting.length < ahead) {
      const loading = startBotChild(logFile);
      // Whoever takes it sees that it failed.
      loading.catch(() => undefined);
      waiting.push(loading);
    }
  }

  return {
    take() {
      const child = waiting.shift() ?? startBotChild(logFile);
      loadAhead();
      return child;
    },
    giveBack(child) {
      if (isClosed || waiting.length > ahead) child.kill();
      else waiting.unshift(Promise.resolve(child));
    },
    async close() {
      isClosed = true;
      for (const loading of waiting.splice(0)) {
        const child = await loading;
        child.kill();
        await child.ended;
      }
    },
  };
}
