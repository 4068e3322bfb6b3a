import { cpus, loadavg } from 'node:os';
import { type Bench, readBenches } from './choice.js';
import { benchHostile } from './hostile-bench.js';
import { benchNotat } from './notat-bench.js';
import { benchReply } from './reply-bench.js';
import { benchTemplate } from './template-bench.js';

/**
 * The program behind `npm run bench`. It reports a budget that does not hold, but does not fail then: see
 * docs/bench.md.
 */
const RUN: Readonly<Record<Bench, (print: (line: string) => void) => Promise<void>>> = {
  notat: benchNotat,
  reply: benchReply,
  hostile: benchHostile,
  template: benchTemplate,
};

try {
  const benches = readBenches(process.argv.slice(2));
  const [load = 0] = loadavg();
  print(`Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}.`);
  print(`Before the start the machine had ${load.toFixed(1)} processes at work (load average of a minute).`);
  for (const bench of benches) {
    print(`\n## ${bench}\n`);
    await RUN[bench](print);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
