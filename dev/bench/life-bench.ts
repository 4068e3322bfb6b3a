import type { Judge } from './budgets.js';
import type { AnsweredRequest } from './fixed-cost-store/fixed-cost-store.js';
import type { Started } from './processes/started-program.js';
import { count, figure, reportTable, verdict } from './report.js';
import { median } from './statistics.js';
import { setBenchStage, stageTown, startBot, startRound, untilQuiet } from './town/bench-stage.js';
import { createReplier } from './town/repliers.js';

const SIZES = [6, 100, 1_000] as const;
const REPLIES = 5;
const MOST = 8;

/**
 * In milliseconds. What comes after so long a pause is not the reply's own: the overview of the round is drawn anew once
 * for all changes of the same ten seconds (docs/adr/0026), and what a reply owes is done much faster.
 */
const PAUSE_MS = 1_000;

/**
 * In milliseconds. Requests that come so soon after the last write belong to the reply: the bot looks once more for what
 * it owes. What comes later is what an idle bot does.
 */
const AFTER_MS = 250;

interface Life {
  readonly requests: number;
  readonly written: number;
  readonly read: number;
  /** The requests of the overview's redraw, where it came before the next reply; else 0. */
  readonly redraw: number;
}

/** Counts the storage requests and the rows of one reply, until everything that it owes has been settled. */
export async function benchLife(print: (line: string) => void, judge: Judge): Promise<void> {
  const rows: string[][] = [];
  const medians: number[] = [];
  for (const departments of SIZES) {
    const lives = await livesWith(departments);
    const requests = lives.map((life) => life.requests);
    medians.push(median(requests));
    print(`${count(departments)} departments: ${figure(median(requests))} storage requests.`);
    rows.push([
      `${count(departments)} departments`,
      figure(median(requests)),
      count(Math.max(...requests)),
      figure(median(lives.map(({ written }) => written))),
      figure(median(lives.map(({ read }) => read))),
      count(Math.max(...lives.map(({ redraw }) => redraw))),
    ]);
  }
  print(`\nThe median of ${REPLIES} replies, each of another department.\n`);
  print(
    `${reportTable(['', 'storage requests', 'most', 'rows written', 'rows read', 'redraw of the overview'], rows)}\n`,
  );
  const most = Math.max(...medians);
  const isSame = new Set(medians).size === 1;
  print(verdict(most <= MOST, `at most ${MOST} storage requests: ${figure(most)}`));
  print(verdict(isSame, `the same for every number of departments: ${medians.map(figure).join(', ')}`));
  judge('life', most <= MOST && isSame, medians.map(figure).join(', '));
}

async function livesWith(departments: number): Promise<readonly Life[]> {
  const started: Started = [];
  try {
    const stage = await setBenchStage(started);
    const staged = await stageTown(stage, 'life', departments);
    const bot = await startBot(stage, staged.table);
    const cards = await startRound(stage, bot, staged);
    const lives: Life[] = [];
    for (const card of cards.slice(0, REPLIES)) {
      await stage.store.forget();
      await createReplier(bot.endpoint, stage.agent, card).reply('Vi har indført en fast opfølgning hver måned.');
      const { at } = await untilQuiet(stage);
      lives.push(lifeOf((await stage.store.answered()).filter((request) => request.at <= at + AFTER_MS)));
    }
    return lives;
  } finally {
    for (const running of started.reverse()) await running.stop();
  }
}

function lifeOf(all: readonly AnsweredRequest[]): Life {
  const sorted = all.toSorted((one, other) => one.at - other.at);
  const pause = sorted.findIndex(({ at }, index) => at - (sorted[index - 1]?.at ?? at) > PAUSE_MS);
  const requests = pause < 0 ? sorted : sorted.slice(0, pause);
  const rowsOf = (isWrite: boolean) =>
    requests.filter(({ kind }) => (kind === 'write') === isWrite).reduce((sum, { rows }) => sum + rows, 0);
  return {
    requests: requests.length,
    written: rowsOf(true),
    read: rowsOf(false),
    redraw: sorted.length - requests.length,
  };
}
