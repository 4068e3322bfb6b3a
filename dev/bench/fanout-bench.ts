import { setTimeout as wait } from 'node:timers/promises';
import type { Judge } from './budgets.js';
import { createChance } from './chance.js';
import type { ConnectorCall } from './connector/connector-calls.js';
import { breachesOf, mostInASecond } from './connector/teams-windows.js';
import { moment, until } from './moments.js';
import type { Started } from './processes/started-program.js';
import { replyText } from './reply-texts.js';
import { count, figure, reportTable, verdict } from './report.js';
import type { Served } from './served/served.js';
import {
  type BenchStage,
  botConfig,
  pressInSecretariat,
  requestCards,
  type StagedTown,
  setBenchStage,
  stageTown,
  startBot,
  untilQuiet,
} from './town/bench-stage.js';
import { createReplier, load } from './town/repliers.js';

const POST_MS = 300;
const LATENCY_MS = 8;
/** How many departments answer at the same time. */
const CLIENTS = 8;
/** How far the rate may be from the one that is set. */
const RATE_WITHIN = 0.05;
const NOTAT_WITHIN_MS = 10_000;

/** In milliseconds. A process that has just started may look for work of others first. */
const SETTLE_MS = 2_000;
/** In milliseconds. More than a sequential bot needs for one post. */
const POST_LIMIT_MS = 1_000;

const RUNS = [
  { departments: 100, processes: 1, isPlayed: false },
  { departments: 100, processes: 2, isPlayed: false },
  { departments: 1_000, processes: 1, isPlayed: true },
  { departments: 1_000, processes: 2, isPlayed: false },
] as const;

interface Phase {
  readonly name: string;
  readonly seconds: number;
  readonly requests: number;
  readonly calls: readonly ConnectorCall[];
}

/**
 * Measures how a round is posted to many channels, by one process and by two together, and judges it by what comes to
 * the connector. One run goes on until all departments have answered and the round is closed.
 */
export async function benchFanout(print: (line: string) => void, judge: Judge): Promise<void> {
  print(`One post takes ${POST_MS} ms, one storage request ${LATENCY_MS} ms.\n`);
  const rows: string[][] = [];
  for (const run of RUNS) {
    const started: Started = [];
    try {
      rows.push(...(await play(await setBenchStage(started), run, print, judge)));
    } finally {
      for (const running of started.reverse()) await running.stop();
    }
  }
  const columns = ['', 'seconds', 'posts a second', 'most in a second', 'breaches', 'storage requests', 'peak memory'];
  print(`\n${reportTable(columns, rows)}`);
}

async function play(
  stage: BenchStage,
  { departments, processes, isPlayed }: (typeof RUNS)[number],
  print: (line: string) => void,
  judge: Judge,
): Promise<string[][]> {
  const staged = await stageTown(stage, 'fanout', departments);
  const { postsASecond: rate } = await botConfig(stage, staged.table.tableName);
  await stage.store.delay(LATENCY_MS);
  await stage.connector.delay(POST_MS);
  const bots: Served[] = [];
  for (let index = 0; index < processes; index += 1) bots.push(await startBot(stage, staged.table));
  await wait(SETTLE_MS);
  const name = `${count(departments)} departments, ${processes === 1 ? 'one process' : `${processes} processes`}`;

  const phases = [await postRound(stage, bots, staged)];
  const [posted] = phases;
  const rateSeen = rateOf(posted?.calls ?? []);
  const isNear = Math.abs(rateSeen - rate) <= RATE_WITHIN * rate;
  print(verdict(isNear, `${name}: ${figure(rateSeen)} posts a second, of ${rate} that are set`));
  judge('rate', isNear, `${name}: ${figure(rateSeen)} of ${rate} a second`);
  if (isPlayed) {
    const answered = await answerRound(stage, bots, staged);
    const isSoon = answered.notatMs <= NOTAT_WITHIN_MS;
    const seconds = `${figure(answered.notatMs / 1_000)} s`;
    print(verdict(isSoon, `${name}: the notat is posted ${seconds} after the last answer`));
    judge('notat', isSoon, seconds);
    phases.push(answered, await closeRound(stage, bots, staged));
  }
  const breaches = breachesOf(phases.flatMap(({ calls }) => calls));
  print(verdict(breaches === 0, `${name}: ${count(breaches)} breaches of the windows of Teams`));
  judge('windows', breaches === 0, `${name}: ${count(breaches)}`);
  const costs = await Promise.all(bots.map((bot) => bot.cost()));
  const peak = `${count(Math.max(...costs.map(({ peakMb }) => peakMb)))} MiB`;
  return phases.map((phase, index) => [
    `${name}: ${phase.name}`,
    figure(phase.seconds),
    index === 0 ? figure(rateSeen) : '',
    count(mostInASecond(phase.calls)),
    count(breachesOf(phase.calls)),
    count(phase.requests),
    index === phases.length - 1 ? peak : '',
  ]);
}

