import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createChance } from '../bench/chance.js';
import { EQUIVALENTS, type Equivalent } from './equivalents.js';
import { readImportGraph } from './import-graph.js';
import type { Mutant } from './mutated-modules.js';
import { compiled, type Mutation, mutationsOf } from './mutations.js';
import { createSpecRunner, type SpecRunner } from './spec-runner.js';

/*
 * Says what the specs are worth: changes the code in one place at a time, and sees whether a spec notices.
 *
 * npm run check:mutants -- [--in domain] [--seed 1] [--count 80] [--file reply.ts]
 */

interface Area {
  readonly name: string;
  /** From src. */
  readonly folder: string;
  /** How the paths of the specs begin that judge it; the nearest first. */
  readonly judges: readonly string[];
  /** The share of mutants that must be caught. */
  readonly required: number;
}

const AREAS: readonly Area[] = [
  { name: 'domain', folder: 'domain', judges: ['test/domain/', 'test/application/'], required: 0.95 },
  { name: 'application', folder: 'application', judges: ['test/application/', 'test/conversation/'], required: 0.95 },
  {
    name: 'conversation',
    folder: 'conversation',
    judges: ['test/conversation/', 'dev/test/listings/', 'test/adapters/teams/', 'test/acceptance/presses.spec'],
    required: 0.9,
  },
  { name: 'teams', folder: 'adapters/teams', judges: ['test/adapters/teams/', 'test/conversation/'], required: 0.9 },
];

const AT_ONCE = 2;
const SOURCES = new URL('../../../src/', import.meta.url);
const BUILT = new URL('../../', import.meta.url);

type Sampled = Mutation & { readonly file: string };

const { values } = parseArgs({
  options: {
    in: { type: 'string', multiple: true, default: AREAS.map(({ name }) => name) },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '80' },
    file: { type: 'string', default: '' },
  },
});
const graph = readImportGraph(BUILT);
/** Slow, so they judge nothing: what they alone notice lives, and the fact is better stated by a spec over memory. */
const needTableServer = graph.dependentsOf(new URL('test/support/azurite.js', BUILT).href);
const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
/** What `spanOf` has found out. */
const spans = new Map<string, number | undefined>();
let mutants = 0;

try {
  for (const area of AREAS) if (values.in.includes(area.name)) await check(area);
} finally {
  rmSync(folder, { recursive: true });
}

async function check(area: Area): Promise<void> {
  const sample = sampleOf(area);
  if (sample.length === 0) return;
  const alive: Sampled[] = [];
  const queue = sample.entries();
  const work = async () => {
    const runner = createSpecRunner();
    try {
      for (const [index, mutant] of queue) {
        const failure = await judge(runner, area, mutant);
        if (failure === undefined) alive.push(mutant);
        say(`${index + 1}/${sample.length} ${failure === undefined ? 'ALIVE ' : 'caught'} ${described(mutant)}`);
        if (failure !== undefined) say(`    by ${failure.replaceAll(/\s+/gu, ' ').slice(0, 150)}`);
      }
    } finally {
      runner.end();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const caught = 1 - alive.length / sample.length;
  say(`\n${area.name}, seed ${values.seed}: ${sample.length - alive.length} of ${sample.length} mutants caught`);
  say(`(${(caught * 100).toFixed(1)} %, at least ${area.required * 100} % required). Alive:`);
  for (const mutant of alive) say(`  ${described(mutant)}`);
  if (caught < area.required) process.exitCode = 1;
}

function sampleOf({ folder: inSources }: Area): readonly Sampled[] {
  const known = new Set(EQUIVALENTS.map(keyOf));
  const all = readdirSync(new URL(inSources, SOURCES), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${inSources}/${name}`)
    .filter((file) => file.includes(values.file))
    .sort()
    .flatMap((file) => mutationsOf(readFileSync(new URL(file, SOURCES), 'utf8')).map((each) => ({ ...each, file })));
  const keys = new Set(all.map(keyOf));
  for (const each of EQUIVALENTS) {
    if (each.file.startsWith(`${inSources}/`) && each.file.includes(values.file) && !keys.has(keyOf(each))) {
      say(`No longer there, so delete it from equivalents.ts: ${each.file}: ${each.within}: ${each.change}`);
      process.exitCode = 1;
    }
  }
  const left = all.filter((each) => !known.has(keyOf(each)));
  const chance = createChance(Number(values.seed));
  const count = Math.min(Number(values.count), left.length);
  say(
    `${left.length} mutants in ${inSources}, ${all.length - left.length} more are equivalent; ${count} with seed ${values.seed}`,
  );
  return Array.from({ length: count }, () => left.splice(chance.below(left.length), 1)).flat();
}

/** @returns what caught it */
async function judge(runner: SpecRunner, { judges }: Area, { file, source }: Sampled): Promise<string | undefined> {
  const module = new URL(`src/${file.replace(/ts$/u, 'js')}`, BUILT).href;
  const dependents = graph.dependentsOf(module);
  const farness = (spec: string, steps: number) =>
    spec.endsWith(`/${path.basename(file, '.ts')}.spec.js`) ? 0 : steps;
  const specs = judges.flatMap((judging) =>
    [...dependents]
      .filter(([each]) => each.startsWith(new URL(judging, BUILT).href) && each.endsWith('.spec.js'))
      .filter(([each]) => !needTableServer.has(each))
      .map(([spec, steps]) => ({ spec, far: farness(spec, steps) }))
      .sort((one, other) => one.far - other.far)
      .map(({ spec }) => spec),
  );
  const renewed = [...dependents.keys()];
  mutants += 1;
  const mutantFile = path.join(folder, `${mutants}.json`);
  writeFileSync(mutantFile, JSON.stringify({ module, source: compiled(source), renewed } satisfies Mutant));
  for (const spec of specs) {
    const span = await spanOf(runner, spec);
    const failure = span === undefined ? undefined : await runner.run({ spec, mutantFile }, 10_000 + 10 * span);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** @returns how long it takes on the code as it is, in milliseconds; undefined where it fails there, and says nothing */
async function spanOf(runner: SpecRunner, spec: string): Promise<number | undefined> {
  if (!spans.has(spec)) {
    const began = performance.now();
    const failure = await runner.run({ spec, mutantFile: undefined }, 120_000);
    spans.set(spec, failure === undefined ? Math.round(performance.now() - began) : undefined);
    if (failure !== undefined) {
      say(`Left out, since it fails on the code as it is: ${spec.slice(BUILT.href.length)}: ${failure}`);
      process.exitCode = 1;
    }
  }
  return spans.get(spec);
}

function keyOf({ file, within, lineText, change }: Omit<Equivalent, 'why'>): string {
  return JSON.stringify([file, within, lineText, change]);
}

function described({ file, line, change }: Sampled): string {
  return `src/${file}:${line}: ${change}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
