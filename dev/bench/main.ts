import { cpus, loadavg } from 'node:os';
import { collectJudgements, type Judge } from './budgets.js';
import { type Bench, readBenches } from './choice.js';
import { benchFanout } from './fanout-bench.js';
import { benchHostile } from './hostile-bench.js';
import { benchIdle } from './idle-bench.js';
import { benchLife } from './life-bench.js';
import { benchNotat } from './notat-bench.js';
import { benchReply } from './reply-bench.js';
import { benchStart } from './start-bench.js';
import { benchTemplate } from './template-bench.js';

/**
 * The program behind `npm run bench`. It reports a budget that does not hold, but does not fail then: see
 * docs/bench.md.
 */
const RUN: Readonly<Record<Bench, (print: (line: string) => void, judge: Judge) => Promise<void>>> = {
  notat: benchNotat,
  reply: benchReply,
  fanout: benchFanout,
  idle: benchIdle,
  start: benchStart,
  life: benchLife,
  hostile: benchHostile,
  template: benchTemplate,
};

try {
  const benches = readBenches(process.argv.slice(2));
  const [load = 0] = loadavg();
  print(`Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}.`);
  print(`Before the start the machine had ${load.toFixed(1)} processes at work (load average of a minute).`);
  const judgements = collectJudgements();
  try {
    for (const bench of benches) {
      print(`\n## ${bench}\n`);
      await RUN[bench](print, judgements.judge);
    }
  } finally {
    // What has been measured is told, also when a bench could not come to its end.
    print(`\n## budgets\n\n${judgements.table()}`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
