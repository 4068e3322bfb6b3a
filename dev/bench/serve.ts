import { Writable } from 'node:stream';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import { startNotatbot } from '../../src/main.js';
import { startFloor } from './floor.js';
import type { FromServed, ServedSettings } from './served.js';

/**
 * A program that serves either the bot or the floor until its parent disconnects. It tells its CPU time when the parent
 * asks. It is a separate process, so that only its own cost is measured.
 */
const settings = JSON.parse(process.argv[2] ?? '') as ServedSettings;
const running = await start(settings);
process.on('message', () => tell({ cpuMs: cpuMs() }));
process.once('disconnect', async () => {
  await running.stop();
  // Nothing that still runs is needed any more.
  process.exit();
});
tell({ port: running.port });

function start(chosen: ServedSettings) {
  return chosen.kind === 'floor' ? startFloor(chosen) : startNotatbot(chosen.config, createJsonLog(errorsOnly()));
}

function tell(message: FromServed): void {
  process.send?.(message);
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The log is written as usual, because that is a part of the cost, but only errors are shown. */
function errorsOnly(): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      const line = String(chunk);
      if (/^\{"level":[56]0/u.test(line)) process.stderr.write(line);
      done();
    },
  });
}
