import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { inBody } from '../../../dev/bench/hostile-templates.js';
import { createWordWork, type WordWork, type WordWorkLimits } from '../../../src/adapters/word/word-work.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import {
  NOTAT_HEAP_MB,
  NOTAT_LIMIT_MS,
  REPLY_MAX,
  TEMPLATE_CHECK_HEAP_MB,
  TEMPLATE_CHECK_LIMIT_MS,
  WORD_QUEUE_MAX,
} from '../../../src/domain/limits.js';
import type { TemplateProblem, TemplateVerdict } from '../../../src/domain/notat/template-problem.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';
import { aNotat, aRow } from './a-notat.js';
import { paragraphsOf, parsedPart, shippedTemplate, withPart } from './word-file.js';

/** Enough for whatever these specs do. */
const AMPLE = { timeMs: NOTAT_LIMIT_MS, heapMb: NOTAT_HEAP_MB, queue: WORD_QUEUE_MAX };
const FOR_CHECKING = { timeMs: TEMPLATE_CHECK_LIMIT_MS, heapMb: TEMPLATE_CHECK_HEAP_MB, queue: WORD_QUEUE_MAX };
/** Less than a thread needs to start. */
const AT_ONCE = { timeMs: 1 };
/** Enough to start in, and not for a notat of this size. */
const LITTLE_HEAP = { heapMb: 24 };

/** The verdict on a template that was not read to its end. */
function judged(problem: TemplateProblem): TemplateVerdict {
  return { problems: [problem], changes: [], understood: undefined };
}

