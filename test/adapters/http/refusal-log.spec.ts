import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createRefusalLog } from '../../../src/adapters/http/refusal-log.js';
import { REFUSAL_LINES_A_MINUTE } from '../../../src/domain/limits.js';
import { createRecordingLog } from '../../support/fakes.js';

describe('the log of refusals', () => {
  it('has a line for each, up to its limit for each reason, and then counts', () => {
    const log = createRecordingLog();
    const refusals = createRefusalLog(log);
    for (let count = 0; count < REFUSAL_LINES_A_MINUTE + 5; count += 1) refusals.refused('not json', 400);
    refusals.refused('tenant not served', 403);
    const line = (reason: string, status: number) => ({
      level: 'warn',
      event: 'request refused',
      fields: { status, reason },
    });
    const lines = [
      ...Array.from({ length: REFUSAL_LINES_A_MINUTE }, () => line('not json', 400)),
      line('tenant not served', 403),
    ];
    assert.deepEqual(log.entries, lines);
    refusals.stop();
    assert.deepEqual(log.entries, [
      ...lines,
      { level: 'warn', event: 'more requests refused', fields: { 'not json': 5 } },
    ]);
  });

  it('begins anew each minute, and says what it left out without being asked', async () => {
    const recorded = createRecordingLog();
    const told = new EventEmitter();
    const log = {
      ...recorded,
      warn: (...line: Parameters<typeof recorded.warn>) => {
        recorded.warn(...line);
        told.emit(line[0]);
      },
    };
    const refusals = createRefusalLog(log, 5);
    const more = once(told, 'more requests refused');
    for (let count = 0; count <= REFUSAL_LINES_A_MINUTE; count += 1) refusals.refused('not json', 400);
    // The minute's own timer lets a process end, so something else must keep this one.
    const guard = setInterval(() => undefined, 1_000);
    await more.finally(() => clearInterval(guard));
    const before = recorded.entries.length;
    refusals.refused('not json', 400);
    assert.equal(recorded.entries.length, before + 1);
    refusals.stop();
  });

  it('says nothing more when nothing was left out', () => {
    const log = createRecordingLog();
    const refusals = createRefusalLog(log);
    refusals.refused('not json', 400);
    refusals.stop();
    assert.equal(log.entries.length, 1);
  });
});
