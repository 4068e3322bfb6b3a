import { setTimeout as wait } from 'node:timers/promises';
import type { Judge } from './budgets.js';
import { createChance } from './chance.js';
import { moment } from './moments.js';
import { installPeers, whyNotOnThisNode } from './peers/install-peers.js';
import type { Started } from './processes/started-program.js';
import { replyText } from './reply-texts.js';
import { count, figure, milliseconds, percent, ratio, reportTable, verdict } from './report.js';
import { type Served, type ServedSettings, startServed } from './served/served.js';
import { median, spread } from './statistics.js';
import {
  type BenchStage,
  type StagedTown,
  setBenchStage,
  stageTown,
  startBot,
  startRound,
  untilQuiet,
} from './town/bench-stage.js';
import { createReplier, type LoadResult, load, type Replier, type RequestCard } from './town/repliers.js';

/**
 * The rows that the bot writes in the one transaction of a reply: its version, its department, and what it owes. The
 * floor and the peers write as many. The bench says so when the bot writes another number.
 */
const ROWS_OF_A_REPLY = 3;

/** How many replies are under way at the same time. */
const CLIENTS = 8;
/** Few enough replies for each department that the limits of Teams for one conversation do not matter. */
const DEPARTMENTS = 48;
const REPLIES_A_SAMPLE = 240;
/** What each subject answers before it is measured: a process of Node becomes cheaper during its first thousands of replies. */
const WARM_UP_REPLIES = 3_000;
/** How many samples are taken in turns. The first one is not counted. */
const WARM_UPS = 1;
const COUNTED = 7;
const CPU_MOST = 1.6;

/** How many replies are counted one by one, and how long each is left alone, in milliseconds. */
const COUNTED_ALONE = 5;
const ALONE_MS = 500;
const MOST_REQUESTS = { cold: 2, warm: 1 } as const;

const BOT = 'Notatbot';
const FLOOR = 'floor: restify and CloudAdapter';
const AGENTS_SDK = 'Microsoft 365 Agents SDK and express';
const TEAMS_SDK = 'Teams SDK';

/** A process under test. */
interface Subject {
  readonly name: string;
  readonly served: Served;
  readonly repliers: readonly Replier[];
}

interface Sample extends LoadResult {
  /** The CPU of the process and of the store until the last reply was answered, in milliseconds. */
  readonly cpuMs: number;
  readonly storeMs: number;
  /** The same of the process until everything that the replies owe has been delivered, and when that was. */
  readonly drainedCpuMs: number;
  readonly drainedMs: number;
}

/** The samples of each subject, by its name. */
type Results = ReadonlyMap<string, readonly Sample[]>;

/**
 * Measures a reply from its HTTP request to the card that answers it, and then until all that it owes has been delivered.
 * The bot is compared with a floor of the same libraries, and with Microsoft's other SDKs doing the same as the floor.
 */
export async function benchReply(print: (line: string) => void, judge: Judge): Promise<void> {
  const started: Started = [];
  try {
    const stage = await setBenchStage(started);
    const staged = await stageTown(stage, 'notatbot', DEPARTMENTS);
    const asking = await startBot(stage, staged.table);
    const cards = (await startRound(stage, asking, staged)).slice(0, -1);
    await asking.stop();
    const bot = await startBot(stage, staged.table);
    await countRequests(stage, bot, staged, cards, print, judge);
    const subjects = [subjectOf(stage, BOT, bot, cards), ...(await startOthers(stage, cards, print))];
    const results = await sampleInTurns(stage, subjects);
    print(`\n${CLIENTS} clients at once; the median of ${COUNTED} samples of ${REPLIES_A_SAMPLE} replies, in turns.\n`);
    print(`${costTable(results)}\n`);
    const part = cpuOf(results, BOT) / cpuOf(results, FLOOR);
    print(verdict(part <= CPU_MOST, `CPU at most ${CPU_MOST} × the floor’s: ${ratio(part)} ×`));
    judge('reply cpu', part <= CPU_MOST, `${ratio(part)} ×`);
  } finally {
    for (const running of started.reverse()) await running.stop();
  }
}

/** The department has a reply already: the replies that are counted come first. */
function subjectOf({ agent }: BenchStage, name: string, served: Served, cards: readonly RequestCard[]): Subject {
  const repliers = cards.map((card, index) =>
    createReplier(served.endpoint, agent, card, index < COUNTED_ALONE && name === BOT ? 2 : 0),
  );
  return { name, served, repliers };
}