describe('work on Word files', () => {
  let shipped: Uint8Array;
  let log: RecordingLog;
  let work: WordWork;

  before(async () => {
    shipped = await shippedTemplate();
  });
  afterEach(async () => work.close());

  function start(limits: Partial<WordWorkLimits> = {}): WordWork {
    log = createRecordingLog();
    work = createWordWork({ template: shipped, log }, { checking: FOR_CHECKING, writing: AMPLE, ...limits });
    return work;
  }

  const logged = () => log.entries.map(({ event, fields }) => [event, fields['reason']]);
  const longNotat = () =>
    aNotat({
      rows: Array.from({ length: 1_000 }, (_, row) => aRow(`Fagområde ${row}`, 'Vi svarer. '.repeat(REPLY_MAX / 11))),
    });

  it('makes the same file, byte for byte, in a thread as in any other', async () => {
    const { writer } = start();
    assert.deepEqual(Buffer.from(await writer.write(aNotat())), Buffer.from(renderNotat(shipped, aNotat())));
  });

  it('uses a template for the notat that it is given for, and not for the next', async () => {
    const { writer } = start();
    const own = withPart(shipped, 'word/document.xml', (xml) =>
      xml.replace('>{dokumenttype}<', '>Fjordby: {dokumenttype}<'),
    );
    const first = async (template?: Uint8Array) =>
      paragraphsOf(parsedPart(await writer.write(aNotat(), template)))[0]?.text;
    assert.deepEqual([await first(own), await first()], ['Fjordby: Notat', 'Notat']);
  });

  it('lets everything else go on while the longest notat is written', async () => {
    const { writer } = start();
    const events: string[] = [];
    const written = writer.write(longNotat()).then(() => events.push('written'));
    await setImmediate();
    events.push('something else');
    await written;
    assert.deepEqual(events, ['something else', 'written']);
  }).timeout(120_000);

  it('ends a check that takes too long, and says so; the next one is done', async () => {
    const { check } = start({ checking: { ...FOR_CHECKING, ...AT_ONCE } });
    assert.deepEqual(await check.check(shipped), judged({ kind: 'too heavy' }));
    assert.deepEqual(await check.check(shipped), judged({ kind: 'too heavy' }));
    assert.deepEqual(logged(), [
      ['template not judged', 'time'],
      ['template not judged', 'time'],
    ]);
  });

  it('ends a check that takes too much memory, and no other', async () => {
    const { check } = start({ checking: { ...FOR_CHECKING, ...LITTLE_HEAP } });
    const large = inBody('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(16_000));
    const [heavy, ordinary] = await Promise.all([check.check(large), check.check(shipped)]);
    assert.deepEqual(heavy, judged({ kind: 'too heavy' }));
    assert.deepEqual(ordinary !== 'busy' && ordinary.problems, []);
    assert.deepEqual(logged(), [['template not judged', 'memory']]);
  });

  it('fails for one notat that takes too much memory, with the reason, and writes the next', async () => {
    const { writer } = start({ writing: { ...AMPLE, ...LITTLE_HEAP } });
    const manyLines = aNotat({ rows: [aRow('Ældre', '- a\n'.repeat(200_000))] });
    const [long, ordinary] = await Promise.allSettled([writer.write(manyLines), writer.write(aNotat())]);
    assert.match(String(long.status === 'rejected' && long.reason), /a Word job was ended: memory/u);
    assert.deepEqual(ordinary, { status: 'fulfilled', value: renderNotat(shipped, aNotat()) });
  }).timeout(120_000);

  it('fails for one notat that takes too long, with the reason', async () => {
    const { writer } = start({ writing: { ...AMPLE, ...AT_ONCE } });
    await assert.rejects(writer.write(aNotat()), {
      name: 'NotatNotWritten',
      why: 'too heavy',
      message: 'the notat was not written: a Word job was ended: time',
    });
  });

  it('hands out no notat with something left in it, says what, and writes the next', async () => {
    const { writer } = start();
    const code = '<w:fldSimple w:instr="QUOTE"><w:r><w:instrText>{titel}</w:instrText></w:r></w:fldSimple>';
    const unfilled = withPart(shipped, 'word/document.xml', (xml) => xml.replace('<w:r>', `${code}<w:r>`));
    await assert.rejects(writer.write(aNotat(), unfilled), { name: 'UnfitTemplate', left: '{titel}' });
    assert.deepEqual(logged(), [['notat not written', 'unfit template']]);
    assert.ok(await writer.write(aNotat()));
  });

  it('fails for one whose template cannot be filled, and writes the next', async () => {
    const { writer } = start();
    await assert.rejects(writer.write(aNotat(), new Uint8Array([1])), /not a Word document/u);
    assert.ok(await writer.write(aNotat()));
  });

  it('takes no more than it may have waiting, and the next when there is room', async () => {
    const { check, writer } = start({ writing: { ...AMPLE, queue: 0 } });
    const broken = new Uint8Array([1]);
    const answers = await Promise.all(Array.from({ length: WORD_QUEUE_MAX + 2 }, () => check.check(broken)));
    const verdicts = Array.from({ length: WORD_QUEUE_MAX + 1 }, () => judged({ kind: 'not a document' }));
    assert.deepEqual(answers, [...verdicts, 'busy']);
    assert.deepEqual(logged(), [['template not judged', 'busy']]);
    assert.notEqual(await check.check(shipped), 'busy');
    const first = writer.write(aNotat());
    await assert.rejects(writer.write(aNotat()), { name: 'NotatNotWritten', why: 'busy' });
    await first;
  });

  it('ends what is under way and what waits when it is closed, and takes nothing more', async () => {
    const { check, writer } = start();
    const under = [check.check(shipped), check.check(shipped), writer.write(aNotat())];
    const ends = Promise.allSettled(under);
    await work.close();
    for (const end of await ends) assert.match(String(end.status === 'rejected' && end.reason), /ended: closed/u);
    await assert.rejects(writer.write(aNotat()), /ended: closed/u);
  });

  it('keeps no process alive', async () => {
    start();
    const program = `
      const { createWordWork } = await import(${JSON.stringify(new URL('../../../src/adapters/word/word-work.js', import.meta.url).href)});
      const log = { info() {}, warn() {}, error() {} };
      const work = createWordWork({ template: new Uint8Array(), log });
      await work.check.check(new Uint8Array([1]));
      await work.close();`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
    assert.deepEqual(await once(worker, 'exit'), [0]);
  });
});