/** From the press of *Start* until the last request card has been posted. */
async function postRound(stage: BenchStage, bots: readonly Served[], { town }: StagedTown): Promise<Phase> {
  const begin = await beginPhase(stage);
  await pressInSecretariat(stage, firstOf(bots), town, 'round.start');
  const departments = town.departments.length;
  const isPosted = async () => (await stage.connector.traffic()).calls >= departments;
  await until(isPosted, 'the request cards', 60_000 + POST_LIMIT_MS * departments);
  await untilQuiet(stage);
  const calls = await stage.connector.calls();
  return endPhase(stage, 'posted', begin, last(creations(calls)) + POST_MS);
}

/** From the first answer until the notat has been posted, and everything that the answers owe has been delivered. */
async function answerRound(
  stage: BenchStage,
  bots: readonly Served[],
  { town }: StagedTown,
): Promise<Phase & { readonly notatMs: number }> {
  const cards = await requestCards(stage, town);
  const begin = await beginPhase(stage);
  const chance = createChance(town.departments.length);
  const { endpoint } = firstOf(bots);
  const repliers = cards.map((card) => createReplier(endpoint, stage.agent, card));
  await load(
    repliers,
    cards.map((_, index) => `${replyText(chance)}\n\nJournalnummer ${index}.`),
    CLIENTS,
  );
  const answeredAt = moment();
  const at = await notatPosted(stage, town.secretariat.channelId, answeredAt, town.departments.length);
  const { at: quietAt } = await untilQuiet(stage);
  const phase = await endPhase(stage, 'answered, until the last update', begin, quietAt);
  return { ...phase, notatMs: at + POST_MS - answeredAt };
}

/** From the press of *Afslut* until the final notat has been posted, and everything has been delivered. */
async function closeRound(stage: BenchStage, bots: readonly Served[], { town }: StagedTown): Promise<Phase> {
  const begin = await beginPhase(stage);
  await pressInSecretariat(stage, firstOf(bots), town, 'round.close', { missing: '' });
  await notatPosted(stage, town.secretariat.channelId, begin, town.departments.length);
  const { at: quietAt } = await untilQuiet(stage);
  return endPhase(stage, 'closed, until the last update', begin, quietAt);
}

/** When the first thread has been begun in the secretariat's channel since then: a notat begins one. */
async function notatPosted(
  { connector }: BenchStage,
  channelId: string,
  since: number,
  departments: number,
): Promise<number> {
  const found = async () =>
    creations(await connector.calls()).find(({ conversation, at }) => conversation === channelId && at >= since);
  await until(async () => (await found()) !== undefined, 'the notat', 60_000 + POST_LIMIT_MS * departments);
  return (await found())?.at ?? Number.NaN;
}

async function beginPhase({ store, connector }: BenchStage): Promise<number> {
  await Promise.all([store.forget(), connector.forget()]);
  return moment();
}

async function endPhase({ store, connector }: BenchStage, name: string, begin: number, end: number): Promise<Phase> {
  const [answered, calls] = await Promise.all([store.answered(), connector.calls()]);
  return { name, seconds: (end - begin) / 1_000, requests: answered.length, calls };
}

/** Threads that were begun in channels. */
function creations(calls: readonly ConnectorCall[]): readonly ConnectorCall[] {
  return calls.filter(({ operation }) => operation === 'create');
}

function last(calls: readonly ConnectorCall[]): number {
  return Math.max(...calls.map(({ at }) => at));
}

/** Posts a second, between the first and the last one. */
function rateOf(calls: readonly ConnectorCall[]): number {
  const times = creations(calls).map(({ at }) => at);
  return (times.length - 1) / ((Math.max(...times) - Math.min(...times)) / 1_000);
}

function firstOf(bots: readonly Served[]): Served {
  const [bot] = bots;
  if (bot === undefined) throw new Error('there is no process of the bot');
  return bot;
}
