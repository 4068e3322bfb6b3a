import { appendFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import type { RunningNotatbot } from '../../src/main.js';
import type { FromBot, ToBot } from './bot-messages.js';
import { startOnVirtualTime } from './bot-on-virtual-time.js';
import { createVirtualTime, type VirtualTime } from './virtual-time.js';

/**
 * The program of one bot process under faults. It loads the bot, and then does what its parent says. On SIGTERM it stops
 * as `npm start` does. It ends with its parent.
 *
 * The first argument, if there is one, names the file that gets the bot's log.
 */
let bot: RunningNotatbot | undefined;
let time: VirtualTime | undefined;

process.on('message', (message) => {
  // The message comes from bot-child.ts, which sends no other type.
  act(message as ToBot).then(
    () => say({ say: 'done', port: bot?.port, cpuMs: cpuMs() }),
    (error: unknown) => say({ say: 'failed', why: error instanceof Error ? String(error.stack) : String(error) }),
  );
});
process.once('SIGTERM', () => {
  // The channel to the parent would keep the process alive, as nothing does in production.
  process.channel?.unref();
  bot?.stop().then(
    () => process.exit(),
    (error: unknown) => {
      process.stderr.write(`stopping failed: ${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit());
say({ say: 'ready' });

async function act(message: ToBot): Promise<void> {
  switch (message.tell) {
    case 'start':
      time = createVirtualTime(message.offsets);
      bot = await startOnVirtualTime(message.config, createJsonLog(logFile(process.argv[2])), time);
      return;
    case 'advance':
      time?.advance(message.ms);
      return;
    case 'jump':
      time?.jump(message.ms);
      return;
    case 'cost':
      return;
    case 'stop':
      await bot?.stop();
      bot = undefined;
      return;
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function say(message: FromBot): void {
  process.send?.(message);
}

/** A kill loses nothing that has been logged, because each line is written at once. */
function logFile(file: string | undefined): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      if (file !== undefined) appendFileSync(file, String(chunk));
      done();
    },
  });
}
