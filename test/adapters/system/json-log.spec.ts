import assert from 'node:assert/strict';
import { createJsonLog } from '../../../src/adapters/system/json-log.js';
import type { Log } from '../../../src/application/ports.js';

const SECRET = 'hvad nogen skrev';

class StorageTrouble extends Error {}

function logged(write: (log: Log) => void): { readonly text: string; readonly line: Record<string, unknown> } {
  let text = '';
  write(
    createJsonLog({
      write: (chunk) => {
        text += chunk;
      },
    }),
  );
  return { text, line: JSON.parse(text) as Record<string, unknown> };
}

describe('the JSON log', () => {
  it('writes one line with the event, its fields and when', () => {
    const { text, line } = logged((log) => log.info('round started', { roundId: 'runde-1', departments: 6 }));
    assert.match(text, /^[^\n]+\n$/u);
    const { time, ...rest } = line;
    assert.deepEqual(rest, { level: 30, msg: 'round started', roundId: 'runde-1', departments: 6 });
    assert.ok(!Number.isNaN(Date.parse(String(time))));
  });

  it('tells warnings and errors from the rest', () => {
    assert.equal(logged((log) => log.warn('request refused')).line['level'], 40);
    assert.equal(logged((log) => log.error('turn failed', new Error('x'))).line['level'], 50);
  });

  it('says of an error what kind it is, its codes, where it was and what caused it', () => {
    const cause = Object.assign(new TypeError('x'), { code: 'ECONNRESET' });
    const error = Object.assign(new StorageTrouble('x', { cause }), { statusCode: 503 });
    const { line } = logged((log) => log.error('turn failed', error, { roundId: 'runde-1' }));
    assert.equal(line['msg'], 'turn failed');
    assert.equal(line['roundId'], 'runde-1');
    const { at, ...described } = line['error'] as Record<string, unknown>;
    assert.match(String((at as unknown[])[0]), /^at .*json-log\.spec/u);
    assert.equal(described['type'], 'StorageTrouble');
    assert.equal(described['statusCode'], 503);
    const { type, code } = described['cause'] as Record<string, unknown>;
    assert.deepEqual([type, code], ['TypeError', 'ECONNRESET']);
  });

  const LEAKS: readonly (readonly [where: string, error: unknown])[] = [
    ['its message', new Error(SECRET)],
    ['a message of several lines', new Error(`fejl\n    at ${SECRET} (fil.js:1:1)\n    at ${SECRET}`)],
    ['a property', Object.assign(new Error('x'), { request: { body: SECRET }, details: SECRET })],
    ['a code that is none', Object.assign(new Error('x'), { code: SECRET, status: { text: SECRET } })],
    ['its name', Object.assign(new Error('x'), { name: SECRET })],
    ['its cause', new Error('x', { cause: new Error(SECRET) })],
    ['a cause that is no error', new Error('x', { cause: SECRET })],
    ['what was thrown in place of an error', SECRET],
    ['an object thrown in place of an error', { text: SECRET }],
  ];
  for (const [where, error] of LEAKS) {
    it(`keeps to itself what people wrote, in ${where}`, () => {
      const { text } = logged((log) => log.error('turn failed', error));
      assert.equal(text.includes(SECRET), false, text);
      assert.ok(text.includes('turn failed'));
    });
  }

  it('survives an error that is its own cause', () => {
    const error = new Error('x');
    error.cause = error;
    assert.equal(logged((log) => log.error('turn failed', error)).line['msg'], 'turn failed');
  });

  it('survives an error without a stack', () => {
    const error = new Error('x');
    delete error.stack;
    const { line } = logged((log) => log.error('turn failed', error));
    assert.deepEqual(line['error'], { type: 'Error', at: [] });
  });
});