async function startOthers(
  stage: BenchStage,
  cards: readonly RequestCard[],
  print: (line: string) => void,
): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  const add = async (name: string, settings: ServedSettings) => {
    const served = await startServed(settings);
    stage.started.push(served);
    const subject = subjectOf(stage, name, served, cards);
    // The peers' SDKs may not take what we send. Then they are not measured.
    await subject.repliers[0]?.reply('Vi er i gang.');
    subjects.push(subject);
  };
  const { connectionString } = stage.store;
  const rows = { connectionString, rows: ROWS_OF_A_REPLY };
  await add(FLOOR, { kind: 'floor', rows: { ...rows, tableName: 'floor' } });
  const peers = await installPeers(print);
  for (const { name, kind, tableName, node } of [
    { name: AGENTS_SDK, kind: 'agents-sdk', tableName: 'agents', node: '20.0' },
    { name: TEAMS_SDK, kind: 'teams-sdk', tableName: 'teams', node: '22.12' },
  ] as const) {
    const why = whyNotOnThisNode(node) ?? ('missing' in peers ? peers.missing : undefined);
    if (why !== undefined || 'missing' in peers) {
      print(`skipped:       ${name}: ${why}`);
      continue;
    }
    try {
      await add(name, { kind, rows: { ...rows, tableName, folder: peers.folder } });
    } catch (error) {
      print(`skipped:       ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return subjects;
}

/**
 * Counts what one reply asks of the store and of the connector until it is answered: first with a row that another
 * process wrote last, and then with a row that this process wrote last. What the replies owe is held meanwhile.
 */
async function countRequests(
  stage: BenchStage,
  { endpoint }: Served,
  { table: { tableName } }: StagedTown,
  cards: readonly RequestCard[],
  print: (line: string) => void,
  judge: Judge,
): Promise<void> {
  const repliers = cards.slice(0, COUNTED_ALONE).map((card) => createReplier(endpoint, stage.agent, card));
  for (const kind of ['cold', 'warm'] as const) {
    await stage.connector.hold();
    const counts: { readonly requests: number; readonly rows: number; readonly calls: number }[] = [];
    for (const replier of repliers) {
      await wait(ALONE_MS);
      await Promise.all([stage.store.forget(), stage.connector.forget()]);
      await replier.reply(`Vi har indført en fast opfølgning hver måned (${kind}).`);
      const end = moment();
      const [answered, calls] = await Promise.all([stage.store.answered(), stage.connector.calls()]);
      const own = answered.filter(({ at, table }) => table === tableName && at <= end);
      const written = own.filter((request) => request.kind === 'write').map(({ rows }) => rows);
      counts.push({
        requests: own.length,
        rows: Math.max(...written),
        calls: calls.filter(({ at }) => at <= end).length,
      });
    }
    await stage.connector.release();
    await untilQuiet(stage);
    const [requests, rows, calls] = (['requests', 'rows', 'calls'] as const).map((part) =>
      median(counts.map((each) => each[part])),
    ) as [number, number, number];
    const whose = kind === 'cold' ? 'another process' : 'this process';
    const measured = `${figure(requests)} storage requests, ${figure(calls)} connector calls`;
    const holds = requests <= MOST_REQUESTS[kind] && calls === 0;
    print(verdict(holds, `a reply until it is answered, its row last written by ${whose}: ${measured}`));
    judge(`${kind} reply`, holds, measured);
    if (kind === 'warm' && rows !== ROWS_OF_A_REPLY) {
      print(`NOTE:          the bot writes ${count(rows)} rows for a reply; the floor writes ${ROWS_OF_A_REPLY}`);
    }
  }
}

/** The subjects run in turns, so that other work of the machine affects all of them. */
async function sampleInTurns(stage: BenchStage, subjects: readonly Subject[]): Promise<Results> {
  const results = new Map(subjects.map(({ name }) => [name, [] as Sample[]]));
  for (const { repliers } of subjects) {
    await load(repliers, textsOf('opvarmning', WARM_UP_REPLIES), CLIENTS);
    await untilQuiet(stage);
  }
  for (let turn = 0; turn < WARM_UPS + COUNTED; turn += 1) {
    for (const subject of subjects) {
      const taken = await sample(stage, subject, turn);
      if (turn >= WARM_UPS) results.get(subject.name)?.push(taken);
    }
  }
  return results;
}

/** @param turn the texts of each turn are different, because the same text again would change nothing */
function textsOf(turn: string, replies: number): readonly string[] {
  const chance = createChance(replies);
  return Array.from({ length: replies }, (_, index) => `${replyText(chance)}\n\nJournalnummer ${turn}-${index}.`);
}

async function sample(stage: BenchStage, { name, served, repliers }: Subject, turn: number): Promise<Sample> {
  const texts = textsOf(String(turn), REPLIES_A_SAMPLE);
  // What the replies owe waits until the last one has been answered, so that the two can be told apart.
  await stage.connector.hold();
  const [before, storeBefore] = await Promise.all([served.cost(), stage.store.cost()]);
  const began = moment();
  const result = await load(repliers, texts, CLIENTS);
  const [after, storeAfter] = await Promise.all([served.cost(), stage.store.cost()]);
  const ended = moment();
  await stage.connector.release();
  // Only the bot owes anything.
  const quiet = name === BOT ? await untilQuiet(stage, served) : { at: ended, cost: after };
  return {
    ...result,
    cpuMs: after.cpuMs - before.cpuMs,
    storeMs: storeAfter.cpuMs - storeBefore.cpuMs,
    drainedCpuMs: (quiet.cost ?? after).cpuMs - before.cpuMs,
    drainedMs: quiet.at - began,
  };
}

function costTable(results: Results): string {
  const rows = [...results].map(([name, samples]) => {
    const aReply = (part: 'cpuMs' | 'storeMs' | 'drainedCpuMs') =>
      milliseconds(median(samples.map((each) => each[part] / REPLIES_A_SAMPLE)));
    const throughputs = samples.map(({ wallMs }) => aSecond(wallMs));
    return [
      name,
      aReply('cpuMs'),
      percent(spread(samples.map(({ cpuMs }) => cpuMs))),
      ratio(cpuOf(results, name) / cpuOf(results, FLOOR)),
      figure(median(throughputs)),
      milliseconds(median(samples.flatMap(({ waitsMs }) => waitsMs))),
      aReply('storeMs'),
      aReply('drainedCpuMs'),
      figure(median(samples.map(({ drainedMs }) => aSecond(drainedMs)))),
    ];
  });
  const columns = [
    '',
    'CPU a reply',
    'spread',
    'to the floor',
    'replies a second',
    'wait',
    'CPU of the store',
    'CPU a reply, delivered',
    'delivered a second',
  ];
  return reportTable(columns, rows);
}

function cpuOf(results: Results, name: string): number {
  return median((results.get(name) ?? []).map(({ cpuMs }) => cpuMs));
}

function aSecond(ms: number): number {
  return (REPLIES_A_SAMPLE / ms) * 1_000;
}
