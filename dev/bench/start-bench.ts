import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Judge } from './budgets.js';
import { moment } from './moments.js';
import type { Started } from './processes/started-program.js';
import { count, milliseconds, ratio, reportTable, verdict } from './report.js';
import { type Served, type ServedSettings, startServed } from './served/served.js';
import { median } from './statistics.js';
import { type BenchStage, botConfig, setBenchStage, stageTown, startBot, startRound } from './town/bench-stage.js';
import { createReplier } from './town/repliers.js';

const RUNS = 5;
/** In milliseconds. What a start leaves behind is done by then, and the memory is that of a bot at rest. */
const IDLE_AFTER_MS = 5_000;
/** How often it is asked whether the bot is ready, in milliseconds. */
const ASK_MS = 5;
/** How long a reply is left alone before the next one, in milliseconds. */
const BETWEEN_MS = 500;
const READY_LIMIT_MS = 60_000;

const MOST = { cpu: 2.5, ready: 2, memory: 1.4 } as const;

const BOT = 'Notatbot';
const ECHO = 'echo bot with the same SDK';

interface Start {
  /** Both from the start of the process until `/readyz` answers 200. */
  readonly cpuMs: number;
  readonly readyMs: number;
  readonly idleMb: number;
}

/**
 * Measures what a start of the bot costs, beside an echo bot of restify and CloudAdapter, in turns and each in its own
 * process. It also prints what the first card costs that a new process draws.
 */
export async function benchStart(print: (line: string) => void, judge: Judge): Promise<void> {
  const started: Started = [];
  try {
    const stage = await setBenchStage(started);
    const settings: Readonly<Record<string, () => Promise<ServedSettings>>> = {
      [BOT]: async () => ({ kind: 'notatbot', config: await botConfig(stage, 'start') }),
      [ECHO]: async () => ({ kind: 'echo' }),
    };
    const starts = new Map(Object.keys(settings).map((name) => [name, [] as Start[]]));
    for (let run = 0; run < RUNS; run += 1) {
      for (const [name, of] of Object.entries(settings)) starts.get(name)?.push(await start(await of()));
    }
    const medianOf = (name: string, part: keyof Start) => median((starts.get(name) ?? []).map((each) => each[part]));
    const rows = [BOT, ECHO].map((name) => [
      name,
      milliseconds(medianOf(name, 'cpuMs')),
      milliseconds(medianOf(name, 'readyMs')),
      `${count(medianOf(name, 'idleMb'))} MiB`,
    ]);
    print(`${reportTable([`median of ${RUNS}, in turns`, 'CPU until ready', 'ready', 'idle memory'], rows)}\n`);
    const judged = [
      ['start cpu', 'cpuMs', MOST.cpu, 'CPU until ready'],
      ['start ready', 'readyMs', MOST.ready, 'time until ready'],
      ['start memory', 'idleMb', MOST.memory, 'idle memory'],
    ] as const;
    for (const [budget, part, most, words] of judged) {
      const times = medianOf(BOT, part) / medianOf(ECHO, part);
      print(verdict(times <= most, `${words} at most ${most} × the echo bot’s: ${ratio(times)} ×`));
      judge(budget, times <= most, `${ratio(times)} ×`);
    }
    print(`\n${await firstCards(stage)}`);
  } finally {
    for (const running of started.reverse()) await running.stop();
  }
}

async function start(settings: ServedSettings): Promise<Start> {
  const began = moment();
  const served = await startServed(settings);
  try {
    while (!(await isReady(served.readyz))) {
      if (moment() - began > READY_LIMIT_MS) throw new Error('a bot of the bench did not become ready');
      await wait(ASK_MS);
    }
    const readyMs = moment() - began;
    const { cpuMs } = await served.cost();
    await wait(IDLE_AFTER_MS);
    return { readyMs, cpuMs, idleMb: (await served.cost()).rssMb };
  } finally {
    await served.stop();
  }
}

function isReady(url: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', reject);
  });
}

/** The first replies to a process that has drawn no card before, one after the other. */
async function firstCards(stage: BenchStage): Promise<string> {
  const staged = await stageTown(stage, 'cards', RUNS + 1);
  const asking = await startBot(stage, staged.table);
  const cards = await startRound(stage, asking, staged);
  await asking.stop();
  const bot = await startBot(stage, staged.table);
  await wait(IDLE_AFTER_MS);
  // What a reply owes is not a part of its answer.
  await stage.connector.hold();
  const costs: { readonly cpuMs: number; readonly wallMs: number }[] = [];
  for (const card of cards) {
    costs.push(await costOfReply(stage, bot, card));
    await wait(BETWEEN_MS);
  }
  const [first = { cpuMs: 0, wallMs: 0 }, ...later] = costs;
  const rows = [
    ['the first card', milliseconds(first.cpuMs), milliseconds(first.wallMs)],
    [
      `the median of the next ${RUNS}`,
      milliseconds(median(later.map(({ cpuMs }) => cpuMs))),
      milliseconds(median(later.map(({ wallMs }) => wallMs))),
    ],
  ];
  return reportTable(['the answer to a reply', 'CPU', 'wait'], rows);
}

async function costOfReply(stage: BenchStage, bot: Served, card: Parameters<typeof createReplier>[2]) {
  const before = await bot.cost();
  const began = moment();
  await createReplier(bot.endpoint, stage.agent, card).reply('Vi har indført en fast opfølgning hver måned.');
  return { wallMs: moment() - began, cpuMs: (await bot.cost()).cpuMs - before.cpuMs };
}
