import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { inBody, WORST } from './hostile-templates.js';
import { count, milliseconds, reportTable, verdict } from './report.js';
import { median } from './statistics.js';

const RUNS = 3;
/** For one of the worst files, with the start of the process and its thread. */
const CPU_BUDGET_MS = 2_000;
const MEMORY_BUDGET_MB = 256;

const JUDGE = fileURLToPath(new URL('judge-once.js', import.meta.url));
const SHIPPED = new URL('../../../templates/notat.docx', import.meta.url);

const Judged = z.object({ cpuMs: z.number(), memoryMb: z.number(), told: z.string() });

interface Contestant {
  readonly name: string;
  readonly build: () => Uint8Array | Promise<Uint8Array>;
  readonly isWorst: boolean;
}

const CONTESTANTS: readonly Contestant[] = [
  { name: 'the shipped template', build: () => readFile(SHIPPED), isWorst: false },
  ...Object.entries(WORST).map(([name, build]) => ({ name, build, isWorst: true })),
  {
    name: '16,000 paragraphs, about the most that may be',
    build: () => inBody('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(16_000)),
    isWorst: false,
  },
];

/** Measures what it costs to check one template in a separate process, from the start of the process to its end. */
export async function benchTemplate(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'notatbot-bench-'));
  try {
    const rows: string[][] = [];
    const verdicts: string[] = [];
    for (const { name, build, isWorst } of CONTESTANTS) {
      const file = path.join(folder, 'template.docx');
      const bytes = await build();
      await writeFile(file, bytes);
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await judged(file));
      const cpuMs = median(runs.map((each) => each.cpuMs));
      const memoryMb = median(runs.map((each) => each.memoryMb));
      rows.push([
        name,
        `${count(bytes.length / 1_024)} KiB`,
        milliseconds(cpuMs),
        `${count(memoryMb)} MiB`,
        runs[0]?.told ?? '',
      ]);
      const holds = cpuMs <= CPU_BUDGET_MS && memoryMb <= MEMORY_BUDGET_MB;
      if (isWorst) verdicts.push(verdict(holds, `${name} in 2 s of CPU and 256 MiB`));
    }
    print(`${reportTable([`median of ${RUNS}`, 'file', 'CPU', 'memory', 'told'], rows)}\n`);
    print(verdicts.join('\n'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function judged(file: string): Promise<z.infer<typeof Judged>> {
  const { stdout } = await promisify(execFile)(process.execPath, [JUDGE, file]);
  return Judged.parse(JSON.parse(stdout));
}
