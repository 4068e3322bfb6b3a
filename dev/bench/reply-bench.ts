import { createChance } from './chance.js';
import { type LoadResult, load } from './reply-load.js';
import { type Started, type Subject, setReplyStage } from './reply-stage.js';
import { replyText } from './reply-texts.js';
import { figure, milliseconds, percent, ratio, reportTable, verdict } from './report.js';
import { median, spread } from './statistics.js';

/** How many departments answer at the same time. */
const CLIENTS = 8;
/** Enough for a second or more. Few enough that the samples end before the bot's delayed connector calls time out. */
const REPLIES_A_SAMPLE = 240;
/** How many samples are taken in turns. The first ones are warm-ups, and are not counted. */
const IN_TURNS = { warmUps: 2, counted: 5 } as const;
/** Fewer samples, because the bot is slow while it sends all the deliveries of the earlier samples. */
const DELIVERING = { warmUps: 1, counted: 3 } as const;
/** The rows that the bot writes for a reply: the version, the department, an audit line and three deliveries. */
const ROWS_OF_A_REPLY = 6;
/** The least throughput that the bot must have, as a part of the floor's throughput. */
const BUDGET = 0.8;

const FLOOR = 'floor, as many rows as the bot';
const SMALL_FLOOR = 'floor, one row';
const BOT = 'Notatbot';
const BOT_DELIVERING = 'Notatbot, delivering meanwhile';

interface Sample extends LoadResult {
  /** The CPU time of the process under test, in milliseconds. */
  readonly cpuMs: number;
}

/** The samples of each subject, by its name. */
type Results = ReadonlyMap<string, readonly Sample[]>;

/**
 * Measures the time from the request with a reply to the card that answers it. The bot is compared with a floor of the
 * same libraries. Each runs in its own process, and both use one embedded table service. Prints the results, and
 * whether the budget holds.
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

/** The subjects run in turns, so that other work of the machine affects all of them. */
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

/** @param turn the texts of each turn are different, because the same text again would change nothing */
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

/** The budget is about the time until the card has been answered. The deliveries after that have their own row. */
function verdicts(results: Results): readonly string[] {
  return [FLOOR, SMALL_FLOOR].map((floor) => {
    const part = throughput(results, BOT) / throughput(results, floor);
    return verdict(part >= BUDGET, `at least ${ratio(BUDGET)} of the throughput of the ${floor}: ${ratio(part)}`);
  });
}

function throughput(results: Results, name: string): number {
  return median((results.get(name) ?? []).map(throughputOf));
}

/** The throughput in replies per second. */
function throughputOf({ waitsMs, wallMs }: Sample): number {
  return (waitsMs.length / wallMs) * 1_000;
}
