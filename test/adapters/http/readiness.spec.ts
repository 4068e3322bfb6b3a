import assert from 'node:assert/strict';
import { createReadiness, type ReadinessDetails } from '../../../src/adapters/http/readiness.js';
import { READINESS_PAUSE_MS, READINESS_TIME_LIMIT_MS } from '../../../src/domain/limits.js';
import { createRecordingLog } from '../../support/fakes.js';

const READY = { isReady: true, details: {} };
const NOT_READY = { isReady: false };

/** A store that counts how often it is asked, and answers as it is told. */
function aStore(answer: () => Promise<ReadinessDetails> = async () => ({})) {
  const log = createRecordingLog();
  const store = { asked: 0, now: 0, answer, log };
  const ask = () => {
    store.asked += 1;
    return store.answer();
  };
  return { store, readiness: (timeLimitMs?: number) => createReadiness({ ask, log }, () => store.now, timeLimitMs) };
}

const broken = () => Promise.reject(new Error('the store does not answer'));

describe('readiness', () => {
  it('asks the store once a second, however many want to know', async () => {
    const { store, readiness } = aStore();
    const isReady = readiness();
    const answers = await Promise.all(Array.from({ length: 500 }, isReady));
    assert.ok(answers.every((answer) => answer.isReady));
    store.now = READINESS_PAUSE_MS - 1;
    await isReady();
    assert.equal(store.asked, 1);
    store.now = READINESS_PAUSE_MS;
    await Promise.all([isReady(), isReady()]);
    assert.equal(store.asked, 2);
  });

  it('tells what the store tells', async () => {
    const { readiness } = aStore(async () => ({ unreadableRows: 2 }));
    assert.deepEqual(await readiness()(), { isReady: true, details: { unreadableRows: 2 } });
  });

  it('has everybody wait for the same answer, however long it takes', async () => {
    let answer = (_: ReadinessDetails) => {};
    const { store, readiness } = aStore(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const isReady = readiness();
    const first = isReady();
    store.now = 60_000;
    const second = isReady();
    answer({});
    assert.deepEqual(await Promise.all([first, second]), [READY, READY]);
    assert.equal(store.asked, 1);
  });

  it('says no when the store hangs, and asks again', async () => {
    assert.ok(READINESS_TIME_LIMIT_MS > 3_000);
    const { store, readiness } = aStore(() => new Promise(() => undefined));
    const isReady = readiness(1);
    assert.deepEqual(await isReady(), NOT_READY);
    store.answer = async () => ({});
    store.now = READINESS_PAUSE_MS;
    assert.deepEqual(await isReady(), READY);
    assert.equal(store.asked, 2);
  });

  it('is logged when it changes, and not each time', async () => {
    const { store, readiness } = aStore(broken);
    const isReady = readiness();
    for (const answer of [broken, broken, async () => ({}), async () => ({}), broken]) {
      store.answer = answer;
      store.now += READINESS_PAUSE_MS;
      await isReady();
    }
    assert.deepEqual(
      store.log.entries.map(({ level, event }) => [level, event]),
      [
        ['error', 'not ready'],
        ['info', 'ready again'],
        ['error', 'not ready'],
      ],
    );
  });
});
