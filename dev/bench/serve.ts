import { Writable } from 'node:stream';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import { startNotatbot } from '../../src/main.js';
import { startFloor } from './floor.js';
import type { FromServed, ServedSettings } from './served.js';

/**
 * A program that serves either the bot or the floor until its parent lets go of it, and says what it has cost when
 * asked. In a process of its own, so that what it costs is no one else's.
 */
const settings = JSON.parse(process.argv[2] ?? '') as ServedSettings;
const running = await start(settings);
process.on('message', () => tell({ cpuMs: cpuMs() }));
process.once('disconnect', async () => {
  await running.stop();
  // Whatever still runs now is of no use to anyone.
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

/** The log is written as ever, but only what has gone wrong is shown. */
function errorsOnly(): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      const line = String(chunk);
      if (/^\{"level":[56]0/u.test(line)) process.stderr.write(line);
      done();
    },
  });
}
