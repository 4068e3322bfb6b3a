import { Writable } from 'node:stream';
import { createJsonLog } from '../../../src/adapters/system/json-log.js';
import type { Config } from '../../../src/config.js';
import { startNotatbot } from '../../../src/main.js';
import { answerParent } from '../processes/answer-parent.js';

/** A program that serves the bot. */
await answerParent(async (settings) => {
  // `startServed` gives these settings.
  const { port, stop } = await startNotatbot(settings as Config, createJsonLog(errorsOnly()));
  return { told: { port }, stop };
});

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
