import { createChance } from './chance.js';
import { type LoadResult, load } from './reply-load.js';
import { type Started, type Subject, setReplyStage } from './reply-stage.js';
import { replyText } from './reply-texts.js';
import { figure, milliseconds, percent, ratio, reportTable, verdict } from './report.js';
import { median, spread } from './statistics.js';

/** How many departments answer at the same time. */
const CLIENTS = 8;
/** Enough for a second or more, and few enough to be over before a connector call that is kept waiting is given up. */
const REPLIES_A_SAMPLE = 240;
/** How many samples are taken in turns; those that come first are not counted. */
const IN_TURNS = { warmUps: 2, counted: 5 } as const;
/** Fewer: a bot that delivers what it owes of all those before takes its time. */
const DELIVERING = { warmUps: 1, counted: 3 } as const;
/** What a reply writes: its version, its department, an audit line and three deliveries. */
const ROWS_OF_A_REPLY = 6;
/** The part of the floor's throughput that the bot has at least. */
const BUDGET = 0.8;

const FLOOR = 'floor, as many rows as the bot';
const SMALL_FLOOR = 'floor, one row';
const BOT = 'Notatbot';
const BOT_DELIVERING = 'Notatbot, delivering meanwhile';

interface Sample extends LoadResult {
  /** Of the process under test, in milliseconds. */
  readonly cpuMs: number;
}

/** The samples of each subject, by its name. */
type Results = ReadonlyMap<string, readonly Sample[]>;

/**
 * From the request that carries a reply to the card that answers it: the bot beside a floor of the same libraries,
 * each in its own process, on one embedded table service. Prints what it found, and whether the budget holds.
 */
export async function benchReply(print: (line: string) => void): Promise<void> {
  const started: Started = [];
  try {
    const results = await measureAll(started);
    const { counted } = IN_TURNS;
    print(
      `${CLIENTS} clients at once; the median of ${counted} samples of ${REPLIES_A_SAMPLE} replies each, in turns.\n`,
    );
    print(costTable(results));
    print('');
    for (const line of verdicts(results)) print(line);
  } finally {
    for (const running of started.reverse()) await running.stop();
  }
}

async function measureAll(started: Started): Promise<Results> {
  const { bot, floors, letDeliver } = await setReplyStage(CLIENTS, [ROWS_OF_A_REPLY, 1], started);
  const subjects = [FLOOR, SMALL_FLOOR].flatMap((name, index) => {
    const subject = floors[index];
    return subject === undefined ? [] : [{ name, subject }];
  });
  const alone = await sampleInTurns([...subjects, { name: BOT, subject: bot }], IN_TURNS);
  letDeliver();
  return new Map([...alone, ...(await sampleInTurns([{ name: BOT_DELIVERING, subject: bot }], DELIVERING))]);
}

/** Turn by turn, so that what else the machine does falls on all of them. */
async function sampleInTurns(
  subjects: readonly { readonly name: string; readonly subject: Subject }[],
  { warmUps, counted }: { readonly warmUps: number; readonly counted: number },
): Promise<Results> {
  const results = new Map(subjects.map(({ name }) => [name, [] as Sample[]]));
  for (let turn = 0; turn < warmUps + counted; turn += 1) {
    for (const { name, subject } of subjects) {
      const taken = await sample(subject, turn);
      if (turn >= warmUps) results.get(name)?.push(taken);
    }
  }
  return results;
}

/** @param turn what is written in one is not in the next, since saying the same again changes nothing */
async function sample({ served, repliers }: Subject, turn: number): Promise<Sample> {
  const chance = createChance(turn);
  const texts = Array.from(
    { length: REPLIES_A_SAMPLE },
    (_, index) => `${replyText(chance)}\n\nJournalnummer ${turn}-${index}.`,
  );
  const before = await served.cpuMs();
  const result = await load(repliers, texts);
  return { ...result, cpuMs: (await served.cpuMs()) - before };
}

function costTable(results: Results): string {
  const rows = [...results].map(([name, samples]) => {
    const throughputs = samples.map(throughputOf);
    return [
      name,
      figure(median(throughputs)),
      percent(spread(throughputs)),
      milliseconds(median(samples.flatMap(({ waitsMs }) => waitsMs))),
      milliseconds(median(samples.map(({ cpuMs }) => cpuMs / REPLIES_A_SAMPLE))),
      ratio(throughput(results, name) / throughput(results, FLOOR)),
      ratio(throughput(results, name) / throughput(results, SMALL_FLOOR)),
    ];
  });
  const columns = ['', 'replies a second', 'spread', 'wait', 'CPU a reply', 'to the floor', 'to the floor of one row'];
  return reportTable(columns, rows);
}

/** Only of what the budget is about: up to the answered card. What is delivered afterwards has its own row. */
function verdicts(results: Results): readonly string[] {
  return [FLOOR, SMALL_FLOOR].map((floor) => {
    const part = throughput(results, BOT) / throughput(results, floor);
    return verdict(part >= BUDGET, `at least ${ratio(BUDGET)} of the throughput of the ${floor}: ${ratio(part)}`);
  });
}

function throughput(results: Results, name: string): number {
  return median((results.get(name) ?? []).map(throughputOf));
}

/** In replies a second. */
function throughputOf({ waitsMs, wallMs }: Sample): number {
  return (waitsMs.length / wallMs) * 1_000;
}
