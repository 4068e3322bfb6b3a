import type { FromProcess, ProcessCost, ToProcess } from './told.js';

/** What a program of the benches does for its parent. */
export interface Answering {
  /** What the parent gets when the program has started, such as its port. */
  readonly told: unknown;
  /** The answers to the program's own questions, by their names. */
  readonly answers?: Readonly<Record<string, (argument: unknown) => unknown>>;
  stop(): Promise<void> | void;
}

/**
 * Runs a program of the benches in its own process, until its parent disconnects.
 *
 * @param start gets the settings that the parent gave
 */
export async function answerParent(start: (settings: unknown) => Promise<Answering>): Promise<void> {
  const { told, answers = {}, stop } = await start(JSON.parse(process.argv[2] ?? 'null'));
  process.on('message', (message) => {
    // Only `startProgram` sends messages.
    const { number, question, argument } = message as ToProcess;
    const answer = async () => (question === 'cost' ? costNow() : answers[question]?.(argument));
    answer().then(
      (given) => tell({ answered: number, answer: given }),
      (error: unknown) => tell({ answered: number, failed: String(error) }),
    );
  });
  process.once('disconnect', async () => {
    await stop();
    // Nothing that still runs is needed any more.
    process.exit();
  });
  tell({ started: told });
}

function tell(message: FromProcess): void {
  process.send?.(message);
}

function costNow(): ProcessCost {
  const { user, system } = process.cpuUsage();
  // `maxRSS` is in KiB.
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  return { cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage.rss() / 1_024 / 1_024, peakMb };
}
